"""What builds keep for the next one, in the cache of whoever builds. Disk in, disk out.

A few files for each output folder, for nobody else to read or write: what others may read or write
is not used, since it may say anything.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from sitegen.errors import SettingsError
from sitegen.manifest import sum_of
from sitegen.plan import PRIVATE, put

# The files of so many folders are kept, the newest.
MOST = 16
# The record of a build, what each file of its site was made from, what was counted for the index of
# its search, and what else it worked out.
Kind = Literal["record", "files", "index", "work"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Cache:
    """What is kept for one output folder."""

    def __init__(self, output: Path) -> None:
        """Raises OSError or RuntimeError without a place for it."""
        cache = Path(os.environ.get("XDG_CACHE_HOME", ""))
        if not cache.is_absolute():
            cache = Path("~/.cache").expanduser()
        self.folder = cache / "sitegen"
        self._name = sha256(os.fsencode(output.resolve())).hexdigest()

    def read(self, kind: Kind) -> bytes:
        """What was kept. Raises OSError."""
        _check_private(self.folder.lstat())
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        with os.fdopen(os.open(self._path(kind), flags), "rb") as stream:
            _check_private(os.fstat(stream.fileno()))
            return stream.read()

    def write(self, kind: Kind, raw: bytes) -> str:
        """Keep it, and give its SHA-256. Raises OSError or SettingsError."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        _check_private(self.folder.lstat())
        path = self._path(kind)
        # What stands there is of no use any more, and its rights may be others.
        path.unlink(missing_ok=True)
        for killed in self.folder.glob(f".{path.name}-*"):
            killed.unlink(missing_ok=True)
        put(path, raw, PRIVATE)
        kept = sorted(self.folder.glob("*.record"), key=lambda one: one.stat().st_mtime_ns)
        for old in kept[:-MOST]:
            for one in self.folder.glob(f"{old.stem}.*"):
                one.unlink(missing_ok=True)
        return sum_of(raw)

    def keep_only(self, kinds: Sequence[Kind]) -> None:
        """Let go of all but the record and these. Raises OSError."""
        for kind in {*KINDS} - {"record", *kinds}:
            self._path(kind).unlink(missing_ok=True)

    def _path(self, kind: Kind) -> Path:
        return self.folder / f"{self._name}.{kind}"


def clear() -> None:
    """Let go of all that was kept, for whatever folder. Raises SettingsError S003."""
    try:
        folder = Cache(Path()).folder
    except RuntimeError:
        # Without a home nothing was kept.
        return
    try:
        # Those that a killed build left, too.
        for path in folder.glob("*"):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError("S003", path=str(folder), detail=str(error.strerror)) from error


def _check_private(found: os.stat_result) -> None:
    """Raise PermissionError for what somebody else may read or write."""
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError
