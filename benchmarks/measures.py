"""Measures of rankings, each by its textbook formula, without a package for forty lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2


def dcg(gains: Sequence[int]) -> float:
    """Discounted cumulated gain, `sum (2^grade - 1) / log2(rank + 1)`.

    Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002),
    with the exponential gain of Burges et al., "Learning to rank using gradient descent" (2005).
    """
    return sum((pow(2.0, grade) - 1) / log2(rank + 1) for rank, grade in enumerate(gains, 1))


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """DCG at a depth by that of the best order of everybody graded; 1 where nobody is graded."""
    best = dcg(sorted(grades.values(), reverse=True)[:depth])
    return dcg([grades.get(who, 0) for who in ranking[:depth]]) / best if best else 1.0


def precision(ranking: Sequence[str], grades: Mapping[str, int], depth: int, least: int) -> float:
    """The share of the first places that hold somebody of at least a grade; empty places count.

    Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), 8.4.
    """
    return sum(grades.get(who, 0) >= least for who in ranking[:depth]) / depth


def gini(counts: Sequence[int]) -> float:
    """How unevenly a count is spread: 0 all have the same, towards 1 one has everything.

    The relative mean difference by half, from sorted values: Dixon et al., "Bootstrapping the Gini
    coefficient of inequality", Ecology 68 (1987), without its correction for small samples.
    """
    total = sum(counts)
    if not total:
        return 0.0
    weighted = sum(place * count for place, count in enumerate(sorted(counts), 1))
    return 2 * weighted / (len(counts) * total) - (len(counts) + 1) / len(counts)


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
