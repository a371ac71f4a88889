"""The words of everything that tells of a life, and which of them tell people apart."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from hashlib import sha256

from sitegen.directory import Directory, Person
from sitegen.matching.reading import words

# Over so many people is counted which words are common, chosen by hash: more would say the same.
CORPUS = 1000
# A word that more than an eighth of the people use says little about any of them.
COMMON = 8
# However few people there are, a word of two of them still tells something.
FEWEST_COMMON = 2
ADDRESS = re.compile(r"\]\([^)\s]*\)")


class Texts:
    """Words by person, read when they are first asked for."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._words: dict[str, frozenset[str]] = {}

    def telling(self, person: Person) -> frozenset[str]:
        """The words of somebody that tell them apart from others."""
        return self.words(person) - self.common

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that more than an eighth of the people use: the same whoever seeks."""
        taking_part = [p for p in self._directory.people.values() if p.is_matched]
        taking_part.sort(key=lambda person: sha256(person.slug.encode()).hexdigest())
        corpus = taking_part[:CORPUS]
        used = Counter(word for person in corpus for word in self.words(person))
        most = max(FEWEST_COMMON, len(corpus) // COMMON)
        return frozenset(word for word, count in used.items() if count > most)

    def words(self, person: Person) -> frozenset[str]:
        """The words of text, headline, ventures, what they wish they had known, and stories."""
        if person.slug not in self._words:
            self._words[person.slug] = self._read(person)
        return self._words[person.slug]

    def _read(self, person: Person) -> frozenset[str]:
        profile = person.profile
        stories = self._directory.articles.get("stories", {})
        told = [stories.get(t.story) for t in profile.transitions if t.story]
        texts = [
            person.body,
            profile.headline,
            profile.guidance.wish_i_had_known or "",
            *profile.in_my_words,
            *(venture.summary or "" for venture in profile.ventures),
            *(story.body for story in told if story),
        ]
        # Words of Markdown as it is written: only addresses are no words.
        return frozenset(word for text in texts for word in words(ADDRESS.sub("]", text)))
