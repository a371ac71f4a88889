"""Entries → for each term of each field who has it how often, lengths of fields, words written."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from lunr.stop_word_filter import WORDS

from sitegen.search.fields import BOOSTS
from sitegen.search.numbers import length_code
from sitegen.search.terms import terms
from sitegen.search.words import is_unspaced, words

# Up to this many characters a text is a label or an alias, and many people share it.
SHARED = 120
_OFTEN = 1 << 16


class Inverter:
    """Takes entries one by one, in the order of their numbers, and keeps none of their texts."""

    def __init__(self) -> None:
        self.count = 0
        self.written: Counter[str] = Counter()
        self.lengths: Mapping[str, bytearray] = {field: bytearray() for field in BOOSTS}
        # A posting is one number: the document, then how often in the lowest sixteen bits.
        self._postings = {field: defaultdict[str, "array[int]"](_numbers) for field in BOOSTS}

    def add(self, texts: Mapping[str, Iterable[str]]) -> None:
        """Count one document."""
        seen: set[str] = set()
        for field in BOOSTS:
            counts: Counter[str] = Counter()
            for text in texts[field]:
                of_text, found = _analysed(field, text)
                seen.update(of_text)
                counts.update(found)
            self.lengths[field].append(length_code(counts.total()))
            postings, document = self._postings[field], self.count * _OFTEN
            for term, often in counts.items():
                postings[term].append(document + min(often, _OFTEN - 1))
        self.written.update(seen)
        self.count += 1

    def terms(self) -> list[str]:
        """Every term in the order of UTF-16 units."""
        return sorted(set().union(*self._postings.values()))

    def written_words(self) -> Iterator[tuple[str, tuple[str, int]]]:
        """Every word that somebody wrote, in order: (word, (word, how many documents have it))."""
        for word, documents in sorted(self.written.items()):
            yield word, (word, documents)

    def postings(self, term: str) -> Iterator[tuple[int, Iterator[tuple[int, int]]]]:
        """For each field with the term: its place, and (document, how often) in order."""
        for place, field in enumerate(BOOSTS):
            if found := self._postings[field].get(term):
                yield place, (divmod(posting, _OFTEN) for posting in found)


def _numbers() -> array[int]:
    return array("Q")


def _analysed(field: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _short(field, text) if len(text) <= SHARED else _long(field, text)


def _long(field: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that somebody may have meant, and the terms."""
    meant = tuple(word for word in words(text) if word not in WORDS and not is_unspaced(word))
    return meant, tuple(terms(field, words(text, tails=True)))


_short = lru_cache(maxsize=1 << 14)(_long)
