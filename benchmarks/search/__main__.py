"""The search beside stock lunr.py and Pagefind, on the same texts.

`python -m benchmarks.search [PEOPLE …]`. Each engine in a process of its own, in turn, medians;
then what a browser fetches and how long it takes. At the end the figures that are to be reached,
and whether they were.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import write_corpus
from benchmarks.search.engines import MISSING, OURS, PAGEFIND, commands, versions
from benchmarks.search.figures import Bytes, parts_of, sorted_figures
from benchmarks.search.served import sent
from benchmarks.search.targets import LARGE, MIDDLE, Figures, targets
from benchmarks.timing import Run, machine, median, scratch, timed

# How many rounds of each size after one that does not count; the largest takes minutes a round.
ROUNDS = {60: 5, 1000: 5, 10_000: 3}


def main(sizes: Sequence[int]) -> None:
    """Every size in turn, then the verdict, for which the two larger ones are needed."""
    print(f"{versions()}; {machine()}")
    if PAGEFIND not in commands(Path()):
        print(MISSING)
    figures: dict[int, Figures] = {}
    with scratch() as name:
        for size in sizes:
            rounds = ROUNDS.get(size, 3)
            folder = Path(name) / str(size)
            folder.mkdir()
            _tell(f"{size} profiles: writing and reading them")
            write_corpus(folder / "content", size)
            _python("benchmarks.search.prepare", folder / "content", folder)
            runs = _indexed(folder, rounds)
            _tell(f"{size} profiles: in the browser")
            found = json.loads(_python("benchmarks.search.browser", folder))
            figures[size] = Figures(runs, found, _columns(folder))
            _print(size, rounds, figures[size], folder)
    if {LARGE, MIDDLE} <= {*figures}:
        print("\nto be reached")
        for target in targets(figures):
            print(target.line())


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def _python(module: str, *arguments: Path) -> str:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def _indexed(folder: Path, rounds: int) -> dict[str, Run]:
    """The median of each engine, the engines in turn; one round before that does not count."""
    runs: dict[str, list[Run]] = {}
    for number in range(rounds + 1):
        _tell(f"{folder.name} profiles: indexing, round {number} of {rounds}")
        for name, command in commands(folder).items():
            runs.setdefault(name, []).append(timed(command))
    return {name: median(taken[1:]) for name, taken in runs.items()}


def _columns(folder: Path) -> dict[str, int]:
    """Bytes of each facet column, compressed."""
    files = sorted((folder / "site" / "search" / "columns").glob("*.json"))
    return {path.stem.rpartition("-")[0]: len(sent(path)[0]) for path in files}


def _print(size: int, rounds: int, figures: Figures, folder: Path) -> None:
    print(f"\n{size} profiles, medians of {rounds}; {machine()}")
    print("index         wall s   CPU s  CPU to ours  peak MB  raw MB  gzip MB  files")
    own = figures.runs[OURS].cpu
    for name, run in figures.runs.items():
        files = [path for path in (folder / "index" / name).rglob("*") if path.is_file()]
        raw = sum(path.stat().st_size for path in files) / 1e6
        small = sum(len(sent(path)[0]) for path in files) / 1e6
        print(
            f"{name:<12}{run.wall:>8.2f}{run.cpu:>8.2f}{run.cpu / own:>13.2f}{run.peak:>9.0f}"
            f"{raw:>8.1f}{small:>9.2f}{len(files):>7}"
        )
    for line in _fetched(figures.browser):
        print(line)
    columns = (f"{name} {size / 1000:.1f}" for name, size in figures.columns.items())
    print(f"facet columns, kB: {', '.join(columns)}")
    for step, said in figures.browser["steps"].items():
        print(f"on the page, {step}: {said}")


def _fetched(found: Mapping[str, Any]) -> Iterator[str]:
    """Bytes and milliseconds of the queries, by engine."""
    yield f"Chromium {found['browser']}; median / p95 / most of {len(found[OURS]['first'])} queries"
    for name in (OURS, PAGEFIND):
        if name in found:
            figures = Bytes.of(found[name])
            took = _three(found[name]["took"], 1)
            yield f"{name}: page before a query, kB: {parts_of([found[name]['before']])}"
            yield f"{name}: first query, kB: {_three(figures.first)}"
            yield f"{name}: on average of it {parts_of(figures.parts)}"
            yield f"{name}: following queries, kB: {_three(figures.following)}"
            yield f"{name}: answer at a quarter of the speed, ms: {took}"
    for step, took in found["toggles"].items():
        yield f"{OURS}: a facet toggle at a quarter of the speed, {step}, ms: {_three(took, 1)}"


def _three(values: Sequence[float], unit: float = 1000) -> str:
    return " / ".join(f"{value / unit:.1f}" for value in sorted_figures(values))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(ROUNDS))
