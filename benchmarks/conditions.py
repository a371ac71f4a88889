"""The hard conditions of matching, read a second time.

An own small reading of the table in the content model, for judging what the matching proposes: it
shares no code with it, so that a mistake there is not repeated here. Where the table can be read in
two ways, the milder reading stands: what is called broken here is broken for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from sitegen.directory import Directory, Person, months_later
from sitegen.models import Assignment, Profile
from sitegen.terms import fold_words

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
DATED_KINDS = frozenset({"interim", "board"})
DAY, LATE = timedelta(days=1), timedelta(days=31)


def broken(directory: Directory, person: Person, assignment: Assignment) -> tuple[str, ...]:
    """The conditions that the fields of a person plainly break, by their names in the table."""
    profile = person.profile
    answers: Mapping[str, bool] = {
        "languages": not speaks(profile.languages, assignment),
        "dates": _dates_break(profile, assignment),
        "days": _days_break(person, assignment),
        "place": _place_breaks(directory, profile, assignment),
        "money": _money_breaks(directory, profile, assignment),
        "kind": _kind_breaks(profile, assignment),
        "contract": _contract_breaks(profile, assignment),
        "declines": _declined(directory, profile, assignment),
        "conflict": bool(_ties(profile) & _named(assignment)),
        "open": not _is_open(person),
    }
    return tuple(name for name, is_broken in answers.items() if is_broken)


def at_least(held: str | None, asked: str) -> bool:
    """Tell whether a level of a language reaches another."""
    return held is not None and CEFR.index(held) >= CEFR.index(asked)


def speaks(languages: Mapping[str, str], assignment: Assignment) -> bool:
    """Tell whether one person has what is asked of everyone, and one group of `any_of`."""

    def has(asked: Mapping[str, str]) -> bool:
        return all(at_least(languages.get(code), level) for code, level in asked.items())

    groups = assignment.languages.any_of
    return has(assignment.languages.everyone) and (not groups or any(map(has, groups)))


def held_level(person: Person, skill: str) -> int:
    """The level that counts: a live confirmed one before the claimed one, none without `again`."""
    for claim in person.profile.skills:
        if claim.skill == skill and claim.again:
            confirmed = person.confirmed.get(skill)
            return confirmed.level if confirmed else claim.level
    return 0


def _dates_break(profile: Profile, assignment: Assignment) -> bool:
    starts, months = assignment.starts, assignment.work.months
    if starts is None:
        return False
    free = profile.availability
    ends = months_later(starts, months) if months else starts + DAY
    first, gone = free.start or starts, free.until + DAY if free.until else ends
    if first <= starts + LATE and gone >= ends:
        return False
    shared = (min(gone, ends) - max(first, starts)).days
    return shared * 4 < (ends - starts).days * 3


def _days_break(person: Person, assignment: Assignment) -> bool:
    given, asked = person.profile.availability.days_per_month, assignment.work.days_per_month
    if given is None or asked is None or assignment.starts is None:
        return False
    taken = sum(work.days for work in person.taken if work.start <= assignment.starts <= work.end)
    return (given - taken) * 10 < asked * 6


def _place_breaks(directory: Directory, profile: Profile, assignment: Assignment) -> bool:
    work, modes = assignment.work, profile.works.modes
    allowed = {"remote": {"remote"}, "onsite": {"onsite"}, "hybrid": {"hybrid", "onsite"}}
    if modes and not allowed[work.mode].intersection(modes):
        return True
    if work.mode == "remote" or work.country is None or profile.based_in.country == work.country:
        return False
    if profile.works.travel and not _reaches(directory, profile.works.travel, work.country):
        return True
    away, asked = profile.works.days_away, work.onsite_days_per_month
    return away is not None and asked is not None and away + 2 < asked


def _reaches(directory: Directory, travel: tuple[str, ...], country: str) -> bool:
    regions = directory.vocabulary.countries_in
    return any(area == "anywhere" or country in regions(area) for area in travel)


def _money_breaks(directory: Directory, profile: Profile, assignment: Assignment) -> bool:
    budget, rate = assignment.budget, profile.engagement.day_rate
    if budget is None:
        return False
    if budget.pro_bono:
        return profile.engagement.pro_bono == "no"
    if rate is None or budget.max_day_rate is None or budget.currency is None:
        return False
    table = directory.site.currencies
    least = table.convert(rate.min, rate.currency, budget.currency) if table else None
    return least is not None and least > budget.max_day_rate * Decimal("1.1")


def _kind_breaks(profile: Profile, assignment: Assignment) -> bool:
    asked = DATED_KINDS.intersection(assignment.kinds)
    offered = profile.engagement.kinds
    return bool(asked and offered) and not asked.intersection(offered)


def _contract_breaks(profile: Profile, assignment: Assignment) -> bool:
    signs, asked = profile.engagement.contracts_as, assignment.contract.forms
    return bool(signs and asked) and not set(signs).intersection(asked)


def _declined(directory: Directory, profile: Profile, assignment: Assignment) -> bool:
    near = directory.vocabulary.sector_with_parent
    sectors = {name for sector in assignment.sectors for name in near(sector)}
    declines = profile.declines
    return assignment.client.silo in declines.silos or bool(sectors.intersection(declines.sectors))


def _ties(profile: Profile) -> set[str]:
    return {fold_words(name) for name in _tied_to(profile)}


def _tied_to(profile: Profile) -> Iterator[str]:
    yield from (interest.name for interest in profile.interests)
    yield from (v.name for v in profile.ventures if v.outcome == "running" and v.end is None)


def _named(assignment: Assignment) -> set[str]:
    named = [organisation.name for organisation in assignment.excludes]
    client = assignment.client.name
    return {fold_words(name) for name in (*named, *([client] if client else []))}


def _is_open(person: Person) -> bool:
    profile = person.profile
    usable = person.freshness != "dormant" and profile.availability.status != "paused"
    return usable and profile.matched and profile.listed
