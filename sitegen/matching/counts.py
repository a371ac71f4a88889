"""What matching counts over everybody, in steps: one changed page rarely moves any of it.

The number of users of a word and of holders of a skill counts by how often everybody can be halved
until only they are left, the average length of a text in steps of 32 words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sitegen.matching.credit import HIGHEST, WHOLE
from sitegen.matching.reading import Pages
from sitegen.matching.skills import Skills
from sitegen.models.assignment import SkillNeed

# Rarity moves in steps: a quarter more for each halving of everybody, at most double.
RARER = WHOLE // 4
MOST_STEPS = 4
LENGTH_STEP = 32


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people there are, and words on their pages; who uses each stem, who has each skill.

    `holders` counts by skill and level those who have it at that level or above.
    """

    people: int
    words: int
    users: Mapping[str, int]
    holders: Mapping[tuple[str, int], int]

    @classmethod
    def of(cls, pages: Pages, skills: Skills) -> Counts:
        """Count over these pages, and the skills of the same people."""
        users = np.bincount(pages.terms, minlength=len(pages.stems))
        found = users.nonzero()[0].tolist()
        holders = {
            (skill, level): count
            for level in range(1, HIGHEST + 1)
            for skill, count in skills.holders(level).items()
            if count
        }
        return cls(
            pages.people,
            int(pages.lengths.sum()),
            {pages.stems[term]: int(users[term]) for term in found},
            holders,
        )

    def changed(self, less: Counts, more: Counts) -> Counts:
        """The same without some people, and with others."""
        users, holders = Counter(self.users), Counter(self.holders)
        for old, new, total in (
            (less.users, more.users, users),
            (less.holders, more.holders, holders),
        ):
            total.subtract(old)  # type: ignore[arg-type]  # each goes with its own
            total.update(new)  # type: ignore[arg-type]
        people = self.people - less.people + more.people
        return Counts(people, self.words - less.words + more.words, users, holders)

    @property
    def average(self) -> int:
        """Words on a page, in steps."""
        return LENGTH_STEP * max(1, round(self.words / LENGTH_STEP / max(1, self.people)))

    def halvings(self, term: str) -> int:
        """How often everybody can be halved until only those who use a word are left."""
        return _halvings(self.users.get(term, 0), self.people)

    def weight(self, term: str) -> int:
        """What a word weighs: the same less one, so nothing where more than a quarter use it."""
        return max(0, self.halvings(term) - 1)

    def need(self, need: SkillNeed) -> int:
        """Rarity from one to two, in thousandths: a rare skill weighs more, none decides alone."""
        holders = self.holders.get((need.skill, need.level), 0)
        return WHOLE + RARER * rarity(holders, self.people)


def rarity(holders: int, everybody: int) -> int:
    """How often everybody can be halved until only the holders are left, at most four times."""
    return min(MOST_STEPS, _halvings(holders, everybody))


def _halvings(few: int, everybody: int) -> int:
    return ((everybody + 1) // (few + 1)).bit_length() - 1
