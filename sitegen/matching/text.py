"""A brief against what people write: BM25 in integers, from statistics in steps.

A word weighs by how many halvings of everybody leave only those who use it; the length of a text is
measured against an average in steps. So one changed page rarely changes what another page gets.
Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sitegen.matching.groups import Flags, Numbers
from sitegen.matching.reading import Pages, words
from sitegen.stems import STOP_STEMS, stem
from sitegen.terms import WORD, fold

WHOLE = 1000
K1, B = 1.2, 0.75
# The average length moves in steps of so many words.
LENGTH_STEP = 32
# A page that reaches this share of what a brief could give at most has said all one can expect.
FULL = 150
# Weights by sentence: the words of a brief are few, and each weighs less than sixteen.
Shared = NDArray[np.int16]
# A sentence can be quoted for a brief when it shares so many of its telling words.
SHARED = 2


@dataclass(frozen=True)
class Brief:
    """The words of a brief that tell people apart, with their weights."""

    weights: Mapping[str, int]

    def in_common(self, text: str) -> tuple[str, ...]:
        """The words of a text that the brief uses too, as written, the rarest first."""
        found = {stem(fold(word)): word for word in reversed(WORD.findall(text))}
        shared = [term for term in reversed(found) if term in self.quotable]
        return tuple(found[term] for term in sorted(shared, key=lambda t: -self.quotable[t]))

    @cached_property
    def quotable(self) -> Mapping[str, int]:
        """The words for which a sentence can be quoted."""
        return {t: w for t, w in self.weights.items() if t not in STOP_STEMS}


class Corpus:
    """The texts of everybody: how many use a word, and how much it says of each who does.

    A word that more than a quarter use weighs nothing and is not kept.
    """

    def __init__(self, pages: Pages) -> None:
        self.people = pages.people
        users = np.bincount(pages.terms, minlength=len(pages.stems))
        self._users = {term: int(count) for term, count in zip(pages.stems, users, strict=True)}
        weighs = np.array([self.weight(term) > 0 for term in pages.stems], np.bool_)
        kept = weighs[pages.terms]
        said = _said(pages)[kept]
        self._said = ByTerm(pages.stems, pages.terms[kept], pages.of[kept], said)
        stops = np.array([term in STOP_STEMS for term in pages.stems], np.bool_)
        kept = (weighs & ~stops)[pages.sentence_terms]
        self._sentences = ByTerm(
            pages.stems, pages.sentence_terms[kept], pages.of_sentence[kept]
        )  # fmt: skip
        self._begins = pages.begins

    def weight(self, term: str) -> int:
        """How often everybody can be halved until only those who use a word are left, less one."""
        users = self._users.get(term, 0)
        return max(0, ((self.people + 1) // (users + 1)).bit_length() - 2)

    def brief(self, texts: Iterable[str]) -> Brief:
        """The words of a brief that weigh anything."""
        found = sorted({stem(word) for text in texts for word in words(text)})
        return Brief({term: weight for term in found if (weight := self.weight(term))})

    def shares(self, brief: Brief) -> Numbers:
        """In thousandths: the root of what each page reaches of what is expected, at most all.

        Nothing for whoever uses no word of the brief. The most that a brief could give is all of
        its words, each said without end.
        """
        reached = np.zeros(self.people, np.int64)
        for term, weight in brief.weights.items():
            who, said = self._said.of(term)
            reached[who] += weight * said
        most = round(sum(brief.weights.values()) * (K1 + 1) * FULL)
        # Exact: the numbers are far below two to the power of fifty-two.
        roots = np.floor(np.sqrt(WHOLE * WHOLE * reached // max(1, most)))
        return np.minimum(WHOLE, roots.astype(np.int64))

    def shared(self, brief: Brief) -> Shared:
        """What the words in common with each sentence weigh; nothing where they are too few."""
        size = int(self._begins[-1])
        count, weight = np.zeros(size, np.int16), np.zeros(size, np.int16)
        for term, worth in brief.quotable.items():
            where, _ = self._sentences.of(term)
            count[where] += 1
            weight[where] += worth
        weight[count < SHARED] = 0
        return weight

    def is_quotable(self, shared: Shared) -> Flags:
        """Whether each has a sentence that shares enough; a headline everybody has."""
        return np.maximum.reduceat(shared, self._begins[:-1]) > 0 if self.people else shared > 0

    def nearest(self, shared: Shared, person: int) -> int | None:
        """Which of a person's sentences shares most, the first of equals; None where none does."""
        own = shared[self._begins[person] : self._begins[person + 1]]
        place = int(own.argmax())
        return place if own[place] else None


class ByTerm:
    """Where each term stands, with how much it says there."""

    def __init__(
        self, stems: Iterable[str], terms: Numbers, places: Numbers, said: Numbers | None = None
    ) -> None:
        order = np.argsort(terms, kind="stable")
        self._places: NDArray[np.int32] = places[order].astype(np.int32)
        self._said = None if said is None else said[order].astype(np.int16)
        numbers = {term: number for number, term in enumerate(stems)}
        counts = np.bincount(terms, minlength=len(numbers))
        ends = np.cumsum(counts)
        self._ranges = {t: (int(ends[n] - counts[n]), int(ends[n])) for t, n in numbers.items()}

    def of(self, term: str) -> tuple[NDArray[np.int32], Numbers]:
        """Each place once, and how much the term says there."""
        start, end = self._ranges.get(term, (0, 0))
        said = np.ones(end - start) if self._said is None else self._said[start:end]
        return self._places[start:end], said.astype(np.int64)


def _said(pages: Pages) -> Numbers:
    """How much each word says of its page, in thousandths."""
    average = int(pages.lengths.sum()) / LENGTH_STEP / max(1, pages.people)
    average = LENGTH_STEP * max(1, round(average))
    norm = K1 * (1 - B + B * pages.lengths / average)
    return np.rint(WHOLE * pages.times * (K1 + 1) / (pages.times + norm[pages.of])).astype(np.int64)
