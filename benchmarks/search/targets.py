"""What the search is to reach, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.search.engines import LUNR, OURS, PAGEFIND
from benchmarks.search.figures import Bytes, sorted_figures
from benchmarks.timing import Run

LARGE, MIDDLE = 10_000, 1000


class Figures(NamedTuple):
    """Everything measured at one size."""

    runs: Mapping[str, Run]
    browser: Mapping[str, Any]
    columns: Mapping[str, int]


def targets(figures: Mapping[int, Figures]) -> Iterator[str]:
    """A line for each figure: reached or missed, what was measured, what is wanted."""
    large, middle = figures[LARGE], figures[MIDDLE]
    own = large.runs[OURS]
    yield _line(f"CPU of lunr.py's at {LARGE}", own.cpu / large.runs[LUNR].cpu, 1 / 10)
    if PAGEFIND in large.runs:
        yield _line(f"CPU of Pagefind's at {LARGE}", own.cpu / large.runs[PAGEFIND].cpu, 1 / 5)
    yield _line(f"peak MB at {LARGE}", own.peak, 300)
    for size, found, most in ((MIDDLE, middle, 60), (LARGE, large, 105)):
        first = sorted_figures(Bytes.of(found.browser[OURS]).first)[0]
        yield _line(f"first query at {size}, median kB", first / 1000, most)
    following = sorted_figures(Bytes.of(large.browser[OURS]).following)[0]
    yield _line(f"following query at {LARGE}, median kB", following / 1000, 25)
    yield _line(f"largest column at {LARGE}, kB", max(large.columns.values()) / 1000, 40)
    counted = sorted_figures(large.browser["toggles"]["counts"])[0]
    yield _line(f"toggle at {LARGE}, median ms", counted, 50)


def _line(name: str, value: float, most: float) -> str:
    verdict = "reached" if value <= most else "MISSED "
    return f"{verdict}  {name:<36}{value:>8.2f}  at most {most:g}"
