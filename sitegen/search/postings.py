"""Occurrences of terms in a field → who has each term, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.search.numbers import Numbers, NumbersTexts

# Occurrences, about.
AT_A_TIME = 500_000
_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Postings:
    """Numbers of terms, rising; with each how many documents have it.

    Of each too the texts that sitegen/search/manifest.py names, the second empty where nobody has
    the term twice.
    """

    terms: Numbers
    documents: Numbers
    gaps: NumbersTexts
    often: NumbersTexts


def postings(keys: Numbers, size: int, *, is_counted: bool) -> Iterator[Postings]:
    """Of occurrences in any order among `size` documents: each is term × size + document.

    Sorts them in place and takes some of the terms at a time: there are millions. How often a
    document has a term counts, or does not.
    """
    keys.sort()
    start = 0
    while start < len(keys):
        last = int(keys[min(start + AT_A_TIME, len(keys)) - 1]) // size
        end = int(np.searchsorted(keys, keys.dtype.type(last * size + size - 1), side="right"))
        yield _postings(keys[start:end], size, is_counted=is_counted)
        start = end


def _postings(keys: Numbers, size: int, *, is_counted: bool) -> Postings:
    is_first = _is_first(keys)
    times = np.diff(np.flatnonzero(is_first), append=len(keys)) if is_counted else _NONE
    keys = keys[is_first]
    terms = keys // size
    documents = keys - terms * size
    starts = np.flatnonzero(_is_first(terms))
    cuts = np.append(starts, len(keys))
    gaps = NumbersTexts(_gaps(documents, starts), cuts)
    return Postings(terms[starts], np.diff(cuts), gaps, _often(times, cuts))


def _often(times: Numbers, cuts: Numbers) -> NumbersTexts:
    """From each cut to the next the places with more than one, and how often beyond two."""
    found = np.flatnonzero(times > 1)
    groups = np.searchsorted(cuts, found, side="right") - 1
    gaps = _gaps(found - cuts[groups], np.flatnonzero(_is_first(groups)))
    pairs = np.stack((gaps, times[found] - 2), axis=1).ravel()
    return NumbersTexts(pairs, 2 * np.searchsorted(found, cuts))


def _is_first(ordered: Numbers) -> NDArray[np.bool_]:
    """Where another number begins."""
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return is_first


def _gaps(numbers: Numbers, starts: Numbers) -> Numbers:
    """From each number to the next; where a group starts, the number itself."""
    gaps = numbers.copy()
    gaps[1:] -= numbers[:-1]
    gaps[starts] = numbers[starts]
    return gaps
