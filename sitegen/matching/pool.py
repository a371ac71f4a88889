"""What scoring counts once over everybody who takes part: levels, rarity, words, close skills."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person, Posting
from sitegen.markup import plain
from sitegen.models.assignment import SkillNeed
from sitegen.terms import WORD, fold
from sitegen.vocabulary import Vocabulary

# Shares are thousandths: matching sorts by integers only.
WHOLE = 1000
FIT = (WHOLE, 650, 300)
RELATED = 500
# A word that more than an eighth of the people use says little about any of them.
COMMON = 8


@dataclass(frozen=True, slots=True)
class Credit:
    """What a person brings for one need: `through` is the skill itself or a close one."""

    need: SkillNeed
    weight: int
    points: int
    through: str = ""
    level: int = 0

    @property
    def is_full(self) -> bool:
        """The skill itself, at the level asked."""
        return self.points == WHOLE

    @property
    def is_close(self) -> bool:
        """Another skill counts in its place."""
        return self.points > 0 and self.through != self.need.skill


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody who takes part, by slug, and what is counted over all of them."""

    people: Mapping[str, Person]
    levels: Mapping[str, Mapping[str, int]]
    words: Mapping[str, frozenset[str]]
    related: Mapping[str, tuple[str, ...]]
    holders: Mapping[tuple[str, int], int]
    common: frozenset[str]

    def credit(self, slug: str, need: SkillNeed, asked: Collection[str]) -> Credit:
        """Find the best that a person has for a need: the skill itself, or one a single step away.

        A skill that is `asked` for itself stands in for no other: who asks for both wants both.
        """
        held, weight = self.levels[slug], self.weight(need)
        found = [
            Credit(
                need, weight, fit(held[skill], need.level) * similar // WHOLE, skill, held[skill]
            )
            for skill, similar in self._near(need.skill)
            if skill in held and (skill == need.skill or skill not in asked)
        ]
        return max(found, key=lambda credit: credit.points, default=Credit(need, weight, 0))

    def _near(self, skill: str) -> Iterable[tuple[str, int]]:
        yield skill, WHOLE
        for other in self.related.get(skill, ()):
            yield other, RELATED

    def weight(self, need: SkillNeed) -> int:
        """Rarity from one to two, in thousandths: a rare skill weighs more, and none decides alone.

        1 + ln((N + 1) / (n + 1)) / ln(N + 1), where n of N people have the skill at the level.
        """
        everybody, holders = len(self.people), self.holders.get((need.skill, need.level), 0)
        rarity = math.log((everybody + 1) / (holders + 1)) / math.log(everybody + 1)
        return WHOLE + round(WHOLE * rarity)

    def telling(self, posting: Posting) -> frozenset[str]:
        """The words of a brief that tell people apart."""
        return words_of([plain(posting.body)]) - self.common


def fit(level: int, asked: int) -> int:
    """How far a level serves: more than asked brings nothing extra."""
    below = max(0, asked - level)
    return FIT[below] if below < len(FIT) else 0


def pool_of(directory: Directory) -> Pool:
    """Count over all people of a directory who take part in matching."""
    people = {slug: p for slug, p in sorted(directory.people.items()) if p.is_matched}
    levels = {slug: _levels(person) for slug, person in people.items()}
    words = {slug: _words(person) for slug, person in people.items()}
    used = Counter(word for found in words.values() for word in found)
    holders = Counter(
        (skill, level)
        for held in levels.values()
        for skill, most in held.items()
        for level in range(1, most + 1)
    )
    most = max(1, len(people) // COMMON)
    common = frozenset(word for word, count in used.items() if count > most)
    return Pool(people, levels, words, _related(directory.vocabulary), holders, common)


def unwanted(person: Person) -> frozenset[str]:
    """The skills that a person has and never wants to use again."""
    return frozenset(claim.skill for claim in person.profile.skills if not claim.again)


def _levels(person: Person) -> dict[str, int]:
    skills = [claim.skill for claim in person.profile.skills]
    skills += [skill for skill in person.confirmed if skill not in skills]
    return {skill: person.level(skill) for skill in skills if skill not in unwanted(person)}


def _words(person: Person) -> frozenset[str]:
    evidence = [claim.evidence or "" for claim in person.profile.skills if claim.again]
    return words_of([plain(person.body), *evidence])


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of texts, numbers and single letters left out."""
    found = (word for text in texts for word in WORD.findall(fold(text)))
    return frozenset(word for word in found if len(word) > 1 and not word.isdecimal())


def _related(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Skills one step away, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for skill in vocabulary.skills.values():
        for other in skill.related:
            found.setdefault(skill.id, set()).add(other)
            found.setdefault(other, set()).add(skill.id)
    return {skill: tuple(sorted(others)) for skill, others in found.items()}
