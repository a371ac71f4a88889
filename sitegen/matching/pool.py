"""Those who take part, and what scoring reads of all of them once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.counts import Counts
from sitegen.matching.credit import NEAR, Credits, credits_of
from sitegen.matching.groups import Crowd, Numbers
from sitegen.matching.reading import Texts, read_texts, words
from sitegen.matching.skills import Skills
from sitegen.matching.text import Corpus
from sitegen.matching.voice import Voice
from sitegen.matching.worlds import Worlds
from sitegen.models.assignment import SkillNeed
from sitegen.prose import without_marks
from sitegen.stems import stem
from sitegen.vocabulary import Vocabulary
from sitegen.workers import Alone, Crew


@dataclass(frozen=True, slots=True)
class Pool:
    """Some people, what they say and bring, each at the same place; what is counted over all."""

    directory: Directory
    crowd: Crowd
    texts: Texts
    skills: Skills
    worlds: Worlds
    related: Mapping[str, tuple[str, ...]]
    counts: Counts
    corpus: Corpus

    @classmethod
    def of(
        cls,
        directory: Directory,
        people: Sequence[Person],
        texts: Texts,
        counts: Counts | None = None,
    ) -> Pool:
        """A pool of these people, who say that; without `counts` they are everybody."""
        vocabulary = directory.vocabulary
        skills = Skills.of(texts.voices, vocabulary)
        counts = counts or Counts.of(texts.pages, skills)
        return cls(
            directory,
            Crowd(people),
            texts,
            skills,
            Worlds.of(people, vocabulary),
            neighbours(vocabulary),
            counts,
            Corpus(texts.pages, counts),
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who are in it, in order."""
        return self.crowd.people

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What each says of themselves."""
        return self.texts.voices

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms."""
        return self.directory.vocabulary

    def places(self, slugs: Collection[str]) -> Numbers:
        """Where those of these people stand who are in it."""
        number = self.crowd.number
        return np.array(sorted(number[slug] for slug in slugs if slug in number), np.int64)

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
                self.counts.need(need),
                self.skills,
                [skill for skill in self.related.get(need.skill, ()) if skill not in asked],
                who,
                shares,
            )
            for need in needs
        )


def asked_words(posting: Posting, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The stems of what a posting says it asks, each once, in order."""
    assignment, skills = posting.assignment, vocabulary.skills
    needs = (*assignment.skills.required, *assignment.skills.desirable)
    labels = (skills[need.skill].label for need in needs)
    texts = (assignment.title, without_marks(posting.body), *assignment.deliverables, *labels)
    return tuple(sorted({stem(word) for text in texts for word in words(text)}))


def pool_of(directory: Directory, crew: Crew | None = None) -> Pool:
    """Read and count over all people of a directory who take part in matching."""
    people = taking_part(directory)
    return Pool.of(directory, people, read_texts(directory.vocabulary, people, crew or Alone()))


def taking_part(directory: Directory) -> list[Person]:
    """Whoever is matched, in the order of slugs."""
    return [person for _, person in sorted(directory.people.items()) if person.is_matched]


def neighbours(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Skills one step away, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for skill in vocabulary.skills.values():
        for other in skill.related:
            found.setdefault(skill.id, set()).add(other)
            found.setdefault(other, set()).add(skill.id)
    return {skill: tuple(sorted(others)) for skill, others in found.items()}
