"""Everybody who takes part, and what scoring counts once over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.credit import WHOLE, Credit, best_credit
from sitegen.matching.text import Brief, Corpus
from sitegen.matching.voice import Voice, voice_of
from sitegen.models.assignment import SkillNeed
from sitegen.prose import Phrases, without_marks
from sitegen.vocabulary import Vocabulary

# Rarity moves in steps: a quarter more for each halving of everybody, at most double.
RARER = WHOLE // 4
MOST_RARE = 2 * WHOLE


@dataclass(frozen=True, slots=True)
class Pool:
    """People and what they say by slug; who brings a skill in any way; published counts."""

    people: Mapping[str, Person]
    voices: Mapping[str, Voice]
    related: Mapping[str, tuple[str, ...]]
    bringing: Mapping[str, tuple[str, ...]]
    holders: Mapping[tuple[str, int], int]
    corpus: Corpus
    vocabulary: Vocabulary

    def showing(self, posting: Posting, near: Iterable[str]) -> tuple[str, ...]:
        """Whoever has anything for a required skill, and those `near` the brief, by slug."""
        required = {need.skill for need in posting.assignment.skills.required}
        skills = required.union(*(self.related.get(skill, ()) for skill in required))
        return tuple(sorted({*near, *(w for s in skills for w in self.bringing.get(s, ()))}))

    def credit(self, slug: str, need: SkillNeed, asked: Collection[str], share: int) -> Credit:
        """Find the best that a person has for a need.

        A skill that is `asked` for itself stands in for no other: who asks for both wants both.
        """
        related = [s for s in self.related.get(need.skill, ()) if s not in asked]
        return best_credit(need, self.weight(need), self.voices[slug], related, share)

    def weight(self, need: SkillNeed) -> int:
        """Rarity from one to two, in thousandths: a rare skill weighs more, none decides alone.

        Counts how often everybody can be halved until only those at the level are left.
        """
        holders = self.holders.get((need.skill, need.level), 0)
        halvings = ((len(self.people) + 1) // (holders + 1)).bit_length() - 1
        return min(MOST_RARE, WHOLE + RARER * halvings)

    def brief(self, posting: Posting) -> Brief:
        """What a posting asks, in the words that tell people apart."""
        assignment, skills = posting.assignment, self.vocabulary.skills
        needs = (*assignment.skills.required, *assignment.skills.desirable)
        labels = (skills[need.skill].label for need in needs)
        body = without_marks(posting.body)
        return self.corpus.brief((assignment.title, body, *assignment.deliverables, *labels))


def pool_of(directory: Directory) -> Pool:
    """Count over all people of a directory who take part in matching."""
    vocabulary, phrases = directory.vocabulary, Phrases(directory.vocabulary)
    people = {slug: p for slug, p in sorted(directory.people.items()) if p.is_matched}
    voices = {slug: voice_of(person, vocabulary, phrases) for slug, person in people.items()}
    holders = Counter(
        (skill, level)
        for voice in voices.values()
        for skill, most in voice.levels.items()
        for level in range(1, most + 1)
    )
    corpus = Corpus({slug: voice.words for slug, voice in voices.items()})
    related, bringing = _related(vocabulary), _bringing(voices)
    return Pool(people, voices, related, bringing, holders, corpus, vocabulary)


def _bringing(voices: Mapping[str, Voice]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for slug, voice in voices.items():
        for skill in {*voice.levels, *voice.lived, *voice.told}:
            found.setdefault(skill, []).append(slug)
    return {skill: tuple(slugs) for skill, slugs in found.items()}


def _related(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Skills one step away, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for skill in vocabulary.skills.values():
        for other in skill.related:
            found.setdefault(skill.id, set()).add(other)
            found.setdefault(other, set()).add(skill.id)
    return {skill: tuple(sorted(others)) for skill, others in found.items()}
