"""What was measured, as it is kept in benchmarks/growth.json: seconds, MB of memory, bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

from benchmarks.timing import Run, median

KEPT = Path(__file__).parent.parent / "growth.json"


class Figures(BaseModel):
    """Frozen, and without fields that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cost(Figures):
    """Wall and CPU seconds, and the peak in MB of all processes together."""

    wall: float
    cpu: float
    peak: float

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Self:
        """The median of each figure for itself."""
        return cls(**{name: round(one, 2) for name, one in median(runs)._asdict().items()})


class Site(Figures):
    """A site built where none was, and the same again after a change of each kind."""

    cold: Cost
    files: int
    size: int
    changes: Mapping[str, Cost] = {}


class Size(Figures):
    """Everything measured with so many people: ours, and the peer where it is there.

    `load` is that of the machine before the run, of one minute. `stages` are seconds by
    name. `search` are bytes, compressed, by what is fetched. `ended` says why the peer has no
    figures although it is there.
    """

    people: int
    postings: int
    day: str
    load: float
    rounds: int
    ours: Site
    peer: Site | None
    ended: str
    stages: Mapping[str, float]
    search: Mapping[str, int]


class Measured(Figures):
    """Sizes in order; `jobs` are the processes of a build of ours."""

    machine: str
    versions: str
    jobs: int
    sizes: tuple[Size, ...]

    def at(self, people: int) -> Size | None:
        """What was measured with so many people."""
        return next((size for size in self.sizes if size.people == people), None)


def kept(path: Path = KEPT) -> Measured:
    """What was measured last. Raises SystemExit where nothing was."""
    if not path.exists():
        raise SystemExit(f"no {path.name} yet: python -m benchmarks.growth --write FILE writes it")
    return Measured.model_validate_json(path.read_bytes())


def dump(measured: Measured) -> str:
    """As it is kept: the same figures are the same bytes."""
    return measured.model_dump_json(indent=1) + "\n"
