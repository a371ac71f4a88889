"""The self-assessment: guided step by step in the browser, to read, and to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.messages import phrase
from sitegen.models.terms import Family
from sitegen.pages.page import Page
from sitegen.urls import JOIN, SELF_ASSESSMENT, SELF_ASSESSMENT_PAPER
from sitegen.views.words import Words

# Skills that a sheet of paper has room for; who needs more prints it twice.
BLANKS = 8
# What to tell, and what to remember while telling it.
STORIES = (
    (
        "built",
        phrase("Tell of one thing you built that outlived you."),
        phrase(
            "What was there before? What did you do, you and not “we”? "
            "What stands today, and who keeps it standing?"
        ),
    ),
    (
        "crisis",
        phrase("Tell of a time when everything could have broken."),
        phrase(
            "Who depended on it? What did you do first, and what did you leave undone? "
            "What held, and what did it cost?"
        ),
    ),
    (
        "ending",
        phrase("Tell of an ending: something you closed, handed on or had to leave."),
        phrase(
            "Who had to be told, and how did you tell them? What was kept? "
            "What would you do differently?"
        ),
    ),
    (
        "learnt",
        phrase("Tell of something that others learnt from you."),
        phrase("Who does it now? How did they learn it? What do they do better than you?"),
    ),
)
# The levels as the person says them.
LEVELS = (
    phrase("I have taken part"),
    phrase("I have done it on my own"),
    phrase("I have led it, with others depending on me"),
    phrase("Others learn it from me"),
)


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family with its levels as behaviours, and its skills."""

    id: str
    label: str
    summary: str
    levels: tuple[tuple[str, tuple[str, ...]], ...]
    example: str
    names: tuple[tuple[str, str], ...]
    skills: tuple[str, ...]


def assessment_context(words: Words) -> Mapping[str, Any]:
    """The families with their levels, and what the guide asks and says."""
    t = words.t
    note = t.gettext(
        "Open the families you know from inside. "
        "For each, find the highest level at which both sentences are true."
    )
    return {
        **_common(words),
        "families_note": note,
        "seen": tuple(words.level(n) for n in range(1, 5)),
        "way_in": words.named("", JOIN).url,
    }


def paper_page(words: Words) -> Page:
    """All of it on paper: for those who prefer that, and for workshops."""
    t = words.t
    return Page(
        SELF_ASSESSMENT_PAPER,
        "pages/assessment_paper.html",
        t.gettext("Self-assessment on paper"),
        t.gettext("The whole self-assessment to print: stories, families, skills, and the mirror."),
        SELF_ASSESSMENT,
        context=lambda: {
            **_common(words),
            "seen": tuple(words.level(n) for n in range(1, 5)),
            "blanks": range(1, BLANKS + 1),
        },
    )


def _common(words: Words) -> Mapping[str, Any]:
    t = words.t
    return {
        "families": tuple(_family(family, words) for family in words.vocabulary.families.values()),
        "stories": tuple((id, t.gettext(title), t.gettext(asks)) for id, title, asks in STORIES),
        "levels": tuple(t.gettext(level) for level in LEVELS),
    }


def _family(family: Family, words: Words) -> FamilyView:
    t, names = words.t, family.names
    return FamilyView(
        family.id,
        family.label,
        family.summary,
        tuple(
            (words.sentence([words.level(n)]), texts) for n, texts in sorted(family.levels.items())
        ),
        family.example,
        (
            (t.gettext("A founder"), names.founder),
            (t.gettext("A company"), names.corporate),
            (t.gettext("An NGO"), names.ngo),
            (t.gettext("A multilateral"), names.multilateral),
        ),
        tuple(skill.label for skill in words.vocabulary.skills_by_family[family.id]),
    )
