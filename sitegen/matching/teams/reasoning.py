"""Why a team fits, and what to know before asking it: each cites only what stands in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sitegen.directory import Person
from sitegen.i18n import CEFR
from sitegen.matching.free_time import free_time
from sitegen.matching.results import Alone, Reason, Team
from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.roster import Roster
from sitegen.matching.teams.sentences import COSTS


def reasons_of(
    team: Team, members: Sequence[Person], only: Sequence[Alone], asked: Asked, roster: Roster
) -> Iterator[Reason]:
    """Who brings what, what they share, what rests on one; then what is missing and to settle."""
    for person in members:
        yield from _brings(person, team, asked, roster)
    yield from _together(team, members, roster)
    for person in members:
        if not team.missing and all(person.slug in h for h in team.covers.values()):
            yield _of(person, "team-enough")
    for person in members:
        yield from _rests(person, "team-alone", team.alone)
    for person in members:
        if person.slug in team.needed:
            found = tuple(_rests(person, "team-only", only))
            # Anybody could stand in for who is alone in nothing, so there is nobody.
            lost = any(fact.profile == person.slug for fact in team.alone)
            code = "team-needed" if lost else "team-no-other"
            yield from found or (_of(person, code),)
    yield from _missing(team, asked)
    yield from _days(members, asked, roster)
    yield _cost(team, asked)


def _brings(person: Person, team: Team, asked: Asked, roster: Roster) -> Iterator[Reason]:
    """What somebody would do, what they could take over, what else helps."""
    first = [skill for skill, holders in team.covers.items() if holders[0] == person.slug]
    second = [skill for skill, holders in team.covers.items() if person.slug in holders[1:]]
    spoken = [tag for tag, speakers in team.languages.items() if person.slug in speakers]
    helpful = [
        need.skill
        for need in asked.posting.assignment.skills.desirable
        if roster.level(person, need.skill) >= need.level
    ]
    if first:
        yield _of(person, "team-brings", skills=",".join(first))
    if second:
        yield _of(person, "team-backup", skills=",".join(second))
    if not first and not second:
        yield from _in_part(person, asked, roster)
    if spoken:
        pairs = (f"{tag} {CEFR[roster.rank(person, tag)]}" for tag in spoken)
        yield _of(person, "team-speaks", spoken=",".join(pairs))
    if helpful:
        yield _of(person, "team-helps", skills=",".join(helpful))


def _in_part(person: Person, asked: Asked, roster: Roster) -> Iterator[Reason]:
    """The nearest that somebody has to a required skill."""
    required = {need.skill for need in asked.required}
    credits = roster.credits([person], asked.required, required)
    best = max((own for (own,) in credits), key=lambda credit: credit.points)
    if best.through == "close":
        yield _of(person, "team-close", skill=best.need.skill, other_skill=best.name)
    elif best.points:
        yield _of(person, "team-below", skill=best.need.skill, level=str(best.level))


def _of(person: Person, code: str, **params: str) -> Reason:
    return Reason(code, {"profile": person.slug, "name": person.profile.name, **params})


def _together(team: Team, members: Sequence[Person], roster: Roster) -> Iterator[Reason]:
    """Worlds and sectors of all, the languages in which they can work together."""
    if team.silos:
        yield Reason("team-silos", {"silos": ",".join(team.silos), "count": len(team.silos)})
    if team.sectors:
        sectors = ",".join(team.sectors)
        yield Reason("team-sectors", {"sectors": sectors, "count": len(team.sectors)})
    tags = dict.fromkeys(tag for person in members for tag in person.profile.languages)
    shared = [tag for tag in tags if all(roster.common(person, tag) for person in members)]
    common = Reason("team-common", {"languages": ",".join(shared)})
    yield common if shared else Reason("team-no-common")


def _rests(person: Person, code: str, facts: Iterable[Alone]) -> Iterator[Reason]:
    """What somebody alone has, skills and languages."""
    mine = [fact for fact in facts if fact.profile == person.slug]
    skills = [fact.id for fact in mine if fact.kind == "skill"]
    if skills:
        yield _of(person, code, skills=",".join(skills))
    tags = [fact.id for fact in mine if fact.kind == "language"]
    if tags:
        yield _of(person, f"{code}-language", languages=",".join(tags))


def _missing(team: Team, asked: Asked) -> Iterator[Reason]:
    if team.missing:
        yield Reason("team-missing", {"skills": ",".join(team.missing)})
    needs = [f"{tag} {level}" for tag, level in asked.languages if not team.languages[tag]]
    if needs:
        yield Reason("team-missing-languages", {"needs": ",".join(needs)})


def _days(members: Sequence[Person], asked: Asked, roster: Roster) -> Iterator[Reason]:
    """The days a month that all have together, against those asked."""
    assignment = asked.posting.assignment
    wanted = assignment.work.days_per_month
    if wanted is None:
        return
    days = [free_time(person, assignment, roster.directory.today).days for person in members]
    stated = [count for count in days if count is not None]
    if not stated:
        yield Reason("team-days-not-stated")
    elif len(stated) < len(days):
        yield Reason("team-days-some", {"count": sum(stated), "asked": wanted})
    else:
        code = "team-days" if sum(stated) >= wanted else "team-days-short"
        yield Reason(code, {"count": sum(stated), "asked": wanted})


def _cost(team: Team, asked: Asked) -> Reason:
    """What all ask against the budget, in words: no figure of a rate leaves this package."""
    budget = asked.posting.assignment.budget
    if budget is not None and budget.pro_bono:
        return Reason(f"{COSTS}pro-bono-{team.cost}")
    if budget is None or budget.max_day_rate is None:
        return Reason(f"{COSTS}no-budget")
    return Reason(f"{COSTS}{team.cost}")
