"""Where the keys and values of a file stand: eight bytes for each, in the order of the file.

Hardly anybody asks where something stands in a file that is right, and most are: the places are
worked out from the marks, and from what was read, when somebody does.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from sitegen.errors import Place

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
Loc: TypeAlias = tuple[str | int, ...]
Marks: TypeAlias = "array[int]"


def new_marks() -> Marks:
    """Nothing yet."""
    return array("Q")


def packed(line: int, column: int) -> int:
    """A line and a column, both counted from 1, in one number."""
    return line << 32 | column


def place_of(mark: int) -> Place:
    """The place of a mark."""
    return Place(mark >> 32, mark & 0xFFFF_FFFF)


@dataclass(frozen=True)
class Places:
    """Where the keys and values below `root` stand; `root` itself is at `top`.

    `marks` has one for each key and value, a key before its value, a group or a list before what it
    holds. The fields of `apart` are left out.
    """

    root: Node = ""
    marks: Marks = field(default_factory=new_marks)
    top: Loc = ()
    apart: tuple[str, ...] = ()

    @property
    def values(self) -> Mapping[Loc, Place]:
        """The place of each value by its loc, in the order of the file."""
        return self._tables[0]

    @property
    def keys(self) -> Mapping[Loc, Place]:
        """The place of each key by the loc of its value, in the order of the file."""
        return self._tables[1]

    def without(self, names: tuple[str, ...]) -> Places:
        """The same but for some fields, and for all below them."""
        return replace(self, apart=names)

    @cached_property
    def _tables(self) -> tuple[Mapping[Loc, Place], Mapping[Loc, Place]]:
        values: dict[Loc, Place] = {}
        keys: dict[Loc, Place] = {}
        if self.marks:
            _place(self.root, self.top, map(place_of, self.marks), values, keys)
        values, keys = (
            {loc: place for loc, place in table.items() if not loc or loc[0] not in self.apart}
            for table in (values, keys)
        )
        return values, keys


def _place(
    node: Node,
    loc: Loc,
    found: Iterator[Place],
    values: dict[Loc, Place],
    keys: dict[Loc, Place],
) -> None:
    values[loc] = next(found)
    if isinstance(node, dict):
        for name, value in node.items():
            keys[*loc, name] = next(found)
            _place(value, (*loc, name), found, values, keys)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            _place(value, (*loc, index), found, values, keys)


NOWHERE = Places()
