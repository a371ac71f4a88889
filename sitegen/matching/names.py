"""Organisations by name, so that of many only those that may be meant are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.directory import Person
from sitegen.matching.groups import Flags, Numbers
from sitegen.matching.organisations import NEAR, Party, ties_of

# Letters and digits have a column each, whatever else there is shares the others.
_ASCII = "abcdefghijklmnopqrstuvwxyz0123456789 "
_OTHERS = 16
# One name lies within another from so many common words on.
_COMMON_WORDS = 2
ROUNDING = 1e-6


class Names:
    """The ties of some people, in order: who has one that may be a given organisation."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_words: dict[str, list[int]] = {}
        self._by_domain: dict[str, list[int]] = {}
        for place, person in enumerate(people):
            for tie in ties_of(person):
                self._by_words.setdefault(tie.words, []).append(place)
                if tie.domain:
                    self._by_domain.setdefault(tie.domain, []).append(place)
        self._known = tuple(self._by_words)
        self._different = [len(set(words.split())) for words in self._known]
        self._lengths = np.array([len(words) for words in self._known], np.int64)
        self._letters = np.array([_letters(words) for words in self._known], np.uint8)
        self._with_word: dict[str, list[int]] = {}
        for number, words in enumerate(self._known):
            for word in set(words.split()):
                self._with_word.setdefault(word, []).append(number)

    def like(self, parties: Iterable[Party]) -> Numbers:
        """The places of those who have a tie that is, or may be, one of these."""
        found: set[int] = set()
        for party in parties:
            found.update(self._by_domain.get(party.domain, ()))
            for number in self._near(party.words):
                found.update(self._by_words[self._known[number]])
        return np.array(sorted(found), np.int64)

    def _near(self, words: str) -> set[int]:
        """The names that are not too different; more than in the end are near, never fewer."""
        different = set(words.split())
        within = Counter(n for word in different for n in self._with_word.get(word, ()))
        least = min(_COMMON_WORDS, len(different))
        found = {n for n, count in within.items() if count >= min(least, self._different[n])}
        return found | set(np.flatnonzero(self._alike(words)).tolist())

    def _alike(self, words: str) -> Flags:
        """Where so many letters are the same that the spelling may be: difflib's quick ratio."""
        if not self._known:
            return np.zeros(0, np.bool_)
        common = np.minimum(self._letters, _letters(words)).sum(axis=1, dtype=np.int64)
        # A little less, so that rounding never parts what is just near enough.
        found: Flags = 2 * common >= NEAR * (self._lengths + len(words)) - ROUNDING
        return found


def _letters(words: str) -> NDArray[np.uint8]:
    """How often each letter stands in a name."""
    counts = np.zeros(len(_ASCII) + _OTHERS, np.uint8)
    for letter, count in Counter(words).items():
        place = _ASCII.find(letter)
        counts[place if place >= 0 else len(_ASCII) + ord(letter) % _OTHERS] += min(count, 255)
    return counts
