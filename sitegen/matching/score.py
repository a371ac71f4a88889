"""The soft score: seven parts that add up to 100, in integers, so that each can be shown.

A part that the posting does not ask for counts like the required skills do: it neither lifts nor
holds back anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.credit import NEAR, WHOLE, Credit
from sitegen.matching.free_time import free_time
from sitegen.matching.pool import Pool
from sitegen.matching.results import Band, Check
from sitegen.matching.spoken import compare, for_each
from sitegen.matching.text import Brief
from sitegen.matching.voice import Voice
from sitegen.models.site import BandLimits
from sitegen.prose import Sentence
from sitegen.vocabulary import Vocabulary

# Below this credit a required skill is as good as absent.
MISSING = 300
HALF = WHOLE // 2
SILO_YEARS = 2
# Bridging is the point: a quarter of the silos part is for at least two of the wanted worlds.
BRIDGE = WHOLE // 4
# The text of a page whose claims give nothing to check is of the same kind.
UNPROVEN_TEXT = HALF


@dataclass(frozen=True, slots=True)
class Pair:
    """One person before one posting: everything that points and reasons are made from."""

    person: Person
    posting: Posting
    checks: Mapping[str, Check]
    required: tuple[Credit, ...]
    desirable: tuple[Credit, ...]
    voice: Voice
    brief: Brief
    quoted: Sentence | None
    text: int | None

    @property
    def missing(self) -> int:
        """Count the required skills that are as good as absent."""
        return sum(credit.points < MISSING for credit in self.required)

    @property
    def unlisted(self) -> int:
        """Count the required skills that are absent, or for which only prose speaks."""
        return sum(credit.points < MISSING or credit.is_unlisted for credit in self.required)


def nearest(voice: Voice, brief: Brief) -> Sentence | None:
    """The sentence nearest to a brief; none where each shares too little to be quoted for it."""
    most, found = 0, None
    for sentence, said in voice.sentences:
        shared = brief.shared(said)
        if shared > most:
            most, found = shared, sentence
    return found


def text_share(share: int, voice: Voice) -> int:
    """What counts of the share of a brief that a page reaches."""
    return share * UNPROVEN_TEXT // WHOLE if voice.unproven else share


def pair_of(
    person: Person, posting: Posting, checks: Iterable[Check], pool: Pool, brief: Brief, text: int
) -> Pair:
    """Look up what a person brings for each need; `text` is what counts of their text."""
    needs, slug = posting.assignment.skills, person.slug
    quoted = nearest(pool.voices[slug], brief) if text >= NEAR else None
    required = {need.skill for need in needs.required}
    asked = required | {need.skill for need in needs.desirable}
    return Pair(
        person,
        posting,
        {check.condition: check for check in checks},
        tuple(pool.credit(slug, need, required, text if quoted else 0) for need in needs.required),
        tuple(pool.credit(slug, need, asked, 0) for need in needs.desirable),
        pool.voices[slug],
        brief,
        quoted,
        text if brief.weights else None,
    )


def parts_of(pair: Pair, directory: Directory) -> dict[str, int]:
    """Points of each part; their sum is the score, rounded once."""
    weights = directory.site.matching.weights
    required = _skills(pair.required)
    shares: dict[str, int | None] = {
        "required": required,
        "desirable": _skills(pair.desirable) if pair.desirable else None,
        "text": pair.text,
        "sectors": _sectors(pair, directory.vocabulary),
        "silos": _silos(pair),
        "availability": _availability(pair, directory),
        "rest": _rest(pair),
    }
    exact = {
        name: getattr(weights, name) * (required if share is None else share)
        for name, share in shares.items()
    }
    return rounded(exact)


def rounded(exact: Mapping[str, int]) -> dict[str, int]:
    """Thousandths as whole points that add up to the rounded sum: largest remainders go up."""
    points = {name: value // WHOLE for name, value in exact.items()}
    left = (sum(exact.values()) + HALF) // WHOLE - sum(points.values())
    order = sorted(exact, key=lambda name: -(exact[name] % WHOLE))
    return {name: count + (name in order[:left]) for name, count in points.items()}


def band_of(score: int, missing: int, limits: BandLimits) -> Band:
    """Choose the word for a score; one required skill missing allows `good`, two `possible`.

    A skill for which only prose speaks counts as missing here.
    """
    if missing > 1 or score < limits.good:
        return "possible"
    return "good" if missing or score < limits.strong else "strong"


def _skills(credits: Iterable[Credit]) -> int:
    found = tuple(credits)
    return sum(c.weight * c.points for c in found) // sum(c.weight for c in found)


def sectors_known(person: Person) -> frozenset[str]:
    """The sectors of a profile and of its ventures."""
    ventures = (sector for venture in person.profile.ventures for sector in venture.sectors)
    return frozenset((*person.profile.sectors, *ventures))


def _sectors(pair: Pair, vocabulary: Vocabulary) -> int | None:
    wanted, known = pair.posting.assignment.sectors, sectors_known(pair.person)
    if not wanted:
        return None
    covered = {found for sector in known for found in vocabulary.sector_with_parent(sector)}
    points = [
        WHOLE if s in covered else HALF if {*vocabulary.sector_with_parent(s)} & covered else 0
        for s in wanted
    ]
    return sum(points) // len(points)


def silos_known(pair: Pair) -> tuple[str, ...]:
    """The wanted worlds in which a person has worked for two years at least."""
    years = pair.person.profile.silos
    return tuple(s for s in pair.posting.assignment.silos if (years.get(s) or 0) >= SILO_YEARS)


def _silos(pair: Pair) -> int | None:
    """Share of the wanted worlds; years that are not stated, or one, count half."""
    wanted, known = pair.posting.assignment.silos, silos_known(pair)
    if not wanted:
        return None
    half = [silo for silo in wanted if silo in pair.person.profile.silos and silo not in known]
    share = (WHOLE * len(known) + HALF * len(half)) // len(wanted)
    bridges = len(known) >= min(2, len(wanted))
    return share * (WHOLE - BRIDGE) // WHOLE + (BRIDGE if bridges else 0)


def _availability(pair: Pair, directory: Directory) -> int:
    """Share of the time that is free, times that of the days; half where one is not stated."""
    if "not-stated" in (pair.checks["dates"].state, pair.checks["days"].state):
        return HALF
    assignment = pair.posting.assignment
    time, asked = (
        free_time(pair.person, assignment, directory.today),
        assignment.work.days_per_month,
    )
    share = WHOLE * time.covered // time.total
    return share if asked is None or time.days is None else share * min(time.days, asked) // asked


def _rest(pair: Pair) -> int:
    """Small steps: place, country known, language above what is asked, kind of work."""
    assignment, profile = pair.posting.assignment, pair.person.profile
    steps = [pair.checks["place"].state == "yes"]
    if assignment.work.country:
        steps.append(assignment.work.country in (*profile.regions, profile.based_in.country))
    if assignment.languages.useful or assignment.languages.everyone:
        steps.append(_speaks_more(pair))
    if assignment.kinds:
        steps.append(bool({*assignment.kinds} & {*profile.engagement.kinds}))
    return WHOLE * sum(steps) // len(steps)


def _speaks_more(pair: Pair) -> bool:
    profile, asked = pair.person.profile, pair.posting.assignment.languages
    useful = any(not one.steps for one in compare(profile, asked.useful))
    return useful or any(one.is_above for one in for_each(profile, pair.posting))
