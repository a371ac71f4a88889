"""What teams are put together from: what the fields of each person say, read once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from sitegen.directory import Person
from sitegen.i18n import CEFR
from sitegen.matching import said
from sitegen.matching.credit import Credit
from sitegen.matching.groups import Numbers
from sitegen.matching.pool import Pool
from sitegen.matching.spoken import compare
from sitegen.matching.worlds import silos_known
from sitegen.models.assignment import SkillNeed

# Whoever works together must be able to talk without help.
COMMON = CEFR.index("B1")


class Roster:
    """The people of a pool, as teams need to know them."""

    def __init__(self, pool: Pool) -> None:
        self.directory = pool.directory
        self.pool = pool

    def person(self, slug: str) -> Person:
        """Somebody by their slug."""
        return self.pool.people[self.pool.crowd.number[slug]]

    def level(self, person: Person, skill: str) -> int:
        """The level that counts of a skill in the fields; 0 for one never wanted again."""
        return self.pool.voices[self.pool.crowd.number[person.slug]].counting(skill)

    def credits(
        self, people: Sequence[Person], needs: Iterable[SkillNeed], asked: Collection[str]
    ) -> list[list[Credit]]:
        """What the list of each one's skills brings for each need.

        What is only told or lived is a reason to ask one person; a team is made of what is listed.
        """
        who = self._places(person.slug for person in people)
        found = self.pool.credits(needs, asked, who, np.zeros_like(who))
        voices = [self.pool.voices[place] for place in who.tolist()]
        return [
            [_listed(credits.one(place, voice)) for place, voice in enumerate(voices)]
            for credits in found
        ]

    def having(self, skill: str, people: Iterable[str]) -> Numbers:
        """The level of each that counts, 0 for none."""
        return self.pool.skills.having(skill, self._places(people))

    def speaking(self, tag: str, people: Iterable[str]) -> Numbers:
        """The place of each one's level in CEFR; -1 for a language not stated."""
        spoken = self.pool.crowd.by(said.languages)
        places = self._places(people)
        return spoken.values(places, ("level", tag), lambda p: self.rank(p, tag) + 1) - 1

    def _places(self, people: Iterable[str]) -> Numbers:
        return np.array([self.pool.crowd.number[slug] for slug in people], np.int64)

    @staticmethod
    def rank(person: Person, tag: str) -> int:
        """The place of somebody's level in CEFR; -1 for a language not stated."""
        (spoken,) = compare(person.profile, {tag: CEFR[0]})
        return CEFR.index(spoken.level) if spoken.level else -1

    def common(self, person: Person, tag: str) -> bool:
        """Whether somebody can work in a language."""
        return self.rank(person, tag) >= COMMON

    @staticmethod
    def worlds(person: Person) -> frozenset[str]:
        """The worlds in which somebody has worked for two years at least."""
        return frozenset(silos_known(person))


def _listed(found: Credit) -> Credit:
    return found if found.through in ("skill", "close") else Credit(found.need, found.weight)
