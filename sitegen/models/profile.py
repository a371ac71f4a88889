"""A profile: one person's own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from sitegen.models.fields import (
    Area,
    Content,
    Country,
    Day,
    Language,
    LanguageLevel,
    Level,
    Organisation,
    PassageId,
    SectorId,
    SiloId,
    SkillId,
    Slug,
    TimeZone,
    TopicId,
    TransitionState,
    Url,
    Years,
    YesNo,
)
from sitegen.models.kind import login, one_of, text, whole
from sitegen.models.offer import Availability, Declines, Engagement, Works


class Based(Content):
    """Where a person lives: a country, or only a region for whom being found could harm."""

    country: Country | None = None
    """Where you live: leave it out for a region if being found could harm you"""
    region: Area | None = None
    """In place of a country, a part of the world that is safe to name"""
    city: Annotated[str, text(60)] | None = None
    """The town, if you want it known"""
    timezone: TimeZone | None = None
    """Whose clock you live by"""


class SkillClaim(Content):
    """A skill with its level (1 to 4), as the person sees it."""

    skill: SkillId
    """What you can do, by its id in the list of skills"""
    level: Level
    """How well: 1 I have taken part, 2 on my own, 3 I have led it, 4 others learn it from me"""
    years: Annotated[int, whole(1, 60)] | None = None
    """For how many years"""
    again: YesNo = True
    """Whether you would do it again; no is shown, and never matched on"""
    evidence: Annotated[str, text(300)] | None = None
    """What you did, with a number or a result; levels 3 and 4 need it"""


class Venture(Content):
    """Something the person founded or led, and what became of it."""

    name: Annotated[str, text(100)]
    """What it is called"""
    role: Annotated[str, text(80)]
    """What you were there"""
    sectors: tuple[SectorId, ...] = ()
    """Its fields of work"""
    start: Annotated[int, whole(1940, 2100), Field(alias="from")]
    """The year you began"""
    end: Annotated[Annotated[int, whole(1940, 2100)] | None, Field(alias="to")] = None
    """The year you left the leading role; leave it out if you have not"""
    outcome: Annotated[
        str,
        one_of("running", "handed-over", "merged", "acquired", "spun-out", "closed", "left"),
    ]
    """What became of it, or of you in it"""
    reach: Annotated[str, text(120)] | None = None
    """How far it went, with a number"""
    url: Url | None = None
    """Its web address"""
    summary: Annotated[str, text(300)] | None = None
    """What it is, in a sentence or two"""


class Interest(Organisation):
    """An interest to declare."""

    role: Annotated[str, text(80)] | None = None
    """What you are there"""


class Transition(Content):
    """A passage out of a leading role."""

    passage: PassageId
    """The way out of the leading role, by its id in the list of passages"""
    state: TransitionState
    """Where you are with it; preparing belongs in the private folder only"""
    since: Annotated[int, whole(1940, 2100)] | None = None
    """The year it began or was done"""
    venture: Annotated[str, text(100)] | None = None
    """Which of your ventures it was, by its name"""
    story: Slug | None = None
    """The file of your story in stories/, without .md"""


class Guidance(Content):
    """What a person offers to others in transition, and, if they chose so in public, seeks."""

    offers: tuple[TopicId, ...] = ()
    """What others in transition may ask you about, in public"""
    privately: tuple[TopicId, ...] = ()
    """What you also guide on, told only when somebody asks the directory"""
    capacity: Annotated[int, whole(0, 20)] | None = None
    """How many people you can guide at a time"""
    paused: YesNo = False
    """Whether you pause; yes means not now"""
    wish_i_had_known: Annotated[str, text(300)] | None = None
    """What you wish somebody had told you before you left"""
    seeks: tuple[TopicId, ...] = ()
    """What you look for guidance on; the whole world can read it"""
    seeking_in_public: YesNo = False
    """Whether the line above may be public"""


class Link(Content):
    """A link with its label."""

    label: Annotated[str, text(80)]
    """What stands behind the link"""
    url: Url
    """Its web address"""


class Consent(Content):
    """The day and the wording a person agreed to."""

    on: Day
    """The day you agreed to the wording"""
    wording: Annotated[str, text(20)]
    """Which wording in site.yml you agreed to"""


class Confirmed(Content):
    """The day a person last said "still true"."""

    on: Day
    """The day you last said that this is still true"""


class Profile(Content):
    """One person, in their own words."""

    name: Annotated[str, text(80)]
    """How you wish to be known, in any script"""
    name_native: Annotated[str, text(80)] | None = None
    """Your name in its own script"""
    sort_name: Annotated[str, text(80)] | None = None
    """How lists sort you: Benali, Nadia"""
    pronouns: Annotated[str, text(30)] | None = None
    """How others speak of you"""
    headline: Annotated[str, text(120)]
    """What you built and what became of it, in one line"""
    github: Annotated[str, login()] | None = None
    """The GitHub account that may change this file"""
    github_id: Annotated[int, whole(1, 999_999_999)] | None = None
    """The number of that account"""
    based_in: Based
    """Where you live, as far as you want it known"""
    languages: Mapping[Language, LanguageLevel]
    """The languages you work in, each with your level"""
    stage: (
        Annotated[str, one_of("leading", "stepping-back", "between", "serial", "post-venture")]
        | None
    ) = None
    """Where you stand between founding and what comes after"""
    skills: tuple[SkillClaim, ...]
    """Three to fifteen things you can do, the strongest first"""
    in_my_words: tuple[Annotated[str, text(40)], ...] = ()
    """Words of your own for what you do: searched, never matched on"""
    sectors: tuple[SectorId, ...]
    """The fields you know, one to five"""
    silos: Mapping[SiloId, Years] = {}
    """The worlds you have worked in, each with the years or yes"""
    regions: tuple[Area, ...] = ()
    """Where you have worked: countries or regions"""
    ventures: tuple[Venture, ...] = ()
    """What you founded or led"""
    availability: Availability
    """When you are free"""
    works: Works = Works()
    """How and where you work"""
    engagement: Engagement = Engagement()
    """On what terms you work"""
    declines: Declines = Declines()
    """What you will not work for"""
    interests: tuple[Interest, ...] = ()
    """Ties to declare: boards, shares, family"""
    transitions: tuple[Transition, ...] = ()
    """How you left your leading roles"""
    guidance: Guidance = Guidance()
    """What you offer to others who are leaving theirs"""
    links: tuple[Link, ...] = ()
    """Where else one can read you"""
    matched: YesNo = True
    """Whether you may be proposed to clients; with no you can still be found"""
    listed: YesNo = True
    """Whether lists and search show you; with no your page only has an address"""
    assisted: YesNo = False
    """Whether somebody helped you write this; the consent is still your own"""
    consent: Consent
    """What you agreed to, and when"""
    confirmed: Confirmed
    """When you last said that this is still true"""


class ProfileText(Content):
    """The same person's headline in another language; the body stands below it."""

    headline: Annotated[str, text(120)]
    """The headline in this language"""
