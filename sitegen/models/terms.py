"""The terms of the vocabulary: what the ids of the content mean, in whose words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from sitegen.models.fields import (
    Content,
    Country,
    Day,
    Language,
    RoleId,
    SkillId,
    Slug,
    TransitionState,
    Url,
    YesNo,
)
from sitegen.models.kind import refuse, text, whole

Aliases = Mapping[Language, tuple[Annotated[str, text(80)], ...]]


def _i_have(value: object) -> object:
    if isinstance(value, str) and not value.startswith("I have "):
        raise refuse("P028", value=value, allowed='a sentence that starts with "I have"')
    return value


class Term(Content):
    """An id, its label, and the words people really write for it, by language."""

    id: Slug
    label: Annotated[str, text(60)]
    aliases: Aliases = {}


class Names(Content):
    """What a founder, a corporate, an NGO and a multilateral call the same thing."""

    founder: Annotated[str, text(90)]
    corporate: Annotated[str, text(90)]
    ngo: Annotated[str, text(90)]
    multilateral: Annotated[str, text(90)]


class Family(Term):
    """A capability family that a founder grows by founding."""

    summary: Annotated[str, text(300)]
    levels: Mapping[
        Annotated[int, whole(1, 4)],
        tuple[Annotated[str, text(200), BeforeValidator(_i_have)], ...],
    ]
    example: Annotated[str, text(300)]
    names: Names


class Skill(Term):
    """A skill of a family."""

    family: Slug
    related: tuple[SkillId, ...] = ()
    esco: Url | None = None


class Sector(Term):
    """A field of work; two levels."""

    parent: Slug | None = None


class Silo(Term):
    """A world of work, in the order of the signature."""

    short: Annotated[str, text(24)]
    summary: Annotated[str, text(300)]


class Region(Term):
    """A part of the world by the countries it holds."""

    countries: tuple[Country, ...]


class Passage(Term):
    """A way out of a leading role; `told` is what it is like, `helps` what helps in each state."""

    summary: Annotated[str, text(300)]
    told: Annotated[str, text(900)] | None = None
    helps: Mapping[TransitionState, Annotated[str, text(300)]] = {}
    near: tuple[Slug, ...] = ()
    shows: tuple[SkillId, ...] = ()


class Topic(Term):
    """What people in transition seek guidance on; of no passage when it belongs to all of them."""

    question: Annotated[str, text(240)]
    told: Annotated[str, text(700)] | None = None
    passages: tuple[Slug, ...] = ()


class Kind(Term):
    """A kind of engagement."""

    summary: Annotated[str, text(300)]


class Label(Term):
    """A vetting label: what was checked, by whom, for how long it holds."""

    means: Annotated[str, text(400)]
    checked_by: Annotated[str, text(120)]
    valid_months: Annotated[int, whole(1, 240)]


class Role(Content):
    """A role in the method; `outside` the team it takes none of the days of the work."""

    id: Slug
    label: Annotated[str, text(60)]
    does: Annotated[str, text(300)]
    outside: YesNo = False


class Hours(Content):
    """From and to, in hours."""

    min: Annotated[int, whole(1, 2000)]
    max: Annotated[int, whole(1, 2000)]


class Phase(Content):
    """A phase of the method."""

    id: Slug
    label: Annotated[str, text(60)]
    purpose: Annotated[str, text(400)]
    roles: tuple[RoleId, ...]
    questions: tuple[Annotated[str, text(240)], ...]
    artefacts: tuple[Annotated[str, text(240)], ...]
    hours: Hours
    client_provides: tuple[Annotated[str, text(240)], ...]
    exit: tuple[Annotated[str, text(240)], ...]


class MethodChange(Content):
    """What a version of the method brought, and who proposed it."""

    version: Annotated[str, text(12)]
    on: Day
    by: Annotated[str, text(120)]
    text: Annotated[str, text(400)]


class Method(Content):
    """The shared way of working, versioned, with its authors; `changes` the newest first."""

    version: Annotated[str, text(12)]
    authors: tuple[Annotated[str, text(80)], ...]
    summary: Annotated[str, text(500)]
    roles: tuple[Role, ...]
    phases: tuple[Phase, ...]
    changes: tuple[MethodChange, ...] = ()
