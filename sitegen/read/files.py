"""Files and folders as they lie on the disk."""

from __future__ import annotations

import os
from operator import attrgetter
from pathlib import Path

from sitegen.errors import SettingsError

MARKDOWN_LIMIT = 64 * 1024
YAML_LIMIT = 64 * 1024
VOCABULARY_LIMIT = 1024 * 1024


def shown(path: Path) -> str:
    """A path as messages show it: relative to the current folder, with forward slashes."""
    if not path.is_absolute() and ".." not in path.parts:
        return path.as_posix()
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def raw_of(path: Path, limit: int) -> bytes:
    """A file up to one byte more than the limit: enough to see that it is exceeded.

    Raises SettingsError S009.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise SettingsError("S009", path=shown(path), detail=str(error.strerror)) from error


def entries_of(folder: Path) -> list[Path]:
    """What lies in a folder, but for hidden files and the copies that editors keep."""
    found = (
        entry
        for entry in folder.iterdir()
        if not entry.name.startswith(".") and not entry.name.endswith("~")
    )
    return sorted(found, key=attrgetter("name"))
