"""A brief against what people write: BM25 in integers, from statistics in steps.

A word weighs by how many halvings of everybody leave only those who use it; the length of a text is
measured against an average in steps. So one changed page rarely changes what another page gets.
Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from math import isqrt

from sitegen.stems import STOP_STEMS, stem
from sitegen.terms import WORD, fold

WHOLE = 1000
K1, B = 1.2, 0.75
# The average length moves in steps of so many words.
LENGTH_STEP = 32
# A page that reaches this share of what a brief could give at most has said all one can expect.
FULL = 150
# A sentence can be quoted for a brief when it shares so many of its telling words.
SHARED = 2


def words(text: str) -> list[str]:
    """The folded words of a text, numbers and single letters left out."""
    found = WORD.findall(fold(text))
    return [word for word in found if len(word) > 1 and not word.isdecimal()]


def terms(text: str) -> list[str]:
    """The search terms of a text: the stems of its words."""
    return [stem(word) for word in words(text)]


@dataclass(frozen=True)
class Brief:
    """The words of a brief that tell people apart, with their weights."""

    weights: Mapping[str, int]

    def shared(self, said: Set[str]) -> int:
        """What the words in common with a sentence weigh; nothing where they are too few."""
        weights = [self.quotable[term] for term in said if term in self.quotable]
        return sum(weights) if len(weights) >= SHARED else 0

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
    """The texts of everybody: how many use a word, and how much it says of each who does."""

    def __init__(self, counted: Mapping[str, Counter[str]]) -> None:
        self.people = len(counted)
        words = sum(count.total() for count in counted.values())
        average = words / LENGTH_STEP / max(1, self.people)
        self.average = LENGTH_STEP * max(1, round(average))
        self._said: dict[str, list[tuple[str, int]]] = {}
        for slug, count in counted.items():
            norm = K1 * (1 - B + B * count.total() / self.average)
            for term, times in count.items():
                said = round(WHOLE * times * (K1 + 1) / (times + norm))
                self._said.setdefault(term, []).append((slug, said))

    def weight(self, term: str) -> int:
        """How often everybody can be halved until only those who use a word are left, less one.

        A word that more than a quarter use weighs nothing.
        """
        users = len(self._said.get(term, ()))
        return max(0, ((self.people + 1) // (users + 1)).bit_length() - 2)

    def brief(self, texts: Iterable[str]) -> Brief:
        """The words of a brief that weigh anything."""
        found = sorted({term for text in texts for term in terms(text)})
        return Brief({term: weight for term in found if (weight := self.weight(term))})

    def shares(self, brief: Brief) -> dict[str, int]:
        """In thousandths: the root of what each page reaches of what is expected, at most all.

        Whoever uses no word of the brief is left out. The most that a brief could give is all of
        its words, each said without end.
        """
        reached: dict[str, int] = {}
        for term, weight in brief.weights.items():
            for slug, said in self._said.get(term, ()):
                reached[slug] = reached.get(slug, 0) + weight * said
        most = round(sum(brief.weights.values()) * (K1 + 1) * FULL)
        return {slug: min(WHOLE, isqrt(WHOLE * WHOLE * n // most)) for slug, n in reached.items()}
