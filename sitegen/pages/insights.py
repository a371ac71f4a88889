"""The page of insights: the directory as a whole, in numbers that lead to lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.facets import FacetValue
from sitegen.pages.page import Page
from sitegen.views.insights import insights
from sitegen.views.words import Words


def insights_page(words: Words, values: Mapping[str, Sequence[FacetValue]]) -> Page:
    """What is asked for and rare, what nobody asks for, which worlds nobody bridges."""
    t, directory = words.t, words.directory
    people, work = len(directory.listed), len(directory.open_postings)
    lede = t.gettext("Where this directory is thin, where it is rich, and what nobody connects.")
    counted = t.gettext("Counted over {people} and {work}.").format(
        people=t.ngettext("{n} listed person", "{n} listed people", people).format(n=people),
        work=t.ngettext("{n} open assignment", "{n} open assignments", work).format(n=work),
    )
    return Page(
        "/insights/",
        "pages/insights.html",
        t.gettext("Insights"),
        lede,
        "/insights/",
        lede=lede,
        context=lambda: {
            "insights": insights(values["skill"], values["sector"], words),
            "counted": counted,
        },
    )
