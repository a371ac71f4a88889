"""A match as pages show it: in words, and only what `matching.public` allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from sitegen.matching import Match, say, sentence
from sitegen.views.words import BANDS, Words


@dataclass(frozen=True, slots=True)
class CheckView:
    """One hard condition in words; `state` is its code for the mark beside it."""

    condition: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class MatchView:
    """One pair: in strengths form without points, gaps, conditions and what would help."""

    profile: str
    assignment: str
    band: str
    band_word: str
    sentence: str
    reasons: tuple[str, ...]
    gaps: tuple[str, ...] = ()
    checks: tuple[CheckView, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    score: int | None = None
    change: str = ""


def public_matches(matches: Iterable[Match], words: Words) -> tuple[MatchView, ...]:
    """What the site may show of these matches, in the order it may show them.

    In strengths form the order within a band says nothing: it is a hash of the pair.
    """
    mode = words.site.matching.public
    if mode == "none":
        return ()
    # Below the floor there is too little to say in public; `sitegen match` shows everybody.
    least = words.site.matching.bands.possible
    listed = [found for found in matches if found.score >= least]
    if mode == "strengths":
        order = list(BANDS)
        listed.sort(key=lambda m: (order.index(m.band), pair_hash(m.profile, m.assignment)))
    return tuple(_view(found, words, full=mode == "full") for found in listed)


def pair_hash(profile: str, assignment: str) -> str:
    """An order that favours nobody and never changes."""
    return sha256(f"{profile}/{assignment}".encode()).hexdigest()


def by_band(views: Iterable[MatchView]) -> Iterator[tuple[str, tuple[MatchView, ...]]]:
    """Band words with their matches, best band first, empty bands left out."""
    listed = tuple(views)
    for band in BANDS:
        found = tuple(view for view in listed if view.band == band)
        if found:
            yield found[0].band_word, found


def near_misses(matches: Iterable[Match], words: Words) -> tuple[MatchView, ...]:
    """What the site may show of matches that one condition stands in the way of: in full form."""
    if words.site.matching.public != "full":
        return ()
    return tuple(_view(found, words, full=True) for found in matches)


def _view(match: Match, words: Words, *, full: bool) -> MatchView:
    vocabulary, t = words.vocabulary, words.t
    base = MatchView(
        match.profile,
        match.assignment,
        match.band,
        t.gettext(BANDS[match.band]),
        sentence(match, vocabulary, t, strengths_only=not full),
        tuple(say(reason, vocabulary, t) for reason in match.strengths[:3]),
    )
    if not full:
        return base
    anonymous = words.directory.postings[match.assignment].assignment.client.anonymous
    return replace(
        base,
        gaps=tuple(say(reason, vocabulary, t) for reason in match.gaps[:2]),
        checks=tuple(
            CheckView(t.gettext(check.condition), check.state, say(check.reason, vocabulary, t))
            for check in match.checks
            # Beside a person's public ties, this one would say who an anonymous client is.
            if not (check.condition == "conflict" and anonymous)
        ),
        parts=tuple((t.gettext(name), points) for name, points in match.parts.items()),
        score=match.score,
        change=f"{say(match.change, vocabulary, t)}." if match.change else "",
    )
