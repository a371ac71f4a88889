"""Files to write and files to remove: decided first, then done, each whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.messages import phrase


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be written, whole, and what will be removed."""

    writes: Mapping[Path, bytes] = field(default_factory=dict)
    removals: tuple[Path, ...] = ()


PRIVATE = 0o600
PUBLIC = 0o644


def put(path: Path, content: bytes, rights: int = PUBLIC) -> None:
    """Write one file into a folder that is there; a new one gets `rights`.

    Raises SettingsError S003 or S018; what stood there then stands as it was.
    """
    check_folder(path)
    carry_out(Plan({path: content}), rights)


def check_folder(path: Path) -> None:
    """Raise SettingsError S018 unless the folder of a file to write is there."""
    if not path.parent.is_dir():
        raise SettingsError("S018", path=str(path.parent))


def append(path: Path, text: str) -> None:
    """Add to a file that others write, too. Raises SettingsError S003 or S018."""
    check_folder(path)
    try:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise SettingsError("S003", path=str(path), detail=str(error.strerror)) from error


def carry_out(plan: Plan, rights: int = PUBLIC) -> None:
    """Write everything beside its place, then rename, then remove; new files get `rights`.

    Raises SettingsError S003. When that comes before the first renaming nothing has changed; after
    it, every file is whole, old or new, nothing was removed, and the same plan can be done again.
    """
    ready: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in plan.writes.items():
            ready.append((_beside(path, content, rights), path))
        for made, path in ready:
            made.replace(path)
        for path in plan.removals:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError("S003", path=str(path), detail=str(error.strerror)) from error
    finally:
        for made, _ in ready:
            with suppress(OSError):
                made.unlink(missing_ok=True)


def _beside(path: Path, content: bytes, rights: int) -> Path:
    """The content in a new file of the same folder, with the rights of the old one."""
    if path.is_symlink() or path.parent.is_symlink():
        # What lies behind a link may be anything, elsewhere.
        raise SettingsError("S003", path=str(path.parent), detail=phrase("it is a link"))
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        made.chmod(path.stat().st_mode & 0o777 if path.is_file() else rights)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made
