"""Entries → for each term of each field who has it how often, lengths of fields, words written."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import sub
from typing import Protocol

from sitegen.search.fields import ALIASES, BOOSTS, SHARED
from sitegen.search.lengths import step
from sitegen.search.numbers import numbers_text
from sitegen.search.terms import is_common, terms
from sitegen.search.words import is_unspaced, words


def _numbers() -> array[int]:
    return array("I")


@dataclass(slots=True)
class Postings:
    """Who has a term in a field.

    The documents, rising; and for those that have it more than once the place among them, then how
    often beyond twice.
    """

    documents: array[int] = field(default_factory=_numbers)
    often: array[int] = field(default_factory=_numbers)

    def written(self) -> Iterator[str]:
        """As sitegen/search/manifest.py says."""
        yield numbers_text(_gaps(self.documents))
        if self.often:
            places, counts = _gaps(self.often[::2]), self.often[1::2]
            yield numbers_text(chain.from_iterable(zip(places, counts, strict=True)))


class _Field(Protocol):
    def add(self, document: int, texts: Iterable[str]) -> int:
        """Count the texts of a document and give the number of their terms."""

    def postings(self) -> Mapping[str, Postings]:
        """By term."""

    def words(self) -> Mapping[str, int]:
        """By word how often it was written, once for each text that has it."""


class _OwnTexts:
    """A field in which everybody says something else."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._postings = defaultdict[str, Postings](Postings)
        self._words = Counter[str]()

    def add(self, document: int, texts: Iterable[str]) -> int:
        # No word goes on from one text to the next.
        found = words("\n".join(texts), tails=True)
        counts = Counter(terms(self._name, found))
        for term, count in counts.items():
            postings = self._postings[term]
            if count > 1:
                postings.often.extend((len(postings.documents), count - 2))
            postings.documents.append(document)
        self._words.update(set(found))
        return counts.total()

    def postings(self) -> Mapping[str, Postings]:
        return self._postings

    def words(self) -> Mapping[str, int]:
        return self._words


class _SharedTexts:
    """A field of words of the vocabulary: each text is taken apart once, however many have it.

    Who has a text twice has it once.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._documents = defaultdict[str, "array[int]"](_numbers)
        self._words = dict[str, list[str]]()
        self._terms = dict[str, list[str]]()

    def add(self, document: int, texts: Iterable[str]) -> int:
        length = 0
        for text in dict.fromkeys(texts):
            if text not in self._terms:
                self._words[text] = words(text, tails=True)
                self._terms[text] = terms(self._name, self._words[text])
            self._documents[text].append(document)
            length += len(self._terms[text])
        return length

    def postings(self) -> Mapping[str, Postings]:
        texts = defaultdict[str, list["array[int]"]](list)
        for text, documents in self._documents.items():
            for term in self._terms[text]:
                texts[term].append(documents)
        return {term: _merged(held) for term, held in texts.items()}

    def words(self) -> Mapping[str, int]:
        found = Counter[str]()
        for text, documents in self._documents.items():
            found.update(dict.fromkeys(self._words[text], len(documents)))
        return found


def _merged(lists: Sequence[array[int]]) -> Postings:
    """Of the texts that have a term; a text stands twice where it has it twice."""
    if len(lists) == 1:
        return Postings(lists[0])
    counts = Counter(chain.from_iterable(lists))
    merged = Postings(array("I", sorted(counts)))
    for place, document in enumerate(merged.documents):
        if counts[document] > 1:
            merged.often.extend((place, counts[document] - 2))
    return merged


class Inverter:
    """Takes documents one by one, in the order of their numbers, and lets go of their texts."""

    def __init__(self) -> None:
        self._count = 0
        self._steps = {name: bytearray() for name in BOOSTS}
        self._fields: Mapping[str, _Field] = {
            name: _SharedTexts(name) if name in SHARED else _OwnTexts(name) for name in BOOSTS
        }

    def add(self, texts: Mapping[str, Iterable[str]]) -> None:
        """Count one document."""
        for name, steps in self._steps.items():
            length = self._fields[name].add(self._count, texts[name])
            # How many other words there are for somebody's skills is the vocabulary's doing and
            # not theirs: aliases are equally long for all.
            steps.append(1 if name == ALIASES else step(length))
        self._count += 1

    def steps(self) -> Mapping[str, bytes]:
        """By field the lengths of the documents, as numbers of steps."""
        return {name: bytes(steps) for name, steps in self._steps.items()}

    def words(self) -> Iterator[tuple[str, int]]:
        """In order the words that somebody may have meant, and how many texts have each."""
        total = Counter[str]()
        for each in self._fields.values():
            total.update(each.words())
        for word, texts in sorted(total.items()):
            if not is_common(word) and not is_unspaced(word):
                yield word, texts

    def terms(self) -> Iterator[tuple[str, list[int | str]]]:
        """Every term in the order of UTF-16 units, with its postings as the manifest says."""
        fields = [each.postings() for each in self._fields.values()]
        for term in sorted(set().union(*fields)):
            written: list[int | str] = []
            for place, postings in enumerate(fields):
                if term in postings:
                    written += [place, *postings[term].written()]
            yield term, written


def _gaps(numbers: Sequence[int]) -> Iterator[int]:
    """The first of rising numbers, then from each to the next."""
    return chain(numbers[:1], map(sub, numbers[1:], numbers))
