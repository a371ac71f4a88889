"""Teams as pages show them: in words, and only what `matching.public` allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from sitegen.matching import Reason, Team, say
from sitegen.matching.teams.report import PARTS
from sitegen.matching.teams.sentences import kept_of, strengths_of, team_sentence
from sitegen.views.signature import Signature, stacked
from sitegen.views.words import Named, Words

# What the sentence and the table of who covers what say already.
SAID = ("team-brings", "team-backup", "team-speaks", "team-silos")


@dataclass(frozen=True, slots=True)
class CoverView:
    """A skill or a language asked of a team: who would do it, and who could take over."""

    need: Named
    first: str
    others: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team; in strengths form without what is missing, what it costs, and points."""

    members: tuple[Named, ...]
    signature: Signature
    sentence: str
    covers: tuple[CoverView, ...]
    reasons: tuple[str, ...]
    kept: tuple[str, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()


def public_teams(teams: Iterable[Team], words: Words) -> tuple[Team, ...]:
    """The teams that the site may show, in the order it may show them.

    In strengths form the order says nothing: it is a hash of all ids.
    """
    mode = words.site.matching.public
    listed = list(teams)
    if mode == "strengths":
        listed.sort(key=_hash)
    return () if mode == "none" else tuple(listed)


def _hash(team: Team) -> str:
    return sha256("/".join((*sorted(team.members), team.assignment)).encode()).hexdigest()


def team_views(teams: Iterable[Team], words: Words) -> tuple[TeamView, ...]:
    """What the site may show of these teams, in words."""
    full = words.site.matching.public == "full"
    return tuple(_view(team, words, full=full) for team in public_teams(teams, words))


def _view(team: Team, words: Words, *, full: bool) -> TeamView:
    vocabulary, t, people = words.vocabulary, words.t, words.directory.people
    assignment = words.directory.postings[team.assignment].assignment
    return TeamView(
        tuple(words.person(people[s]) for s in team.members),
        stacked(
            [people[slug].profile.silos for slug in team.members],
            words,
            {assignment.client.silo, *assignment.silos},
        ),
        team_sentence(team, vocabulary, t, strengths_only=not full),
        tuple(_covers(team, words)),
        _said(strengths_of(team), words),
        _said(kept_of(team), words) if full else (),
        tuple((t.gettext(PARTS[name]), points) for name, points in team.parts.items())
        if full
        else (),
    )


def _covers(team: Team, words: Words) -> Iterator[CoverView]:
    """Each need that somebody in the team meets."""
    people = words.directory.people
    needs = [(words.skill(skill), holders) for skill, holders in team.covers.items()]
    needs += [(words.language(tag), holders) for tag, holders in team.languages.items() if holders]
    for need, holders in needs:
        first, *others = (people[slug].profile.name for slug in holders)
        yield CoverView(need, first, words.every(others))


def _said(reasons: Iterable[Reason], words: Words) -> tuple[str, ...]:
    """The reasons that nothing else on the page says."""
    rest = (reason for reason in reasons if not reason.code.startswith(SAID))
    return tuple(say(reason, words.vocabulary, words.t) for reason in rest)
