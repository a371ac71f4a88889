"""Who has a term in a field, and how often."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import sub

from sitegen.search.numbers import numbers_text


def none() -> array[int]:
    """Numbers of documents, none yet."""
    return array("I")


# Counted by identity.
@dataclass(slots=True, eq=False)
class Postings:
    """The documents that have a term, rising.

    For those that have it more than once, `often` holds the place among them, then how often beyond
    twice.
    """

    documents: array[int] = field(default_factory=none)
    often: array[int] = field(default_factory=none)

    def written(self) -> Iterator[str]:
        """As sitegen/search/manifest.py says."""
        yield numbers_text(_gaps(self.documents))
        if self.often:
            places, counts = _gaps(self.often[::2]), self.often[1::2]
            yield numbers_text(chain.from_iterable(zip(places, counts, strict=True)))


def merged(lists: Sequence[array[int]]) -> Postings:
    """Postings of lists of documents, each rising; who is in several has the term as often."""
    if len(lists) == 1:
        return Postings(lists[0])
    counts = Counter(chain.from_iterable(lists))
    found = Postings(array("I", sorted(counts)))
    for place, document in enumerate(found.documents):
        if counts[document] > 1:
            found.often.extend((place, counts[document] - 2))
    return found


def _gaps(numbers: Sequence[int]) -> Iterator[int]:
    """The first of rising numbers, then from each to the next."""
    return chain(numbers[:1], map(sub, numbers[1:], numbers))
