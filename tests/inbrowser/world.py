"""A directory of varied people and postings, and the fields that they were made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sitegen.directory import Directory
from sitegen.inbrowser.people import said
from sitegen.matching.voice import voice_of
from tests.factories import assignment, directory, profile, written
from tests.inbrowser.varied import Varied

SEED = 20261123
STAFFED = 20
_BAND = {"label": "A band", "currency": "EUR", "includes": "A day."}
BANDS = [
    *({"id": f"to-{limit}", "up_to": limit, **_BAND} for limit in (450, 500, 550)),
    {"id": "more", **_BAND},
]
CURRENCIES = {
    "on": "2026-11-01",
    "base": "EUR",
    "rates": {"USD": "1.1", "KES": "140", "GBP": "0.857"},
}


LIVE = {"label": "references", "by": "the vetting circle", "on": "2026-10-17"}


class World(NamedTuple):
    """A directory, and the fields of its people and its open postings in the order of slugs."""

    directory: Directory
    profiles: list[Any]
    postings: list[Any]


@cache
def world(count: int) -> World:
    varied = Varied(SEED)
    profiles = {f"p{number:03}": varied.profile() for number in range(count)}
    postings = {f"a{number:03}": varied.assignment() for number in range(count)}
    # Too rare for chance: others confirm a level below what a passage would show.
    profiles["p000"] |= {
        "skills": [{"skill": "succession-planning", "level": 2}],
        "transitions": [{"passage": "handed-over-to-successor", "state": "through-it"}],
    }
    wanted = [{"skill": "succession-planning", "level": 2}]
    postings["a000"]["skills"] = {"required": wanted}
    staffed = {f"s{number}": staffed_by(f"p{number:03}", varied) for number in range(STAFFED)}
    marks: dict[str, list[Mapping[str, Any]]] = {
        slug: rows for slug in profiles if (rows := varied.marks())
    }
    marks["p000"] = [{**LIVE, "skills": [{"skill": "succession-planning", "level": 1}]}]
    found = directory(
        {slug: profile(**fields) for slug, fields in profiles.items()},
        {slug: assignment(**fields) for slug, fields in {**postings, **staffed}.items()},
        vetting=marks,
        bands=BANDS,
        currencies=CURRENCIES,
    )
    return World(found, as_drafts(profiles), as_drafts(postings))


def staffed_by(slug: str, varied: Varied) -> dict[str, Any]:
    return {**varied.assignment("staffed"), "members": [{"profile": slug}]}


def as_drafts(found: dict[str, dict[str, Any]]) -> list[Any]:
    return [
        written({name: value for name, value in fields.items() if value is not None})
        for _, fields in sorted(found.items())
    ]


def published(found: Directory) -> list[Any]:
    """What the site says of everybody, in the order of their slugs."""
    return [
        said(person, voice_of(person, found.vocabulary, {}), found.site)
        for _, person in sorted(found.people.items())
    ]
