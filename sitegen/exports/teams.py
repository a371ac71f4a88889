"""Teams in the JSON API: in strengths form what they cover, in full form everything counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sitegen.matching import Reason, Team, say
from sitegen.matching.teams.sentences import strengths_of
from sitegen.record import Record
from sitegen.views.teams import public_teams
from sitegen.views.words import Words


class Why(Record):
    """A reason: its code for programs, its words for people."""

    code: str
    text: str


class Alone(Record):
    """What rests on one member: a skill, or a language of the team."""

    skill: str | None = None
    language: str | None = None
    profile: str


class TeamRecord(Record):
    """People who could do it together: who covers what, whoever would do it first.

    `covers`: by required skill; `languages`: by language asked of the team. `single`: what rests on
    one of them. `needed`: those who are in every team because none found covers as much without
    them.
    """

    members: tuple[str, ...]
    covers: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]
    silos: tuple[str, ...]
    sectors: tuple[str, ...]
    overlap: tuple[str, ...]
    single: tuple[Alone, ...]
    needed: tuple[str, ...]
    reasons: tuple[Why, ...]


class FullTeam(TeamRecord):
    """The same with what is missing, how the cost stands to the budget, and the points."""

    missing: tuple[str, ...]
    cost: Literal["yes", "partly", "no", "not-stated"]
    value: int
    parts: dict[str, int]


def team_records(teams: Iterable[Team], words: Words) -> tuple[TeamRecord, ...]:
    """The teams of an assignment without what speaks against them; their order is a hash."""
    return tuple(
        TeamRecord(**_common(team, strengths_of(team), words))
        for team in public_teams(teams, words)
    )


def full_teams(teams: Iterable[Team], words: Words) -> tuple[FullTeam, ...]:
    """The teams of an assignment with everything, best first."""
    return tuple(
        FullTeam(
            **{**_common(team, team.reasons, words), "languages": dict(team.languages)},
            missing=team.missing,
            cost=team.cost,
            value=sum(team.parts.values()),
            parts=dict(team.parts),
        )
        for team in public_teams(teams, words)
    )


def why(reason: Reason, words: Words) -> Why:
    """A reason with its code and its words."""
    return Why(code=reason.code, text=say(reason, words.vocabulary, words.t))


def _common(team: Team, reasons: Iterable[Reason], words: Words) -> dict[str, object]:
    return {
        "members": team.members,
        "covers": dict(team.covers),
        "languages": {tag: speakers for tag, speakers in team.languages.items() if speakers},
        "silos": team.silos,
        "sectors": team.sectors,
        "overlap": team.overlap,
        "single": tuple(Alone(**{one.kind: one.id, "profile": one.profile}) for one in team.alone),
        "needed": team.needed,
        "reasons": tuple(why(reason, words) for reason in reasons),
    }
