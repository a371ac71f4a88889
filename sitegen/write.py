"""{path: bytes} → disk: one writer per path, whole or not at all. Disk out.

The new site is built beside the old one and swapped in by renaming. A folder is only ever
replaced when it carries our marker; what others put there is left alone.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from sitegen.errors import ContentError, Place, Problem, SettingsError

MARKER = ".sitegen"


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


def write(files: Mapping[str, bytes], out: Path, version: str) -> None:
    """Put the site in place. Raises SettingsError S003; the old site then stands as it was."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    except OSError as error:
        raise SettingsError("S003", path=str(out), detail=str(error.strerror)) from error
    try:
        _fill(fresh, files, version)
        _swap(fresh, out)
    except OSError as error:
        raise SettingsError("S003", path=str(out), detail=str(error.strerror)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes], version: str) -> None:
    for made in sorted(_folders(files)):
        (folder / made).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).write_bytes(content)
    (folder / MARKER).write_text(f"Made by sitegen {version}; replaced by the next build.\n")
    # mkdtemp makes a private folder; a site is read by a server.
    folder.chmod(0o755)


def _folders(paths: Iterable[str]) -> set[str]:
    return {str(PurePosixPath(path).parent) for path in paths}


def _swap(fresh: Path, out: Path) -> None:
    """Two renames; when the second fails, the first is taken back."""
    if not out.exists():
        fresh.rename(out)
        return
    kept = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    out.rename(kept / "site")
    try:
        fresh.rename(out)
    except BaseException:
        # Whatever came between: what stood there stands there again, or stays in `kept`.
        (kept / "site").rename(out)
        kept.rmdir()
        raise
    shutil.rmtree(kept, ignore_errors=True)
