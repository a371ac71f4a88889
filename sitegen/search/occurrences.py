"""Texts of one field → where each term occurs."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple, Protocol

import numpy as np

from sitegen.search.numbers import Numbers
from sitegen.search.terms import terms, terms_of
from sitegen.search.words import words


class Numbered(dict[str, int]):
    """Text → its number, in the order in which they are first asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class Occurrences(NamedTuple):
    """Each occurrence as term × documents + document; each word that was written, with a term."""

    keys: Numbers
    words: Numbers
    terms: Numbers


class Field(Protocol):
    """The texts of a field, document by document."""

    def add(self, document: int, texts: Iterable[str]) -> None:
        """Take the texts of the next document."""

    def occurrences(self, numbered: Numbered, size: int) -> Occurrences:
        """Of terms, which get their numbers here, among so many documents."""


class OwnTexts:
    """A field in which everybody says something else."""

    def __init__(self, name: str, numbered: Numbered) -> None:
        self._name, self._words = name, numbered
        self._said, self._counts = _numbers(), _numbers()

    def add(self, document: int, texts: Iterable[str]) -> None:  # noqa: D102  # as Field says
        # No word goes on from one text to the next.
        found = words("\n".join(texts), tails=True)
        self._said.extend(map(self._words.__getitem__, found))
        self._counts.append(len(found))

    def occurrences(self, numbered: Numbered, size: int) -> Occurrences:  # noqa: D102
        said = np.asarray(self._said)
        documents = np.repeat(np.arange(size, dtype=said.dtype), np.asarray(self._counts))
        written = np.flatnonzero(np.bincount(said))
        columns = list(self._columns(written, numbered))
        kind = _kind(numbered, size)
        keys = []
        for column in columns:
            found = column[said]
            kept = found >= 0
            keys.append(found[kept].astype(kind) * size + documents[kept])
        telling = written[columns[0][written] >= 0]
        return Occurrences(np.concatenate(keys), telling, columns[0][telling])

    def _columns(self, written: Numbers, numbered: Numbered) -> Iterator[Numbers]:
        """By word the number of its first term, and of its second where any has one; or -1."""
        spelled = list(self._words)
        found = [terms_of(self._name, spelled[word]) for word in written.tolist()]
        for place in range(max(1, max(map(len, found), default=0))):
            column = np.full(len(spelled), -1, np.int32)
            column[written] = [numbered[of[place]] if place < len(of) else -1 for of in found]
            yield column


class SharedTexts:
    """A field of words of the vocabulary: each text is taken apart once, however many have it.

    Who has a text twice has it once.
    """

    def __init__(self, name: str, numbered: Numbered) -> None:
        self._name, self._words = name, numbered
        self._documents = defaultdict[str, "array[int]"](_numbers)

    def add(self, document: int, texts: Iterable[str]) -> None:  # noqa: D102  # as Field says
        for text in dict.fromkeys(texts):
            self._documents[text].append(document)

    def occurrences(self, numbered: Numbered, size: int) -> Occurrences:  # noqa: D102
        spelled = {text: words(text, tails=True) for text in self._documents}
        found = {text: self._terms(spelled[text], numbered) for text in spelled}
        kind = _kind(numbered, size)
        keys = [
            np.add.outer(np.array(found[text], kind) * size, np.asarray(held)).ravel()
            for text, held in self._documents.items()
        ]
        pairs = [
            (self._words[word], numbered[term])
            for word in dict.fromkeys(chain.from_iterable(spelled.values()))
            for term in terms(self._name, [word])[:1]
        ]
        return Occurrences(
            np.concatenate([np.zeros(0, kind), *keys]), *np.array(pairs, np.int64).reshape(-1, 2).T
        )

    def _terms(self, spelled: list[str], numbered: Numbered) -> list[int]:
        return [numbered[term] for term in terms(self._name, spelled)]


def _numbers() -> array[int]:
    return array("I")


def _kind(numbered: Numbered, size: int) -> type[np.unsignedinteger[Any]]:
    """What holds every key; sorting half as many bytes takes half as long."""
    return np.uint32 if len(numbered) * size < 1 << 32 else np.uint64
