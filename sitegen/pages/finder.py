"""The search page as it stands without a script: the first people by name, every way to look."""

from __future__ import annotations

from sitegen.pages.facets import Values
from sitegen.pages.page import Page
from sitegen.views.filters import filter_groups
from sitegen.views.listing import PAGE_SIZE, pager, person_row
from sitegen.views.signature import signature
from sitegen.views.words import Words


def search_page(words: Words, values: Values, count: int) -> Page:
    """The search page; `count` is how many pages the list of people has."""
    t, directory = words.t, words.directory
    people, postings = len(directory.listed), len(directory.open_postings)
    text = t.ngettext("{n} person, by name", "{n} people, by name", people)
    return Page(
        "/search/",
        "pages/search.html",
        t.gettext("Search"),
        t.gettext("Search people and assignments."),
        "/search/",
        context=lambda: {
            "sentence": text.format(n=people),
            "people": people,
            "postings": postings,
            "frame": signature({}, words),
            "rows": tuple(person_row(p, words) for p in directory.listed[:PAGE_SIZE]),
            "filters": filter_groups(values, words),
            "pager": pager("/profiles/", 1, count, words),
            "lists": tuple(words.named(label, address) for label, address in _lists(words)),
        },
        noindex=True,
    )


def _lists(words: Words) -> tuple[tuple[str, str], ...]:
    t = words.t
    return (
        (t.gettext("All people"), "/profiles/"),
        (t.gettext("Assignments"), "/assignments/"),
        (t.gettext("Skills"), "/skills/"),
        (t.gettext("Sectors"), "/sectors/"),
        (t.gettext("Worlds"), "/silos/"),
        (t.gettext("Countries"), "/countries/"),
        (t.gettext("Languages"), "/languages/"),
    )
