"""Everybody before every open posting: conditions first, then points, then an order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import nsmallest
from types import MappingProxyType
from typing import NamedTuple

from sitegen.directory import Directory, Posting
from sitegen.matching.change import change_of
from sitegen.matching.conditions import NOTHING_PRIVATE, eligible, judge
from sitegen.matching.credit import NEAR
from sitegen.matching.exposure import spread
from sitegen.matching.pool import Pool, pool_of
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Match, Matches, PostingMatches, Standing, rank
from sitegen.matching.score import Pair, band_of, pair_of, parts_of, text_share
from sitegen.matching.teams import Roster, teams_of
from sitegen.models.site import BandLimits
from sitegen.overlay import PrivateFacts

MOST_NEARLY = 3
# Nobody reads further, and reasons for everybody would fill the memory.
MOST_RANKED = 50
NOBODY: Mapping[str, PrivateFacts] = MappingProxyType({})


class Scored(NamedTuple):
    """A pair with its points, before anybody asks why."""

    pair: Pair
    parts: Mapping[str, int]

    @property
    def score(self) -> int:
        """What the order goes by."""
        return sum(self.parts.values())


def match(directory: Directory, private: Mapping[str, PrivateFacts] = NOBODY) -> Matches:
    """Match the people who take part with the open postings.

    Whoever fails a condition is left out, and so is whoever neither lists nor tells anything of
    what is required: there is nothing true to say for them. Nearly are those who fail one condition
    by little and have half of the required skills. `private` are the facts of the overlay by slug.
    """
    roster = Roster(directory, pool_of(directory))
    found = sorted(directory.open_postings, key=lambda posting: posting.slug)
    return Matches(spread({p.slug: _posting(p, roster, private) for p in found}))


def _posting(
    posting: Posting, roster: Roster, private: Mapping[str, PrivateFacts]
) -> PostingMatches:
    directory = roster.directory
    ranking: list[Scored] = []
    nearly: list[Scored] = []
    for pair in _pairs(posting, directory, roster.pool, private):
        refused = any(check.state == "no" for check in pair.checks.values())
        if not refused and pair.missing < len(pair.required):
            ranking.append(_scored(pair, directory))
        elif refused and pair.missing * 2 <= len(pair.required):
            nearly.append(_scored(pair, directory))
    limits = directory.site.matching.bands
    ranking.sort(key=_order)
    # Whoever alone has a rare skill may stand behind the fifty who are kept: teams see everybody.
    standings = (Standing(one.pair.person.slug, one.score) for one in ranking)
    return PostingMatches(
        tuple(_match(one, limits) for one in ranking[:MOST_RANKED]),
        tuple(_match(one, limits) for one in nsmallest(MOST_NEARLY, nearly, key=_order)),
        teams_of(posting, standings, roster),
    )


def _pairs(
    posting: Posting, directory: Directory, pool: Pool, private: Mapping[str, PrivateFacts]
) -> Iterator[Pair]:
    """Those with anything to show for what is required, who fail no condition by much."""
    brief = pool.brief(posting)
    shares = pool.corpus.shares(brief)
    for slug in pool.showing(posting, (who for who, share in shares.items() if share >= NEAR)):
        person, facts = pool.people[slug], private.get(slug, NOTHING_PRIVATE)
        checks = eligible(judge(person, posting, directory, facts))
        if checks is not None:
            text = text_share(shares.get(slug, 0), pool.voices[slug])
            yield pair_of(person, posting, checks, pool, brief, text)


def _scored(pair: Pair, directory: Directory) -> Scored:
    return Scored(pair, parts_of(pair, directory))


def _order(scored: Scored) -> tuple[int, int, int, str]:
    pair = scored.pair
    return rank(pair.person.slug, pair.posting.slug, scored.score, pair.missing)


def _match(scored: Scored, limits: BandLimits) -> Match:
    """Put a pair that is shown into reasons."""
    pair, score = scored.pair, scored.score
    return Match(
        pair.person.slug,
        pair.posting.slug,
        score,
        band_of(score, pair.unlisted, limits),
        scored.parts,
        tuple(pair.checks.values()),
        strengths(pair),
        gaps(pair),
        pair.missing,
        change_of(pair),
    )
