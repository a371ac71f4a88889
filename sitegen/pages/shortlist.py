"""The page of the reader's own shortlist: what the browser fills in stands here in words."""

from __future__ import annotations

from sitegen.pages.page import Page
from sitegen.views.comparison import LINES, SKILLS
from sitegen.views.words import Words


def shortlist_page(words: Words) -> Page:
    """The shortlist. The list itself is kept in the reader's browser, so no page here has one."""
    t = words.t
    return Page(
        "/shortlist/",
        "pages/shortlist.html",
        t.gettext("Shortlist"),
        t.gettext("The people whom you keep in mind, side by side. The list stays with you."),
        "/shortlist/",
        context=lambda: {
            "lines": tuple((line.key, t.gettext(line.label)) for line in LINES),
            "skills": SKILLS,
            # Those that a search can ask for at least: everybody has taken part.
            "levels": tuple((level, words.level(level)) for level in (2, 3, 4)),
            "assignments": tuple(
                (posting.slug, posting.assignment.title)
                for posting in words.directory.open_postings
            ),
            "home": words.urls.absolute("/"),
        },
        noindex=True,
    )
