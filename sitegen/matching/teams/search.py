"""Every team of the shortlist that covers as much as can be covered, with what it is worth.

Nothing is sampled and nothing is cut off by a guess: with at most 24 people and teams of two to
four there are 12,926 teams, and a team is passed over only where its last member leaves a need
open that another would meet. Integers only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.roster import Roster
from sitegen.matching.teams.shortlist import MOST, Candidate, Shortlist
from sitegen.matching.teams.worth import Brought, Scale

EVERYBODY = (1 << MOST) - 1

# A team is one int, which costs a tenth of an object: what it is worth, then its members as bits,
# one for each place in the shortlist. So the worthiest team is the largest int.
Found = int


def members_of(team: Found) -> int:
    """The members of a team as bits."""
    return team & EVERYBODY


def worth_of(team: Found) -> int:
    """What a team is worth."""
    return team >> MOST


class _Begun(NamedTuple):
    """The first members of a team; those to come stand in the shortlist from `after` on."""

    after: int
    members: int
    brought: Brought


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked, who is looked at, and what each of them brings."""

    asked: Asked
    listed: Shortlist
    scale: Scale
    brought: tuple[Brought, ...]

    @classmethod
    def of(cls, asked: Asked, listed: Shortlist, roster: Roster) -> Sought:
        """Lay out what a shortlist brings."""
        scale = Scale(asked, [candidate.person for candidate in listed.people], roster)
        return cls(asked, listed, scale, tuple(scale.brought(one) for one in listed.people))

    @property
    def people(self) -> tuple[Candidate, ...]:
        """Who is looked at; their places are the bits of a team."""
        return self.listed.people

    def picked(self, team: Found) -> tuple[Candidate, ...]:
        """The members of a team, in the order of the shortlist."""
        return tuple(c for place, c in enumerate(self.people) if team >> place & 1)

    def parts(self, team: Found) -> dict[str, int]:
        """The worth of a team by part; the parts add up to it."""
        return self.scale.parts([b for place, b in enumerate(self.brought) if team >> place & 1])


def most_covered(needs: Iterable[int], asked: Asked, sizes: range) -> tuple[int, int]:
    """How many skills, and with those how many languages, the best team covers.

    Somebody counted twice covers no more than a real team of that size with them in it.
    """
    single = {*needs}
    reached, best = {0}, (-1, -1)
    for size in range(1, sizes.stop):
        reached = {have | more for have in reached for more in single}
        if size in sizes:
            best = max(best, *(asked.rank(found) for found in reached))
    return best


def best_covering(sought: Sought, sizes: range) -> tuple[Found, ...]:
    """Every team of these sizes that covers as much as the best one does; the worthiest first."""
    sizes = range(sizes.start, min(sizes.stop, len(sought.people) + 1))
    completing = _completing(sought, sizes)
    begun = [_Begun(0, 0, Brought(0, 0, 0))]
    found: list[Found] = []
    for size in range(1, sizes.stop):
        if size in sizes:
            found += _finished(begun, completing, size, sought)
        if size + 1 < sizes.stop:
            begun = list(_longer(begun, sought.brought))
    return tuple(sorted(found, reverse=True))


def _completing(sought: Sought, sizes: range) -> Callable[[int], Sequence[int]]:
    """For needs already covered: the places of those who as the last member cover the most."""
    needs = [candidate.needs for candidate in sought.people]
    best, rank = most_covered(needs, sought.asked, sizes), sought.asked.rank
    known: dict[int, tuple[int, ...]] = {}

    def completing(have: int) -> tuple[int, ...]:
        if have not in known:
            known[have] = tuple(p for p, more in enumerate(needs) if rank(have | more) == best)
        return known[have]

    return completing


def _longer(begun: Iterable[_Begun], brought: Sequence[Brought]) -> Iterator[_Begun]:
    for after, members, (bits, score, held) in begun:
        for place in range(after, len(brought)):
            more = brought[place]
            together = Brought(bits | more.bits, score + more.score, held + more.held)
            yield _Begun(place + 1, members | 1 << place, together)


def _finished(
    begun: Iterable[_Begun], completing: Callable[[int], Sequence[int]], size: int, sought: Sought
) -> Iterator[Found]:
    worth, needs, people = sought.scale.worth, sought.asked.needs, sought.brought
    for after, members, brought in begun:
        last = [place for place in completing(brought.bits & needs) if place >= after]
        if last:
            values = worth(brought, [people[place] for place in last], size)
            yield from [
                value << MOST | members | 1 << place
                for place, value in zip(last, values, strict=True)
            ]
