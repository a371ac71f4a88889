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
)
from sitegen.models.kind import login, one_of, text, whole

Levels = Mapping[Language, LanguageLevel]


class Client(Content):
    """Who needs the work: named, or anonymous with silo and country."""

    name: Annotated[str, text(120)] | None = None
    """Who needs the work; leave it out if the client is anonymous"""
    anonymous: YesNo = False
    """Whether the client stays unnamed"""
    silo: SiloId
    """The world the client belongs to"""
    country: Country | None = None
    """Where the client is"""
    url: Url | None = None
    """The client's web address"""
    consent: YesNo = False
    """Whether the client agreed to be named here"""


class SkillNeed(Content):
    """A skill and the level that the work asks for."""

    skill: SkillId
    """The skill, by its id in the list of skills"""
    level: Level
    """The level the work asks for: 1 has taken part, 2 alone, 3 has led, 4 teaches"""


class SkillNeeds(Content):
    """What a person or a team must bring, and what would help."""

    required: tuple[SkillNeed, ...]
    """What nobody can do the work without, one to twelve"""
    desirable: tuple[SkillNeed, ...] = ()
    """What would help"""


class LanguageNeeds(Content):
    """`everyone` and `any_of` bind each person, `in_team` one of them, `useful` nobody."""

    everyone: Levels = {}
    """What each person must speak, and how well"""
    any_of: tuple[Levels, ...] = ()
    """Each person must speak one of these"""
    in_team: Levels = {}
    """One of the team must speak these"""
    useful: Levels = {}
    """What would help"""


class Work(Content):
    """How, where and how much."""

    mode: Annotated[str, one_of("remote", "onsite", "hybrid")]
    """How the work is done"""
    country: Country | None = None
    """Where it is done"""
    city: Annotated[str, text(60)] | None = None
    """The town"""
    days_per_month: Annotated[int, whole(1, 25)] | None = None
    """Days of work a month"""
    onsite_days_per_month: Annotated[int, whole(1, 25)] | None = None
    """How many of them on the spot"""
    months: Annotated[int, whole(1, 36)] | None = None
    """For how many months"""


class Budget(Content):
    """A day rate, or pro bono with the reason."""

    min_day_rate: Annotated[int, whole(1, 1_000_000)] | None = None
    """The least the client pays for a day"""
    max_day_rate: Annotated[int, whole(1, 1_000_000)] | None = None
    """The most the client pays for a day"""
    currency: Currency | None = None
    """In which currency"""
    pro_bono: YesNo = False
    """Whether there is no fee"""
    reason: Annotated[str, text(300)] | None = None
    """Why there is no fee"""


class Team(Content):
    """How many people."""

    min: Annotated[int, whole(1, 4)] = 1
    """At least how many people"""
    max: Annotated[int, whole(1, 4)] = 1
    """At most how many people"""


class Criterion(Content):
    """One criterion of the selection and its weight."""

    text: Annotated[str, text(160)]
    """What counts"""
    weight: Annotated[int, whole(1, 100)] | None = None
    """How much it counts"""


class Selection(Content):
    """How and when the client chooses."""

    criteria: tuple[Criterion, ...] = ()
    """What the client looks at"""
    decided_by: Day | None = None
    """The day by which the client decides"""


class Contract(Content):
    """With whom the client can sign, and what is paid besides."""

    forms: Annotated[tuple[ContractForm, ...], Field(alias="with")] = ()
    """With whom the client can sign"""
    expenses: YesNo | None = None
    """Whether expenses are paid besides"""
    payment_days: Annotated[int, whole(0, 180)] | None = None
    """Within how many days the client pays"""


class Member(Content):
    """A person in the team, by slug or withheld, with the role in the method."""

    profile: Slug | None = None
    """The person's file in profiles/, without .md"""
    withheld: YesNo = False
    """In place of `profile`: yes for a person who is not named any more"""
    role: RoleId | None = None
    """The role in the method"""


class Learned(Content):
    """What a phase of the method taught."""

    phase: PhaseId
    """The phase of the method"""
    text: Annotated[str, text(400)]
    """What it taught"""


class Outcome(Content):
    """What came of it, in the words of both sides; `consent` names who agreed to be named."""

    on: Day
    """The day it ended"""
    skills: Mapping[Slug, tuple[SkillId, ...]] = {}
    """Which skills each member showed"""
    result: Annotated[str, text(400)]
    """What is different now"""
    client_words: Annotated[str, text(400)] | None = None
    """What the client says"""
    members_words: Annotated[str, text(400)] | None = None
    """What the members say"""
    learned: tuple[Learned, ...] = ()
    """What the method taught, by phase"""
    consent: Mapping[Slug, YesNo] = {}
    """Who agreed to be named: client, and each member"""


class Assignment(Content):
    """A short piece of work for one person or a team."""

    title: Annotated[str, text(100)]
    """What is to be done, in one line"""
    client: Client
    """Who needs the work"""
    github: Annotated[str, login()] | None = None
    """The GitHub account that may change this file"""
    github_id: Annotated[int, whole(1, 999_999_999)] | None = None
    """The number of that account"""
    posted: Day
    """The day it was written"""
    deadline: Day | None = None
    """The last day to answer"""
    starts: Day | None = None
    """The first day of the work"""
    status: Annotated[
        str, one_of("draft", "open", "staffed", "completed", "ended-early", "withdrawn")
    ]
    """Where it stands; a draft is not published, and open can be answered"""
    skills: SkillNeeds
    """What a person or a team must bring"""
    sectors: tuple[SectorId, ...] = ()
    """The fields it is about"""
    silos: tuple[SiloId, ...] = ()
    """The worlds it must bridge"""
    languages: LanguageNeeds = LanguageNeeds()
    """The languages it takes"""
    work: Work
    """How, where and how much"""
    kinds: tuple[KindId, ...] = ()
    """What kind of work it is"""
    budget: Budget | None = None
    """What is paid, or why nothing is"""
    team: Team = Team()
    """How many people"""
    deliverables: tuple[Annotated[str, text(200)], ...] = ()
    """What is to be there at the end"""
    reports_to: Annotated[str, text(100)] | None = None
    """To whom the work answers"""
    terms_of_reference: Url | None = None
    """Where the full terms can be read"""
    selection: Selection = Selection()
    """How and when the client chooses"""
    contract: Contract = Contract()
    """What the contract says"""
    excludes: tuple[Named, ...] = ()
    """Organisations whose people cannot take it"""
    phases: tuple[PhaseId, ...] = ()
    """Which phases of the method it takes"""
    members: tuple[Member, ...] = ()
    """Who does it, once it is staffed"""
    outcome: Outcome | None = None
    """What came of it, once it ended"""
