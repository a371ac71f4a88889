"""Lists of measurements → the few figures that are printed."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Sizes = Mapping[str, int]
# What a path is counted as, the first that fits.
PARTS = {
    r"/lunr\.js$": "lunr.js",
    r"^/assets/.*\.js$": "own scripts",
    r"^/assets/": "styles and icon",
    r"^/search/([a-z]+)": r"\1",
    r"^/pagefind/.*\.js$": "its scripts",
    r"^/pagefind/(wasm|index|fragment|filter)": r"\1",
    r"^/pagefind/": "its meta",
    r".*": "page",
}


def part_of(path: str) -> str:
    """What a path is counted as."""
    found = ((re.search(pattern, path), name) for pattern, name in PARTS.items())
    return next(match.expand(name) for match, name in found if match)


def sorted_figures(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 95th percentile and maximum."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]


def parts_of(queries: Sequence[Sizes]) -> str:
    """The mean kB of each part, the largest first."""
    sums: dict[str, float] = {}
    for sizes in queries:
        for path, size in sizes.items():
            sums[part_of(path)] = sums.get(part_of(path), 0) + size / 1000 / len(queries)
    ordered = sorted(sums.items(), key=lambda item: -item[1])
    return ", ".join(f"{name} {size:.1f}" for name, size in ordered)


class Bytes(NamedTuple):
    """Bytes of each query: the first of a visitor with all scripts, and one that follows."""

    first: list[int]
    following: list[int]
    parts: list[Sizes]

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Bytes:
        """The first query counts the scripts that the page had loaded already, but not the page."""
        before = {path: size for path, size in found["before"].items() if path.endswith(".js")}
        parts: list[Sizes] = [{**before, **sizes} for sizes in found["first"]]
        return cls(_sums(parts), _sums(found["following"]), parts)


def _sums(queries: Iterable[Sizes]) -> list[int]:
    return [sum(sizes.values()) for sizes in queries]
