"""The words of everything that tells of a life, and which of them tell people apart."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, partial
from hashlib import sha256

from sitegen.directory import Directory, Person
from sitegen.matching.reading import different_words
from sitegen.memo import Memo
from sitegen.stop_words import FOREIGN

# Over so many people is counted which words are common, chosen by hash: more would say the same.
CORPUS = 1000
# A word that more than an eighth of the people use says little about any of them.
COMMON = 8
# However few people there are, a word of two of them still tells something.
FEWEST_COMMON = 2
ADDRESS = re.compile(r"\]\([^)\s]*\)")


class Texts:
    """Words by person as numbers, read when they are first asked for."""

    def __init__(self, directory: Directory, memo: Memo) -> None:
        self._directory, self._memo = directory, memo
        self._number: dict[str, int] = {}
        self._words: dict[str, array[int]] = {}
        self._telling: dict[str, frozenset[int]] = {}

    def telling(self, person: Person) -> frozenset[int]:
        """The words of somebody that tell them apart from others."""
        if person.slug not in self._telling:
            self._telling[person.slug] = frozenset(self.words(person)) - self._common
        return self._telling[person.slug]

    @cached_property
    def _common(self) -> frozenset[int]:
        """Words that more than an eighth of the people use: the same whoever seeks."""
        taking_part = [p for p in self._directory.people.values() if p.is_matched]
        taking_part.sort(key=lambda person: sha256(person.slug.encode()).hexdigest())
        corpus = taking_part[:CORPUS]
        used = Counter(word for person in corpus for word in self.words(person))
        most = max(FEWEST_COMMON, len(corpus) // COMMON)
        return frozenset(word for word, count in used.items() if count > most)

    def words(self, person: Person) -> array[int]:
        """Each word of text, headline, ventures, what they wish they had known, and stories."""
        if person.slug not in self._words:
            number = self._number
            stories = self._directory.articles.get("stories", {})
            told = [stories.get(t.story) for t in person.profile.transitions if t.story]
            stories_told = tuple(story.body for story in told if story)
            found = self._memo.of(
                ("told", person.slug),
                (person, *stories_told),
                partial(_read, person, stories_told),
            )
            numbers = (number.setdefault(word, len(number)) for word in found)
            self._words[person.slug] = array("i", numbers)
        return self._words[person.slug]


def _read(person: Person, stories: Iterable[str]) -> frozenset[str]:
    profile = person.profile
    texts = [
        person.body,
        profile.headline,
        profile.guidance.wish_i_had_known or "",
        *profile.in_my_words,
        *(venture.summary or "" for venture in profile.ventures),
        *stories,
    ]
    # Words of Markdown as it is written: only addresses are no words.
    return frozenset(different_words(ADDRESS.sub("]", "\n".join(texts)))) - FOREIGN
