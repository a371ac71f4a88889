"""What a posting asks of a team, as bits: a set of needs is an int, and covering is `|`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.directory import Posting
from sitegen.i18n import CEFR
from sitegen.matching.teams.roster import Roster
from sitegen.models.assignment import SkillNeed


@dataclass(frozen=True, slots=True)
class Asked:
    """The needs of a team: bit n is the n-th required skill, then come the team's languages."""

    posting: Posting
    required: tuple[SkillNeed, ...]
    languages: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, posting: Posting) -> Asked:
        """Read them from the fields of a posting."""
        assignment = posting.assignment
        return cls(posting, assignment.skills.required, tuple(assignment.languages.in_team.items()))

    @property
    def count(self) -> int:
        """How many needs there are."""
        return len(self.required) + len(self.languages)

    @property
    def skills(self) -> int:
        """The bits of the required skills."""
        return (1 << len(self.required)) - 1

    @property
    def needs(self) -> int:
        """The bits of all needs."""
        return (1 << self.count) - 1

    def covered(self, people: Sequence[str], roster: Roster) -> list[int]:
        """The needs that each of some people meets, skills by the level that counts."""
        found = np.zeros(len(people), np.int64)
        for bit, need in enumerate(self.required):
            found |= (roster.having(need.skill, people) >= need.level).astype(np.int64) << bit
        for bit, (tag, level) in enumerate(self.languages, len(self.required)):
            speaking = roster.speaking(tag, people) >= CEFR.index(level)
            found |= speaking.astype(np.int64) << bit
        return [int(needs) for needs in found]

    def rank(self, needs: int) -> tuple[int, int]:
        """How much is covered: skills first, then languages."""
        skills = (needs & self.skills).bit_count()
        return skills, needs.bit_count() - skills
