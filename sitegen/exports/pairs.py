"""Matches in the JSON API, as far as `matching.public` in site.yml lets them out.

`strengths` gives people in word bands with the reasons that speak for them; the order within a
band says nothing. `full` gives everything that was counted. `none` gives only its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from sitegen import urls
from sitegen.exports.teams import FullTeam, TeamRecord, Why, full_teams, team_records, why
from sitegen.matching import GuideMatch, Match, Matches, Reason
from sitegen.record import Record
from sitegen.views.guides import public_guides
from sitegen.views.matches import pair_hash
from sitegen.views.words import Words


class Pair(Record):
    """A person for an assignment, with what speaks for them."""

    profile: str
    name: str
    url: str
    reasons: tuple[Why, ...]


class Bands(Record):
    """The people for an assignment by word band, and teams; the order of either is a hash."""

    url: str
    strong: tuple[Pair, ...]
    good: tuple[Pair, ...]
    possible: tuple[Pair, ...]
    teams: tuple[TeamRecord, ...]


class Strengths(Record):
    """/api/v1/matches.json: for each open assignment whom it could suit, and why.

    `guides`: for each who seeks guidance in public a few guides; their order is a hash.
    """

    public: Literal["strengths"] = "strengths"
    assignments: dict[str, Bands]
    guides: dict[str, tuple[Pair, ...]]


class Condition(Record):
    """A hard condition and how it came out."""

    condition: str
    state: Literal["yes", "partly", "no", "not-stated"]
    reason: Why


class FullPair(Pair):
    """A person for an assignment, with everything that was counted.

    `change`: the one thing that would change it, where there is one.
    """

    score: int
    band: Literal["strong", "good", "possible"]
    parts: dict[str, int]
    conditions: tuple[Condition, ...]
    gaps: tuple[Why, ...]
    missing: int
    change: Why | None = None


class Ranking(Record):
    """The people for an assignment, best first, who fails one condition by little, and teams."""

    url: str
    ranking: tuple[FullPair, ...]
    nearly: tuple[FullPair, ...]
    teams: tuple[FullTeam, ...]


class GuidePair(Pair):
    """A guide for somebody who seeks in public, with everything that was counted."""

    score: int
    parts: dict[str, int]
    conditions: tuple[Condition, ...]


class Full(Record):
    """/api/v1/matches.json: for each open assignment the whole ranking.

    `guides`: for each who seeks guidance in public the guides proposed, best first.
    """

    public: Literal["full"] = "full"
    assignments: dict[str, Ranking]
    guides: dict[str, tuple[GuidePair, ...]]


class Nothing(Record):
    """/api/v1/matches.json: matches are not published here."""

    public: Literal["none"] = "none"


MatchesRecord = Strengths | Full | Nothing


def matches_record(matches: Matches, words: Words) -> MatchesRecord:
    """What may be published; nothing where people or assignments are not open data."""
    site, directory = words.site, words.directory
    mode = site.matching.public
    if mode == "none" or not (site.open_data.people and site.open_data.assignments):
        return Nothing()
    slugs = [p.slug for p in directory.open_postings if p.slug in matches.postings]
    if mode == "full":
        return Full(
            assignments={slug: _ranking(slug, matches, words) for slug in slugs},
            guides={
                slug: tuple(_guide(match, words) for match in found)
                for slug, found in matches.guides.items()
            },
        )
    return Strengths(
        assignments={slug: _bands(slug, matches, words) for slug in slugs},
        guides={
            slug: tuple(Pair(**_named(m.profile, m.reasons, words)) for m in shown)
            for slug, found in matches.guides.items()
            if (shown := public_guides(found, words))
        },
    )


def _guide(match: GuideMatch, words: Words) -> GuidePair:
    return GuidePair(
        **_named(match.profile, match.reasons, words),
        score=match.score,
        parts=dict(match.parts),
        conditions=tuple(
            Condition(condition=c.condition, state=c.state, reason=why(c.reason, words))
            for c in match.checks
        ),
    )


def _bands(slug: str, matches: Matches, words: Words) -> Bands:
    found = sorted(
        _of_listed(matches.postings[slug].ranking, words), key=lambda m: pair_hash(m.profile, slug)
    )
    pairs: Mapping[str, tuple[Pair, ...]] = {
        band: tuple(Pair(**_common(match, words)) for match in found if match.band == band)
        for band in ("strong", "good", "possible")
    }
    teams = team_records(matches.postings[slug].teams, words)
    return Bands(url=words.urls.absolute(urls.assignment(slug)), teams=teams, **pairs)


def _ranking(slug: str, matches: Matches, words: Words) -> Ranking:
    found = matches.postings[slug]
    return Ranking(
        url=words.urls.absolute(urls.assignment(slug)),
        ranking=tuple(_full(match, words) for match in _of_listed(found.ranking, words)),
        nearly=tuple(_full(match, words) for match in _of_listed(found.nearly, words)),
        teams=full_teams(found.teams, words),
    )


def _of_listed(matches: Iterable[Match], words: Words) -> list[Match]:
    people = words.directory.people
    return [match for match in matches if people[match.profile].is_listed]


def _common(match: Match, words: Words) -> dict[str, object]:
    return _named(match.profile, match.strengths, words)


def _named(slug: str, reasons: Iterable[Reason], words: Words) -> dict[str, object]:
    return {
        "profile": slug,
        "name": words.directory.people[slug].profile.name,
        "url": words.urls.absolute(urls.profile(slug)),
        "reasons": tuple(why(reason, words) for reason in reasons),
    }


def _full(match: Match, words: Words) -> FullPair:
    return FullPair(
        **_common(match, words),
        score=match.score,
        band=match.band,
        parts=dict(match.parts),
        conditions=tuple(_conditions(match, words)),
        gaps=tuple(why(reason, words) for reason in match.gaps),
        missing=match.missing,
        change=why(match.change, words) if match.change else None,
    )


def _conditions(match: Match, words: Words) -> Iterator[Condition]:
    """The conditions in their order; not the conflict with a client who has no name here.

    Beside a person's public ties even "perhaps" would say who the client is.
    """
    client = words.directory.postings[match.assignment].assignment.client
    for check in match.checks:
        if not (client.anonymous and check.condition == "conflict"):
            reason = why(check.reason, words)
            yield Condition(condition=check.condition, state=check.state, reason=reason)
