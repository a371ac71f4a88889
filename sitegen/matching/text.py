"""A brief against what people write: BM25 in integers, from statistics in steps.

What a word weighs and how long a text is on average comes of `sitegen.matching.counts`.
Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sitegen.matching.counts import Counts
from sitegen.matching.groups import Column, Flags, Numbers
from sitegen.matching.reading import Pages
from sitegen.stems import STOP_STEMS, stem
from sitegen.stop_words import FOREIGN
from sitegen.terms import WORD, fold

WHOLE = 1000
K1, B = 1.2, 0.75
# A page that reaches this share of what a brief could give at most has said all one can expect.
FULL = 150
# Weights by sentence: the words of a brief are few, and each weighs less than sixteen.
Shared = NDArray[np.int16]
# A sentence can be quoted for a brief when it shares so many of its telling words.
SHARED = 2
# Words for which no sentence is quoted, whatever language it is in.
UNTELLING = STOP_STEMS | {stem(word) for word in FOREIGN}


@dataclass(frozen=True)
class Brief:
    """The words of a brief that tell people apart, with their weights."""

    weights: Mapping[str, int]

    @classmethod
    def of(cls, stems: Iterable[str], counts: Counts) -> Brief:
        """Those of the stems of a brief that weigh anything."""
        return cls({term: found for term in stems if (found := counts.weight(term))})

    def in_common(self, text: str) -> tuple[str, ...]:
        """The words of a text that the brief uses too, as written, the rarest first."""
        found = {stem(fold(word)): word for word in reversed(WORD.findall(text))}
        shared = [term for term in reversed(found) if term in self.quotable]
        return tuple(found[term] for term in sorted(shared, key=lambda t: -self.quotable[t]))

    @cached_property
    def quotable(self) -> Mapping[str, int]:
        """The words for which a sentence can be quoted."""
        return {t: w for t, w in self.weights.items() if t not in UNTELLING}


class Corpus:
    """The texts of some people: what each word says of each who uses it, as everybody counts.

    A word that more than half of everybody use weighs nothing, even if some leave, and is not kept.
    """

    def __init__(self, pages: Pages, counts: Counts) -> None:
        self.people = pages.people
        weighs = np.array([counts.halvings(term) > 0 for term in pages.stems], np.bool_)
        kept = weighs[pages.terms]
        said = _said(pages, counts.average)[kept]
        self._said = ByTerm(pages.stems, pages.terms[kept], pages.of[kept], said)
        stops = np.array([term in UNTELLING for term in pages.stems], np.bool_)
        kept = (weighs & ~stops)[pages.within]
        self._sentences = ByTerm(pages.stems, pages.within[kept], pages.of_sentence[kept])
        self._begins = pages.begins

    def shares(self, brief: Brief) -> Numbers:
        """In thousandths: the root of what each page reaches of what is expected, at most all.

        Nothing for whoever uses no word of the brief. The most that a brief could give is all of
        its words, each said without end.
        """
        reached = np.zeros(self.people, np.int64)
        for term in self._said.terms & brief.weights.keys():
            who, said = self._said.of(term)
            reached[who] += brief.weights[term] * said
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
        self, stems: Iterable[str], terms: Column, places: Numbers, said: Numbers | None = None
    ) -> None:
        order = np.argsort(terms, kind="stable")
        self._places: NDArray[np.int32] = places[order].astype(np.int32)
        self._said = None if said is None else said[order].astype(np.int16)
        numbers = {term: number for number, term in enumerate(stems)}
        counts = np.bincount(terms, minlength=len(numbers))
        ends = np.cumsum(counts)
        self._ranges = {t: (int(ends[n] - counts[n]), int(ends[n])) for t, n in numbers.items()}

    @property
    def terms(self) -> AbstractSet[str]:
        """Those that stand anywhere, and perhaps more."""
        return self._ranges.keys()

    def of(self, term: str) -> tuple[NDArray[np.int32], Numbers]:
        """Each place once, and how much the term says there."""
        start, end = self._ranges.get(term, (0, 0))
        said = np.ones(end - start) if self._said is None else self._said[start:end]
        return self._places[start:end], said.astype(np.int64)


def _said(pages: Pages, average: int) -> Numbers:
    """How much each word says of its page, in thousandths."""
    norm = K1 * (1 - B + B * pages.lengths / average)
    return np.rint(WHOLE * pages.times * (K1 + 1) / (pages.times + norm[pages.of])).astype(np.int64)
