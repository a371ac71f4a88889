"""What the search is to reach, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.search.engines import LUNR, OURS, PAGEFIND
from benchmarks.search.figures import Bytes, sorted_figures
from benchmarks.timing import Run
from benchmarks.verdict import Target

LARGE, MIDDLE = 10_000, 1000


class Figures(NamedTuple):
    """Everything measured at one size."""

    runs: Mapping[str, Run]
    browser: Mapping[str, Any]
    columns: Mapping[str, int]


def targets(figures: Mapping[int, Figures]) -> Iterator[Target]:
    """Each figure that is to be reached."""
    large, middle = figures[LARGE], figures[MIDDLE]
    own = large.runs[OURS]
    yield Target(f"CPU of lunr.py's at {LARGE}", own.cpu / large.runs[LUNR].cpu, 1 / 10)
    if PAGEFIND in large.runs:
        yield Target(f"CPU of Pagefind's at {LARGE}", own.cpu / large.runs[PAGEFIND].cpu, 1 / 5)
    yield Target(f"peak MB at {LARGE}", own.peak, 300)
    for size, found, most in ((MIDDLE, middle, 60), (LARGE, large, 105)):
        first = sorted_figures(Bytes.of(found.browser[OURS]).first)[0]
        yield Target(f"first query at {size}, median kB", first / 1000, most)
    following = sorted_figures(Bytes.of(large.browser[OURS]).following)[0]
    yield Target(f"following query at {LARGE}, median kB", following / 1000, 25)
    yield Target(f"largest column at {LARGE}, kB", max(large.columns.values()) / 1000, 40)
    counted = sorted_figures(large.browser["toggles"]["counts"])[0]
    yield Target(f"toggle at {LARGE}, median ms", counted, 50)
