"""Texts of one field → where each term occurs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sitegen.search.numbers import Numbers
from sitegen.search.terms import terms, terms_of
from sitegen.search.words import words
from sitegen.stems import stem


class Numbered(dict[str, int]):
    """Text → its number, in the order in which they are first asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class Spelled(Numbered):
    """The words of all fields; each is brought to its stem once, for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._stems = list[str]()

    def only(self, places: Sequence[int]) -> Spelled:
        """These words alone, numbered anew in their order."""
        spelled, stems, found = list(self), self.stems(), Spelled()
        for number, place in enumerate(places):
            found[spelled[place]] = number
            found._stems.append(stems[place])
        return found

    def stems(self) -> Sequence[str]:
        """The stem of each word, in their order."""
        self._stems += map(stem, islice(self, len(self._stems), None))
        return self._stems


class Occurrences(NamedTuple):
    """Each occurrence as term × documents + document; the words that were written.

    Of the words that have a term, `words` and `terms` are the number and that of its first term.
    """

    keys: Numbers
    written: Numbers
    words: Numbers
    terms: Numbers


class Field(ABC):
    """The texts of a field, document by document, as numbers of what is said in them."""

    def __init__(self, name: str, words: Spelled) -> None:
        self._name, self._words = name, words
        self._said, self._counts = _numbers(), _numbers()

    def __getstate__(self) -> Mapping[str, object]:
        own = ("_name", "_words", "_said", "_counts", "_texts")
        return {name: self.__dict__[name] for name in own if name in self.__dict__}

    def add(self, texts: Iterable[str]) -> None:
        """Take the texts of the next document."""
        found = self._numbers_of(texts)
        self._said.extend(found)
        self._counts.append(len(found))

    def again(self, other: Field, document: int) -> None:
        """Take what another field has of a document, which numbers the same."""
        start, end = other._cuts[document : document + 2]
        self._said.extend(other._said[start:end])
        self._counts.append(end - start)

    @abstractmethod
    def mark(self, used: NDArray[np.bool_]) -> None:
        """Mark the numbers of all words that are used."""

    def renumber(self, words: Spelled, numbers: Numbers) -> None:
        """Go by other words, in which each has another number."""
        self._words = words

    @abstractmethod
    def occurrences(self, numbered: Numbered, size: int) -> Occurrences:
        """Of terms, which get their numbers here, among so many documents."""

    @abstractmethod
    def _numbers_of(self, texts: Iterable[str]) -> Sequence[int]:
        """The numbers of what a document says."""

    @cached_property
    def _cuts(self) -> list[int]:
        """Where what each document says begins, and where the last ends."""
        return [0, *accumulate(self._counts)]

    def _documents(self, size: int) -> Numbers:
        """Of each that is said the document."""
        numbers = np.arange(size, dtype=np.asarray(self._said).dtype)
        return np.repeat(numbers, np.asarray(self._counts))


class OwnTexts(Field):
    """A field in which everybody says something else: its words."""

    def _numbers_of(self, texts: Iterable[str]) -> Sequence[int]:
        # No word goes on from one text to the next.
        return [self._words[word] for word in words("\n".join(texts), tails=True)]

    def mark(self, used: NDArray[np.bool_]) -> None:  # noqa: D102
        used[np.asarray(self._said)] = True

    def renumber(self, words: Spelled, numbers: Numbers) -> None:  # noqa: D102
        super().renumber(words, numbers)
        self._said = array("I", numbers[np.asarray(self._said)].astype(np.uintc).tobytes())

    def occurrences(self, numbered: Numbered, size: int) -> Occurrences:  # noqa: D102
        said, documents = np.asarray(self._said), self._documents(size)
        written = np.flatnonzero(np.bincount(said))
        columns = list(self._columns(written, numbered))
        kind = _kind(numbered, size)
        keys = []
        for column in columns:
            found = column[said]
            kept = found >= 0
            keys.append(found[kept].astype(kind) * size + documents[kept])
        telling = written[columns[0][written] >= 0]
        return Occurrences(np.concatenate(keys), written, telling, columns[0][telling])

    def _columns(self, written: Numbers, numbered: Numbered) -> Iterator[Numbers]:
        """By word the number of its first term, and of its second where any has one; or -1."""
        spelled, stems = list(self._words), self._words.stems()
        found = [terms_of(self._name, spelled[word], stems[word]) for word in written.tolist()]
        for place in range(max(1, max(map(len, found), default=0))):
            column = np.full(len(spelled), -1, np.int32)
            column[written] = [numbered[of[place]] if place < len(of) else -1 for of in found]
            yield column


class SharedTexts(Field):
    """A field of words of the vocabulary: each text is taken apart once, however many have it.

    Who has a text twice has it once.
    """

    def __init__(self, name: str, words: Spelled) -> None:
        super().__init__(name, words)
        self._texts = Numbered()

    def _numbers_of(self, texts: Iterable[str]) -> Sequence[int]:
        return [self._texts[text] for text in dict.fromkeys(texts)]

    def mark(self, used: NDArray[np.bool_]) -> None:  # noqa: D102
        for text in self._texts:
            for word in words(text, tails=True):
                used[self._words[word]] = True

    def again(self, other: Field, document: int) -> None:  # noqa: D102
        assert isinstance(other, SharedTexts)  # noqa: S101  # the field of that name
        start, end = other._cuts[document : document + 2]
        self.add(map(other._spelled.__getitem__, other._said[start:end]))

    @cached_property
    def _spelled(self) -> list[str]:
        return [*self._texts]

    def occurrences(self, numbered: Numbered, size: int) -> Occurrences:  # noqa: D102
        said, documents = np.asarray(self._said), self._documents(size)
        spelled = {text: words(text, tails=True) for text in self._texts}
        found = [self._terms(spelled[text], numbered) for text in self._texts]
        kind = _kind(numbered, size)
        order = np.argsort(said, kind="stable")
        ends = np.cumsum(np.bincount(said, minlength=len(found)))
        held = np.split(documents[order], ends[:-1]) if found else []
        keys = [
            np.add.outer(np.array(of, kind) * size, those).ravel()
            for of, those in zip(found, held, strict=True)
        ]
        written = [*dict.fromkeys(chain.from_iterable(spelled.values()))]
        pairs = [
            (self._words[word], numbered[term])
            for word in written
            for term in terms(self._name, [word])[:1]
        ]
        return Occurrences(
            np.concatenate([np.zeros(0, kind), *keys]),
            np.array([self._words[word] for word in written], np.int64),
            *np.array(pairs, np.int64).reshape(-1, 2).T,
        )

    def _terms(self, spelled: list[str], numbered: Numbered) -> list[int]:
        return [numbered[term] for term in terms(self._name, spelled)]


def _numbers() -> array[int]:
    return array("I")


def _kind(numbered: Numbered, size: int) -> type[np.unsignedinteger[Any]]:
    """What holds every key; sorting half as many bytes takes half as long."""
    return np.uint32 if len(numbered) * size < 1 << 32 else np.uint64
