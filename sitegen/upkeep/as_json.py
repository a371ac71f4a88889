"""The report for programs. Version 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.inert import json_text
from sitegen.matching.exposure import Exposure
from sitegen.models.log import Introduction
from sitegen.upkeep.findings import Findings, Scope
from sitegen.upkeep.sections import by_kind
from sitegen.upkeep.waiting import Waiting

VERSION = 1


def as_json(found: Findings, scope: Scope) -> str:
    """Days are ISO texts and whole numbers, lists are in the order of urgency.

    In public those who wait, are shown most or are never shown are counted, not named.
    """
    report: dict[str, Any] = {
        "version": VERSION,
        "as_of": found.today.isoformat(),
        "public": scope.public,
        "pages": [
            {
                "slug": page.person.slug,
                "state": page.person.freshness,
                "days": page.days,
                "dormant_after": page.dormant.isoformat(),
            }
            for page in found.pages
        ],
        "marks": [
            {
                "slug": person.slug,
                "label": mark.mark.label,
                "until": mark.until.isoformat(),
                "expired": mark.expired,
            }
            for person, mark in found.marks
        ],
        "overdue": [
            {"slug": posting.slug, "deadline": str(posting.assignment.deadline)}
            for posting in found.overdue
        ],
    }
    people = {} if scope.public else {"people": [person.slug for person in found.outdated]}
    report["outdated_consent"] = {"count": len(found.outdated), **people}
    if scope.has_waiting:
        report["waiting"] = _waiting(found.waiting, public=scope.public)
    if not scope.stale:
        report["words"] = [{"word": word, "people": count} for word, count in found.words]
        people = {} if scope.public else {"people": [person.slug for person in found.unseen]}
        report["unseen"] = {"count": len(found.unseen), **people}
    if found.exposure:
        report["exposure"] = _exposure(found.exposure, public=scope.public)
    if scope.has_private:
        report["introductions"] = _rows((*found.asked, *found.agreed), found)
    if scope.has_private and not scope.stale:
        report["talks"] = [{"year": year, "count": count} for year, count in found.talks]
    return json_text(json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True))


def _waiting(waiting: tuple[Waiting, ...], *, public: bool) -> Mapping[str, Any]:
    counted = {
        kind: {"count": len(ones), "oldest_days": max(one.days for one in ones)}
        for kind, ones in by_kind(waiting).items()
    }
    if public:
        return {"count": len(waiting), "kinds": counted}
    items = [
        {
            "number": one.number,
            "title": one.title,
            "kind": one.kind,
            "days": one.days,
            "url": one.url,
        }
        for one in waiting
    ]
    return {"count": len(waiting), "kinds": counted, "items": items}


def _exposure(found: Exposure, *, public: bool) -> Mapping[str, Any]:
    counted = {"gini": found.unevenness, "eligible": found.eligible}
    if public:
        return {**counted, "never": {"count": len(found.never)}}
    return {
        **counted,
        "shown": [{"slug": slug, "times": times} for slug, times in found.shown],
        "never": {"count": len(found.never), "people": list(found.never)},
    }


def _rows(rows: Iterable[Introduction], found: Findings) -> list[Mapping[str, Any]]:
    return [
        {
            "profile": row.profile,
            "assignment": row.assignment,
            "seeker": row.seeker,
            "state": row.state,
            "on": row.on.isoformat(),
            "days": (found.today - row.on).days,
        }
        for row in rows
    ]
