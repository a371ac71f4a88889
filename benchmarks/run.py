"""`make bench`: whole commands, timed from outside, medians of several runs in turn.

Prints wall and CPU seconds and the peak memory of the process, with versions and machine; then
what `benchmarks.search` finds.
"""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.timing import Run, machine, median, scratch, timed

RUNS = 5
SIZES = (60, 300, 1000)
COMMANDS = {
    "start (--version)": ["--version"],
    "check": ["check", "--content", "{content}"],
    "build": ["build", "--content", "{content}", "--output", "{out}"],
}


def main() -> None:
    """Time every command on every size, the sizes in turn."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("pydantic", "Markdown"))
    print(f"Python {platform.python_version()}, {packages}; {machine()}")
    print(f"medians of {RUNS} runs after one that does not count\n")
    print(f"{'command':<20}{'profiles':>9}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}")
    with scratch() as folder:
        contents = {size: Path(folder) / str(size) / "content" for size in SIZES}
        for size, content in contents.items():
            content.parent.mkdir()
            write_corpus(content, size)
        for name, command in COMMANDS.items():
            runs: dict[int, list[Run]] = {size: [] for size in SIZES}
            for _ in range(RUNS + 1):
                for size, content in contents.items():
                    out = content.parent / "out"
                    filled = [part.format(content=content, out=out) for part in command]
                    runs[size].append(timed([sys.executable, "-m", "sitegen", *filled]))
            for size, taken in runs.items():
                wall, cpu, peak = median(taken[1:])
                print(f"{name:<20}{size:>9}{wall:>9.2f}{cpu:>9.2f}{peak:>9.0f}")


if __name__ == "__main__":
    main()
