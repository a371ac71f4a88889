"""Figures that are to be reached, and whether they were."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """A figure, what was measured, and the most that it may be."""

    name: str
    value: float
    most: float

    @property
    def reached(self) -> bool:
        """It is no more than it may be."""
        return self.value <= self.most

    def line(self) -> str:
        """As it is printed."""
        verdict = "reached" if self.reached else "MISSED "
        return f"{verdict}  {self.name:<36}{self.value:>8.2f}  at most {self.most:g}"
