"""No single file takes more than its share of processor and memory.

The rules that refuse what would (sizes, depths, lines in a row) come first, and give the same
verdict on any machine; this stands behind them, for what nobody thought of.
"""

from __future__ import annotations

import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from sitegen.errors import ContentError, Place, Problem

CPU_SECONDS = 2.0
MEMORY = 512 * 1024 * 1024
_STATM = "/proc/self/statm"
_TELLS_MEMORY = Path(_STATM).is_file()


class _TooLong(BaseException):
    """Not an Exception: a library that goes on after any failure must not go on after this."""


@contextmanager
def bounded(path: str) -> Iterator[None]:
    """Raise ContentError P130 when what is done for a file takes too much.

    Signals reach the main thread alone: elsewhere (`sitegen serve`) nothing is measured.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    try:
        with _processor(), _memory():
            yield
    except (_TooLong, MemoryError) as error:
        limits = {"seconds": f"{CPU_SECONDS:g}", "memory": f"{MEMORY // 1024 // 1024} MB"}
        raise ContentError([Problem(path, Place(1, 1), "P130", limits)]) from error


@contextmanager
def _processor() -> Iterator[None]:
    """Time of the processor, not of the clock: a busy machine refuses no file."""
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _pages() -> int:
    """How much address space the process has. Asked twice for each file, so by the shortest way."""
    descriptor = os.open(_STATM, os.O_RDONLY)
    try:
        return int(os.read(descriptor, 64).split()[0])
    finally:
        os.close(descriptor)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLong


@contextmanager
def _memory() -> Iterator[None]:
    """Address space beyond what the process has; only Linux tells how much that is."""
    if not _TELLS_MEMORY:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _pages() * resource.getpagesize() + MEMORY
    set_before = (limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (min((wanted, *set_before)), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
