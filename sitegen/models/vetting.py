"""What was checked about a person, written by maintainers, and whose own check counts."""

from __future__ import annotations

from typing import Annotated

from sitegen.models.fields import Content, Day, LabelId, Level, Named, SkillId, Url
from sitegen.models.kind import text


class ConfirmedSkill(Content):
    """A level that somebody else confirmed."""

    skill: SkillId
    """The skill, by its id in the list of skills"""
    level: Level
    """The level that was confirmed"""


class VettingMark(Content):
    """One check: which, by whom (a role or an organisation), when, until when, of which skills."""

    label: LabelId
    """What was checked, by its id in the list of labels"""
    by: Named
    """Who checked: a role or an organisation, never the person"""
    on: Day
    """The day it was checked"""
    until: Day | None = None
    """The day it ends; else as long as its label holds"""
    url: Url | None = None
    """Where one can read about it"""
    skills: tuple[ConfirmedSkill, ...] = ()
    """The levels that the check confirmed"""


class Network(Content):
    """A fellowship or network whose own check of people counts here."""

    name: Annotated[str, text(120)]
    """What it is called, as marks name it"""
    url: Url
    """Where one can read how it chooses"""
    checks: Annotated[str, text(400)]
    """What its check consists of"""
    counts_for: tuple[LabelId, ...]
    """The labels it counts for, by their ids"""
    until: Day
    """The day until which it counts; then it is looked at again"""
