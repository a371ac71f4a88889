"""How much memory a process and all that it started hold at one time. Linux: /proc.

The sum of their proportional set sizes (PSS): a page that two forked processes share counts once.
It is sampled, so a peak shorter than the time between two samples is missed, and so is a process
whose parent ended before it.
"""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

PROC = Path("/proc")
# Seconds between samples; more where one takes long, so that looking costs a twentieth at most.
EVERY, SHARE = 0.05, 20
PSS = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)


def parent_of(stat: str) -> int:
    """The parent in a /proc/PID/stat, where the name of the program may hold anything."""
    return int(stat.rpartition(")")[2].split()[1])


def family(root: int, parents: Mapping[int, int]) -> set[int]:
    """A process and all that descend from it, where `parents` names the parent of each."""
    found, reached = {root}, {root}
    while reached:
        reached = {one for one, parent in parents.items() if parent in reached} - found
        found |= reached
    return found


def proportional(rollup: str) -> int:
    """The bytes of a /proc/PID/smaps_rollup; none of a process that has ended."""
    found = PSS.search(rollup)
    return int(found[1]) * 1024 if found else 0


def available() -> int:
    """Bytes that the machine can still give."""
    return _meminfo("MemAvailable")


def installed() -> int:
    """Bytes that the machine has."""
    return _meminfo("MemTotal")


def _meminfo(name: str) -> int:
    found = re.search(rf"^{name}: +(\d+) kB$", _text(PROC / "meminfo"), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


class Watch:
    """Looks at a process and its descendants while it runs: `peak` in bytes.

    Beyond `most` bytes all of them are ended, and `stopped` says so: a machine without memory
    would end whatever it likes.
    """

    def __init__(self, root: int, most: int) -> None:
        self.peak, self.stopped = 0, False
        self._root, self._most = root, most
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        wait = 0.0
        while not self._over.wait(wait):
            start = time.thread_time()
            members = family(self._root, _parents())
            held = sum(proportional(_text(PROC / str(one) / "smaps_rollup")) for one in members)
            self.peak = max(self.peak, held)
            if held > self._most:
                self.stopped = True
                for one in members:
                    with suppress(ProcessLookupError):
                        os.kill(one, signal.SIGKILL)
            wait = max(EVERY, SHARE * (time.thread_time() - start))


def _parents() -> dict[int, int]:
    found = {}
    for folder in PROC.iterdir():
        if folder.name.isdecimal() and (stat := _text(folder / "stat")):
            found[int(folder.name)] = parent_of(stat)
    return found


def _text(path: Path) -> str:
    """What is there, or nothing: a process may end at any moment."""
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
