"""The words of everything that tells of a life, and which of them tell people apart."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
# What a memo keeps of the last count.
NAME = "words of guides"
_NOTHING: frozenset[str] = frozenset()
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
    def _corpus(self) -> Mapping[str, frozenset[str]]:
        """The words of each person over whom is counted."""
        taking_part = [p for p in self._directory.people.values() if p.is_matched]
        taking_part.sort(key=lambda person: sha256(person.slug.encode()).hexdigest())
        return {person.slug: self._told(person) for person in taking_part[:CORPUS]}

    @cached_property
    def _common(self) -> frozenset[int]:
        """Words that more than an eighth of the people use: the same whoever seeks."""
        before: _Used = self._memo.last(NAME) or _Used({}, Counter())
        used = before.changed(self._corpus)
        self._memo.keep(NAME, used)
        most = max(FEWEST_COMMON, len(self._corpus) // COMMON)
        return frozenset(self._numbered(w for w, count in used.by.items() if count > most))

    def words(self, person: Person) -> array[int]:
        """Each word of text, headline, ventures, what they wish they had known, and stories."""
        if person.slug not in self._words:
            told = self._corpus.get(person.slug)
            found = self._told(person) if told is None else told
            self._words[person.slug] = array("i", self._numbered(found))
        return self._words[person.slug]

    def _numbered(self, words: Iterable[str]) -> Iterator[int]:
        number = self._number
        return (number.setdefault(word, len(number)) for word in words)

    def _told(self, person: Person) -> frozenset[str]:
        stories = self._directory.articles.get("stories", {})
        told = [stories.get(t.story) for t in person.profile.transitions if t.story]
        stories_told = tuple(story.body for story in told if story)
        return self._memo.of(
            ("told", person.slug), (person, *stories_told), partial(_read, person, stories_told)
        )


@dataclass(frozen=True, slots=True)
class _Used:
    """How many of some people use each word, of whom the words are kept to take them away again."""

    of: Mapping[str, frozenset[str]]
    by: Counter[str]

    def changed(self, now: Mapping[str, frozenset[str]]) -> _Used:
        """The same of other people, or of these with other words."""
        by = Counter(self.by)
        for slug in self.of.keys() | now.keys():
            before, after = self.of.get(slug, _NOTHING), now.get(slug, _NOTHING)
            if before is not after:
                by.subtract(before)
                by.update(after)
        return _Used(now, by)


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
