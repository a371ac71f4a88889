"""What a team is worth beside what it covers, in thousandths of covering all required skills.

What several bring counts once, so everything that counts is a bit, and a team has the bits that any
member has. A level of credit is a bit above the levels below it: the most that anybody has is then
what all have together. What everybody must share is kept as what somebody lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from sitegen.directory import Person
from sitegen.matching.credit import WHOLE, Credit
from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.roster import COMMON, Roster
from sitegen.matching.teams.shortlist import Candidate
from sitegen.matching.worlds import sectors_known

REQUIRED = 1000
DESIRABLE = 240
SILOS = 100
# A language in which all can work together, a sector that all know.
LANGUAGE = 100
SECTOR = 25
# Each member costs the client and the others time; a skill that more than one has costs a little.
SIZE = 80
OVERLAP = 20


class Brought(NamedTuple):
    """What somebody brings: bits, their own points, and how many required skills they have."""

    bits: int
    score: int
    held: int


@dataclass(frozen=True, slots=True)
class _Bit:
    """Something that counts once: for which part, how much, and who among the people has it."""

    part: str
    worth: int
    holders: frozenset[str]


class _Sums(dict[int, int]):
    """The worth of sets of bits, added up when first asked for."""

    def __init__(self, bits: Sequence[_Bit]) -> None:
        super().__init__()
        self._bits = bits

    def __missing__(self, found: int) -> int:
        total = sum(bit.worth for place, bit in enumerate(self._bits) if found >> place & 1)
        self[found] = total
        return total


class Scale:
    """Weighs what some people bring to one posting."""

    def __init__(self, asked: Asked, people: Sequence[Person], roster: Roster) -> None:
        self._asked = asked
        counted = (
            *_needs(asked),
            *_credits("required", REQUIRED, asked, people, roster),
            *_credits("desirable", DESIRABLE, asked, people, roster),
            *_silos(asked, people, roster),
        )
        language = tuple(_lacking_language(people, roster))
        sector = tuple(_lacking_sector(asked, people))
        self._bits = (*counted, *language, *sector)
        self._sums = _Sums(self._bits)
        self._counted = _mask(0, len(counted))
        self._language = _mask(len(counted), len(language))
        self._sector = _mask(len(counted) + len(language), len(sector))

    def brought(self, candidate: Candidate) -> Brought:
        """What one of the people brings."""
        bits = candidate.needs
        for place, bit in enumerate(self._bits):
            if candidate.person.slug in bit.holders:
                bits |= 1 << place
        return Brought(bits, candidate.score, (candidate.needs & self._asked.skills).bit_count())

    def worth(self, team: Brought, last: Iterable[Brought], size: int) -> list[int]:
        """For each who could come last: the worth of the team, now of this size, with them.

        One call for many, because this is what the whole search spends its time on.
        """
        sums, counted, language, sector = self._sums, self._counted, self._language, self._sector
        has, own, fixed = team.bits, team.score, SIZE * size + OVERLAP * team.held
        return [
            sums[(bits := has | more) & counted]
            + (LANGUAGE if bits & language != language else 0)
            + (SECTOR if bits & sector != sector else 0)
            + (own + score) // size
            - OVERLAP * held
            - fixed
            for more, score, held in last
        ]

    def parts(self, team: Sequence[Brought]) -> dict[str, int]:
        """The same by part."""
        bits = 0
        for one in team:
            bits |= one.bits
        parts = dict.fromkeys(("required", "desirable", "silos", "overlap"), 0)
        for place, bit in enumerate(self._bits):
            if bits >> place & 1 and bit.part:
                parts[bit.part] += bit.worth
        parts["overlap"] -= OVERLAP * sum(one.held for one in team)
        parts["language"] = LANGUAGE if bits & self._language != self._language else 0
        parts["sectors"] = SECTOR if bits & self._sector != self._sector else 0
        parts["members"] = sum(one.score for one in team) // len(team)
        parts["size"] = -SIZE * len(team)
        return parts


def _mask(start: int, count: int) -> int:
    return ((1 << count) - 1) << start


def _needs(asked: Asked) -> Iterator[_Bit]:
    """A skill covered gives back what its first holder is charged for overlap."""
    for place in range(asked.count):
        yield _Bit("overlap", OVERLAP if place < len(asked.required) else 0, frozenset())


def _credits(
    part: str, worth: int, asked: Asked, people: Sequence[Person], roster: Roster
) -> Iterator[_Bit]:
    """A bit for each step of credit that somebody has for a skill; rare skills weigh more."""
    if not people:
        return
    skills = asked.posting.assignment.skills
    needs = skills.required if part == "required" else skills.desirable
    required = {need.skill for need in skills.required}
    others = required if part == "required" else required | {n.skill for n in skills.desirable}
    rows = roster.credits(people, needs, others)
    shares = _shared_out(worth, [row[0].weight for row in rows])
    for row, share in zip(rows, shares, strict=True):
        points = [_points(credit) for credit in row]
        below = 0
        for step in sorted({*points} - {0}):
            up_to = share * step // WHOLE
            holders = [p.slug for p, found in zip(people, points, strict=True) if found >= step]
            yield _Bit(part, up_to - below, frozenset(holders))
            below = up_to


def _shared_out(worth: int, weights: Sequence[int]) -> Iterator[int]:
    """Whole numbers by weight that add up to the worth."""
    total, before = sum(weights), 0
    for upper in accumulate(weights):
        yield worth * upper // total - worth * before // total
        before = upper


def _points(credit: Credit) -> int:
    """The credit of a person; only the skill itself at its level, with a deed, counts whole."""
    return WHOLE if credit.is_full else min(credit.points, WHOLE - 1)


def _silos(asked: Asked, people: Iterable[Person], roster: Roster) -> Iterator[_Bit]:
    wanted = asked.posting.assignment.silos
    for silo, share in zip(wanted, _shared_out(SILOS, [1] * len(wanted)), strict=True):
        yield _Bit("silos", share, frozenset(p.slug for p in people if silo in roster.worlds(p)))


def _lacking_language(people: Sequence[Person], roster: Roster) -> Iterator[_Bit]:
    slugs = [person.slug for person in people]
    for tag in sorted({tag for person in people for tag in person.profile.languages}):
        levels = zip(slugs, roster.speaking(tag, slugs).tolist(), strict=True)
        lacking = frozenset(slug for slug, level in levels if level < COMMON)
        if len(lacking) < len(people):
            yield _Bit("", 0, lacking)


def _lacking_sector(asked: Asked, people: Sequence[Person]) -> Iterator[_Bit]:
    for sector in asked.posting.assignment.sectors:
        yield _Bit("", 0, frozenset(p.slug for p in people if sector not in sectors_known(p)))
