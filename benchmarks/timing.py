"""Processes, timed from outside."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """Wall and CPU seconds and the peak memory in MB of one process and those it waited for."""

    wall: float
    cpu: float
    peak: float


def timed(command: Sequence[str]) -> Run:
    """Run a command to its end. A process that fails ends the benchmark.

    A child starts with the memory of its parent in its books, so whoever calls this has to be
    small: what needs much memory is done in processes of its own.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    wall = time.perf_counter() - start
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder to work in that goes away; in memory where there is such a place.

    What a disk takes for twenty thousand small files differs from one run to the next by more than
    all else that is measured.
    """
    memory = Path("/dev/shm")  # noqa: S108  # a folder with a name of its own is made in it
    return tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


def median(runs: Iterable[Run]) -> Run:
    """The median of each figure for itself."""
    return Run(*(statistics.median(column) for column in zip(*runs, strict=True)))


def machine() -> str:
    """Processors and how busy they are, for the head of a table."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{os.uname().machine}, {os.cpu_count()} CPUs, load {load}"
