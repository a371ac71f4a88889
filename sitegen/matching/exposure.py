"""Who is shown: near equals take turns, and a report says whom that leaves out.

Only the first places of a list are seen. Scores that differ by less than three points say nothing
about who is better, so within such a band whoever was shown least stands first. Nobody leaves their
band, and nobody passes a person with fewer gaps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sitegen.matching.results import Match, Matches, PostingMatches

SHOWN = 5
MOST_NAMED = 10  # a report names no more of those who stand there most often
BAND = 3  # scores of a band differ by less


def spread(found: Mapping[str, PostingMatches]) -> dict[str, PostingMatches]:
    """The same lists with near equals in turn; postings come up in the order of a fixed hash."""
    shown: Counter[str] = Counter()
    turns: dict[str, PostingMatches] = {}
    for slug in sorted(found, key=lambda slug: sha256(slug.encode()).hexdigest()):
        ranking = tuple(_in_turn(found[slug].ranking, shown))
        shown.update(match.profile for match in ranking[:SHOWN])
        turns[slug] = replace(found[slug], ranking=ranking)
    return {slug: turns[slug] for slug in found}


def _in_turn(ranking: Sequence[Match], shown: Mapping[str, int]) -> Iterator[Match]:
    for band in _bands(ranking):
        if len(band) > 1:
            band.sort(key=lambda m: (m.missing, shown.get(m.profile, 0), m.rank()))
        yield from band


def _bands(ranking: Sequence[Match]) -> Iterator[list[Match]]:
    """Stretches of a ranking less than three points below their first, no more behind than it."""
    band: list[Match] = []
    for match in ranking:
        if band and (match.behind != band[0].behind or match.score + BAND <= band[0].score):
            yield band
            band = []
        band.append(match)
    if band:
        yield band


@dataclass(frozen=True, slots=True)
class Exposure:
    """How evenly those who are eligible for anything stand among the first of a list.

    `unevenness` as `gini` gives it; `shown` with how often, the most often first; `never` the rest.
    """

    unevenness: int
    shown: tuple[tuple[str, int], ...]
    never: tuple[str, ...]

    @property
    def eligible(self) -> int:
        """How many are eligible for anything."""
        return len(self.shown) + len(self.never)


def exposure(matches: Matches) -> Exposure:
    """Who is shown how often; ties in the order of the ids."""
    counts = times_shown(matches)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return Exposure(
        gini(counts),
        tuple(one for one in ranked if one[1]),
        tuple(slug for slug, count in ranked if not count),
    )


def times_shown(matches: Matches) -> Counter[str]:
    """How often everybody who is eligible for anything stands among the first of a list."""
    counts: Counter[str] = Counter()
    for posting in matches.postings.values():
        for place, match in enumerate(posting.ranking):
            counts[match.profile] += place < SHOWN
    return counts


def gini(counts: Mapping[str, int]) -> int:
    """How unevenly a count is spread, in hundredths: 0 all have the same, 100 one has all."""
    total, people = sum(counts.values()), len(counts)
    if not total:
        return 0
    weighted = sum(place * count for place, count in enumerate(sorted(counts.values()), 1))
    return (200 * weighted - 100 * (people + 1) * total) // (people * total)
