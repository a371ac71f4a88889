"""How matching grows: everybody before every open assignment, with teams: `make bench` runs it.

Then one profile after the other changes (a word, a skill, a date), and all is matched again with
what was kept: the seconds of each such matching, and the longest of them.

`python -m benchmarks.matching [PEOPLE ASSIGNMENTS …]`. Each size in a process of its own, medians
of several runs in turn. Reading the files is not counted, and stands in the memory all the same.
"""

from __future__ import annotations

import gc
import json
import pickle
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpus import write_corpus
from benchmarks.people import TODAY
from benchmarks.timing import machine

SIZES = ((100, 10), (1000, 100), (10_000, 1000))
RUNS = 3
MOST_SECONDS, MOST_MB, MOST_AGAIN = 30, 700, 1
# Profiles that change one after the other, a third in each way.
CHANGES, SEED = 12, 5


def main(sizes: Sequence[tuple[int, int]]) -> None:
    """Every size in turn, then a line for each."""
    print(f"matching, medians of {RUNS}; {machine()}")
    print(
        f"{'people':>7}{'open':>6}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'shown':>8}{'teams':>7}"
        f"{'word s':>8}{'skill s':>8}{'date s':>8}{'longest':>9}"
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
            f"{found['word']:>8.2f}{found['skill']:>8.2f}{found['date']:>8.2f}"
            f"{found['longest']:>9.2f}"
        )
    if found["open"] >= SIZES[-1][1]:
        reached = found["wall"] <= MOST_SECONDS and found["peak"] <= MOST_MB
        print(f"{'reached' if reached else 'MISSED'}: at most {MOST_SECONDS} s and {MOST_MB} MB")
        again = max(found[kind] for kind in KINDS) <= MOST_AGAIN
        print(f"{'reached' if again else 'MISSED'}: one changed profile in {MOST_AGAIN} s")


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
    from sitegen.matching.matcher import match
    from sitegen.memo import Memo
    from sitegen.workers import crew_of, worth_having

    # As the command does.
    gc.set_threshold(100_000)
    with (folder / "directory").open("rb") as file:
        directory: Any = pickle.load(file)  # noqa: S301 - written by this program, just now
    start, before = time.perf_counter(), _usage()
    memo = Memo()
    found = match(directory, crew=crew_of(worth_having()), memo=memo)
    wall, after = time.perf_counter() - start, _usage()
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return {
        **_again(directory, memo),
        "open": len(found.postings),
        "wall": wall,
        "cpu": after[0] - before[0],
        "peak": after[1] / unit,
        "shown": sum(len(one.ranking) + len(one.nearly) for one in found.postings.values()),
        "teams": sum(len(one.teams) for one in found.postings.values()),
    }


def _again(directory: Any, memo: Any) -> dict[str, float]:
    """Seconds to match again after one changed profile, the median by what changed."""
    from sitegen.matching.matcher import match
    from sitegen.workers import crew_of, worth_having

    chosen, taken = random.Random(SEED), dict[str, list[float]]()
    for number in range(CHANGES):
        kind = [*KINDS][number % len(KINDS)]
        slug = chosen.choice(sorted(s for s, one in directory.people.items() if one.is_matched))
        people = {**directory.people, slug: KINDS[kind](directory.people[slug], directory.today)}
        directory = replace(directory, people=people)
        start = time.perf_counter()
        match(directory, crew=crew_of(worth_having()), memo=memo)
        taken.setdefault(kind, []).append(time.perf_counter() - start)
    medians = {kind: statistics.median(seconds) for kind, seconds in taken.items()}
    return {**medians, "longest": max(max(seconds) for seconds in taken.values())}


def _with(person: Any, **fields: Any) -> Any:
    return replace(person, profile=person.profile.model_copy(update=fields))


def _with_date(person: Any, today: Any) -> Any:
    window = {"start": today.replace(year=today.year + 1), "until": None}
    return _with(person, availability=person.profile.availability.model_copy(update=window))


KINDS: Mapping[str, Callable[[Any, Any], Any]] = {
    "word": lambda person, _: replace(person, body=f"{person.body}\n\nAnd harbours."),
    "skill": lambda person, _: _with(person, skills=person.profile.skills[:-1]),
    "date": _with_date,
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
