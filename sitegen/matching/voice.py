"""What one person says of themselves, as matching counts it: once for each, before all briefs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.directory import Person
from sitegen.matching.evidence import unproven
from sitegen.models.profile import Transition
from sitegen.prose import Sentence
from sitegen.vocabulary import Vocabulary

# The level that counts of a claim with nothing to check, and of what is told and not listed.
LISTED_LIKE = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """Levels of the skills that count, those with nothing to check, and what is only told.

    `lived` are the passages that show a skill by having been completed; `told` the sentences that
    name a skill.
    """

    levels: Mapping[str, int]
    unwanted: frozenset[str]
    unproven: frozenset[str]
    confirmed: frozenset[str]
    lived: Mapping[str, Transition]
    told: Mapping[str, Sentence]

    def counting(self, skill: str) -> int:
        """The level that counts where one has to be held; 0 for a skill that is not listed."""
        level = self.levels.get(skill, 0)
        return min(level, LISTED_LIKE) if skill in self.unproven else level


def unwanted(person: Person) -> frozenset[str]:
    """The skills that a person has and never wants to use again."""
    return frozenset(claim.skill for claim in person.profile.skills if not claim.again)


def voice_of(person: Person, vocabulary: Vocabulary, told: Mapping[str, Sentence]) -> Voice:
    """What the fields of a profile say, with what its sentences tell."""
    never = unwanted(person)
    skills = dict.fromkeys((*(c.skill for c in person.profile.skills), *sorted(person.confirmed)))
    levels = {skill: person.level(skill) for skill in skills if skill not in never}
    return Voice(
        levels,
        never,
        unproven(person.profile, frozenset(person.confirmed)),
        frozenset(person.confirmed),
        _lived(person, vocabulary),
        told,
    )


def _lived(person: Person, vocabulary: Vocabulary) -> dict[str, Transition]:
    completed = (t for t in person.profile.transitions if t.state == "through-it")
    return {skill: t for t in completed for skill in vocabulary.passages[t.passage].shows}
