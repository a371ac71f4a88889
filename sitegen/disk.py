"""What a file system can do beyond Python's own calls: exchange folders, flush, keep others out."""

from __future__ import annotations

import ctypes
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# include/uapi/linux/fs.h and fcntl.h; RENAME_SWAP of macOS, in sys/stdio.h, has the same value.
_AT_FDCWD = -100
_EXCHANGE = 2


def exchange(first: Path, second: Path) -> bool:
    """Let two folders trade places in one step; False where the system cannot."""
    names = os.fsencode(first), os.fsencode(second)
    libc = ctypes.CDLL(None)
    if hasattr(libc, "renameat2"):
        done = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        done = libc.renamex_np(*names, _EXCHANGE)
    else:
        return False
    return bool(done == 0)


def flush(folder: Path) -> None:
    """Wait until everything on the folder's file system is on its disk. Raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    with _opened(folder) as handle:
        if libc.syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Wait until nobody else is alone in the folder; False where its file system has no locks.

    A process that ends in any way gives the lock back.
    """
    with _opened(folder) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:
            yield False
            return
        yield True


def held(folder: Path) -> bool:
    """Whether somebody is alone in the folder. Raises OSError where nothing can be opened."""
    with _opened(folder) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield handle
    finally:
        os.close(handle)
