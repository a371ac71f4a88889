"""How matching grows: everybody before every open assignment, with teams: `make bench` runs it.

`python -m benchmarks.matching [PEOPLE ASSIGNMENTS …]`. Each size in a process of its own, medians
of several runs in turn. Reading the files is not counted, and stands in the memory all the same.
"""

from __future__ import annotations

import json
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import write_corpus
from benchmarks.people import TODAY
from benchmarks.timing import machine

SIZES = ((100, 10), (1000, 100), (10_000, 1000))
RUNS = 3
MOST_SECONDS, MOST_MB = 30, 700


def main(sizes: Sequence[tuple[int, int]]) -> None:
    """Every size in turn, then a line for each."""
    print(f"matching, medians of {RUNS}; {machine()}")
    print(
        f"{'people':>7}{'open':>6}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'shown':>8}{'teams':>7}"
    )
    with tempfile.TemporaryDirectory() as name:
        folders = {size: Path(name) / str(size[0]) for size in sizes}
        for (people, postings), folder in folders.items():
            folder.mkdir()
            write_corpus(folder / "content", people, postings)
            _python("read", folder)
        runs: dict[tuple[int, int], list[dict[str, float]]] = {size: [] for size in sizes}
        for _ in range(RUNS):
            for size, folder in folders.items():
                runs[size].append(json.loads(_python("match", folder)))
    for (people, _), taken in runs.items():
        found = {key: statistics.median(run[key] for run in taken) for key in taken[0]}
        print(
            f"{people:>7}{found['open']:>6.0f}{found['wall']:>9.2f}{found['cpu']:>9.2f}"
            f"{found['peak']:>9.0f}{found['shown']:>8.0f}{found['teams']:>7.0f}"
        )
    if found["open"] >= SIZES[-1][1]:
        reached = found["wall"] <= MOST_SECONDS and found["peak"] <= MOST_MB
        print(f"{'reached' if reached else 'MISSED'}: at most {MOST_SECONDS} s and {MOST_MB} MB")


def _python(step: str, folder: Path) -> str:
    command = [sys.executable, "-m", "benchmarks.matching", step, str(folder)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def _read(folder: Path) -> None:
    """Keep a directory as it was read: reading takes longer than matching."""
    from sitegen.check import directory_of
    from sitegen.read import read

    directory, _ = directory_of(read(folder / "content"), TODAY, TODAY)
    (folder / "directory").write_bytes(pickle.dumps(directory))


def _match(folder: Path) -> dict[str, float]:
    """Match once: wall and CPU seconds of all processes, the peak of the largest in MB."""
    from sitegen.matching.ranking import match
    from sitegen.workers import crew_of, worth_having

    with (folder / "directory").open("rb") as file:
        directory: Any = pickle.load(file)  # noqa: S301 - written by this program, just now
    start, before = time.perf_counter(), _usage()
    found = match(directory, crew=crew_of(worth_having()))
    wall, after = time.perf_counter() - start, _usage()
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return {
        "open": len(found.postings),
        "wall": wall,
        "cpu": after[0] - before[0],
        "peak": after[1] / unit,
        "shown": sum(len(one.ranking) + len(one.nearly) for one in found.postings.values()),
        "teams": sum(len(one.teams) for one in found.postings.values()),
    }


def _usage() -> tuple[float, int]:
    """CPU seconds of this process and those it waited for; the memory of the largest."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    cpu = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    return cpu, max(own.ru_maxrss, others.ru_maxrss)


if __name__ == "__main__":
    if sys.argv[1:2] == ["read"]:
        _read(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["match"]:
        print(json.dumps(_match(Path(sys.argv[2]))))
    else:
        given = [int(number) for number in sys.argv[1:]]
        main([*zip(given[::2], given[1::2], strict=True)] or SIZES)
