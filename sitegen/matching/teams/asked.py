"""What a posting asks of a team, as bits: a set of needs is an int, and covering is `|`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

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

    def covered(self, roster: Roster) -> Mapping[str, int]:
        """By person the needs they meet: a skill at the level that counts, a language; 0 else."""
        found: dict[str, int] = defaultdict(int)
        levels = [(roster.having(need.skill), need.level) for need in self.required]
        levels += [(roster.speaking(tag), CEFR.index(level)) for tag, level in self.languages]
        for bit, (holders, least) in enumerate(levels):
            for slug, level in holders.items():
                if level >= least:
                    found[slug] |= 1 << bit
        return found

    def rank(self, needs: int) -> tuple[int, int]:
        """How much is covered: skills first, then languages."""
        skills = (needs & self.skills).bit_count()
        return skills, needs.bit_count() - skills
