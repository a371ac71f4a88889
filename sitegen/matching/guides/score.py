"""Points of a guide for a seeker: seven parts that add up to 100, in integers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.i18n import CEFR
from sitegen.matching.guides.compare import (
    Lived,
    Pair,
    Standing,
    is_comfortable,
    role_words,
    years_of,
)
from sitegen.models.profile import Profile, Venture
from sitegen.vocabulary import Vocabulary

# Having been through it comes before everything; somebody near it knows some of it.
PASSAGE: Mapping[Standing, int] = {"same": 28, "topic": 22, "near": 16, "any": 12}
# Off the same passage, where a seeker is in several and the guide knows only some of them.
NOT_ALL = 4
TOPICS = 17
FIRST_TOPIC = 9
# More than three topics are not for one conversation.
MOST_TOPICS = 3
# Years in the lead that differ by up to so many per cent of the longer time: so many points.
YEARS = ((20, 5), (40, 3), (60, 1))
ROLE = 4
# The guide's passage lies so many years back: near enough to remember, far enough to see it.
SINCE = ((0, 0), (7, 4), (15, 2))
OUTCOME = 3
LONGEST_WORLD, OTHER_WORLD = 4, 2
SECTOR, PROFILE_SECTOR, CLOSE_SECTOR = 9, 6, 3
COUNTRY, WORKED_IN_REGION, SAME_REGION = 6, 4, 3
LANGUAGE = {"B1": 3, "B2": 6, "C1": 8}
NATIVE = 2
TEXT = 10
# So much of a seeker's telling words, one in this many, is all that can be expected.
TEXT_FULL = 12
# The most that the parts bring which are dear to count: circumstances, sector, region, text.
DEAR = 20 + SECTOR + COUNTRY + TEXT


@dataclass(frozen=True, slots=True)
class Place:
    """What a guide knows of where the seeker is, as a code of a reason with what it cites."""

    points: int
    code: str = ""
    area: str = ""


def cheap_parts(pair: Pair) -> dict[str, int]:
    """Passage, topics and language: enough to know how far a pair can come."""
    return {"passage": _passage(pair), "topics": _topics(pair), "language": language_points(pair)}


def parts_of(pair: Pair) -> dict[str, int]:
    """Points of each part; their sum is the score."""
    return {
        **cheap_parts(pair),
        "circumstances": circumstances(pair, best_lived(pair)),
        "sectors": _sectors(pair),
        "region": place_of(pair).points,
        "text": _text(pair),
    }


def best_lived(pair: Pair) -> Lived:
    """Of what the guide completed, what is most like the seeker's case; the first of equals."""
    return max(pair.lived, key=lambda lived: circumstances(pair, lived))


def _passage(pair: Pair) -> int:
    standing = pair.lived[0].standing
    all_of_them = standing != "same" or {*pair.seeker.passages} <= {*pair.guide.passed}
    return PASSAGE[standing] - (0 if all_of_them else NOT_ALL)


def _topics(pair: Pair) -> int:
    """Half a topic where it is offered by somebody who has not been through what it is lived in.

    Where nothing is sought, the part counts as far as the passage does.
    """
    count = min(len(pair.sought), MOST_TOPICS)
    if not count:
        return TOPICS * _passage(pair) // PASSAGE["same"]
    credits = sorted((1 + pair.has_lived(topic) for topic in pair.topics), reverse=True)[:count]
    if count == 1:
        return TOPICS * sum(credits) // 2
    rest = (TOPICS - FIRST_TOPIC) * sum(credits[1:]) // (2 * (count - 1))
    return FIRST_TOPIC * sum(credits[:1]) // 2 + rest


def language_points(pair: Pair) -> int:
    """By the lower of both levels in the best language of both; more in the seeker's own."""
    if not pair.languages:
        return 0
    rank, seeker, _ = pair.languages[0]
    own = NATIVE if is_comfortable(rank) and CEFR[seeker] == "native" else 0
    return LANGUAGE[CEFR[min(rank, CEFR.index("C1"))]] + own


def circumstances(pair: Pair, lived: Lived) -> int:
    """How much the two lives are alike: years, role, what became of it, worlds, how long ago."""
    venture = lived.passed.venture
    theirs = max((_alike(pair, v, venture) for v in pair.seeker.ventures), default=0)
    return theirs + _since(pair, lived) + _worlds(pair)


def _alike(pair: Pair, mine: Venture, other: Venture | None) -> int:
    if other is None:
        return 0
    now = pair.directory.today.year
    apart = years_apart(years_of(mine, now), years_of(other, now))
    years = next((points for most, points in YEARS if apart <= most), 0)
    role = ROLE if role_words(mine) == role_words(other) else 0
    same_end = mine.outcome == other.outcome != "running"
    return (years if other.end else 0) + role + (OUTCOME if same_end else 0)


def years_apart(one: int, other: int) -> int:
    """How far two times in the lead differ, in per cent of the longer; all of it where one is 0."""
    return 100 * abs(one - other) // max(one, other) if one and other else 100


def _since(pair: Pair, lived: Lived) -> int:
    since = lived.passed.transition.since
    if since is None:
        return 0
    ago = pair.directory.today.year - since
    return next((points for most, points in SINCE if ago <= most), 0)


def _worlds(pair: Pair) -> int:
    years = {s: y or 0 for s, y in pair.seeker.about.person.profile.silos.items()}
    if not pair.silos:
        return 0
    return LONGEST_WORLD if years[pair.silos[0]] == max(years.values()) else OTHER_WORLD


def common_sectors(pair: Pair) -> tuple[str, ...]:
    """Sectors of what the seeker leads and of what the guide left."""
    venture = best_lived(pair).passed.venture
    mine = {sector for venture in pair.seeker.ventures for sector in venture.sectors}
    return tuple(s for s in venture.sectors if s in mine) if venture else ()


def _sectors(pair: Pair) -> int:
    if common_sectors(pair):
        return SECTOR
    if pair.sectors:
        return PROFILE_SECTOR
    return CLOSE_SECTOR if pair.close_sectors else 0


def place_of(pair: Pair) -> Place:
    """The nearest that a guide has been to where the seeker lives."""
    return max(_places(pair), key=lambda place: place.points, default=Place(0))


def _places(pair: Pair) -> Iterator[Place]:
    home, profile = pair.seeker.about.person.profile.based_in, pair.guide.about.person.profile
    if home.country:
        yield from _in_country(home.country, profile, pair.terms.vocabulary)
    elif home.region in (profile.based_in.region, *profile.regions):
        yield Place(WORKED_IN_REGION, "guide-region", home.region or "")


def _in_country(country: str, profile: Profile, vocabulary: Vocabulary) -> Iterator[Place]:
    """Whether the guide lives there, worked there, or did either in a region that holds it."""
    if profile.based_in.country == country:
        yield Place(COUNTRY, "guide-home", country)
    if country in profile.regions:
        yield Place(COUNTRY, "guide-country", country)
    for area in profile.regions:
        if area in vocabulary.regions and country in vocabulary.countries_in(area):
            yield Place(WORKED_IN_REGION, "guide-region", area)
    for region in vocabulary.regions_of_country.get(country, ())[:1]:
        if profile.based_in.country in vocabulary.countries_in(region):
            yield Place(SAME_REGION, "guide-neighbour", region)


def _text(pair: Pair) -> int:
    asked = pair.seeker.about.words
    shared = len(asked & pair.guide.about.words)
    return min(TEXT, TEXT * TEXT_FULL * shared // len(asked)) if asked else 0
