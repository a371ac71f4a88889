"""What the shortlist compares and exports: a file for each person and each open assignment.

They are fetched by slug when somebody looks at a shortlist, so their names never change. All words
are those of the pages: the browser only lays them side by side.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import partial
from typing import Any

from sitegen import urls
from sitegen.compact import compact
from sitegen.directory import Posting
from sitegen.facets import FACETS, facet_values
from sitegen.unmade import Unmade
from sitegen.views.comparison import ComparableView, comparable
from sitegen.views.conditions import client, posting_facts
from sitegen.views.experience import SkillView
from sitegen.views.posting import NeedView, criteria, decided_by, needs
from sitegen.views.words import Words

Record = Mapping[str, Any]


def record_files(words: Words) -> dict[str, Unmade]:
    """Listed people and open assignments by output path, and the words of the filters."""
    directory = words.directory
    people, postings = directory.people, directory.postings

    def person(slug: str) -> bytes:
        return _json(_person(comparable(people[slug], words)))

    def posting(slug: str) -> bytes:
        return _json(_posting(postings[slug], words))

    files = {
        f"search/people/{one.slug}.json": Unmade(partial(person, one.slug), ())
        for one in directory.listed
    }
    for one in directory.open_postings:
        files[f"search/assignments/{one.slug}.json"] = Unmade(partial(posting, one.slug), ())
    filters = _filters(words)
    files["search/filters.json"] = Unmade(lambda: _json(filters), filters)
    return files


def _json(record: Record) -> bytes:
    return unicodedata.normalize("NFC", compact(record).decode()).encode() + b"\n"


def _person(view: ComparableView) -> Record:
    """`url` is the link within this site, `address` the full one for what leaves it."""
    return {
        "slug": view.slug,
        "name": view.name,
        "native": view.native,
        "headline": view.headline,
        "url": view.url,
        "address": view.address,
        "notice": view.notice,
        "skills": [_skill(skill) for skill in view.skills],
        "lines": dict(view.lines),
    }


def _skill(view: SkillView) -> Record:
    return {
        "id": view.id,
        "label": view.skill.label,
        "level": view.level_word,
        "notes": [part for part in (view.note, view.confirmed_text, view.in_assignments) if part],
        "evidence": view.evidence or "",
    }


def _posting(posting: Posting, words: Words) -> Record:
    assignment, address = posting.assignment, urls.assignment(posting.slug)
    return {
        "slug": posting.slug,
        "title": assignment.title,
        "url": words.link(address),
        "address": words.urls.absolute(address),
        "client": client(posting, words).label,
        "facts": list(posting_facts(posting, words)),
        "required": [_need(need) for need in needs(assignment.skills.required, words)],
        "desirable": [_need(need) for need in needs(assignment.skills.desirable, words)],
        "deliverables": list(assignment.deliverables),
        "criteria": list(criteria(posting)),
        "decided": decided_by(posting, words),
    }


def _need(view: NeedView) -> Record:
    return {"id": view.id, "label": view.skill.label, "level": view.level_word}


def _filters(words: Words) -> Record:
    """Label and values of each group that a search can be filtered by."""
    found = facet_values(words.directory, words.t)
    return {
        facet.key: {
            "label": words.t.gettext(facet.told or facet.label),
            "values": {value.id: value.label for value in found[facet.key]},
        }
        for facet in FACETS
    }
