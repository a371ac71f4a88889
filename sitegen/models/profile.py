"""A profile: one person's own file, and what was checked about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from sitegen.models.fields import (
    Area,
    Content,
    ContractForm,
    Country,
    Currency,
    Day,
    KindId,
    LabelId,
    Language,
    LanguageLevel,
    Level,
    Named,
    Organisation,
    PassageId,
    SectorId,
    SiloId,
    SkillId,
    Slug,
    TimeZone,
    TopicId,
    TravelArea,
    Url,
    Years,
    YesNo,
    one_of,
    text,
    whole,
)


class Based(Content):
    """Where a person lives: a country, or only a region for whom being found could harm."""

    country: Country | None = None
    region: Area | None = None
    city: Annotated[str, text(60)] | None = None
    timezone: TimeZone | None = None


class SkillClaim(Content):
    """A skill with its level (1 to 4), as the person sees it."""

    skill: SkillId
    level: Level
    years: Annotated[int, whole(1, 60)] | None = None
    again: YesNo = True
    evidence: Annotated[str, text(300)] | None = None


class Venture(Content):
    """Something the person founded or led, and what became of it."""

    name: Annotated[str, text(100)]
    role: Annotated[str, text(80)]
    sectors: tuple[SectorId, ...] = ()
    start: Annotated[int, whole(1940, 2100), Field(alias="from")]
    end: Annotated[Annotated[int, whole(1940, 2100)] | None, Field(alias="to")] = None
    outcome: Annotated[
        str,
        one_of("running", "handed-over", "merged", "acquired", "spun-out", "closed", "left"),
    ]
    reach: Annotated[str, text(120)] | None = None
    url: Url | None = None
    summary: Annotated[str, text(300)] | None = None


class Availability(Content):
    """When a person is free; `limited` asks first, `paused` keeps the page and leaves matching."""

    status: Annotated[str, one_of("open", "limited", "paused")]
    start: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    days_per_month: Annotated[int, whole(1, 25)] | None = None
    notice_weeks: Annotated[int, whole(0, 52)] | None = None


class Works(Content):
    """How and where a person works; `days_away` is days a month."""

    modes: tuple[Annotated[str, one_of("remote", "onsite", "hybrid")], ...] = ()
    travel: tuple[TravelArea, ...] = ()
    days_away: Annotated[int, whole(0, 30)] | None = None


class DayRate(Content):
    """A day rate in whole units of a currency; matched on, never shown as a figure."""

    min: Annotated[int, whole(1, 1_000_000)]
    max: Annotated[int, whole(1, 1_000_000)] | None = None
    currency: Currency


class Engagement(Content):
    """On what terms a person works."""

    kinds: tuple[KindId, ...] = ()
    day_rate: DayRate | None = None
    pro_bono: Annotated[str, one_of("yes", "some", "no")] | None = None
    contracts_as: tuple[ContractForm, ...] = ()
    motivations: tuple[Annotated[str, text(80)], ...] = ()


class Declines(Content):
    """What a person will not work for."""

    sectors: tuple[SectorId, ...] = ()
    silos: tuple[SiloId, ...] = ()
    note: Annotated[str, text(200)] | None = None


class Interest(Organisation):
    """An interest to declare."""

    role: Annotated[str, text(80)] | None = None


class Transition(Content):
    """A passage out of a leading role."""

    passage: PassageId
    state: Annotated[str, one_of("in-it", "through-it", "preparing")]
    since: Annotated[int, whole(1940, 2100)] | None = None
    venture: Annotated[str, text(100)] | None = None
    story: Slug | None = None


class Guidance(Content):
    """What a person offers to others in transition, and, if they chose so in public, seeks."""

    offers: tuple[TopicId, ...] = ()
    privately: tuple[TopicId, ...] = ()
    capacity: Annotated[int, whole(0, 20)] | None = None
    paused: YesNo = False
    wish_i_had_known: Annotated[str, text(300)] | None = None
    seeks: tuple[TopicId, ...] = ()
    seeking_in_public: YesNo = False


class Link(Content):
    """A link with its label."""

    label: Annotated[str, text(80)]
    url: Url


class Consent(Content):
    """The day and the wording a person agreed to."""

    on: Day
    wording: Annotated[str, text(20)]


class Confirmed(Content):
    """The day a person last said "still true"."""

    on: Day


class Profile(Content):
    """One person, in their own words."""

    name: Annotated[str, text(80)]
    name_native: Annotated[str, text(80)] | None = None
    sort_name: Annotated[str, text(80)] | None = None
    pronouns: Annotated[str, text(30)] | None = None
    headline: Annotated[str, text(120)]
    github: Annotated[str, text(39)] | None = None
    github_id: Annotated[int, whole(1, 999_999_999)] | None = None
    based_in: Based
    languages: Mapping[Language, LanguageLevel]
    stage: (
        Annotated[str, one_of("leading", "stepping-back", "between", "serial", "post-venture")]
        | None
    ) = None
    skills: tuple[SkillClaim, ...]
    in_my_words: tuple[Annotated[str, text(40)], ...] = ()
    sectors: tuple[SectorId, ...]
    silos: Mapping[SiloId, Years] = {}
    regions: tuple[Area, ...] = ()
    ventures: tuple[Venture, ...] = ()
    availability: Availability
    works: Works = Works()
    engagement: Engagement = Engagement()
    declines: Declines = Declines()
    interests: tuple[Interest, ...] = ()
    transitions: tuple[Transition, ...] = ()
    guidance: Guidance = Guidance()
    links: tuple[Link, ...] = ()
    matched: YesNo = True
    listed: YesNo = True
    assisted: YesNo = False
    consent: Consent
    confirmed: Confirmed


class ProfileText(Content):
    """The same person's headline in another language; the body stands below it."""

    headline: Annotated[str, text(120)]


class ConfirmedSkill(Content):
    """A level that somebody else confirmed."""

    skill: SkillId
    level: Level


class VettingMark(Content):
    """One check: which, by whom (a role or an organisation), when, until when, of which skills."""

    label: LabelId
    by: Named
    on: Day
    until: Day | None = None
    url: Url | None = None
    skills: tuple[ConfirmedSkill, ...] = ()
