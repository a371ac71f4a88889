"""Rules across the fields of one file: what a single field cannot know.

Most are data, in `sitegen.rules`; a check is a function from a model, its source and the site's
settings to problems. Rules across files are in `sitegen.references`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Source
from sitegen.models import Assignment, Profile, Site
from sitegen.models.assignment import Outcome
from sitegen.models.fields import Content
from sitegen.rules import (
    COUNTS,
    DISTINCT,
    ORDERS,
    RULES,
    Distinct,
    Group,
    Order,
    Rule,
    groups_in,
    holds,
    values_at,
)

Check = Callable[[Any, Source, Site], Iterator[Problem]]


def _at(source: Source, *loc: str | int, code: str, **params: str) -> Problem:
    return Problem(source.path, source.place(loc), code, params)


def rule_problems(model: Content, source: Source) -> Iterator[Problem]:
    """What the fields of a file must agree on, by the rules that are data."""
    data = model.model_dump(by_alias=True)
    for loc, (least, most) in COUNTS.get(type(model), {}).items():
        for value, _ in values_at(data, tuple(map(str, loc)), ()):
            yield from count_problems(source, loc, len(value or ()), least, most)
    for group, loc, values in groups_in(type(model), data):
        for rule in RULES.get(group, ()):
            yield from broken(rule, source, loc, values)
        for order in ORDERS.get(group, ()):
            yield from _ordered(order, source, loc, values)
        for distinct in DISTINCT.get(group, ()):
            yield from _twice(distinct, source, loc, values)


def count_problems(
    source: Source, loc: Loc, count: int, least: int, most: int
) -> Iterator[Problem]:
    """The size of a list."""
    params = {"field": str(loc[-1]), "count": str(count)}
    if count < least:
        yield _at(source, *loc, code="P027", **params, least=str(least))
    elif count > most:
        yield _at(source, *loc, code="P026", **params, most=str(most))


def broken(rule: Rule, source: Source, loc: Loc, values: Group) -> Iterator[Problem]:
    """The problem of a group that is not as a rule asks."""
    if not holds(rule.asks, values):
        params = {name: text.format_map(values) for name, text in rule.params.items()}
        yield _at(source, *loc, *filter(None, (rule.at,)), code=rule.code, **params)


def _ordered(order: Order, source: Source, loc: Loc, values: Group) -> Iterator[Problem]:
    a, b = values.get(order.first), values.get(order.second)
    if a is not None and b is not None and a > b:
        params = {"first": f"{order.first}: {a}", "second": f"{order.second}: {b}"}
        yield _at(source, *loc, order.second, code=order.code, **params)


def _twice(distinct: Distinct, source: Source, loc: Loc, values: Group) -> Iterator[Problem]:
    found = [each for path in distinct.paths for each in values_at(values, path, loc)]
    if len({value for value, _ in found}) == len(found):
        return
    seen: dict[str, Place] = {}
    for value, where in found:
        place = source.place(where)
        first = seen.setdefault(value, place)
        if first != place:
            params = {"value": value, "field": distinct.field, "line": str(first.line)}
            yield Problem(source.path, place, "P036", params)


def profile_problems(profile: Profile, source: Source, site: Site) -> Iterator[Problem]:
    """Everything that the fields of a profile must agree on."""
    yield from rule_problems(profile, source)
    if profile.consent.wording not in site.consent:
        wordings = ", ".join(sorted(site.consent))
        value = profile.consent.wording
        yield _at(source, "consent", "wording", code="P075", value=value, allowed=wordings)


def assignment_problems(assignment: Assignment, source: Source, _: Site) -> Iterator[Problem]:
    """Everything that the fields of an assignment must agree on."""
    yield from rule_problems(assignment, source)
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
    yield from rule_problems(vetting, source)


CHECKS: Mapping[str, Check] = {
    "profiles": profile_problems,
    "assignments": assignment_problems,
    "vetting": vetting_problems,
}
