"""What everybody writes, read once: voices, and the words of all pages as numbers.

Reading is what takes longest, and it goes person by person, so that processes can share it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from sitegen.directory import Person
from sitegen.matching.groups import Column, Numbers
from sitegen.matching.voice import Voice, voice_of
from sitegen.prose import Phrases, sentences
from sitegen.stems import stem
from sitegen.terms import WORD, fold
from sitegen.vocabulary import Vocabulary
from sitegen.workers import Crew, batches

# Bytes of text that a worker reads at a time: few enough that all have work to the end.
AT_ONCE = 1_000_000


def words(text: str) -> list[str]:
    """The folded words of a text, numbers and single letters left out."""
    return [word for word in WORD.findall(fold(text)) if _tells(word)]


def different_words(text: str) -> set[str]:
    """The same, each once, in no order."""
    return {word for word in {*WORD.findall(fold(text))} if _tells(word)}


def _tells(word: str) -> bool:
    return len(word) > 1 and not word.isdecimal()


class Pages(NamedTuple):
    """The words of some pages, a person each, in order. A term is the place of its stem in `stems`.

    Each page is so many words long in `lengths`, with so many `different` ones: these stand in
    `terms`, each with how many `times`. It has so many `sentences`, and each of these so many
    `sizes` of different terms, which stand in `within`.
    """

    stems: tuple[str, ...]
    lengths: Column
    different: Column
    terms: Column
    times: Column
    sentences: Column
    sizes: Column
    within: Column

    @property
    def people(self) -> int:
        """How many pages there are."""
        return len(self.lengths)

    @property
    def of(self) -> Numbers:
        """Whose page each of `terms` stands on: the place of a person."""
        return np.repeat(np.arange(self.people), self.different)

    @property
    def of_sentence(self) -> Numbers:
        """In which sentence each of `within` stands."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    @property
    def begins(self) -> Numbers:
        """The first sentence of each person, and where those of the last one end."""
        return np.array([0, *accumulate(self.sentences.tolist())], np.int64)

    def at(self, places: Numbers) -> Pages:
        """The pages of the people at these places, in this order, with their stems alone."""
        terms, sentences = _within(self.different, places), _within(self.sentences, places)
        # What stands in a sentence stands on the page.
        used, own = np.unique(self.terms[terms], return_inverse=True)
        within = np.searchsorted(used, self.within[_within(self.sizes, sentences)])
        return Pages(
            tuple(self.stems[term] for term in used.tolist()),
            self.lengths[places],
            self.different[places],
            own.astype(np.int32),
            self.times[terms],
            self.sentences[places],
            self.sizes[sentences],
            within.astype(np.int32),
        )

    @classmethod
    def together(cls, parts: Sequence[Pages]) -> Pages:
        """All of these one after the other, the stems numbered through."""
        stems: dict[str, int] = {}
        numbers = [
            np.array([stems.setdefault(one, len(stems)) for one in part.stems], np.int32)
            for part in parts
        ]

        def joined(name: str) -> Column:
            return np.concatenate([np.zeros(0, np.int32), *(getattr(one, name) for one in parts)])

        def renumbered(name: str) -> Column:
            found = (mine[getattr(one, name)] for mine, one in zip(numbers, parts, strict=True))
            return np.concatenate([np.zeros(0, np.int32), *found])

        return cls(
            tuple(stems),
            joined("lengths"),
            joined("different"),
            renumbered("terms"),
            joined("times"),
            joined("sentences"),
            joined("sizes"),
            renumbered("within"),
        )


def _within(sizes: Column, places: Numbers) -> Numbers:
    """Where the members of these groups stand, in a column in which groups have these sizes."""
    begins, chosen = np.cumsum(sizes) - sizes, sizes[places]
    shift = np.repeat(begins[places] - (np.cumsum(chosen) - chosen), chosen)
    return shift + np.arange(len(shift))


@dataclass(frozen=True, slots=True)
class Texts:
    """What some people say, in order: their voices, and the words of their pages."""

    voices: tuple[Voice, ...]
    pages: Pages

    def at(self, places: Numbers) -> Texts:
        """What the people at these places say, in this order."""
        return Texts(tuple(self.voices[place] for place in places.tolist()), self.pages.at(places))

    @classmethod
    def together(cls, parts: Sequence[Texts]) -> Texts:
        """All of these one after the other."""
        voices = tuple(voice for part in parts for voice in part.voices)
        return cls(voices, Pages.together([part.pages for part in parts]))


def read_texts(vocabulary: Vocabulary, people: Sequence[Person], crew: Crew) -> Texts:
    """What some people say, in their order."""
    cuts = [*batches([len(person.body.encode()) for person in people], AT_ONCE)]
    read = dict(crew.each(_read, (vocabulary, people), cuts))
    return Texts.together([read[cut] for cut in cuts])


def _column() -> array[int]:
    return array("i")


@dataclass(slots=True)
class _Read:
    """Some people while they are read: the columns of their pages."""

    lengths: array[int] = field(default_factory=_column)
    different: array[int] = field(default_factory=_column)
    terms: array[int] = field(default_factory=_column)
    times: array[int] = field(default_factory=_column)
    sentences: array[int] = field(default_factory=_column)
    sizes: array[int] = field(default_factory=_column)
    within: array[int] = field(default_factory=_column)

    def add(self, said: Sequence[Sequence[int]], labels: Iterable[int]) -> None:
        """Add the terms of somebody's sentences, and of the skills they list."""
        counts = Counter([*(term for terms in said for term in terms), *labels])
        self.lengths.append(counts.total())
        self.different.append(len(counts))
        self.terms.extend(counts)
        self.times.extend(counts.values())
        self.sentences.append(len(said))
        for terms in map(set, said):
            self.sizes.append(len(terms))
            self.within.extend(terms)

    def pages(self, stems: Iterable[str]) -> Pages:
        """The pages as read, with these stems."""
        columns = {name: getattr(self, name) for name in Pages._fields if name != "stems"}
        return Pages(tuple(stems), **{n: np.array(one, np.int32) for n, one in columns.items()})


class _Stems(dict[str, int]):
    """Folded word → the number of its stem, a new one the next; -1 for what tells nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.numbered: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        known = self.numbered
        number = known.setdefault(stem(word), len(known)) if _tells(word) else -1
        self[word] = number
        return number

    def of(self, words: Iterable[str]) -> list[int]:
        """The numbers of all words that tell anything."""
        return [number for word in words if (number := self[word]) >= 0]


def _read(given: tuple[Vocabulary, Sequence[Person]], cut: tuple[int, int]) -> Texts:
    (vocabulary, people), (start, end) = given, cut
    skills, phrases = vocabulary.skills, Phrases(vocabulary)
    stems, found, voices = _Stems(), _Read(), list[Voice]()
    labels = {skill: stems.of(words(skills[skill].label)) for skill in skills}
    for person in people[start:end]:
        written = sentences(person.profile, person.body)
        folded = [WORD.findall(fold(sentence.text)) for sentence in written]
        voice = voice_of(person, vocabulary, phrases.told(written, folded))
        voices.append(voice)
        found.add(
            list(map(stems.of, folded)), (term for skill in voice.levels for term in labels[skill])
        )
    return Texts(tuple(voices), found.pages(stems.numbered))
