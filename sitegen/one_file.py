"""One file → disk, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from sitegen.errors import SettingsError


def put(path: Path, raw: bytes) -> None:
    """Write a file beside its place, then move it there; a new one is its owner's alone to read.

    Raises SettingsError S003; what stood there then stands as it was.
    """
    waiting: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        waiting = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
        if path.is_file():
            shutil.copymode(path, waiting)
        waiting.replace(path)
    except OSError as error:
        raise SettingsError("S003", path=str(path), detail=str(error.strerror)) from error
    finally:
        if waiting is not None:
            waiting.unlink(missing_ok=True)
