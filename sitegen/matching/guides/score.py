"""Points of a guide for a seeker: seven parts that add up to 100, in integers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.i18n import CEFR
from sitegen.matching.guides.compare import Lived, Pair, is_comfortable
from sitegen.matching.guides.features import Guide, Lead, Seeker
from sitegen.matching.guides.points import (
    CLOSE_SECTOR,
    COMFORT,
    COUNTRY,
    FIRST_TOPIC,
    LANGUAGE,
    LONGEST_WORLD,
    MOST_TOPICS,
    NATIVE,
    NOT_ALL,
    OTHER_WORLD,
    OUTCOME,
    PASSAGE,
    PROFILE_SECTOR,
    ROLE,
    SAME_REGION,
    SECTOR,
    SINCE,
    TEXT,
    TEXT_FULL,
    TOPICS,
    WORKED_IN_REGION,
    YEARS,
)
from sitegen.matching.guides.texts import Texts


@dataclass(frozen=True, slots=True)
class Place:
    """What a guide knows of where the seeker is, as a code of a reason with what it cites."""

    points: int
    code: str = ""
    area: str = ""


def first_parts(pair: Pair) -> dict[str, int]:
    """Passage, topics and language, quick to count; empty where one of them rules the pair out."""
    passage, language = _passage(pair.seeker, pair.guide), _language(pair.seeker, pair.guide)
    passage = passage or (PASSAGE["any"] if pair.lived else 0)
    if not (passage and language):
        return {}
    # Who has been next door only, and talks of nothing that is sought, has nothing to tell.
    if passage == PASSAGE["near"] and pair.seeker.topics and not pair.topics:
        return {}
    return {"passage": passage, "topics": _topics(pair, passage), "language": language}


def more_parts(pair: Pair) -> dict[str, int]:
    """What is alike in the two lives, and where."""
    lived = best_lived(pair)
    return {
        "circumstances": circumstances(pair, lived),
        "sectors": _sectors(pair, lived),
        "region": place_of(pair).points,
    }


def text_part(pair: Pair, texts: Texts) -> dict[str, int]:
    """Words in common, against those of the seeker that tell."""
    asked = texts.telling(pair.seeker.person)
    if not asked:
        return {"text": 0}
    shared = len(asked.intersection(texts.words(pair.guide.person)))
    return {"text": min(TEXT, TEXT * TEXT_FULL * shared // len(asked))}


def best_lived(pair: Pair) -> Lived:
    """Of what the guide completed, what is most like the seeker's case; the first of equals."""
    found = pair.lived
    if len(found) == 1:
        return found[0]
    return max(found, key=lambda lived: circumstances(pair, lived))


def _passage(seeker: Seeker, guide: Guide) -> int:
    """Points of the nearest passage that the seeker's own or their topics name."""
    standings = seeker.standings
    most = max((PASSAGE[standings[p][0]] for p in guide.passed if p in standings), default=0)
    if most == PASSAGE["same"] and any(p not in guide.passed for p in seeker.passages):
        return most - NOT_ALL
    return most


def _topics(pair: Pair, passage: int) -> int:
    """Half a topic where it is offered by somebody who has not been through what it is lived in.

    Where nothing is sought, the part counts as far as the passage does.
    """
    sought, known = pair.seeker.sought, pair.guide.credits
    count = min(len(sought), MOST_TOPICS)
    if not count:
        return TOPICS * passage // PASSAGE["same"]
    found = sorted((known[topic] for topic in sought if topic in known), reverse=True)[:count]
    if count == 1:
        return TOPICS * sum(found) // 2
    rest = (TOPICS - FIRST_TOPIC) * sum(found[1:]) // (2 * (count - 1))
    return FIRST_TOPIC * sum(found[:1]) // 2 + rest


def _language(seeker: Seeker, guide: Guide) -> int:
    """By the lower of both levels in the best language of both; more in the seeker's own."""
    best, own = 0, 0
    for tag, language, level in guide.spoken:
        # A variety is understood by who speaks the language, and the other way round.
        rank = max(seeker.spoken.get(language, 0), seeker.hears.get(tag, 0))
        best, own = max((best, own), (min(rank, level), rank))
    if not best:
        return 0
    native = NATIVE if is_comfortable(best) and CEFR[own] == "native" else 0
    return LANGUAGE[min(best, COMFORT)] + native


def circumstances(pair: Pair, lived: Lived) -> int:
    """How much the two lives are alike: years, role, what became of it, worlds, how long ago."""
    other = lived.passed.lead
    alike = max((_alike(lead, other) for lead in pair.seeker.leads), default=0) if other else 0
    return alike + _since(lived.passed.ago) + _worlds(pair.seeker, pair.guide)


def _alike(mine: Lead, other: Lead) -> int:
    apart = years_apart(mine.years, other.years)
    years = next((points for most, points in YEARS if apart <= most), 0)
    role = ROLE if mine.role == other.role else 0
    same_end = mine.venture.outcome == other.venture.outcome != "running"
    return years + role + (OUTCOME if same_end else 0)


def years_apart(one: int, other: int) -> int:
    """How far two times in the lead differ, in per cent of the longer; all of it where one is 0."""
    return 100 * abs(one - other) // max(one, other) if one and other else 100


def _since(ago: int | None) -> int:
    return 0 if ago is None else next((points for most, points in SINCE if ago <= most), 0)


def _worlds(seeker: Seeker, guide: Guide) -> int:
    for silo in seeker.worlds:
        if silo in guide.worlds:
            return LONGEST_WORLD if silo == seeker.worlds[0] else OTHER_WORLD
    return 0


def common_sectors(pair: Pair, lived: Lived) -> tuple[str, ...]:
    """Sectors of what the seeker leads and of what the guide left."""
    left = lived.passed.lead
    mine = {sector for lead in pair.seeker.leads for sector in lead.venture.sectors}
    return tuple(sector for sector in left.venture.sectors if sector in mine) if left else ()


def _sectors(pair: Pair, lived: Lived) -> int:
    if common_sectors(pair, lived):
        return SECTOR
    if not pair.seeker.sectors.isdisjoint(pair.guide.sectors):
        return PROFILE_SECTOR
    return 0 if pair.seeker.close.isdisjoint(pair.guide.sectors) else CLOSE_SECTOR


def place_of(pair: Pair) -> Place:
    """The nearest that a guide has been to where the seeker lives."""
    return next(_places(pair), Place(0))


def _places(pair: Pair) -> Iterator[Place]:
    """The nearest first."""
    home, guide = pair.seeker.person.profile.based_in, pair.guide
    there, vocabulary = guide.person.profile.based_in, pair.terms.vocabulary
    if home.country is None:
        if home.region and home.region in (there.region, *guide.person.profile.regions):
            yield Place(WORKED_IN_REGION, "guide-region", home.region)
        return
    if there.country == home.country:
        yield Place(COUNTRY, "guide-home", home.country)
    if home.country in guide.countries:
        yield Place(COUNTRY, "guide-country", home.country)
    if home.country in guide.reach:
        areas = (a for a in guide.person.profile.regions if a in vocabulary.regions)
        known = next(a for a in areas if home.country in vocabulary.countries_in(a))
        yield Place(WORKED_IN_REGION, "guide-region", known)
    if there.country in pair.seeker.neighbours:
        region = pair.terms.home_region(home.country)
        yield Place(SAME_REGION, "guide-neighbour", region or "")
