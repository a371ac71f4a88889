"""What the settings write: what work costs, who answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import urls
from sitegen.models.fees import Price
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class PriceView:
    """What is usual for a kind of engagement; `charged` says by what, and in which bands."""

    kind: Named
    includes: str
    charged: str


def fees_context(words: Words) -> Mapping[str, Any]:
    """What work costs: the rate bands, what is usual for each kind, and the terms of less."""
    return {
        "bands": tuple(_bands(words)),
        "prices": tuple(_price(price, words) for price in words.site.prices),
        "reduced": tuple(_reduced(words)),
    }


def _bands(words: Words) -> Iterator[tuple[str, str, str]]:
    t, most = words.t, ""
    for band in words.site.bands:
        limit = t.gettext("more than {most} a day") if most else t.gettext("any")
        if band.up_to:
            most = t.money(band.up_to, band.currency)
            limit = t.gettext("up to {most} a day")
        yield band.label, limit.format(most=most), band.includes


def _price(price: Price, words: Words) -> PriceView:
    t = words.t
    usual = [band.label for band in words.site.bands if band.id in price.bands]
    bands = t.gettext("usual band: {bands}").format(bands=t.either(usual))
    return PriceView(
        words.named(words.vocabulary.kinds[price.kind].label, urls.facet("kinds", price.kind)),
        price.includes,
        words.sentence([price.charged, bands if usual else t.gettext("no band is usual")]),
    )


def _reduced(words: Words) -> Iterator[tuple[str, str]]:
    t, terms = words.t, words.site.reduced_fees
    if terms:
        yield t.gettext("For whom"), terms.for_whom
        yield t.gettext("How it is asked for"), terms.asked_for
        yield t.gettext("Who pays the difference"), terms.difference


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
