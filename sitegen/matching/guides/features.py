"""What is compared of a seeker and of a guide, read once for all pairs: only what they wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Person
from sitegen.i18n import CEFR
from sitegen.matching.guides.terms import Standing, Terms
from sitegen.matching.worlds import silos_known
from sitegen.models.profile import Transition, Venture
from sitegen.terms import fold_words

ENOUGH = CEFR.index("B1")


@dataclass(frozen=True, slots=True)
class Lead:
    """A venture with the years in its lead, 0 where the file does not say when it ended."""

    venture: Venture
    years: int
    role: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passed:
    """A completed passage, the venture it names where the file tells of it, the years since."""

    transition: Transition
    lead: Lead | None
    ago: int | None


@dataclass(frozen=True, slots=True)
class Guide:
    """Somebody who has been through it and offers to talk.

    `privately` stays empty where the result is for the public. `room` is how many more there is
    place for, at least one. `credits`: 2 for a topic whose passage they completed, 1 for others.
    """

    person: Person
    room: int
    passed: Mapping[str, tuple[Passed, ...]]
    offers: frozenset[str]
    privately: frozenset[str]
    credits: Mapping[str, int]
    spoken: tuple[tuple[str, str, int], ...]
    worlds: frozenset[str]
    sectors: frozenset[str]
    countries: frozenset[str]
    reach: frozenset[str]

    @property
    def slug(self) -> str:
        """Who it is."""
        return self.person.slug


@dataclass(frozen=True, slots=True)
class Seeker:
    """Somebody who seeks: the passages they are in or prepare, the topics, what they lead.

    `met` are the guides who were asked for them before, whatever came of it. `standings` says for
    each passage why it counts, and to which of theirs it is near. `hears` are ranks by tag, with
    the bare language of a variety; `worlds` have the longest first.
    """

    person: Person
    passages: tuple[str, ...]
    topics: frozenset[str]
    sought: frozenset[str]
    standings: Mapping[str, tuple[Standing, str]]
    leads: tuple[Lead, ...]
    met: frozenset[str]
    spoken: Mapping[str, int]
    hears: Mapping[str, int]
    worlds: tuple[str, ...]
    sectors: frozenset[str]
    close: frozenset[str]
    neighbours: frozenset[str]

    @property
    def slug(self) -> str:
        """Who it is."""
        return self.person.slug


def guide_of(person: Person, room: int, terms: Terms, year: int, *, private: bool) -> Guide:
    """A guide as matching sees them in a year."""
    profile, guidance = person.profile, person.profile.guidance
    passed: dict[str, tuple[Passed, ...]] = {}
    for transition in profile.transitions:
        if transition.state == "through-it":
            venture = venture_of(person, transition)
            lead = _lead(venture, 0) if venture else None
            ago = None if transition.since is None else year - transition.since
            before = passed.get(transition.passage, ())
            passed[transition.passage] = (*before, Passed(transition, lead, ago))
    offers = frozenset(guidance.offers)
    privately = frozenset(guidance.privately) - offers if private else frozenset()
    regions = [area for area in profile.regions if area in terms.vocabulary.regions]
    return Guide(
        person,
        room,
        passed,
        offers,
        privately,
        {topic: 1 + terms.is_lived(topic, passed) for topic in offers | privately},
        tuple((tag, bare(tag), rank) for tag, rank in _spoken(person).items()),
        frozenset(_worlds(person)),
        frozenset(profile.sectors),
        frozenset(profile.regions) - {*regions},
        frozenset(c for area in regions for c in terms.vocabulary.countries_in(area)),
    )


def seeker_of(
    person: Person, terms: Terms, year: int, met: Iterable[str], *, private: bool
) -> Seeker:
    """A seeker as matching sees them in a year; what is prepared counts in private only."""
    profile = person.profile
    states = ("in-it", "preparing") if private else ("in-it",)
    now = [t for t in profile.transitions if t.state in states]
    named = [venture_of(person, transition) for transition in now]
    leading = [v for v in profile.ventures if v.outcome == "running" and v.end is None]
    leads = [venture for venture in named if venture] or leading
    passages = tuple(dict.fromkeys(t.passage for t in now))
    topics, spoken = frozenset(profile.guidance.seeks), _spoken(person)
    bares = {bare(tag): rank for tag, rank in sorted(spoken.items(), key=lambda one: one[1])}
    return Seeker(
        person,
        passages,
        topics,
        topics or terms.topics_of(passages),
        terms.standings(passages, topics),
        tuple(_lead(venture, year) for venture in leads),
        frozenset(met),
        spoken,
        bares | spoken,
        tuple(_worlds(person)),
        frozenset(profile.sectors),
        terms.close_sectors(profile.sectors),
        terms.neighbours(profile.based_in.country),
    )


def venture_of(person: Person, transition: Transition) -> Venture | None:
    """The venture that a passage names; None where no venture of that name is told of."""
    named = fold_words(transition.venture or "")
    found = (v for v in person.profile.ventures if named and fold_words(v.name) == named)
    return next(found, None)


def bare(tag: str) -> str:
    """`pt-BR` → `pt`."""
    return tag.split("-")[0]


def _lead(venture: Venture, now: int) -> Lead:
    """`now` ends what has no end; 0 leaves its years unknown."""
    years = (venture.end or now) - venture.start
    return Lead(venture, max(0, years), frozenset(fold_words(venture.role).split()) - {"and"})


def _spoken(person: Person) -> dict[str, int]:
    """Languages from B1 on."""
    ranks = {tag: CEFR.index(level) for tag, level in person.profile.languages.items()}
    return {tag: rank for tag, rank in ranks.items() if rank >= ENOUGH}


def _worlds(person: Person) -> list[str]:
    """Worlds of two years at least, the longest first."""
    years = person.profile.silos
    return sorted(silos_known(person), key=lambda silo: -(years[silo] or 0))
