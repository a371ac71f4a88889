"""Everybody before every open posting: conditions first, then points, then an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from sitegen.directory import Directory, Posting
from sitegen.matching.conditions import NOTHING_PRIVATE, eligible, judge
from sitegen.matching.pool import Pool, pool_of
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Match, Matches, PostingMatches
from sitegen.matching.score import Pair, band_of, pair_of, parts_of
from sitegen.matching.teams import Roster, teams_of
from sitegen.overlay import PrivateFacts

MOST_NEARLY = 3
NOBODY: Mapping[str, PrivateFacts] = MappingProxyType({})


def match(directory: Directory, private: Mapping[str, PrivateFacts] = NOBODY) -> Matches:
    """Match the people who take part with the open postings.

    Whoever fails a condition is left out, and so is who has none of the required skills: there is
    nothing true to say for them. Nearly are those who fail one condition by little and have half
    of the required skills. `private` are the facts of the overlay by slug.
    """
    pool = pool_of(directory)
    found = sorted(directory.open_postings, key=lambda posting: posting.slug)
    alone = {p.slug: _posting(p, directory, pool, private) for p in found}
    roster = Roster(directory, pool)
    return Matches(
        {
            p.slug: replace(alone[p.slug], teams=teams_of(p, alone[p.slug].ranking, roster))
            for p in found
        }
    )


def _posting(
    posting: Posting, directory: Directory, pool: Pool, private: Mapping[str, PrivateFacts]
) -> PostingMatches:
    telling = pool.telling(posting)
    ranking: list[Match] = []
    nearly: list[Match] = []
    for slug, person in pool.people.items():
        facts = private.get(slug, NOTHING_PRIVATE)
        checks = eligible(judge(person, posting, directory, facts))
        if checks is None:
            continue
        refused = any(check.state == "no" for check in checks)
        pair = pair_of(person, posting, checks, pool, telling)
        if not refused and pair.missing < len(pair.required):
            ranking.append(_match(pair, directory))
        elif refused and pair.missing * 2 <= len(pair.required):
            nearly.append(_match(pair, directory))
    ranking.sort(key=Match.rank)
    nearly.sort(key=Match.rank)
    return PostingMatches(tuple(ranking), tuple(nearly[:MOST_NEARLY]))


def _match(pair: Pair, directory: Directory) -> Match:
    parts = parts_of(pair, directory)
    score = sum(parts.values())
    return Match(
        pair.person.slug,
        pair.posting.slug,
        score,
        band_of(score, pair.missing, directory.site.matching.bands),
        parts,
        tuple(pair.checks.values()),
        strengths(pair),
        gaps(pair),
        pair.missing,
    )
