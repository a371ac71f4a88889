"""What everybody writes, read once: voices, and the words of all pages as numbers.

Reading is what takes longest, and it goes person by person, so that processes can share it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from sitegen.directory import Person
from sitegen.matching.groups import Numbers
from sitegen.matching.voice import Voice, voice_of
from sitegen.memo import ONCE, Memo
from sitegen.prose import Phrases, sentences
from sitegen.stems import stem
from sitegen.terms import WORD, fold
from sitegen.vocabulary import Vocabulary
from sitegen.workers import Crew, batches

# Bytes of text that a worker reads at a time: few enough that all have work to the end.
AT_ONCE = 1_000_000
# People where they are read again and again: whoever stands beside a change is read with it.
ANEW = 4


def words(text: str) -> list[str]:
    """The folded words of a text, numbers and single letters left out."""
    return [word for word in WORD.findall(fold(text)) if _tells(word)]


def _tells(word: str) -> bool:
    return len(word) > 1 and not word.isdecimal()


class Pages(NamedTuple):
    """The words of all pages. A term is the place of its stem in `stems`.

    `terms` of each page, each once, with how many `times`, and `of` whom: the place of a person,
    whose page is so many words long in `lengths`. `sentence_terms` of each sentence, each once,
    `of_sentence` with that number; the sentences of a person begin with that number in `begins`,
    and those of the last one end before its last number.
    """

    stems: tuple[str, ...]
    lengths: Numbers
    terms: Numbers
    times: Numbers
    of: Numbers
    sentence_terms: Numbers
    of_sentence: Numbers
    begins: Numbers

    @property
    def people(self) -> int:
        """How many pages there are."""
        return len(self.lengths)


def read_pages(
    vocabulary: Vocabulary, people: Sequence[Person], crew: Crew, memo: Memo
) -> tuple[tuple[Voice, ...], Pages]:
    """The voices of some people, in order, and the words of their pages."""
    if memo is ONCE:
        cuts = [*batches([len(person.body.encode()) for person in people], AT_ONCE)]
        read = dict(crew.each(_read, (vocabulary, people), cuts))
    else:
        cuts = [(start, start + ANEW) for start in range(0, len(people), ANEW)]
        read = {
            (start, end): memo.of(
                ("words", start),
                (vocabulary, *people[start:end]),
                partial(_read, (vocabulary, people), (start, end)),
            )
            for start, end in cuts
        }
    parts = [read[cut] for cut in cuts]
    return tuple(voice for part in parts for voice in part.voices), _together(parts)


def _column() -> array[int]:
    return array("i")


@dataclass(slots=True)
class _Read:
    """Some people, read. What belongs to one comes in one piece, as long as `different` says.

    `within` has the terms of all sentences, `sizes` how many each has, `sentences` how many of
    these somebody has.
    """

    voices: list[Voice] = field(default_factory=list)
    stems: tuple[str, ...] = ()
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


def _read(given: tuple[Vocabulary, Sequence[Person]], cut: tuple[int, int]) -> _Read:
    (vocabulary, people), (start, end) = given, cut
    skills, phrases = vocabulary.skills, Phrases(vocabulary)
    stems, found = _Stems(), _Read()
    labels = {skill: stems.of(words(skills[skill].label)) for skill in skills}
    for person in people[start:end]:
        written = sentences(person.profile, person.body)
        folded = [WORD.findall(fold(sentence.text)) for sentence in written]
        voice = voice_of(person, vocabulary, phrases.told(written, folded))
        found.voices.append(voice)
        found.add(
            list(map(stems.of, folded)), (term for skill in voice.levels for term in labels[skill])
        )
    found.stems = tuple(stems.numbered)
    return found


def _together(parts: Sequence[_Read]) -> Pages:
    """All parts as one, the stems numbered through."""
    stems: dict[str, int] = {}
    numbers = [
        np.array([stems.setdefault(one, len(stems)) for one in part.stems], np.int64)
        for part in parts
    ]
    lengths, different, times, sentences, sizes = (
        _joined(getattr(part, name) for part in parts)
        for name in ("lengths", "different", "times", "sentences", "sizes")
    )
    return Pages(
        tuple(stems),
        lengths,
        _joined(n[_numbers(part.terms)] for n, part in zip(numbers, parts, strict=True)),
        times,
        np.repeat(np.arange(len(different)), different),
        _joined(n[_numbers(part.within)] for n, part in zip(numbers, parts, strict=True)),
        np.repeat(np.arange(len(sizes)), sizes),
        np.array([0, *accumulate(sentences.tolist())], np.int64),
    )


def _numbers(column: array[int]) -> Numbers:
    return np.asarray(column).astype(np.int64)


def _joined(columns: Iterable[array[int] | Numbers]) -> Numbers:
    return np.concatenate([np.zeros(0, np.int64), *columns]).astype(np.int64)
