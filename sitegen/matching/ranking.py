"""Everybody before every open posting: conditions first, then points, then an order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sitegen.directory import Directory, Posting
from sitegen.matching.change import change_of
from sitegen.matching.conditions import NOTHING_PRIVATE, eligible, judge
from sitegen.matching.credit import NEAR
from sitegen.matching.exposure import spread
from sitegen.matching.pool import Pool, pool_of
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Match, Matches, PostingMatches
from sitegen.matching.score import Pair, band_of, pair_of, parts_of, text_share
from sitegen.overlay import PrivateFacts

MOST_NEARLY = 3
NOBODY: Mapping[str, PrivateFacts] = MappingProxyType({})


def match(directory: Directory, private: Mapping[str, PrivateFacts] = NOBODY) -> Matches:
    """Match the people who take part with the open postings.

    Whoever fails a condition is left out, and so is whoever neither lists nor tells anything of
    what is required: there is nothing true to say for them. Nearly are those who fail one condition
    by little and have half of the required skills. `private` are the facts of the overlay by slug.
    """
    pool = pool_of(directory)
    found = sorted(directory.open_postings, key=lambda posting: posting.slug)
    return Matches(spread({p.slug: _posting(p, directory, pool, private) for p in found}))


def _posting(
    posting: Posting, directory: Directory, pool: Pool, private: Mapping[str, PrivateFacts]
) -> PostingMatches:
    ranking: list[Match] = []
    nearly: list[Match] = []
    for pair in _pairs(posting, directory, pool, private):
        refused = any(check.state == "no" for check in pair.checks.values())
        if not refused and pair.missing < len(pair.required):
            ranking.append(_match(pair, directory))
        elif refused and pair.missing * 2 <= len(pair.required):
            nearly.append(_match(pair, directory))
    ranking.sort(key=Match.rank)
    nearly.sort(key=Match.rank)
    return PostingMatches(tuple(ranking), tuple(nearly[:MOST_NEARLY]))


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


def _match(pair: Pair, directory: Directory) -> Match:
    parts = parts_of(pair, directory)
    score = sum(parts.values())
    return Match(
        pair.person.slug,
        pair.posting.slug,
        score,
        band_of(score, pair.unlisted, directory.site.matching.bands),
        parts,
        tuple(pair.checks.values()),
        strengths(pair),
        gaps(pair),
        pair.missing,
        change_of(pair),
    )
