"""The site's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from sitegen.messages import phrase
from sitegen.models.fees import Band, Currencies, Price, ReducedFees
from sitegen.models.fields import Content, Day, Slug, Url, YesNo
from sitegen.models.kind import Kind, as_text, formed, one_of, text, whole, written_text
from sitegen.models.reach import Discussions, Joining, Relay
from sitegen.models.vetting import Network

TOKENS = (
    "paper", "sheet", "ink", "ink-soft", "rule", "accent", "accent-wash", "confirmed",
)  # fmt: skip


_COLOUR = "#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})"

Colour = Annotated[str, formed("color-hex", 7, _COLOUR, phrase("a colour such as #9c3a16"))]
# Some paragraphs, shown as they are.
Wording = Annotated[str, Kind(as_text, written_text)]


class Operator(Content):
    """Who stands behind the site."""

    name: Annotated[str, text(120)]
    """Who stands behind the site"""
    legal_form: Annotated[str, text(200)] | None = None
    """What it is in law"""
    answers_for_data: Annotated[str, text(300)] | None = None
    """Who answers for the data"""
    funding: Annotated[str, text(500)] | None = None
    """Where the money comes from"""
    complaints: Annotated[str, text(500)] | None = None
    """How to complain, and who decides"""
    last_review: Day | None = None
    """The day all of this was last looked through"""


class Thresholds(Content):
    """When a profile ages, and the smallest count that is shown."""

    ageing_months: Annotated[int, whole(1, 60)] = 6
    """Months after which a profile counts as ageing"""
    dormant_months: Annotated[int, whole(1, 60)] = 12
    """Months after which it leaves matching"""
    smallest_count: Annotated[int, whole(1, 100)] = 3
    """No count below this is shown"""


class Weights(Content):
    """Points of each part of a match; they add up to 100."""

    required: Annotated[int, whole(0, 100)] = 50
    """Points for required skills"""
    desirable: Annotated[int, whole(0, 100)] = 12
    """Points for desirable skills"""
    text: Annotated[int, whole(0, 100)] = 13
    """Points for words in common"""
    sectors: Annotated[int, whole(0, 100)] = 8
    """Points for fields in common"""
    silos: Annotated[int, whole(0, 100)] = 8
    """Points for worlds bridged"""
    availability: Annotated[int, whole(0, 100)] = 5
    """Points for free time"""
    rest: Annotated[int, whole(0, 100)] = 4
    """Points for everything else"""

    def total(self) -> int:
        """What they add up to."""
        return sum(getattr(self, name) for name in type(self).model_fields)


class BandLimits(Content):
    """Least points of the word bands; below `possible` a match is not shown in public."""

    strong: Annotated[int, whole(0, 100)] = 70
    """Points from which a match is strong"""
    good: Annotated[int, whole(0, 100)] = 50
    """Points from which it is good"""
    possible: Annotated[int, whole(0, 100)] = 35
    """Below this it is not shown in public"""


class Matching(Content):
    """How matching counts and what of it is public."""

    weights: Weights = Weights()
    """Points of each part; they add up to 100"""
    public: Annotated[str, one_of("strengths", "full", "none")] = "strengths"
    """What of a match the pages show"""
    bands: BandLimits = BandLimits()
    """Least points of the words for a match"""


class OpenData(Content):
    """Which parts of the JSON API are published."""

    people: YesNo = True
    """Whether people are in the JSON API"""
    assignments: YesNo = True
    """Whether assignments are"""


class Crawlers(Content):
    """Who may index the site."""

    search: YesNo = True
    """Whether search engines may read the site"""
    ai: YesNo = False
    """Whether those who train models may"""


class Theme(Content):
    """Colours by token, light and dark, over those of the design."""

    light: Mapping[Annotated[str, one_of(*TOKENS)], Colour] = {}
    """Colours in light, by what they are for"""
    dark: Mapping[Annotated[str, one_of(*TOKENS)], Colour] = {}
    """Colours in the dark"""


class Site(Content):
    """content/site.yml."""

    title: Annotated[str, text(60)]
    """What the directory is called"""
    tagline: Annotated[str, text(160)]
    """One line about it"""
    url: Annotated[str, text(200)]
    """Where it stands"""
    repository: Url | None = None
    """Where its files can be read"""
    sample: YesNo = False
    """Whether everybody in it is invented, which every page then says"""
    as_of: Day | None = None
    """The day a sample stands still at"""
    operator: Operator | None = None
    """Who stands behind the site"""
    relay: Relay
    """Where a contact leads"""
    joining: Joining = Joining()
    """Where the two lists are joined"""
    discussions: Discussions | None = None
    """Where readers ask and answer in public, in the repository"""
    consent: Mapping[Slug, Wording]
    """The wordings people agree to, by id; never change one, add the next"""
    locales: tuple[Annotated[str, text(12)], ...] = ("en",)
    """The languages of the site, the first one its own"""
    thresholds: Thresholds = Thresholds()
    """When a profile ages, and the smallest count shown"""
    guidance_given: Mapping[
        Annotated[int, whole(2000, 2100)], Annotated[int, whole(1, 100_000)]
    ] = {}
    """Talks with a guide that began, by year; shown when the year is over"""
    bands: tuple[Band, ...] = ()
    """Bands of day rates, the lowest first"""
    prices: tuple[Price, ...] = ()
    """What is usual for each kind of engagement"""
    reduced_fees: ReducedFees | None = None
    """The terms of work that is pro bono or costs less"""
    networks: tuple[Network, ...] = ()
    """Fellowships and networks whose own check counts here"""
    currencies: Currencies | None = None
    """A dated table for comparing rates"""
    matching: Matching = Matching()
    """How matching counts"""
    open_data: OpenData = OpenData()
    """Which parts of the JSON API are published"""
    crawlers: Crawlers = Crawlers()
    """Who may index the site"""
    theme: Theme = Theme()
    """Colours over those of the design"""
    cards: YesNo = False
    """Whether each person has a picture for social networks"""

    def band_of(self, amount: int, currency: str) -> Band | None:
        """The band that a day rate falls into; None where none can say."""
        for band in self.bands:
            converted = (
                self.currencies.convert(amount, currency, band.currency)
                if self.currencies
                else amount
                if currency == band.currency
                else None
            )
            if converted is not None and (band.up_to is None or converted <= band.up_to):
                return band
        return None
