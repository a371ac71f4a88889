"""Texts → who has which term in which field, how long fields are, which words were written."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Protocol

from sitegen.search.fields import ALIASES, BOOSTS, SHARED
from sitegen.search.lengths import step
from sitegen.search.postings import Postings, merged, none
from sitegen.search.terms import is_common, terms
from sitegen.search.words import is_unspaced, words


class Inverter:
    """Takes documents one by one, in the order of their numbers, and lets go of their own texts."""

    def __init__(self) -> None:
        self._count = 0
        self._steps = {name: bytearray() for name in BOOSTS}
        self._fields = {name: _field(name) for name in BOOSTS}

    def add(self, texts: Mapping[str, Iterable[str]]) -> None:
        """Count one document; nothing can be added once something has been asked for."""
        for name, steps in self._steps.items():
            steps.append(step(self._fields[name].add(self._count, texts[name])))
        self._count += 1

    def steps(self) -> Mapping[str, bytes]:
        """By field the lengths of the documents, as numbers of steps."""
        return {name: bytes(steps) for name, steps in self._steps.items()}

    def terms(self) -> Iterator[tuple[str, list[int | str]]]:
        """Every term in the order of UTF-16 units, with its postings as the manifest says."""
        fields = self._postings.values()
        for term in sorted(set().union(*fields)):
            written: list[int | str] = []
            for place, postings in enumerate(fields):
                if term in postings:
                    written += [place, *postings[term].written()]
            yield term, written

    def words(self) -> Iterator[tuple[str, int]]:
        """In order the words that somebody may have meant.

        With each, how many texts it finds: those that have it in whatever form.
        """
        found = Counter[str]()
        for name, postings in self._postings.items():
            for word in self._fields[name].words():
                for term in terms(name, [word])[:1]:
                    found[word] += len(postings[term].documents)
        for word, texts in sorted(found.items()):
            if not is_common(word) and not is_unspaced(word):
                yield word, texts

    @cached_property
    def _postings(self) -> Mapping[str, Mapping[str, Postings]]:
        return {name: field.postings() for name, field in self._fields.items()}


class _Field(Protocol):
    def add(self, document: int, texts: Iterable[str]) -> int:
        """Count the texts of a document and give their length in terms."""

    def postings(self) -> Mapping[str, Postings]:
        """By term."""

    def words(self) -> Iterable[str]:
        """Every word as written."""


class _OwnTexts:
    """A field in which everybody says something else: each word is taken apart once."""

    def __init__(self, name: str) -> None:
        self._postings = defaultdict[str, Postings](Postings)
        self._words = _Words(name, self._postings)

    def add(self, document: int, texts: Iterable[str]) -> int:
        # No word goes on from one text to the next.
        found = words("\n".join(texts), tails=True)
        counts = Counter(chain.from_iterable(map(self._words.__getitem__, found)))
        for postings, count in counts.items():
            # Millions of times, and so written out here.
            if count > 1:
                postings.often.extend((len(postings.documents), count - 2))
            postings.documents.append(document)
        return counts.total()

    def postings(self) -> Mapping[str, Postings]:
        return self._postings

    def words(self) -> Iterable[str]:
        return self._words


class _Words(dict[str, tuple[Postings, ...]]):
    """Word → the postings of its terms."""

    def __init__(self, name: str, postings: Mapping[str, Postings]) -> None:
        super().__init__()
        self._name, self._postings = name, postings

    def __missing__(self, word: str) -> tuple[Postings, ...]:
        self[word] = tuple(map(self._postings.__getitem__, terms(self._name, [word])))
        return self[word]


class _SharedTexts:
    """A field of words of the vocabulary: each text is taken apart once, however many have it.

    Who has a text twice has it once.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._documents = defaultdict[str, "array[int]"](none)
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
        return {term: merged(lists) for term, lists in self._holding().items()}

    def _holding(self) -> Mapping[str, list[array[int]]]:
        """By term who has each text with it; twice where the text has it twice."""
        holding = defaultdict[str, list["array[int]"]](list)
        for text, held in self._documents.items():
            for term in self._terms[text]:
                holding[term].append(held)
        return holding

    def words(self) -> Iterable[str]:
        return set(chain.from_iterable(self._words.values()))


class _Aliases(_SharedTexts):
    """Other people's words for what somebody said: found or not found.

    How many there are, and how often they repeat a word, is the vocabulary's doing and not theirs.
    """

    def add(self, document: int, texts: Iterable[str]) -> int:
        super().add(document, texts)
        return 1

    def postings(self) -> Mapping[str, Postings]:
        return {
            term: Postings(array("I", sorted(set[int]().union(*lists))))
            for term, lists in self._holding().items()
        }


def _field(name: str) -> _Field:
    if name == ALIASES:
        return _Aliases(name)
    return _SharedTexts(name) if name in SHARED else _OwnTexts(name)
