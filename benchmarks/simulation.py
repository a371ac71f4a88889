"""Is the model right far beyond what was measured? Small pages, so that many fit into minutes.

`python -m benchmarks.simulation [PEOPLE]`, 100,000 without a number. Profiles have what is required
and a few sentences; assignments are the sample's, since matching grows with both. A tenth and a
fifth of the people are built first; lines through these two say what to expect of all, as
benchmarks.model draws them, and then all are built. Reading, checking, deciding and the index are
done whole; of the pages a sample is written, evenly, and counted for all.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus import SAMPLE, SEED
from benchmarks.model import Line
from benchmarks.people import LANGUAGES, TODAY, common, flow, several
from benchmarks.timing import machine, scratch
from benchmarks.words import Prose, syllables
from sitegen.__main__ import BETWEEN_LOOKS
from sitegen.check import directory_of
from sitegen.directory import Directory
from sitegen.kept import Anew
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.matcher import match
from sitegen.parts import PAGES, Making
from sitegen.read import read
from sitegen.terms import fold
from sitegen.urls import Urls

PEOPLE = 100_000
Result = TypeVar("Result")
# Pieces of pages that are written, whatever there are.
SAMPLED = 40


def main(people: int) -> None:
    """Build three sizes, each in a process of its own, and hold the last against the others."""
    print(f"{machine()}; small pages, one process")
    found = {size: _built(size) for size in (people // 10, people // 5, people)}
    names = [*found[people]]
    print(f"{'':<22}{'predicted':>12}{'measured':>12}{'measured to predicted':>24}")
    for name in names:
        line = Line.through((size, found[size][name]) for size in (people // 10, people // 5))
        expected, came = line.at(people), found[people][name]
        print(f"{name:<22}{expected:>12,.1f}{came:>12,.1f}{came / expected:>24.2f}")


def _built(people: int) -> Mapping[str, float]:
    print(f"{people:,} people", file=sys.stderr)
    with scratch() as folder:
        content = Path(folder) / "content"
        write_small(content, people)
        command = [sys.executable, "-m", "benchmarks.simulation", str(content)]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    found: Mapping[str, float] = json.loads(run.stdout)
    return found


def write_small(folder: Path, people: int) -> None:
    """Write the sample with so many more people."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.jpg"))
    sample, _ = directory_of(read(SAMPLE), TODAY, TODAY)
    chosen = random.Random(SEED)
    prose = Prose(chosen, (person.body for person in sample.people.values()))
    names: set[str] = set()
    while len(names) < people:
        name = f"{syllables(chosen, 2)} {syllables(chosen, 4)}".title()
        if name not in names:
            names.add(name)
            lines = "".join(f"{key}: {flow(value)}\n" for key, value in _head(chosen, sample))
            text = f"---\nname: {flow(name)}\n{lines}---\n{prose.text(30, 60)}\n"
            (folder / "profiles" / f"{fold(name).replace(' ', '-')}.md").write_text(text, "utf-8")


def _head(chosen: random.Random, sample: Directory) -> Iterator[tuple[str, object]]:
    vocabulary = sample.vocabulary
    countries = sorted({one for r in vocabulary.regions.values() for one in r.countries})
    yield "headline", f"Twelve years of {syllables(chosen, 3)}"
    yield "based_in", {"country": common(chosen, countries)}
    yield "languages", dict.fromkeys(several(chosen, LANGUAGES, 1, 2), "C1")
    skills = several(chosen, [*vocabulary.skills], 3, 4)
    yield "skills", [{"skill": skill, "level": 2} for skill in skills]
    yield "sectors", several(chosen, [*vocabulary.sectors], 1, 2)
    yield "availability", {"status": "open"}
    yield "consent", {"on": TODAY - timedelta(400), "wording": "v1"}
    yield "confirmed", {"on": TODAY - timedelta(chosen.randint(0, 150))}


def stages(content: Path) -> Iterator[tuple[str, float]]:
    """CPU seconds of each stage, bytes of what was written, and the memory of this process.

    Python looks for cycles as often as in a build, and where pages are made only among new values.
    """
    gc.set_threshold(BETWEEN_LOOKS)
    sources, seconds = _timed(read, content)
    yield "read, CPU s", seconds
    (directory, _), seconds = _timed(directory_of, sources, TODAY, TODAY)
    yield "check, CPU s", seconds
    del sources
    matches, seconds = _timed(match, directory)
    yield "match, CPU s", seconds
    found = Anew(directory, replace(matches, guides=guides_for(directory)))
    making = Making(found, Urls("https://a.example"))
    _, seconds = _timed(making.renderer.prepare)
    yield "decide, CPU s", seconds
    files, seconds = _timed(making.files, ("search", 0))
    yield "search index, CPU s", seconds
    size, count = sum(map(len, files.values())), len(files)
    files = making.files(("compare", 0))
    yield "search index, MB", (size + sum(map(len, files.values()))) / 1e6
    yield "search index, files", count + len(files)
    del files
    gc.freeze()
    yield from _pages(making)
    yield "memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _pages(making: Making) -> Iterator[tuple[str, float]]:
    starts = range(0, len(making.pages), PAGES)
    done, seconds, size = 0, 0.0, 0
    step = len(starts) // SAMPLED + 1
    # Not from the first on: the front page looks at everybody, and would stand for many.
    for start in starts[step // 2 :: step]:
        files, took = _timed(making.files, ("pages", start))
        done, seconds = done + len(files), seconds + took
        size += sum(map(len, files.values()))
    share = len(making.pages) / done
    yield "pages", len(making.pages)
    yield "pages, CPU s", seconds * share
    yield "pages, MB", size * share / 1e6


def _timed(call: Callable[..., Result], *given: object) -> tuple[Result, float]:
    """What comes of a call, and its CPU seconds: others on the machine do not count."""
    start = time.process_time()
    return call(*given), time.process_time() - start


if __name__ == "__main__":
    given = sys.argv[1] if sys.argv[1:] else str(PEOPLE)
    if given.isdecimal():
        main(int(given))
    else:
        print(json.dumps(dict(stages(Path(given)))))
