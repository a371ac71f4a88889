"""The shape of people in the JSON API: what their pages show, and no more.

Never here: rates as figures, who may change the file, the consent, which topics somebody guides
on privately. Each field is named; nothing is copied whole
that could one day hold something private.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from sitegen.exports.texts import Text
from sitegen.models.offer import Availability, Declines, Works
from sitegen.models.profile import Interest, Link, Venture
from sitegen.models.vetting import ConfirmedSkill
from sitegen.record import Record


class BasedIn(Record):
    """Where a person lives; only the region for those who said no country."""

    country: str | None = None
    region: str | None = None
    city: str | None = None
    timezone: str | None = None


class SkillLevel(Record):
    """A skill and the level that counts: the confirmed one where there is one, else the claimed."""

    skill: str
    level: int


class Confirmation(Record):
    """A level of a skill that somebody else confirmed."""

    level: int
    by: str
    on: date


class SkillDetail(SkillLevel):
    """A skill as claimed, with what speaks for it."""

    claimed: int
    confirmed: Confirmation | None = None
    years: int | None = None
    again: bool
    evidence: str | None = None


class SiloYears(Record):
    """A world of work and the years spent there; no years where they were not said."""

    silo: str
    years: int | None = None


class ListedPerson(Record):
    """A person as lists show them."""

    slug: str
    url: str
    api: str
    name: str
    name_native: str | None = None
    headline: str
    based_in: BasedIn
    languages: dict[str, str]
    skills: tuple[SkillLevel, ...]
    sectors: tuple[str, ...]
    silos: tuple[SiloYears, ...]
    availability: Availability
    confirmed_on: date
    freshness: Literal["fresh", "ageing", "dormant"]


class People(Record):
    """/api/v1/profiles.json: everybody who is listed, by slug."""

    profiles: tuple[ListedPerson, ...]


class Terms(Record):
    """On what terms a person works; the rate is a band of the site or on request."""

    kinds: tuple[str, ...]
    rate_band: str | None = None
    pro_bono: str | None = None
    contracts_as: tuple[str, ...]
    motivations: tuple[str, ...]


class Passage(Record):
    """A passage out of a leading role; `story` is the address of the person's own account."""

    passage: str
    state: Literal["in-it", "through-it"]
    since: int | None = None
    venture: str | None = None
    story: str | None = None


class Guidance(Record):
    """What a person offers to others in transition; some of it may only be told on asking."""

    offers: tuple[str, ...]
    offers_privately: bool
    capacity: int | None = None
    wish_i_had_known: str | None = None


class VettingMark(Record):
    """What was checked, by whom, when; an expired mark weighs nothing."""

    label: str
    by: str
    on: date
    until: date | None = None
    expired: bool
    url: str | None = None
    skills: tuple[ConfirmedSkill, ...]


class TrackRecord(Record):
    """An assignment of this directory that names the person, with the skills it confirmed."""

    assignment: str
    title: str
    url: str
    status: str
    skills: tuple[str, ...]


class Translation(Record):
    """Headline and text in another language."""

    headline: str
    body: Text


class PersonDetail(ListedPerson):
    """/api/v1/profiles/SLUG.json: a person as their page shows them."""

    skills: tuple[SkillDetail, ...]
    pronouns: str | None = None
    stage: str | None = None
    body: Text
    translations: dict[str, Translation]
    in_my_words: tuple[str, ...]
    regions: tuple[str, ...]
    ventures: tuple[Venture, ...]
    works: Works
    terms: Terms
    declines: Declines
    interests: tuple[Interest, ...]
    transitions: tuple[Passage, ...]
    guidance: Guidance | None = None
    seeks: tuple[str, ...]
    marks: tuple[VettingMark, ...]
    record: tuple[TrackRecord, ...]
    links: tuple[Link, ...]
    assisted: bool
