"""Who is looked at for teams: at most 24, chosen so that no possible cover is lost.

First one person for each set of needs that no other contains: any team can swap its members for
these and cover no less. Then the best five for each need, in turns, so that there is a choice; then
whoever covers most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.directory import Person
from sitegen.matching.results import Standing
from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.roster import Roster

# 24 people make 12,926 teams of two to four: all of them are looked at.
MOST = 24
BEST_OF_EACH = 5


class Candidate(NamedTuple):
    """Somebody eligible: the needs they meet, and how well they fit on their own."""

    person: Person
    needs: int
    score: int


class Shortlist(NamedTuple):
    """Who is looked at, best first; `holders`: of each need, how many of all eligible meet it."""

    people: tuple[Candidate, ...]
    holders: tuple[int, ...]


def shortlist(
    asked: Asked, ranking: Iterable[Standing], roster: Roster, most: int = MOST
) -> Shortlist:
    """At most 24 of those who meet every condition; equals stand in the order of the ranking."""
    eligible = tuple(ranking)
    covered = asked.covered([one.profile for one in eligible], roster)
    people = [
        Candidate(roster.person(one.profile), needs, one.score)
        for one, needs in zip(eligible, covered, strict=True)
    ]
    people.sort(key=_rank)
    holders = [[c for c in people if c.needs >> bit & 1] for bit in range(asked.count)]
    kept: dict[str, Candidate] = {}
    for candidate in (*_widest(people), *_in_turns(holders), *people[:most]):
        if len(kept) < most:
            kept.setdefault(candidate.person.slug, candidate)
    return Shortlist(tuple(c for c in people if c.person.slug in kept), tuple(map(len, holders)))


def _rank(candidate: Candidate) -> tuple[int, int]:
    """Who covers most, then who fits best alone."""
    return -candidate.needs.bit_count(), -candidate.score


def _widest(people: Sequence[Candidate]) -> Iterator[Candidate]:
    """The first of each set of needs that is no part of another's."""
    first: dict[int, Candidate] = {}
    for candidate in people:
        first.setdefault(candidate.needs, candidate)
    for needs, candidate in first.items():
        if needs and not any(needs != other and needs & other == needs for other in first):
            yield candidate


def _in_turns(holders: Iterable[Sequence[Candidate]]) -> Iterator[Candidate]:
    """The best of each need, the need that fewest meet first; then the second best; and so on."""
    rarest_first = sorted(holders, key=len)
    for turn in range(BEST_OF_EACH):
        for found in rarest_first:
            yield from found[turn : turn + 1]
