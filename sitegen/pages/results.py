"""What came of finished assignments, in the words of both sides."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen import urls
from sitegen.directory import Posting
from sitegen.pages.page import Page
from sitegen.urls import RESULTS
from sitegen.views.conditions import eyebrow
from sitegen.views.outcome import OutcomeView, outcome_view, team, told
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class Result:
    """One finished assignment among the others; `id` is its place on the page."""

    id: str
    assignment: Named
    eyebrow: str
    team: tuple[tuple[Named, str], ...]
    outcome: OutcomeView


def results_page(words: Words) -> Page:
    """All finished assignments that both sides agreed to tell of, the latest first."""
    t = words.t
    found = told(words.directory)
    early = sum(posting.assignment.status == "ended-early" for posting in found)
    done = len(found) - early
    count = t.ngettext("{n} assignment completed", "{n} assignments completed", done)
    ended = t.ngettext("{n} ended early", "{n} ended early", early)
    return Page(
        RESULTS,
        "pages/results.html",
        t.gettext("Results"),
        t.gettext("What came of finished assignments, in the words of clients and members."),
        RESULTS,
        lede=t.gettext(
            "What is different now, in the client's words and the members'. Those that ended "
            "early stand here too, because they taught us as much."
        ),
        context=lambda: {
            "results": tuple(_result(posting, words) for posting in found),
            "numbers": f"{count.format(n=done)} · {ended.format(n=early)}",
        },
    )


def _result(posting: Posting, words: Words) -> Result:
    outcome = outcome_view(posting, words)
    assert outcome is not None  # noqa: S101  # only those with one are told
    return Result(
        posting.slug,
        words.named(posting.assignment.title, urls.assignment(posting.slug)),
        eyebrow(posting, words),
        tuple(team(posting, words)),
        outcome,
    )
