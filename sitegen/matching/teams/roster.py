"""What teams are put together from: what the fields of each person say, read once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sitegen.directory import Directory, Person
from sitegen.i18n import CEFR
from sitegen.matching.credit import Credit
from sitegen.matching.pool import Pool
from sitegen.matching.score import SILO_YEARS
from sitegen.matching.spoken import compare
from sitegen.models.assignment import SkillNeed

# Whoever works together must be able to talk without help.
COMMON = CEFR.index("B1")


class Roster:
    """The people of a directory who take part, as teams need to know them."""

    def __init__(self, directory: Directory, pool: Pool) -> None:
        self.directory = directory
        self.pool = pool
        self._having: dict[str, dict[str, int]] = {}
        self._speaking: dict[str, dict[str, int]] = {}
        for slug, voice in pool.voices.items():
            for skill, level in voice.levels.items():
                self._having.setdefault(skill, {})[slug] = level

    def levels(self, person: Person) -> Mapping[str, int]:
        """The level that counts of each skill in the fields; none of those never wanted again."""
        return self.pool.voices[person.slug].levels

    def credit(self, person: Person, need: SkillNeed, asked: Collection[str]) -> Credit:
        """What the list of somebody's skills brings for a need.

        What is only told or lived is a reason to ask one person; a team is made of what is listed.
        """
        found = self.pool.credit(person.slug, need, asked, 0)
        listed = found.through in ("skill", "close")
        return found if listed else Credit(need, found.weight)

    def having(self, skill: str) -> Mapping[str, int]:
        """Everybody who has a skill, with the level that counts."""
        return self._having.get(skill, {})

    def speaking(self, tag: str) -> Mapping[str, int]:
        """Everybody who speaks a language, with the place of their level in CEFR."""
        if tag not in self._speaking:
            spoken = {s: compare(p.profile, {tag: CEFR[0]}) for s, p in self.pool.people.items()}
            self._speaking[tag] = {
                slug: CEFR.index(one.level) for slug, (one,) in spoken.items() if one.level
            }
        return self._speaking[tag]

    def rank(self, person: Person, tag: str) -> int:
        """The place of somebody's level in CEFR; -1 for a language not stated."""
        return self.speaking(tag).get(person.slug, -1)

    def common(self, person: Person, tag: str) -> bool:
        """Whether somebody can work in a language."""
        return self.rank(person, tag) >= COMMON

    @staticmethod
    def worlds(person: Person) -> frozenset[str]:
        """The worlds in which somebody has worked for two years at least."""
        years = person.profile.silos
        return frozenset(silo for silo, count in years.items() if (count or 0) >= SILO_YEARS)
