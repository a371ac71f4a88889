"""`make bench`: whole commands, timed from outside, medians of several runs in turn.

Prints wall and CPU seconds and the peak memory of the process, with versions and machine.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus import write_corpus

RUNS = 5
SIZES = (60, 300, 1000)
COMMANDS = {
    "start (--version)": ["--version"],
    "check": ["check", "--content", "{content}"],
    "build": ["build", "--content", "{content}", "--output", "{out}"],
}


def timed(arguments: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", *arguments], stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"sitegen {' '.join(arguments)} failed")
    wall = time.perf_counter() - start
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def main() -> None:
    """Time every command on every size, the sizes in turn."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("pydantic", "Markdown", "lunr"))
    print(
        f"Python {platform.python_version()}, {packages}; {platform.machine()}, "
        f"{os.cpu_count()} CPUs"
    )
    print(f"medians of {RUNS} runs after one that does not count\n")
    print(f"{'command':<20}{'profiles':>9}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        contents = {size: Path(folder) / str(size) / "content" for size in SIZES}
        for size, content in contents.items():
            content.parent.mkdir()
            write_corpus(content, size)
        for name, command in COMMANDS.items():
            runs: dict[int, list[tuple[float, float, float]]] = {size: [] for size in SIZES}
            for _ in range(RUNS + 1):
                for size, content in contents.items():
                    out = content.parent / "out"
                    filled = [part.format(content=content, out=out) for part in command]
                    runs[size].append(timed(filled))
            for size, taken in runs.items():
                wall, cpu, peak = (
                    statistics.median(column) for column in zip(*taken[1:], strict=True)
                )
                print(f"{name:<20}{size:>9}{wall:>9.2f}{cpu:>9.2f}{peak:>9.0f}")


if __name__ == "__main__":
    main()
