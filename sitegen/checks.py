"""Rules across the fields of one file: what a single field cannot know.

A check is a function from a model, its source and the site's settings to problems. Rules across
files are in `sitegen.directory`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sitegen import markup
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Source
from sitegen.models import Assignment, Profile, Site
from sitegen.models.terms import Term
from sitegen.terms import fold_words
from sitegen.vocabulary import Vocabulary

BODY = {
    "profiles": (50, 4_000),
    "assignments": (50, 10_000),
    "stories": (50, 20_000),
    "news": (20, 10_000),
    "help-wanted": (20, 10_000),
    "pages": (1, 60_000),
}
SILOS = 8
FAMILIES = 14
Check = Callable[[Any, Source, Site], Iterator[Problem]]


def _at(source: Source, *loc: str | int, code: str, **params: str) -> Problem:
    return Problem(source.path, source.place(loc), code, params)


def body_problems(collection: str, source: Source) -> Iterator[Problem]:
    """Length of the text, and where its links lead."""
    least, most = BODY[collection]
    text = source.body.strip()
    if not least <= len(text) <= most:
        place = Place(source.body_line, 1)
        params = {"length": str(len(text)), "least": str(least), "most": str(most)}
        yield Problem(source.path, place, "P046", params)
    for href in markup.links(source.body):
        if not markup.is_allowed_link(href) and "@" not in href:
            before = source.body.partition(href)[0]
            line = source.body_line + before.count("\n")
            column = len(before) - (before.rfind("\n") + 1) + 1
            yield Problem(source.path, Place(line, column), "P047", {"value": href})


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


def _twice(source: Source, loc: Loc, values: Iterable[str], *below: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            place = source.place((*loc, index, *below))
            params = {"value": value, "field": str(loc[-1])}
            yield Problem(source.path, place, "P036", params)
        seen.add(value)


def _ordered(source: Source, first: Loc, second: Loc, a: Any, b: Any, code: str) -> Iterator[Problem]:
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
    yield from _twice(source, ("skills",), (claim.skill for claim in profile.skills), "skill")
    yield from _twice(source, ("sectors",), profile.sectors)
    for index, claim in enumerate(profile.skills):
        if claim.level >= 3 and not claim.evidence:
            yield _at(source, "skills", index, "level", code="P035", level=str(claim.level))
    for index, venture in enumerate(profile.ventures):
        loc = ("ventures", index)
        yield from _ordered(source, (*loc, "from"), (*loc, "to"), venture.start, venture.end, "P037")
    based = profile.based_in
    if bool(based.country) == bool(based.region):
        yield _at(source, "based_in", code="P041")
    free = profile.availability
    yield from _ordered(
        source, ("availability", "from"), ("availability", "until"), free.start, free.until, "P038"
    )
    rate = profile.engagement.day_rate
    if rate:
        loc = ("engagement", "day_rate")
        yield from _ordered(source, (*loc, "min"), (*loc, "max"), rate.min, rate.max, "P037")
    if profile.guidance.seeks and not profile.guidance.seeking_in_public:
        yield _at(source, "guidance", "seeks", code="P040")
    for index, transition in enumerate(profile.transitions):
        if transition.state == "preparing":
            yield _at(source, "transitions", index, "state", code="P048")
    if profile.consent.wording not in site.consent:
        wordings = ", ".join(sorted(site.consent))
        value = profile.consent.wording
        yield _at(source, "consent", "wording", code="P075", value=value, allowed=wordings)


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
    needs = (*assignment.skills.required, *assignment.skills.desirable)
    yield from _twice(source, ("skills", "required"), (need.skill for need in needs), "skill")
    for name in ("deadline", "starts"):
        value = getattr(assignment, name)
        yield from _ordered(source, ("posted",), (name,), assignment.posted, value, "P038")
    yield from _ordered(
        source, ("team", "min"), ("team", "max"), assignment.team.min, assignment.team.max, "P037"
    )
    if bool(assignment.client.name) == assignment.client.anonymous:
        yield _at(source, "client", code="P042")
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
    if assignment.outcome is None:
        return
    team = {member.profile for member in assignment.members}
    for slug in assignment.outcome.skills:
        if slug not in team:
            yield _at(source, "outcome", "skills", slug, code="P076", value=slug)
    for slug in sorted(team):
        if not assignment.outcome.consent.get(slug):
            yield _at(source, "outcome", "consent", code="P071", value=slug)


def site_problems(site: Site, source: Source) -> Iterator[Problem]:
    """Everything that the settings must agree on."""
    total = site.matching.weights.total()
    if total != 100:
        yield _at(source, "matching", "weights", code="P081", sum=str(total))
    if site.sample and site.as_of is None:
        yield _at(source, "sample", code="P084", field="as_of", other="sample: yes")
    if site.relay.mailbox is None and site.relay.form is None:
        yield _at(source, "relay", code="P049", field="relay", other="mailbox or form")


CHECKS: Mapping[str, Check] = {"profiles": profile_problems, "assignments": assignment_problems}


def vocabulary_problems(
    vocabulary: Vocabulary, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Relations that lead nowhere, and words that would lead to two terms."""
    skills = sources["skills"]
    if len(vocabulary.silos) != SILOS:
        params = {"count": str(len(vocabulary.silos)), "most": str(SILOS)}
        yield _at(sources["silos"], "silos", code="P085", **params)
    for index, skill in enumerate(vocabulary.skills.values()):
        if skill.family not in vocabulary.families:
            yield _unknown(skills, ("skills", index, "family"), "family", skill.family)
        for number, other in enumerate(skill.related):
            if other not in vocabulary.skills:
                yield _unknown(skills, ("skills", index, "related", number), "skill", other)
    for index, passage in enumerate(vocabulary.passages.values()):
        for number, other in enumerate(passage.near):
            if other not in vocabulary.passages:
                loc = ("passages", index, "near", number)
                yield _unknown(sources["passages"], loc, "passage", other)
    for index, sector in enumerate(vocabulary.sectors.values()):
        parent = vocabulary.sectors.get(sector.parent or "")
        if sector.parent and (parent is None or parent.parent):
            place = sources["sectors"].place(("sectors", index, "parent"))
            yield Problem(sources["sectors"].path, place, "P083", {"value": sector.id})
    for name in ("skills", "sectors", "silos", "regions", "passages", "topics"):
        yield from _ambiguous(sources[name], name, getattr(vocabulary, name))


def _unknown(source: Source, loc: Loc, kind: str, value: str) -> Problem:
    params = {"value": value, "kind": kind, "where": source.path}
    return Problem(source.path, source.place(loc), "P012", params)


def _ambiguous(source: Source, name: str, terms: Mapping[str, Term]) -> Iterator[Problem]:
    """Labels and aliases are unique in each language, folded."""
    owners: dict[tuple[str, str], str] = {}
    for index, term in enumerate(terms.values()):
        named = [("en", term.label, (name, index, "label"))]
        for language, words in term.aliases.items():
            loc = (name, index, "aliases", language)
            named += [(language, word, (*loc, number)) for number, word in enumerate(words)]
        for language, word, loc in named:
            first = owners.setdefault((language, fold_words(word)), term.id)
            if first != term.id:
                params = {"value": word, "first": first, "second": term.id}
                yield Problem(source.path, source.place(loc), "P082", params)
