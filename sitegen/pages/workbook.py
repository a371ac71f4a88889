"""An assignment on paper: the questions of the method with its people, skills and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import urls
from sitegen.directory import Directory, Posting
from sitegen.models.terms import Role
from sitegen.pages.method import phase_views
from sitegen.pages.page import Page
from sitegen.views.conditions import client, posting_facts
from sitegen.views.outcome import member
from sitegen.views.posting import needs
from sitegen.views.words import Named, Words

COUNTERPART = "client-counterpart"


@dataclass(frozen=True, slots=True)
class Part:
    """A role of the method and who holds it; nobody yet leaves a line to write on."""

    role: Role
    held_by: str


def workbook_slugs(directory: Directory) -> Iterator[str]:
    """The assignments that are open or under way."""
    for posting in directory.postings.values():
        if posting.is_open or posting.assignment.status == "staffed":
            yield posting.slug


def workbook_pages(words: Words) -> Iterator[Page]:
    """A workbook for each assignment that is open or under way."""
    for slug in workbook_slugs(words.directory):
        yield _workbook(words.directory.postings[slug], words)


def _workbook(posting: Posting, words: Words) -> Page:
    t, slug = words.t, posting.slug
    title = t.gettext("Workbook: {title}").format(title=posting.assignment.title)
    own = urls.assignment(slug)
    return Page(
        urls.workbook(slug),
        "pages/workbook.html",
        title,
        t.gettext("The phases of the method on paper, for one assignment."),
        "/assignments/",
        context=lambda: _context(words.directory.postings[slug], words),
        # The same words stand on the pages of the assignment and of the phases.
        noindex=True,
        onward=lambda: (words.named(t.gettext("The page of the assignment"), own),),
        given=tuple,
    )


def _context(posting: Posting, words: Words) -> Mapping[str, Any]:
    assignment = posting.assignment
    return {
        "title": assignment.title,
        "assignment": words.named(assignment.title, urls.assignment(posting.slug)),
        "client": client(posting, words).label,
        "facts": tuple(posting_facts(posting, words)),
        "parts": tuple(_parts(posting, words)),
        "needs": needs(assignment.skills.required, words),
        "useful": needs(assignment.skills.desirable, words),
        "deliverables": assignment.deliverables,
        "phases": phase_views(words),
        "weight": assignment.phases,
        "team": tuple(_team(posting, words)),
        "version": words.vocabulary.method.version,
    }


def _team(posting: Posting, words: Words) -> Iterator[Named]:
    for found in posting.assignment.members:
        yield member(found.profile, words)


def _parts(posting: Posting, words: Words) -> Iterator[Part]:
    """Every role of the method, with those whom the file names for it."""
    assignment = posting.assignment
    for role in words.vocabulary.method.roles:
        holders = [m.profile for m in assignment.members if m.role == role.id]
        names = words.t.every(member(slug, words).label for slug in holders)
        if role.id == COUNTERPART:
            names = words.sentence([assignment.reports_to or ""])
        yield Part(role, names)
