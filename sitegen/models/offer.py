"""When, how, where and on what terms a person works."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.models.fields import (
    Content,
    ContractForm,
    Currency,
    Day,
    KindId,
    SectorId,
    SiloId,
    TravelArea,
)
from sitegen.models.kind import one_of, text, whole


class Availability(Content):
    """When a person is free; `limited` asks first, `paused` keeps the page and leaves matching."""

    status: Annotated[str, one_of("open", "limited", "paused")]
    """Whether you take work: open, limited (ask first) or paused (the page stays, no matching)"""
    start: Annotated[Day | None, Field(alias="from")] = None
    """The first day you are free"""
    until: Day | None = None
    """The last day you are free"""
    days_per_month: Annotated[int, whole(1, 25)] | None = None
    """Days a month you can give"""
    notice_weeks: Annotated[int, whole(0, 52)] | None = None
    """Weeks you need to know ahead"""


class Works(Content):
    """How and where a person works; `days_away` is days a month."""

    modes: tuple[Annotated[str, one_of("remote", "onsite", "hybrid")], ...] = ()
    """How you work"""
    travel: tuple[TravelArea, ...] = ()
    """Where you travel for work: regions or countries, anywhere, none"""
    days_away: Annotated[int, whole(0, 30)] | None = None
    """Days a month you can be away from home"""


class DayRate(Content):
    """A day rate in whole units of a currency; matched on, never shown as a figure."""

    min: Annotated[int, whole(1, 1_000_000)]
    """The least you work for, a day; matched on, never shown as a figure"""
    max: Annotated[int, whole(1, 1_000_000)] | None = None
    """What you usually ask, a day"""
    currency: Currency
    """In which currency"""


class Engagement(Content):
    """On what terms a person works."""

    kinds: tuple[KindId, ...] = ()
    """What kinds of work you take"""
    day_rate: DayRate | None = None
    """What a day costs; pages show a band, never the figure"""
    pro_bono: Annotated[str, one_of("yes", "some", "no")] | None = None
    """Whether you work without a fee"""
    contracts_as: tuple[ContractForm, ...] = ()
    """As what you can sign a contract"""
    motivations: tuple[Annotated[str, text(80)], ...] = ()
    """What moves you, in a few words each"""


class Declines(Content):
    """What a person will not work for."""

    sectors: tuple[SectorId, ...] = ()
    """Fields you will not work in"""
    silos: tuple[SiloId, ...] = ()
    """Worlds whose clients you will not work for"""
    note: Annotated[str, text(200)] | None = None
    """Why, or what else you decline"""
