"""The site's settings, its pages and stories."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator

from sitegen.messages import phrase
from sitegen.models.fields import (
    Content,
    Currency,
    Day,
    Lines,
    PassageId,
    Rate,
    Slug,
    TopicId,
    Url,
    YesNo,
    one_of,
    refuse,
    text,
    whole,
)

TOKENS = (
    "paper", "sheet", "ink", "ink-soft", "rule", "accent", "accent-wash", "confirmed",
)  # fmt: skip


def _colour(value: str) -> str:
    digits = value.removeprefix("#").lower()
    if len(digits) not in (3, 6) or not set(digits) <= set("0123456789abcdef") or value == digits:
        raise refuse("P028", value=value, allowed=phrase("a colour such as #9c3a16"))
    return value


def _mailbox(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value):
        raise refuse("P028", value=value, allowed=phrase("one e-mail address of the directory"))
    return value


Colour = Annotated[str, text(7), AfterValidator(_colour)]


class Operator(Content):
    """Who stands behind the site."""

    name: Annotated[str, text(120)]
    legal_form: Annotated[str, text(200)] | None = None
    answers_for_data: Annotated[str, text(300)] | None = None
    funding: Annotated[str, text(500)] | None = None
    complaints: Annotated[str, text(500)] | None = None
    last_review: Day | None = None


class Relay(Content):
    """Where a contact action leads: a mailbox or a form of the directory, never a member's."""

    mailbox: Annotated[str, text(120), AfterValidator(_mailbox)] | None = None
    form: Url | None = None
    answers_within: Annotated[int, whole(1, 60)] = 5


class Joining(Content):
    """Endpoints of the two lists: to be informed, to help build."""

    informed: Annotated[str, text(300)] | None = None
    building: Annotated[str, text(300)] | None = None


class Thresholds(Content):
    """When a profile ages, and the smallest count that is shown."""

    ageing_months: Annotated[int, whole(1, 60)] = 6
    dormant_months: Annotated[int, whole(1, 60)] = 12
    smallest_count: Annotated[int, whole(1, 100)] = 3


class Band(Content):
    """A band of day rates, `up_to` whole units, with what is included."""

    id: Slug
    label: Annotated[str, text(60)]
    up_to: Annotated[int, whole(1, 1_000_000)] | None = None
    currency: Currency
    includes: Annotated[str, text(300)]


class Currencies(Content):
    """How many units of each currency one unit of `base` bought on a day."""

    on: Day
    base: Currency
    rates: Mapping[Currency, Rate]

    def convert(self, amount: int, source: str, target: str) -> Decimal | None:
        """The amount in another currency, or None where the table has no rate."""
        rates = {**self.rates, self.base: Decimal(1)}
        if source not in rates or target not in rates:
            return Decimal(amount) if source == target else None
        return Decimal(amount) * rates[target] / rates[source]


class Weights(Content):
    """Points of each part of a match; they add up to 100."""

    required: Annotated[int, whole(0, 100)] = 50
    desirable: Annotated[int, whole(0, 100)] = 12
    text: Annotated[int, whole(0, 100)] = 13
    sectors: Annotated[int, whole(0, 100)] = 8
    silos: Annotated[int, whole(0, 100)] = 8
    availability: Annotated[int, whole(0, 100)] = 5
    rest: Annotated[int, whole(0, 100)] = 4

    def total(self) -> int:
        """What they add up to."""
        return sum(getattr(self, name) for name in type(self).model_fields)


class BandLimits(Content):
    """Least points of the word bands; below `possible` a match is not shown in public."""

    strong: Annotated[int, whole(0, 100)] = 70
    good: Annotated[int, whole(0, 100)] = 50
    possible: Annotated[int, whole(0, 100)] = 35


class Matching(Content):
    """How matching counts and what of it is public."""

    weights: Weights = Weights()
    public: Annotated[str, one_of("strengths", "full", "none")] = "strengths"
    bands: BandLimits = BandLimits()


class OpenData(Content):
    """Which parts of the JSON API are published."""

    people: YesNo = True
    assignments: YesNo = True


class Crawlers(Content):
    """Who may index the site."""

    search: YesNo = True
    ai: YesNo = False


class Theme(Content):
    """Colours by token, light and dark, over those of the design."""

    light: Mapping[Annotated[str, one_of(*TOKENS)], Colour] = {}
    dark: Mapping[Annotated[str, one_of(*TOKENS)], Colour] = {}


class Site(Content):
    """content/site.yml."""

    title: Annotated[str, text(60)]
    tagline: Annotated[str, text(160)]
    url: Annotated[str, text(200)]
    repository: Url | None = None
    sample: YesNo = False
    as_of: Day | None = None
    operator: Operator | None = None
    relay: Relay
    joining: Joining = Joining()
    consent: Mapping[Slug, Lines]
    locales: tuple[Annotated[str, text(12)], ...] = ("en",)
    thresholds: Thresholds = Thresholds()
    bands: tuple[Band, ...] = ()
    currencies: Currencies | None = None
    matching: Matching = Matching()
    open_data: OpenData = OpenData()
    crawlers: Crawlers = Crawlers()
    theme: Theme = Theme()
    cards: YesNo = False


class Page(Content):
    """A fixed page in Markdown; templates add what is computed."""

    title: Annotated[str, text(80)]
    lede: Annotated[str, text(320)] | None = None
    summary: Annotated[str, text(200)] | None = None


class Story(Content):
    """A longer story of a transition, by one person, or by a member whose name is withheld."""

    title: Annotated[str, text(100)]
    by: Slug | None = None
    summary: Annotated[str, text(240)]
    passages: tuple[PassageId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    on: Day


class News(Content):
    """An announcement."""

    title: Annotated[str, text(100)]
    summary: Annotated[str, text(240)]
    on: Day


class HelpWanted(Content):
    """A task for those who want to help build the collective."""

    title: Annotated[str, text(100)]
    summary: Annotated[str, text(240)]
    hours: Annotated[str, text(60)] | None = None
    languages: tuple[Annotated[str, text(20)], ...] = ()
    on: Day
