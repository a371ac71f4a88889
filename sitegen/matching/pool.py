"""Everybody who takes part, and what scoring counts once over all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.credit import NEAR, WHOLE, Credits, credits_of
from sitegen.matching.groups import Crowd, Numbers
from sitegen.matching.reading import read_pages
from sitegen.matching.skills import Skills
from sitegen.matching.text import Brief, Corpus
from sitegen.matching.voice import Voice
from sitegen.matching.worlds import Worlds
from sitegen.memo import ONCE, Memo
from sitegen.models.assignment import SkillNeed
from sitegen.prose import without_marks
from sitegen.vocabulary import Vocabulary
from sitegen.workers import Alone, Crew

# Rarity moves in steps: a quarter more for each halving of everybody, at most double.
RARER = WHOLE // 4
MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Pool:
    """People, what they say and what they bring, each at the same place; published counts."""

    directory: Directory
    crowd: Crowd
    voices: tuple[Voice, ...]
    skills: Skills
    worlds: Worlds
    related: Mapping[str, tuple[str, ...]]
    corpus: Corpus

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who takes part, in the order of their slugs."""
        return self.crowd.people

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms."""
        return self.directory.vocabulary

    def showing(self, posting: Posting, shares: Numbers) -> Numbers:
        """Whoever has anything for a required skill, or a text near the brief."""
        required = {need.skill for need in posting.assignment.skills.required}
        skills = required.union(*(self.related.get(skill, ()) for skill in required))
        return np.flatnonzero(self.skills.bringing(skills) | (shares >= NEAR))

    def credits(
        self, needs: Iterable[SkillNeed], asked: Collection[str], who: Numbers, shares: Numbers
    ) -> tuple[Credits, ...]:
        """The best that these people have for each need.

        A skill that is `asked` for itself stands in for no other: who asks for both wants both.
        """
        return tuple(
            credits_of(
                need,
                self.weight(need),
                self.skills,
                [skill for skill in self.related.get(need.skill, ()) if skill not in asked],
                who,
                shares,
            )
            for need in needs
        )

    def weight(self, need: SkillNeed) -> int:
        """Rarity from one to two, in thousandths: a rare skill weighs more, none decides alone."""
        holders = self.skills.holders(need.skill, need.level)
        return WHOLE + RARER * rarity(holders, len(self.people))

    def brief(self, posting: Posting) -> Brief:
        """What a posting asks, in the words that tell people apart."""
        assignment, skills = posting.assignment, self.vocabulary.skills
        needs = (*assignment.skills.required, *assignment.skills.desirable)
        labels = (skills[need.skill].label for need in needs)
        body = without_marks(posting.body)
        return self.corpus.brief((assignment.title, body, *assignment.deliverables, *labels))


def pool_of(directory: Directory, crew: Crew | None = None, memo: Memo = ONCE) -> Pool:
    """Read and count over all people of a directory who take part in matching."""
    vocabulary = directory.vocabulary
    people = [person for _, person in sorted(directory.people.items()) if person.is_matched]
    voices, pages = read_pages(vocabulary, people, crew or Alone(), memo)
    return Pool(
        directory,
        Crowd(people),
        voices,
        Skills.of(voices, vocabulary),
        Worlds.of(people, vocabulary),
        neighbours(vocabulary),
        Corpus(pages),
    )


def rarity(holders: int, everybody: int) -> int:
    """How often everybody can be halved until only the holders are left, at most four times."""
    return min(MOST_STEPS, ((everybody + 1) // (holders + 1)).bit_length() - 1)


def neighbours(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Skills one step away, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for skill in vocabulary.skills.values():
        for other in skill.related:
            found.setdefault(skill.id, set()).add(other)
            found.setdefault(other, set()).add(skill.id)
    return {skill: tuple(sorted(others)) for skill, others in found.items()}
