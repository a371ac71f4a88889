"""What the settings write: the rate bands, who answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sitegen.views.words import Words


def bands_context(words: Words) -> Mapping[str, Any]:
    """The rate bands of the site."""
    rows = []
    for band in words.site.bands:
        limit = words.t.gettext("more")
        if band.up_to:
            limit = words.t.gettext("up to {most} a day").format(
                most=words.t.money(band.up_to, band.currency)
            )
        rows.append((band.label, limit, band.includes))
    return {"bands": tuple(rows)}


def operator_context(words: Words) -> Mapping[str, Any]:
    """Who answers for the site, from site.yml; nothing where nobody is named."""
    t, operator = words.t, words.site.operator
    if operator is None:
        return {"operator": ()}
    rows = (
        (t.gettext("Operator"), operator.name),
        (t.gettext("Legal form"), operator.legal_form),
        (t.gettext("Answers for the data"), operator.answers_for_data),
        (t.gettext("Funding"), operator.funding),
        (t.gettext("Complaints"), operator.complaints),
        (
            t.gettext("Last review"),
            words.day(operator.last_review) if operator.last_review else None,
        ),
    )
    return {"operator": tuple((label, text) for label, text in rows if text)}
