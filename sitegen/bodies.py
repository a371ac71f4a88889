"""Rules of the running text below the fields: its length, its links, fields that ended up in it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import markup
from sitegen.errors import Place, Problem
from sitegen.explain import fields_of
from sitegen.frontmatter import Source
from sitegen.models import Assignment, Profile
from sitegen.nearest import joined, link
from sitegen.pasted import pasted_fields

BODY = {
    "profiles": (50, 4_000),
    "assignments": (50, 10_000),
    "stories": (50, 20_000),
    "news": (20, 10_000),
    "help-wanted": (20, 10_000),
    "pages": (1, 60_000),
}
FIELDS = {
    "profiles": frozenset(fields_of(Profile)),
    "assignments": frozenset(fields_of(Assignment)),
}


def body_problems(collection: str, source: Source) -> Iterator[Problem]:
    """Length of the text, where its links lead, fields that do not belong into it."""
    yield from length_problems(collection, source)
    yield from pasted_fields(source, FIELDS.get(collection, ()))
    text = source.body.strip()
    if markup.is_tangled(text):
        place = Place(source.body_line, 1)
        yield Problem(source.path, place, "P014", {"limit": str(markup.MAX_NESTING)})
    # Markdown slows down on long and tangled texts, which are refused whatever their links say.
    elif (line := markup.endless_block(source.body)) is not None:
        place = Place(source.body_line + line - 1, 1)
        yield Problem(source.path, place, "P018", {"limit": str(markup.MAX_LINES)})
    elif len(text) <= BODY[collection][1]:
        yield from _link_problems(source)


def _link_problems(source: Source) -> Iterator[Problem]:
    for href, place in body_links(source):
        if not markup.is_allowed_link(href) and "@" not in href:
            params = {"value": href, **joined(link(href))}
            yield Problem(source.path, place, "P047", params)


def length_problems(collection: str, source: Source) -> Iterator[Problem]:
    """A text that is too short or too long."""
    least, most = BODY[collection]
    text = source.body.strip()
    if not least <= len(text) <= most:
        place = Place(source.body_line, 1)
        params = {"length": str(len(text)), "least": str(least), "most": str(most)}
        yield Problem(source.path, place, "P046", params)


def body_links(source: Source) -> Iterator[tuple[str, Place]]:
    """The targets of all links of a text, with their places."""
    return ((href, _link_place(source, href)) for href in markup.links(source.body))


def local_links(source: Source) -> tuple[tuple[str, Place], ...]:
    """Those that lead to pages of the site itself."""
    return tuple(link for link in body_links(source) if link[0].startswith("/"))


def _link_place(source: Source, href: str) -> Place:
    """Where a link target stands: in brackets, angles or a definition, not the word by chance."""
    starts = (source.body.find(before + href) for before in ("](", "<", "]: "))
    found = [start for start in starts if start >= 0]
    before = source.body[: source.body.index(href, min(found))] if found else ""
    return Place(source.body_line + before.count("\n"), len(before) - before.rfind("\n"))
