"""{path: bytes} → disk: one writer per path, whole or not at all. Disk out.

The new site is built beside the old one, flushed to the disk and swapped in. A folder is only ever
replaced when it carries our marker; what others put there is left alone.
"""

from __future__ import annotations

import glob
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sitegen.disk import alone, exchange, flush
from sitegen.errors import ContentError, Place, Problem, SettingsError
from sitegen.manifest import MANIFEST, manifest_text

MARKER = ".sitegen"
WORK = "-sitegen-"


def merge(parts: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """All files of all parts. Raises ContentError P091 where two parts want one path."""
    owner: dict[str, str] = {}
    files: dict[str, bytes] = {}
    problems = []
    for part, found in parts.items():
        for path, content in found.items():
            key = path.lower()
            if key in owner:
                params = {"value": path, "first": owner[key], "second": part}
                problems.append(Problem(path, Place(1, 1), "P091", params))
            owner[key], files[path] = part, content
    if problems:
        raise ContentError(problems)
    return files


def check_output(out: Path, content: Path) -> None:
    """Refuse a folder that is not ours to replace. Raises SettingsError S002 or S012."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SettingsError("S002", path=str(out))
    if out.is_dir() and not (out / MARKER).is_file() and any(out.iterdir()):
        raise SettingsError("S002", path=str(out))
    target, source = out.resolve(), content.resolve()
    if target == source or target in source.parents or source in target.parents:
        raise SettingsError("S012", path=str(out), other=str(content))


def write(
    files: Mapping[str, bytes], out: Path, version: str, made_with: Mapping[str, str] | None = None
) -> None:
    """Put the site in place. Raises SettingsError S003; the old site then stands as it was.

    With `made_with`, the list of its files is written too, and says what the site was made with.
    """
    files = {MARKER: f"Made by sitegen {version}; replaced by the next build.\n".encode(), **files}
    if made_with is not None:
        files[MANIFEST] = manifest_text(files, made_with)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # Builds into one folder write one after the other: whatever a build finds half made
        # there was left by one that was killed.
        with alone(out.parent) as is_alone:
            if is_alone:
                _recover(out)
            _write(files, out)
    except OSError as error:
        raise SettingsError("S003", path=str(out), detail=str(error.strerror)) from error


def _write(files: Mapping[str, bytes], out: Path) -> None:
    work = Path(tempfile.mkdtemp(prefix=f".{out.name}{WORK}", dir=out.parent))
    try:
        # First, and removed last: by it the next build knows what it may clear away.
        (work / MARKER).touch()
        _fill(work / "new", files)
        flush(work)
        _swap(work, out)
    finally:
        _clear(work)


def _recover(out: Path) -> None:
    """Put back the site that a killed build had set aside, and clear away what others left."""
    for work in sorted(out.parent.glob(f".{glob.escape(out.name)}{WORK}*")):
        if work.is_symlink() or not work.is_dir():
            continue
        if (work / MARKER).is_file():
            if not out.exists() and (work / "old").is_dir():
                (work / "old").rename(out)
            _clear(work)
        elif not any(work.iterdir()):
            work.rmdir()


def _clear(work: Path) -> None:
    for name in ("new", "old"):
        shutil.rmtree(work / name, ignore_errors=True)
    with suppress(OSError):
        (work / MARKER).unlink()
        work.rmdir()


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for made in sorted(_folders(files)):
        (folder / made).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).write_bytes(content)


def _folders(paths: Iterable[str]) -> set[str]:
    return {str(PurePosixPath(path).parent) for path in paths}


def _swap(work: Path, out: Path) -> None:
    """One step where the system can exchange folders, else two renames.

    When the second rename fails, the first is taken back.
    """
    if not out.exists():
        (work / "new").rename(out)
    elif not exchange(work / "new", out):
        out.rename(work / "old")
        try:
            (work / "new").rename(out)
        except BaseException:
            (work / "old").rename(out)
            raise
