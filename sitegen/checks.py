"""Rules across the fields of one file: what a single field cannot know.

A check is a function from a model, its source and the site's settings to problems. Rules across
files are in `sitegen.directory`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Source
from sitegen.models import Assignment, Profile, Site
from sitegen.models.assignment import Outcome

Check = Callable[[Any, Source, Site], Iterator[Problem]]


def _at(source: Source, *loc: str | int, code: str, **params: str) -> Problem:
    return Problem(source.path, source.place(loc), code, params)


def _counts(source: Source, limits: Mapping[Loc, tuple[int, int]], model: Any) -> Iterator[Problem]:
    """Sizes of lists."""
    for loc, (least, most) in limits.items():
        value = model
        for name in loc:
            value = getattr(value, str(name))
        if value is None:
            continue
        params = {"field": str(loc[-1]), "count": str(len(value))}
        if len(value) < least:
            yield Problem(source.path, source.place(loc), "P027", params | {"least": str(least)})
        elif len(value) > most:
            yield Problem(source.path, source.place(loc), "P026", params | {"most": str(most)})


def _twice(source: Source, field: str, values: Iterable[tuple[str, Loc]]) -> Iterator[Problem]:
    """Values that stand twice; `values` come with where each stands."""
    seen: dict[str, Place] = {}
    for value, loc in values:
        first = seen.setdefault(value, source.place(loc))
        if first != source.place(loc):
            params = {"value": value, "field": field, "line": str(first.line)}
            yield Problem(source.path, source.place(loc), "P036", params)


def _ordered(
    source: Source, first: Loc, second: Loc, a: Any, b: Any, code: str
) -> Iterator[Problem]:
    if a is not None and b is not None and a > b:
        params = {"first": f"{first[-1]}: {a}", "second": f"{second[-1]}: {b}"}
        yield Problem(source.path, source.place(second), code, params)


PROFILE_COUNTS: Mapping[Loc, tuple[int, int]] = {
    ("skills",): (3, 15),
    ("sectors",): (1, 5),
    ("languages",): (1, 15),
    ("in_my_words",): (0, 10),
    ("regions",): (0, 30),
    ("ventures",): (0, 8),
    ("transitions",): (0, 4),
    ("links",): (0, 6),
    ("interests",): (0, 12),
    ("engagement", "motivations"): (0, 5),
}


def profile_problems(profile: Profile, source: Source, site: Site) -> Iterator[Problem]:
    """Everything that the fields of a profile must agree on."""
    yield from _counts(source, PROFILE_COUNTS, profile)
    claimed = ((claim.skill, ("skills", n, "skill")) for n, claim in enumerate(profile.skills))
    yield from _twice(source, "skills", claimed)
    yield from _twice(
        source, "sectors", ((s, ("sectors", n)) for n, s in enumerate(profile.sectors))
    )
    for index, claim in enumerate(profile.skills):
        if claim.level >= 3 and not claim.evidence:
            yield _at(source, "skills", index, "level", code="P035", level=str(claim.level))
    yield from _profile_dates_and_rates(profile, source)
    yield from _public_problems(profile, source)
    if profile.consent.wording not in site.consent:
        wordings = ", ".join(sorted(site.consent))
        value = profile.consent.wording
        yield _at(source, "consent", "wording", code="P075", value=value, allowed=wordings)


def _profile_dates_and_rates(profile: Profile, source: Source) -> Iterator[Problem]:
    for index, venture in enumerate(profile.ventures):
        start: Loc = ("ventures", index, "from")
        end: Loc = ("ventures", index, "to")
        yield from _ordered(source, start, end, venture.start, venture.end, "P037")
    free = profile.availability
    yield from _ordered(
        source, ("availability", "from"), ("availability", "until"), free.start, free.until, "P038"
    )
    rate = profile.engagement.day_rate
    if rate:
        low: Loc = ("engagement", "day_rate", "min")
        yield from _ordered(source, low, (*low[:-1], "max"), rate.min, rate.max, "P037")


def _public_problems(profile: Profile, source: Source) -> Iterator[Problem]:
    """What would say more to the world than its author may want."""
    based = profile.based_in
    if bool(based.country) == bool(based.region):
        yield _at(source, "based_in", code="P041")
    if profile.guidance.seeks and not profile.guidance.seeking_in_public:
        yield _at(source, "guidance", "seeks", code="P040")
    for index, transition in enumerate(profile.transitions):
        if transition.state == "preparing":
            yield _at(source, "transitions", index, "state", code="P048")


ASSIGNMENT_COUNTS: Mapping[Loc, tuple[int, int]] = {
    ("skills", "required"): (1, 12),
    ("skills", "desirable"): (0, 12),
    ("sectors",): (0, 5),
    ("deliverables",): (0, 12),
    ("excludes",): (0, 20),
    ("members",): (0, 4),
}


def assignment_problems(assignment: Assignment, source: Source, site: Site) -> Iterator[Problem]:
    """Everything that the fields of an assignment must agree on."""
    yield from _counts(source, ASSIGNMENT_COUNTS, assignment)
    needed = (
        (need.skill, ("skills", group, number, "skill"))
        for group in ("required", "desirable")
        for number, need in enumerate(getattr(assignment.skills, group))
    )
    yield from _twice(source, "skills", needed)
    for name in ("deadline", "starts"):
        value = getattr(assignment, name)
        yield from _ordered(source, ("posted",), (name,), assignment.posted, value, "P038")
    yield from _ordered(
        source, ("team", "min"), ("team", "max"), assignment.team.min, assignment.team.max, "P037"
    )
    if bool(assignment.client.name) == assignment.client.anonymous:
        yield _at(source, "client", code="P042")
    elif assignment.client.name and not assignment.client.consent:
        yield _at(source, "client", code="P115")
    yield from _budget_problems(assignment, source)
    yield from _outcome_problems(assignment, source)


def _budget_problems(assignment: Assignment, source: Source) -> Iterator[Problem]:
    budget = assignment.budget
    if budget is None:
        return
    paid = budget.max_day_rate is not None and budget.currency is not None
    given = budget.pro_bono and budget.reason is not None
    if paid == given or (given and budget.max_day_rate is not None):
        yield _at(source, "budget", code="P043")
    yield from _ordered(
        source,
        ("budget", "min_day_rate"),
        ("budget", "max_day_rate"),
        budget.min_day_rate,
        budget.max_day_rate,
        "P037",
    )


def _outcome_problems(assignment: Assignment, source: Source) -> Iterator[Problem]:
    done = assignment.status in ("completed", "ended-early")
    if done and assignment.outcome is None:
        yield _at(source, "status", code="P044", status=assignment.status)
    if not done and assignment.outcome is not None:
        allowed = "completed or ended-early"
        yield _at(source, "outcome", code="P045", field="outcome", allowed=allowed)
    if not done and assignment.status != "staffed" and assignment.members:
        allowed = "staffed, completed or ended-early"
        yield _at(source, "members", code="P045", field="members", allowed=allowed)
    for index, member in enumerate(assignment.members):
        if (member.profile is None) is not member.withheld:
            yield _at(source, "members", index, code="P172")
    if assignment.outcome is not None:
        yield from _team_problems(assignment, assignment.outcome, source)


def _team_problems(assignment: Assignment, outcome: Outcome, source: Source) -> Iterator[Problem]:
    team = {member.profile for member in assignment.members if member.profile}
    for slug in outcome.skills:
        if slug not in team:
            loc: Loc = ("outcome", "skills", slug)
            params = {"value": slug}
            yield Problem(source.path, source.place(loc, at_key=True), "P076", params)
    for slug in sorted(team):
        if not outcome.consent.get(slug):
            yield _at(source, "outcome", "consent", slug, code="P071", value=slug)


def vetting_problems(vetting: Any, source: Source, _: Site) -> Iterator[Problem]:
    """A mark ends after it begins."""
    for index, mark in enumerate(vetting.marks):
        loc = ("marks", index)
        yield from _ordered(source, (*loc, "on"), (*loc, "until"), mark.on, mark.until, "P038")


CHECKS: Mapping[str, Check] = {
    "profiles": profile_problems,
    "assignments": assignment_problems,
    "vetting": vetting_problems,
}
