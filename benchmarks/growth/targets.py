"""What a build is to reach, beside the peer and by the clock."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.growth.figures import Measured, Size
from benchmarks.verdict import Target

MIDDLE, LARGE, LARGEST = 1000, 10_000, 50_000
# Seconds after one change, and after none.
CHANGED = {
    MIDDLE: {"a word": 0.4, "a skill": 0.4, "a date": 0.4},
    LARGE: {"a word": 1.0, "a skill": 1.0, "a date": 1.0, "nothing": 0.5},
}
TWO_GB = 2e9 / 2**20


def targets(measured: Measured) -> Iterator[Target]:
    """Each figure for whose size there are measurements."""
    middle, large, largest = (measured.at(people) for people in (MIDDLE, LARGE, LARGEST))
    if middle:
        yield from _beside(middle, wall=1)
        yield from _changed(middle)
    if large:
        yield from _beside(large, wall=0.6, cpu=0.5, peak=1 / 3)
        yield from _changed(large)
    if middle and large:
        for figure in ("cpu", "peak"):
            grown = getattr(large.ours.cold, figure) / getattr(middle.ours.cold, figure)
            yield Target(f"{FIGURES[figure]} at {LARGE:,} / at {MIDDLE:,}", grown, 10)
    if largest:
        yield Target(f"memory at {LARGEST:,}, MB", largest.ours.cold.peak, TWO_GB)


FIGURES = {"wall": "time", "cpu": "CPU", "peak": "memory"}


def _beside(size: Size, **most: float) -> Iterator[Target]:
    if size.peer:
        for figure, wanted in most.items():
            ratio = getattr(size.ours.cold, figure) / getattr(size.peer.cold, figure)
            yield Target(f"{FIGURES[figure]} / the peer's at {size.people:,}", ratio, wanted)


def _changed(size: Size) -> Iterator[Target]:
    for name, most in CHANGED[size.people].items():
        yield Target(f"{name} changed at {size.people:,}, s", size.ours.changes[name].wall, most)
