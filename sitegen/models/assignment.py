"""An assignment: a client's need, its conditions, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from sitegen.models.fields import (
    Content,
    ContractForm,
    Country,
    Currency,
    Day,
    KindId,
    Language,
    LanguageLevel,
    Level,
    Named,
    PhaseId,
    RoleId,
    SectorId,
    SiloId,
    SkillId,
    Slug,
    Url,
    YesNo,
    one_of,
    text,
    whole,
)

Levels = Mapping[Language, LanguageLevel]


class Client(Content):
    """Who needs the work: named, or anonymous with silo and country."""

    name: Annotated[str, text(120)] | None = None
    anonymous: YesNo = False
    silo: SiloId
    country: Country | None = None
    url: Url | None = None
    consent: YesNo = False


class SkillNeed(Content):
    """A skill and the level that the work asks for."""

    skill: SkillId
    level: Level


class SkillNeeds(Content):
    """What a person or a team must bring, and what would help."""

    required: tuple[SkillNeed, ...]
    desirable: tuple[SkillNeed, ...] = ()


class LanguageNeeds(Content):
    """`everyone` and `any_of` bind each person, `in_team` one of them, `useful` nobody."""

    everyone: Levels = {}
    any_of: tuple[Levels, ...] = ()
    in_team: Levels = {}
    useful: Levels = {}


class Work(Content):
    """How, where and how much."""

    mode: Annotated[str, one_of("remote", "onsite", "hybrid")]
    country: Country | None = None
    city: Annotated[str, text(60)] | None = None
    days_per_month: Annotated[int, whole(1, 25)] | None = None
    onsite_days_per_month: Annotated[int, whole(1, 25)] | None = None
    months: Annotated[int, whole(1, 36)] | None = None


class Budget(Content):
    """A day rate, or pro bono with the reason."""

    min_day_rate: Annotated[int, whole(1, 1_000_000)] | None = None
    max_day_rate: Annotated[int, whole(1, 1_000_000)] | None = None
    currency: Currency | None = None
    pro_bono: YesNo = False
    reason: Annotated[str, text(300)] | None = None


class Team(Content):
    """How many people."""

    min: Annotated[int, whole(1, 4)] = 1
    max: Annotated[int, whole(1, 4)] = 1


class Criterion(Content):
    """One criterion of the selection and its weight."""

    text: Annotated[str, text(160)]
    weight: Annotated[int, whole(1, 100)] | None = None


class Selection(Content):
    """How and when the client chooses."""

    criteria: tuple[Criterion, ...] = ()
    decided_by: Day | None = None


class Contract(Content):
    """With whom the client can sign, and what is paid besides."""

    forms: Annotated[tuple[ContractForm, ...], Field(alias="with")] = ()
    expenses: YesNo | None = None
    payment_days: Annotated[int, whole(0, 180)] | None = None


class Member(Content):
    """A person in the team, by slug or withheld, with the role in the method."""

    profile: Slug | None = None
    withheld: YesNo = False
    role: RoleId | None = None


class Learned(Content):
    """What a phase of the method taught."""

    phase: PhaseId
    text: Annotated[str, text(400)]


class Outcome(Content):
    """What came of it, in the words of both sides; `consent` names who agreed to be named."""

    on: Day
    skills: Mapping[Slug, tuple[SkillId, ...]] = {}
    result: Annotated[str, text(400)]
    client_words: Annotated[str, text(400)] | None = None
    members_words: Annotated[str, text(400)] | None = None
    learned: tuple[Learned, ...] = ()
    consent: Mapping[Slug, YesNo] = {}


class Assignment(Content):
    """A short piece of work for one person or a team."""

    title: Annotated[str, text(100)]
    client: Client
    github: Annotated[str, text(39)] | None = None
    github_id: Annotated[int, whole(1, 999_999_999)] | None = None
    posted: Day
    deadline: Day | None = None
    starts: Day | None = None
    status: Annotated[
        str, one_of("draft", "open", "staffed", "completed", "ended-early", "withdrawn")
    ]
    skills: SkillNeeds
    sectors: tuple[SectorId, ...] = ()
    silos: tuple[SiloId, ...] = ()
    languages: LanguageNeeds = LanguageNeeds()
    work: Work
    kinds: tuple[KindId, ...] = ()
    budget: Budget | None = None
    team: Team = Team()
    deliverables: tuple[Annotated[str, text(200)], ...] = ()
    reports_to: Annotated[str, text(100)] | None = None
    terms_of_reference: Url | None = None
    selection: Selection = Selection()
    contract: Contract = Contract()
    excludes: tuple[Named, ...] = ()
    phases: tuple[PhaseId, ...] = ()
    members: tuple[Member, ...] = ()
    outcome: Outcome | None = None
