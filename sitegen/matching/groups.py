"""People by what they say: whoever says the same in some fields is judged once.

A condition reads a few fields, and in a large directory many people say the same there. So it is
judged for one of each group and holds for all of them, and once for all who ask the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.directory import Person

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
# Long ones: numbers of words, of terms, of sentences.
Column = NDArray[np.int32]

_UNKNOWN = -1


def total(columns: Iterable[Numbers | Flags], size: int) -> Numbers:
    """The sum of some columns, place by place."""
    found = np.zeros(size, np.int64)
    for column in columns:
        found += column
    return found


class Groups:
    """Some people, in order, by what `said` gives of each."""

    def __init__(self, people: Sequence[Person], said: Callable[[Person], Hashable]) -> None:
        numbers: dict[Hashable, int] = {}
        found = (numbers.setdefault(said(person), len(numbers)) for person in people)
        self._group: NDArray[np.int32] = np.fromiter(found, np.int32, len(people))
        _, first = np.unique(self._group, return_index=True)
        self._one = [people[place] for place in first.tolist()]
        self._known: dict[Hashable, NDArray[np.int16]] = {}

    def values(self, who: Numbers, asked: Hashable, value: Callable[[Person], int]) -> Numbers:
        """What `value` gives for the people with these places, from 0 to 32,767.

        It may read of a person only what they are grouped by, and else only what `asked` tells.
        """
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = np.full(len(self._one), _UNKNOWN, np.int16)
        groups = self._group[who]
        for group in np.unique(groups[known[groups] == _UNKNOWN]).tolist():
            known[group] = value(self._one[group])
        return known[groups].astype(np.int64)


class Crowd:
    """Everybody who takes part, in the order of their slugs, with their groups."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = tuple(people)
        self.number = {person.slug: place for place, person in enumerate(self.people)}
        self._groups: dict[Any, Groups] = {}

    def by(self, said: Callable[[Person], Hashable]) -> Groups:
        """The groups by what a function gives of each person."""
        if said not in self._groups:
            self._groups[said] = Groups(self.people, said)
        return self._groups[said]
