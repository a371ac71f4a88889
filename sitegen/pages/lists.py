"""Lists of people and assignments, and the pages by facet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sitegen import urls
from sitegen.directory import Person, Posting
from sitegen.facets import FACETS, Facet, FacetValue
from sitegen.pages import facets
from sitegen.pages.facets import Values
from sitegen.pages.page import Page
from sitegen.views.listing import (
    Choice,
    Rows,
    choices,
    paged,
    pager,
    person_row,
    posting_row,
)
from sitegen.views.words import Named, Words

BESIDE = ("family", "sector", "silo", "country", "language")
BESIDE_MOST = 14


def pages(words: Words, values: Values) -> Iterator[Page]:
    """The list of people, of assignments, and every facet."""
    directory = words.directory
    people = directory.each("row", lambda slug: person_row(directory.people[slug], words))
    postings = directory.each("offer", lambda slug: posting_row(directory.postings[slug], words))
    yield from _people(words, values, people)
    yield _assignments(words, postings)
    yield from facets.pages(words, values, people, postings)


def _people(words: Words, values: Values, rows: Rows) -> Iterator[Page]:
    t, listed = words.t, words.directory.listed
    beside = tuple(
        _beside(facet, values[facet.key], words) for facet in FACETS if facet.key in BESIDE
    )

    def context(number: int, count: int, shown: Sequence[Person]) -> Mapping[str, Any]:
        return {
            "rows": tuple(rows[person.slug] for person in shown),
            "pager": pager("/profiles/", number, count, words),
            "facets": beside,
        }

    for number, count, shown in paged(listed):
        title = t.gettext("People")
        if number > 1:
            title = t.gettext("People, page {n}").format(n=number)
        text = t.ngettext("{n} person, by name.", "{n} people, by name.", len(listed))
        yield Page(
            urls.listing("/profiles/", number),
            "pages/people.html",
            title,
            t.gettext("Everybody in the directory, by name, with ways to look by skill and place."),
            "/profiles/",
            lede=text.format(n=len(listed)),
            context=partial(context, number, count, shown),
            given=partial(_given, number, count, shown, beside),
        )


def _given(number: int, count: int, shown: Sequence[Person], beside: object) -> object:
    return number, count, [person.slug for person in shown], beside


def _beside(
    facet: Facet, values: Sequence[FacetValue], words: Words
) -> tuple[str, Named, tuple[Choice, ...]]:
    """The most frequent values beside the list, and the way to all."""
    frequent = sorted(values, key=lambda v: (-len(v.people), v.label))[:BESIDE_MOST]
    label = words.t.gettext(facet.label)
    every = words.t.gettext("All {n}").format(n=len(values))
    return label, words.named(every, f"/{facet.collection}/"), choices(frequent, words)


def _assignments(words: Words, rows: Rows) -> Page:
    t = words.t
    return Page(
        "/assignments/",
        "pages/assignments.html",
        t.gettext("Assignments"),
        t.gettext("Short pieces of work for one person or a team, open and finished."),
        "/assignments/",
        lede=t.gettext("Short pieces of work across worlds, for one person or a team."),
        context=lambda: {
            "groups": tuple(
                (heading, tuple(rows[posting.slug] for posting in listed), words_if_none)
                for heading, listed, words_if_none in _by_state(words)
            )
        },
        feed=Named(t.gettext("New assignments"), words.link("/assignments/feed.xml")),
    )


def _by_state(words: Words) -> Iterator[tuple[str, Sequence[Posting], str]]:
    """Assignments by how far they are: a heading, which ones, and what to say of none."""
    t, directory = words.t, words.directory
    done = sorted(
        (p for p in directory.postings.values() if not p.is_open),
        key=lambda p: p.assignment.outcome.on if p.assignment.outcome else p.assignment.posted,
        reverse=True,
    )
    nothing = t.gettext("Nothing yet.")
    empty = t.gettext(
        "None at present. New ones stand here, and in the feed, on the day they come."
    )
    yield t.gettext("Open"), directory.open_postings, empty
    yield (
        t.gettext("Finished, with what came of it"),
        [posting for posting in done if posting.assignment.outcome],
        nothing,
    )
    yield (
        t.gettext("Under way, closed or withdrawn"),
        [posting for posting in done if not posting.assignment.outcome],
        nothing,
    )
