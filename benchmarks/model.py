"""What a larger directory costs: a model out of the figures that were measured last.

`python -m benchmarks.model` prints its tables from benchmarks/growth.json. Each figure is a line
through the two largest sizes measured; matching grows with people times open assignments, all else
with people. The formula is explained in docs/scaling.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.growth.figures import Measured, Size, kept

PEOPLE = (10_000, 100_000, 1_000_000)
WORKERS = (1, 2, 4, 16, 64)
# What one process does, what its workers share, and the pieces of that which are not cut further.
ALONE = ("decide", "follow", "write")
READING = ("read", "check")
SHARED = (*READING, "match", "render")
UNCUT = ("search", "compare", "exports")
# What static hosting takes, as docs/scaling.md says where.
LIMITS = (
    ("20,000 files: Cloudflare Pages", "files", 20_000),
    ("100,000 files: Cloudflare Pages for those who pay", "files", 100_000),
    ("200,000 files: GitLab Pages", "files", 200_000),
    ("1 GB: GitHub Pages, GitLab Pages", "size", 1e9),
)

Table = Sequence[Sequence[str]]


class Line(NamedTuple):
    """`start + each * x`."""

    start: float
    each: float

    def at(self, x: float) -> float:
        """The figure at x."""
        return self.start + self.each * x

    @classmethod
    def through(cls, points: Iterable[tuple[float, float]]) -> Line:
        """Through the two points with the largest x; what does not grow is flat, never falling."""
        (x1, y1), (x2, y2) = sorted(points)[-2:]
        each = max((y2 - y1) / (x2 - x1), 0.0)
        return cls(y2 - each * x2, each)


class Model:
    """Predictions for any number of people, with an assignment for so many as were measured."""

    def __init__(self, measured: Measured) -> None:
        self._sizes, self._jobs = measured.sizes, measured.jobs
        largest = self._sizes[-1]
        self._open = largest.postings / largest.people

    def seconds(self, people: float, workers: int) -> float:
        """Of a build from nothing: what one process does, and what its workers share."""
        alone, reading, pages, *uncut = (
            self._line(self._effort(*names)).at(people)
            for names in (ALONE, READING, ("render",), *((one,) for one in UNCUT))
        )
        matching = self._matching().at(people * people * self._open)
        return alone + (reading + matching) / workers + max(pages / workers, *uncut)

    def memory(self, people: float) -> float:
        """MB of all processes with two workers."""
        return self._line(lambda size: size.ours.cold.peak).at(people)

    def files(self, people: float) -> float:
        """Files of the site."""
        return self._line(lambda size: size.ours.files).at(people)

    def size(self, people: float) -> float:
        """Bytes of the site."""
        return self._line(lambda size: size.ours.size).at(people)

    def fetched(self, name: str, people: float) -> float:
        """Bytes of a part of the search, compressed."""
        return self._line(lambda size: size.search[name]).at(people)

    def most_people(self, figure: str, most: float) -> float:
        """With how many people the site has so many files or bytes."""
        line = self._line(lambda one: getattr(one.ours, figure))
        return (most - line.start) / line.each

    def _line(self, figure: Callable[[Size], float]) -> Line:
        return Line.through((size.people, figure(size)) for size in self._sizes)

    def _matching(self) -> Line:
        """CPU seconds by people times assignments."""
        effort = self._effort("match")
        return Line.through((size.people * size.postings, effort(size)) for size in self._sizes)

    def _effort(self, *names: str) -> Callable[[Size], float]:
        """CPU seconds of stages: those of the build, by how long how many processes were at each.

        So others on the machine, who make each stage longer, do not count.
        """

        def effort(size: Size) -> float:
            lasted = {n: size.stages[n] * (self._jobs if n in SHARED else 1) for n in size.stages}
            share = size.ours.cold.cpu / sum(lasted[name] for name in (*ALONE, *SHARED))
            # A stage that has come since a size was measured took nothing then.
            return share * sum(lasted.get(name, 0.0) for name in names)

        return effort


def tables(measured: Measured) -> Iterator[tuple[str, Table]]:
    """A title and rows, the first of which are heads: the site, the build, the search."""
    model = Model(measured)
    yield (
        "The site",
        [
            ("people", "files", "MB"),
            *((_n(n), _n(model.files(n)), _n(model.size(n) / 1e6)) for n in PEOPLE),
        ],
    )
    yield (
        "A build from nothing: minutes by workers, and MB of memory with two",
        [
            (
                "people",
                *map(str, WORKERS),
                "MB",
            ),
            *(
                (_n(n), *(f"{model.seconds(n, w) / 60:,.1f}" for w in WORKERS), _n(model.memory(n)))
                for n in PEOPLE
            ),
        ],
    )
    names = [*measured.sizes[-1].search]
    yield (
        "What a first search fetches, kB compressed",
        [
            ("people", *names),
            *((_n(n), *(f"{model.fetched(name, n) / 1e3:,.1f}" for name in names)) for n in PEOPLE),
        ],
    )
    yield (
        "Where it no longer fits",
        [
            ("limit", "people"),
            *((limit, _n(model.most_people(figure, most))) for limit, figure, most in LIMITS),
        ],
    )


def _n(value: float) -> str:
    return f"{value:,.0f}"


def main() -> None:
    """Print every table."""
    measured = kept()
    if len(measured.sizes) < 2:
        raise SystemExit("a model needs two sizes: python -m benchmarks.growth 1000 --write FILE")
    model = Model(measured)
    taken = ", ".join(f"{size.people:,} on {size.day}" for size in measured.sizes)
    print(f"from what was measured: {taken}; {measured.machine}")
    for size in measured.sizes:
        said = model.seconds(size.people, measured.jobs)
        print(f"{size.people:,}: {said:,.1f} s by the model, {size.ours.cold.wall:,.1f} s measured")
    for title, rows in tables(measured):
        print(f"\n{title}")
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


if __name__ == "__main__":
    main()
