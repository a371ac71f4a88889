"""Which of many equal covers are shown: the best, and the best without each of its members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile

from sitegen.matching.teams.search import Found, Sought, members_of, worth_of

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Three to five teams where there are so many, best first.

    `needed` are those without whom no team found covers as much.
    """

    teams: tuple[Found, ...]
    needed: frozenset[str]


def chosen(found: Sequence[Found], sought: Sought) -> Choice:
    """The best team; for each of its members the best without them; then the next best.

    So nobody is in all of the teams who is not needed, and a client whom one person refuses has
    another team to ask. `found` holds at least one team, and has the worthiest first.
    """
    teams, needed = [_first(found, sought)[0]], []
    for place, candidate in enumerate(sought.people):
        if teams[0] >> place & 1:
            without = _first((team for team in found if not team >> place & 1), sought)
            teams += [team for team in without if team not in teams]
            needed += [] if without else [candidate.person.slug]
    while len(teams) < min(FEWEST, len(found)):
        # The same team with somebody added is another one only where there is no other.
        apart = _first((t for t in found if not _is_part(t, teams)), sought)
        teams += apart or _first((t for t in found if t not in teams), sought)
    ordered = sorted(teams, key=lambda team: (-worth_of(team), _mark(team, sought)))
    return Choice(tuple(ordered), frozenset(needed))


def _is_part(team: Found, others: Iterable[Found]) -> bool:
    """Whether a team and one of the others are the same but for somebody added."""
    mine, theirs = members_of(team), [members_of(other) for other in others]
    return any(mine & other in (mine, other) for other in theirs)


def _first(found: Iterable[Found], sought: Sought) -> list[Found]:
    """The best team in a list of one; an empty list where there is none."""
    rest = iter(found)
    best = next(rest, None)
    if best is None:
        return []
    equal = [best, *takewhile(lambda team: worth_of(team) == worth_of(best), rest)]
    return [min(equal, key=lambda team: _mark(team, sought))]


def _mark(team: Found, sought: Sought) -> str:
    """Ties are decided by a hash of all ids, never by the alphabet."""
    slugs = sorted(candidate.person.slug for candidate in sought.picked(team))
    return sha256("\n".join((sought.asked.posting.slug, *slugs)).encode()).hexdigest()
