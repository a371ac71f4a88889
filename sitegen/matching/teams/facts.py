"""A team found, as a result: who covers what, what rests on one, what it costs, why it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from sitegen.directory import Person
from sitegen.i18n import CEFR
from sitegen.matching.conditions import converted
from sitegen.matching.results import Alone, State, Team
from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.reasoning import reasons_of
from sitegen.matching.teams.roster import Roster
from sitegen.matching.teams.search import Found, Sought
from sitegen.matching.worlds import sectors_known


def team_of(found: Found, needed: frozenset[str], sought: Sought, roster: Roster) -> Team:
    """Everything that is said of a team; each fact stands in the fields of a file."""
    asked = sought.asked
    assignment = asked.posting.assignment
    picked = sought.picked(found)
    covers = dict(_covers(asked, [candidate.person for candidate in picked], roster))
    members = _in_order((c.person for c in picked), covers, asked.posting.slug)
    languages = {tag: _speakers(tag, level, members, roster) for tag, level in asked.languages}
    team = Team(
        assignment=asked.posting.slug,
        members=tuple(person.slug for person in members),
        covers=covers,
        missing=tuple(need.skill for need in asked.required if need.skill not in covers),
        languages=languages,
        silos=tuple(s for s in assignment.silos if any(s in roster.worlds(p) for p in members)),
        sectors=tuple(s for s in assignment.sectors if any(s in sectors_known(p) for p in members)),
        alone=tuple(_alone(covers, languages)),
        needed=tuple(person.slug for person in members if person.slug in needed),
        parts=sought.parts(found),
        cost=_cost(members, asked, roster),
        reasons=(),
    )
    only = tuple(_only_holders(team, sought))
    return replace(team, reasons=tuple(reasons_of(team, members, only, asked, roster)))


def _covers(
    asked: Asked, people: Sequence[Person], roster: Roster
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Required skills with who has them at the level: the highest level first, then confirmed."""
    for need in asked.required:
        holders = [p for p in people if roster.level(p, need.skill) >= need.level]
        ordered = sorted(holders, key=lambda p: _turn(p, need.skill, asked.posting.slug, roster))
        if ordered:
            yield need.skill, tuple(person.slug for person in ordered)


def _turn(person: Person, skill: str, posting: str, roster: Roster) -> tuple[int, bool, int, str]:
    years = next((c.years or 0 for c in person.profile.skills if c.skill == skill), 0)
    level = roster.level(person, skill)
    return -level, skill not in person.confirmed, -years, _mark(person.slug, posting)


def _in_order(
    people: Iterable[Person], covers: Mapping[str, tuple[str, ...]], posting: str
) -> tuple[Person, ...]:
    """Whoever would do most stands first; a hash decides between equals."""
    firsts = [holders[0] for holders in covers.values()]
    return tuple(sorted(people, key=lambda p: (-firsts.count(p.slug), _mark(p.slug, posting))))


def _mark(profile: str, posting: str) -> str:
    return sha256(f"{profile}\n{posting}".encode()).hexdigest()


def _speakers(tag: str, level: str, members: Iterable[Person], roster: Roster) -> tuple[str, ...]:
    """Who speaks a language at the level, whoever speaks it best first."""
    found = [p for p in members if roster.rank(p, tag) >= CEFR.index(level)]
    return tuple(p.slug for p in sorted(found, key=lambda p: -roster.rank(p, tag)))


def _alone(
    covers: Mapping[str, tuple[str, ...]], languages: Mapping[str, tuple[str, ...]]
) -> Iterator[Alone]:
    """The single points of failure."""
    for skill, holders in covers.items():
        if len(holders) == 1:
            yield Alone("skill", skill, holders[0])
    for tag, speakers in languages.items():
        if len(speakers) == 1:
            yield Alone("language", tag, speakers[0])


def _only_holders(team: Team, sought: Sought) -> Iterator[Alone]:
    """What somebody in every team has, and nobody else among all who meet the conditions."""
    needs = [(skill.skill, False) for skill in sought.asked.required]
    needs += [(tag, True) for tag, _ in sought.asked.languages]
    for (found, is_language), holders in zip(needs, sought.listed.holders, strict=True):
        by = (team.languages if is_language else team.covers).get(found, ())
        if holders == 1 and by and by[0] in team.needed:
            yield Alone("language" if is_language else "skill", found, by[0])


def _cost(members: Sequence[Person], asked: Asked, roster: Roster) -> State:
    """What all ask on average against the most a day may cost; `no` is above it."""
    budget = asked.posting.assignment.budget
    if budget is None or not (budget.pro_bono or budget.max_day_rate):
        return "not-stated"
    if budget.pro_bono:
        willing = all(person.profile.engagement.pro_bono for person in members)
        return "yes" if willing else "not-stated"
    site = roster.directory.site
    rates = [person.profile.engagement.day_rate for person in members]
    amounts = [converted(rate, budget, site) for rate in rates if rate]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(members):
        return "not-stated"
    return "yes" if sum(known) <= len(known) * (budget.max_day_rate or 0) else "no"
