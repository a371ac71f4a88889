"""The soft score: seven parts that add up to 100, in integers, so that each can be shown.

A part that the posting does not ask for counts like the required skills do: it neither lifts nor
holds back anybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sitegen.directory import Directory, Person, Posting
from sitegen.matching import asked, said
from sitegen.matching.credit import WHOLE, Credits
from sitegen.matching.eligible import BY_NAME, NOT_STATED, YES, Gate
from sitegen.matching.free_time import free_time
from sitegen.matching.groups import Flags, Numbers, total
from sitegen.matching.pool import Pool
from sitegen.matching.results import Band
from sitegen.matching.spoken import compare, for_each
from sitegen.matching.text import Brief, Shared
from sitegen.models.site import BandLimits

# Below this credit a required skill is as good as absent.
MISSING = 300
HALF = WHOLE // 2
# The text of a page whose claims give nothing to check is of the same kind.
UNPROVEN_TEXT = HALF


class Shown(NamedTuple):
    """Whoever may be shown for one posting, as places in a pool.

    `refused` are those who fail a condition by little, `shares` how near each page is to the brief.
    """

    posting: Posting
    brief: Brief
    who: Numbers
    refused: Flags
    shares: Numbers


@dataclass(frozen=True, slots=True)
class Lineup:
    """Those who may be shown for one posting, a place each: what they bring, and their points.

    `who` are their places in the pool, `refused` those who fail a condition by little. `shared` has
    what each sentence of everybody shares with the brief, `quotable` who has one to quote.
    """

    posting: Posting
    brief: Brief
    who: Numbers
    refused: Flags
    shared: Shared
    quotable: Flags
    required: tuple[Credits, ...]
    desirable: tuple[Credits, ...]
    parts: Mapping[str, Numbers]

    @property
    def scores(self) -> Numbers:
        """What the order goes by."""
        return total(self.parts.values(), len(self.who))

    @property
    def missing(self) -> Numbers:
        """How many of the required skills each is as good as without."""
        return total((credits.points < MISSING for credits in self.required), len(self.who))

    @property
    def bring_something(self) -> Flags:
        """Who has a required skill, or a text that speaks for one, however little it counts."""
        told = total((credits.are_unlisted for credits in self.required), len(self.who))
        return (told > 0) | (self.missing < len(self.required))


def shown_for(
    posting: Posting, brief: Brief, pool: Pool, gate: Gate, among: Numbers | None = None
) -> Shown:
    """Everybody of a pool with anything for what is required, who fails no condition by much.

    With `among` only those at these places.
    """
    shares = pool.corpus.shares(brief)
    showing = pool.showing(posting, shares)
    if among is not None:
        showing = np.intersect1d(showing, among, assume_unique=True)
    who, refused = gate.eligible(posting, showing)
    return Shown(posting, brief, who, refused, shares[who])


def lineup_of(shown: Shown, pool: Pool, gate: Gate) -> Lineup:
    """What each of them brings."""
    posting, brief, who, refused, shares = shown
    text, shared = _text(shares, pool.skills.doubtful[who]), pool.corpus.shared(brief)
    quotable = pool.corpus.is_quotable(shared)[who]
    needs = posting.assignment.skills
    required = {need.skill for need in needs.required}
    every = required | {need.skill for need in needs.desirable}
    credits = pool.credits(needs.required, required, who, np.where(quotable, text, 0))
    desirable = pool.credits(needs.desirable, every, who, np.zeros_like(who))
    shares_of_parts = {
        "required": skills_share(credits),
        "desirable": skills_share(desirable) if desirable else None,
        "text": text if brief.weights else None,
        **_circumstances(posting, who, pool, gate),
    }
    parts = _points(shares_of_parts, pool.directory)
    return Lineup(posting, brief, who, refused, shared, quotable, credits, desirable, parts)


def _text(shares: Numbers, doubtful: Flags) -> Numbers:
    """What counts of the share of a brief that a page reaches."""
    return np.where(doubtful, shares * UNPROVEN_TEXT // WHOLE, shares)


def _points(shares: Mapping[str, Numbers | None], directory: Directory) -> dict[str, Numbers]:
    """Points of each part; their sum is the score, rounded once."""
    weights, required = directory.site.matching.weights, shares["required"]
    exact = [
        getattr(weights, name) * (required if share is None else share)
        for name, share in shares.items()
    ]
    return dict(zip(shares, rounded(np.array(exact)), strict=True))


def rounded(exact: Numbers) -> Numbers:
    """Thousandths, a row a part, as whole points that add up to the rounded sum of each column.

    Largest remainders go up, of equals the first.
    """
    points = exact // WHOLE
    left = (exact.sum(axis=0) + HALF) // WHOLE - points.sum(axis=0)
    order = np.argsort(-(exact % WHOLE), axis=0, kind="stable")
    turn = np.argsort(order, axis=0)
    return np.where(turn < left, points + 1, points)


def band_of(score: int, missing: int, limits: BandLimits) -> Band:
    """Choose the word for a score; one required skill missing allows `good`, two `possible`.

    A skill for which only prose speaks counts as missing here.
    """
    if missing > 1 or score < limits.good:
        return "possible"
    return "good" if missing or score < limits.strong else "strong"


def skills_share(credits: Sequence[Credits]) -> Numbers:
    """What each has of these skills, in thousandths, a rare one weighing more."""
    weighed = total((one.weight * one.points for one in credits), len(credits[0].points))
    return weighed // sum(one.weight for one in credits)


def _circumstances(
    posting: Posting, who: Numbers, pool: Pool, gate: Gate
) -> dict[str, Numbers | None]:
    """Sectors, worlds, time and the small steps: what is asked of each, None where nothing is."""
    assignment = posting.assignment
    return {
        "sectors": pool.worlds.of_sectors(assignment.sectors, who) if assignment.sectors else None,
        "silos": pool.worlds.of_silos(assignment.silos, who) if assignment.silos else None,
        "availability": _availability(posting, who, pool, gate),
        "rest": _rest(posting, who, pool, gate),
    }


def _availability(posting: Posting, who: Numbers, pool: Pool, gate: Gate) -> Numbers:
    """Share of the time that is free, times that of the days; half where one is not stated."""
    assignment, today, time = posting.assignment, pool.directory.today, asked.time(posting)
    wanted = assignment.work.days_per_month or 1

    def share_of_time(person: Person) -> int:
        found = free_time(person, assignment, today)
        return WHOLE * found.covered // found.total

    def useful_days(person: Person) -> int:
        offered = free_time(person, assignment, today).days
        return wanted if offered is None else min(offered, wanted)

    by_dates, by_days = pool.crowd.by(said.dates), pool.crowd.by(said.days)
    share = by_dates.values(who, ("share", time), share_of_time)
    share = share * by_days.values(who, ("useful", time), useful_days) // wanted
    unknown = (gate.codes(BY_NAME[name], posting, who) == NOT_STATED for name in ("dates", "days"))
    return np.where(np.any([*unknown], axis=0), HALF, share)


def _rest(posting: Posting, who: Numbers, pool: Pool, gate: Gate) -> Numbers:
    """Small steps: place, country known, language above what is asked, kind of work."""
    assignment, crowd = posting.assignment, pool.crowd
    needs, country = assignment.languages, assignment.work.country
    steps = [gate.codes(BY_NAME["place"], posting, who) == YES]
    if country:
        steps.append(
            crowd.by(said.countries).values(who, country, lambda p: _knows(p, country)) > 0
        )
    if needs.useful or needs.everyone:
        by = crowd.by(said.languages)
        wanted = "more", asked.spoken(posting)
        steps.append(by.values(who, wanted, lambda p: _speaks_more(p, posting)) > 0)
    if assignment.kinds:
        by, kinds = crowd.by(said.kinds), {*assignment.kinds}
        wanted = "some", asked.kinds(posting)
        steps.append(by.values(who, wanted, lambda p: _takes(p, kinds)) > 0)
    return WHOLE * total(steps, len(who)) // len(steps)


def _knows(person: Person, country: str) -> int:
    return country in (*person.profile.regions, person.profile.based_in.country)


def _takes(person: Person, kinds: set[str]) -> int:
    return not kinds.isdisjoint(person.profile.engagement.kinds)


def _speaks_more(person: Person, posting: Posting) -> int:
    profile, needs = person.profile, posting.assignment.languages
    useful = any(not one.steps for one in compare(profile, needs.useful))
    return useful or any(one.is_above for one in for_each(profile, posting))
