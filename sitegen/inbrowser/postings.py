"""The open assignments, with what conditions and skills read of them.

The form is that of assets/js/match/posting.js, which makes the same of a draft. Whom an unnamed
client excludes stays out: it is published nowhere, and the browser asks instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen import urls
from sitegen.directory import Posting
from sitegen.matching.organisations import party
from sitegen.models.assignment import Assignment, Budget, SkillNeed
from sitegen.models.fields import Organisation
from sitegen.views.words import Words


def posting_records(words: Words) -> list[Mapping[str, Any]]:
    """A record for each open assignment, the nearest deadline first."""
    return [_record(posting, words) for posting in words.directory.open_postings]


def _record(posting: Posting, words: Words) -> Mapping[str, Any]:
    address = words.link(urls.assignment(posting.slug))
    title = posting.assignment.title
    return {"slug": posting.slug, "title": title, "url": address, **asked(posting.assignment)}


def asked(assignment: Assignment) -> Mapping[str, Any]:
    """What an assignment asks; days as ISO text, null for what is not stated."""
    needs, spoken, work = assignment.skills, assignment.languages, assignment.work
    return {
        "required": _needs(needs.required),
        "desirable": _needs(needs.desirable),
        "everyone": list(spoken.everyone.items()),
        "anyOf": [list(choice.items()) for choice in spoken.any_of],
        "inTeam": list(spoken.in_team.items()),
        "useful": list(spoken.useful.items()),
        "teamMax": assignment.team.max,
        "starts": assignment.starts.isoformat() if assignment.starts else None,
        "months": work.months,
        "days": work.days_per_month,
        "mode": work.mode,
        "country": work.country,
        "city": work.city,
        "onsite": work.onsite_days_per_month,
        "budget": _budget(assignment.budget) if assignment.budget else None,
        "kinds": assignment.kinds,
        "contracts": assignment.contract.forms,
        "sectors": assignment.sectors,
        "silo": assignment.client.silo,
        "anonymous": assignment.client.anonymous,
        "parties": [] if assignment.client.anonymous else _parties(assignment),
    }


def _needs(needs: Iterable[SkillNeed]) -> list[tuple[str, int]]:
    return [(need.skill, need.level) for need in needs]


def _budget(budget: Budget) -> Mapping[str, Any]:
    return {
        "max": budget.max_day_rate,
        "currency": budget.currency,
        "proBono": budget.pro_bono,
    }


def _parties(assignment: Assignment) -> list[tuple[str, str]]:
    """Whom the client excludes and the client, by name and domain."""
    client = assignment.client
    named: list[Organisation] = [*assignment.excludes]
    if client.name:
        named.append(Organisation(name=client.name, url=client.url))
    return [(one.name, party(one.name, one.url).domain) for one in named]
