"""Processes, timed from outside."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.memory import Watch, available


class Run(NamedTuple):
    """Wall and CPU seconds of a process and those it waited for, and a peak of memory in MB.

    The peak is that of the largest process, or of all at one time: whoever measured says which.
    """

    wall: float
    cpu: float
    peak: float

    def then(self, other: Run) -> Run:
        """What it takes to run both, one after the other."""
        return Run(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


class TooMuch(SystemExit):
    """A command that was ended because it held more memory than the machine could give."""


def timed(command: Sequence[str]) -> Run:
    """Run a command to its end. A process that fails ends the benchmark.

    A child starts with the memory of its parent in its books, so whoever calls this has to be
    small: what needs much memory is done in processes of its own.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    usage = _ended(process, command)
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    wall = time.perf_counter() - start
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def timed_together(command: Sequence[str]) -> Run:
    """The same with the memory of all its processes at one time (`benchmarks.memory`).

    Raises TooMuch where that comes near to all that the machine has.
    """
    most = int(available() * 0.8)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with Watch(process.pid, most) as watch:
        try:
            usage = _ended(process, command)
        except SystemExit:
            if watch.stopped:
                raise TooMuch(f"{Path(command[0]).name} was ended at {most / 1e9:.1f} GB") from None
            raise
        wall = time.perf_counter() - start
    return Run(wall, usage.ru_utime + usage.ru_stime, watch.peak / 2**20)


def _ended(process: subprocess.Popen[bytes], command: Sequence[str]) -> resource.struct_rusage:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return usage


def scratch(*, in_memory: bool = True) -> tempfile.TemporaryDirectory[str]:
    """A folder to work in that goes away; in memory where there is such a place.

    What a disk takes for twenty thousand small files differs from one run to the next by more than
    all else that is measured.
    """
    memory = Path("/dev/shm")  # noqa: S108  # a folder with a name of its own is made in it
    kept = in_memory and os.access(memory, os.W_OK)
    return tempfile.TemporaryDirectory(dir=memory if kept else None)


def median(runs: Iterable[Run]) -> Run:
    """The median of each figure for itself."""
    return Run(*(statistics.median(column) for column in zip(*runs, strict=True)))


def cores() -> str:
    """What the machine computes with."""
    return f"{os.uname().machine}, {os.cpu_count()} CPUs"


def machine() -> str:
    """Processors and how busy they are, for the head of a table."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{cores()}, load {load}"
