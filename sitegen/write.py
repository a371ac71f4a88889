"""Files as they are made → disk: one writer per path, whole or not at all. Disk out.

The new site is written beside the old one, flushed to the disk and swapped in. A folder is only
ever replaced when it carries our marker; what others put there is left alone.
"""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sitegen.disk import alone, exchange, flush, held
from sitegen.errors import Place, Problem, SettingsError
from sitegen.manifest import MANIFEST, Manifest, manifest_text, sum_of
from sitegen.snapshot import Standing, standing

MARKER = ".sitegen"
WORK = "-sitegen-"


def check_output(out: Path, content: Path) -> None:
    """Refuse a folder that is not ours to replace. Raises SettingsError S002 or S012."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SettingsError("S002", path=str(out))
    if out.is_dir() and not (out / MARKER).is_file() and any(out.iterdir()):
        raise SettingsError("S002", path=str(out))
    target, source = out.resolve(), content.resolve()
    if target == source or target in source.parents or source in target.parents:
        raise SettingsError("S012", path=str(out), other=str(content))


class ReplacedError(Exception):
    """Another build has put its site where the one stood that files were taken over from."""


class Stage(Mapping[str, bytes]):
    """The site that is being made, beside the one that stands: each file once it was put there.

    Names and sums are kept in memory; a file that is asked for is read again.
    """

    def __init__(self, work: Path, out: Path, which: Standing | None = None) -> None:
        self._work, self._out, self._which = work, out, which
        self._folder = work / "new"
        self._folder.mkdir()
        self._sums: dict[str, str] = {}
        self._folders = {""}
        # Whose each path is, capitals aside: file systems may take two such names for one.
        self._owners: dict[str, tuple[str, str]] = {}
        self._clashes: set[tuple[str, str, str]] = set()
        # The files that were taken over from the site that stands.
        self.stood: set[str] = set()

    def __getitem__(self, path: str) -> bytes:
        if path not in self._sums:
            raise KeyError(path)
        with _told(self._out):
            return (self._folder / path).read_bytes()

    def __contains__(self, path: object) -> bool:
        return path in self._sums

    def __iter__(self) -> Iterator[str]:
        return iter(self._sums)

    def __len__(self) -> int:
        return len(self._sums)

    @property
    def sums(self) -> Mapping[str, str]:
        """The SHA-256 of every file, hexadecimal, by path."""
        return self._sums

    def put(self, path: str, content: bytes, part: str) -> None:
        """Write a file of a part of the site. Raises SettingsError S003.

        Where two want one path, the first has it, and `clashes` tells of both.
        """
        if self._is_free(path, part):
            with _told(self._out):
                Path(self._place(path)).write_bytes(content)
            self._sums[path] = sum_of(content)

    def keep(self, path: str, before: str, digest: str, part: str) -> None:
        """The same for a file of the site that stands there, by its path and its SHA-256.

        It is linked: its content is on the disk once, and neither read nor written. Raises
        ReplacedError where it has gone.
        """
        if not self._is_free(path, part):
            return
        with _told(self._out):
            source, place = f"{self._out}/{before}", self._place(path)
            try:
                os.link(source, place, follow_symlinks=False)
            except FileNotFoundError as error:
                raise ReplacedError from error
            except OSError:
                # Some file systems know no links, or only so many of one file.
                Path(place).write_bytes(Path(source).read_bytes())
        self._sums[path] = digest
        self.stood.add(path)

    def _is_free(self, path: str, part: str) -> bool:
        ours = part, path
        found = self._owners.setdefault(path.lower(), ours)
        if found is ours:
            return True
        owner, taken = found
        # In an order of their own: which comes first differs from one build to the next.
        first, second = sorted((part, owner))
        self._clashes.add((min(path, taken), first, second))
        return False

    def _place(self, path: str) -> str:
        """Where a file is written, in a folder that is there; there are tens of thousands."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            Path(self._folder, folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self._folder}/{path}"

    def clashes(self) -> Iterator[Problem]:
        """A P091 for each path that more than one part wants."""
        for path, first, second in sorted(self._clashes):
            params = {"value": path, "first": first, "second": second}
            yield Problem(path, Place(1, 1), "P091", params)

    def finish(self, version: str, made_with: Mapping[str, str] | None = None) -> None:
        """Swap the site in. Raises SettingsError S003; the old site then stands as it was.

        Raises ReplacedError where files were taken over from another site than that which stands.
        With `made_with`, the list of its files is written too, and says what it was made with.
        """
        self.put(MARKER, f"Made by sitegen {version}; replaced by the next build.\n".encode(), "")
        if made_with is not None:
            self.put(MANIFEST, manifest_text(Manifest(made_with, self._sums)), "")
        with _told(self._out):
            flush(self._work)
            with alone(self._out.parent):
                if self.stood and standing(self._out, MANIFEST) != self._which:
                    raise ReplacedError
                _swap(self._work, self._out)


@contextmanager
def staged(out: Path, which: Standing | None = None) -> Iterator[Stage]:
    """A stage for a site that will stand at `out`; cleared away unless it is finished.

    `which` is the site that stands there, if files are to be taken over from it.
    Raises SettingsError S003.
    """
    with ExitStack() as stack:
        with _told(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            with alone(out.parent) as is_alone:
                if is_alone:
                    _recover(out)
                work = Path(tempfile.mkdtemp(prefix=f".{out.name}{WORK}", dir=out.parent))
                stack.callback(_clear, work)
                # First, and removed last: by it the next build knows what it may clear away.
                (work / MARKER).touch()
                # As long as this is held nobody does.
                stack.enter_context(alone(work))
            stage = Stage(work, out, which)
        yield stage


def write(
    files: Mapping[str, bytes], out: Path, version: str, made_with: Mapping[str, str] | None = None
) -> None:
    """Put a site that is in memory in place, as a stage does."""
    with staged(out) as stage:
        for path, content in files.items():
            stage.put(path, content, "")
        stage.finish(version, made_with)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Say in words what the system refuses."""
    try:
        yield
    except OSError as error:
        raise SettingsError("S003", path=str(out), detail=str(error.strerror)) from error


def _recover(out: Path) -> None:
    """Put back the site that a killed build had set aside, and clear away what others left.

    What a build that still runs is making stays.
    """
    for work in sorted(out.parent.glob(f".{glob.escape(out.name)}{WORK}*")):
        # A build that has just ended may be clearing it away itself.
        with suppress(FileNotFoundError):
            if work.is_symlink() or not work.is_dir() or held(work):
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
