"""One file as written, and what was noticed while it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from sitegen.errors import Place, Problem
from sitegen.frontmatter.marks import NOWHERE, Loc, Node, Places


class Noticed(NamedTuple):
    """A warning about how a value was read, and where that value starts."""

    value: Place
    problem: Problem


@dataclass(frozen=True, slots=True)
class Source:
    """One file as written: values as text, where each key and each value stands, and the body."""

    path: str
    data: Mapping[str, Node]
    places: Places = NOWHERE
    body: str = ""
    body_line: int = 1
    noticed: tuple[Noticed, ...] = ()

    @property
    def values(self) -> Mapping[Loc, Place]:
        """Where each value stands, in the order of the file."""
        return self.places.values

    @property
    def keys(self) -> Mapping[Loc, Place]:
        """Where each key stands, in the order of the file."""
        return self.places.keys

    def moved(self, path: str) -> Source:
        """The same under another path, what was noticed in it included."""
        noticed = tuple(
            found._replace(problem=replace(found.problem, path=path)) for found in self.noticed
        )
        return replace(self, path=path, noticed=noticed)

    def place(self, loc: Loc, *, at_key: bool = False) -> Place:
        """Where `loc` stands; when it does not exist, where its nearest parent does."""
        table = self.keys if at_key and loc in self.keys else self.values
        while loc and loc not in table:
            loc, table = loc[:-1], self.values
        return table.get(loc, Place(1, 1))

    def at(self, loc: Loc) -> Node | None:
        """The value at `loc`, or None."""
        found: Node | None = dict(self.data)
        for part in loc:
            if isinstance(found, dict) and isinstance(part, str):
                found = found.get(part)
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found
