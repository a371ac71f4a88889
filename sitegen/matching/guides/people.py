"""Seekers and guides with what is compared of them, read once: only what they wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sitegen.directory import Directory, Person
from sitegen.i18n import CEFR
from sitegen.markup import plain
from sitegen.matching.organisations import Party, party
from sitegen.matching.pool import COMMON, words_of
from sitegen.models.fields import Organisation
from sitegen.models.log import Introduction, Log
from sitegen.models.profile import Transition, Venture
from sitegen.overlay import PrivateFacts
from sitegen.terms import fold_words

ENOUGH = CEFR.index("B1")
# A guide who does not say how many gets one, and the coordinator a question.
UNSTATED_CAPACITY = 1
UNDER_WAY = ("asked", "agreed")
# Over so many people is counted which words are common, chosen by hash: more would say the same.
CORPUS = 1000
# However few people there are, a word of two of them still tells something.
FEWEST_COMMON = 2


@dataclass(frozen=True, slots=True)
class Passed:
    """A passage with the venture it names, where that is one of the person's own."""

    transition: Transition
    venture: Venture | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared on both sides. `spoken` holds the languages from B1 on, as ranks."""

    person: Person
    spoken: Mapping[str, int]
    sectors: frozenset[str]
    ties: tuple[tuple[str, Party], ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Guide:
    """Somebody who has been through it and offers to talk.

    `privately` stays empty where the result is for the public. `room` is how many more there is
    place for, at least one.
    """

    about: Known
    passed: Mapping[str, tuple[Passed, ...]]
    offers: frozenset[str]
    privately: frozenset[str]
    room: int

    @property
    def slug(self) -> str:
        """Who it is."""
        return self.about.person.slug


@dataclass(frozen=True, slots=True)
class Seeker:
    """Somebody who seeks: the passages they are in or prepare, the topics, what they lead.

    `met` are the guides who were asked for them before, whatever came of it.
    """

    about: Known
    passages: tuple[str, ...]
    topics: frozenset[str]
    ventures: tuple[Venture, ...]
    met: frozenset[str]

    @property
    def slug(self) -> str:
        """Who it is."""
        return self.about.person.slug


@dataclass(frozen=True, slots=True)
class Both:
    """Everybody on the two sides, by slug."""

    seekers: tuple[Seeker, ...]
    guides: tuple[Guide, ...]


def both_sides(
    directory: Directory, facts: Mapping[str, PrivateFacts], log: Log, *, private: bool
) -> Both:
    """Who seeks and who guides. Not `private`: only what both chose to make public counts."""
    people = [person for _, person in sorted(directory.people.items())]
    seeking = [p for p in people if (_seeks(p) if private else _seeks_in_public(p))]
    rows = tuple(row for row in log.introductions if row.purpose is not None)
    busy = Counter(row.profile for row in rows if row.state in UNDER_WAY)
    guiding = [(p, _room(p, facts.get(p.slug), busy[p.slug])) for p in people if p.is_matched]
    guiding = [(p, room) for p, room in guiding if room > 0 and _guides(p, private=private)]
    if not seeking:
        return Both((), ())
    known = _known_of({p.slug: p for p in (*seeking, *(p for p, _ in guiding))}, directory)
    return Both(
        tuple(_seeker(known[p.slug], rows, private=private) for p in seeking),
        tuple(_guide(known[p.slug], room, private=private) for p, room in guiding),
    )


def _seeks(person: Person) -> bool:
    states = (transition.state for transition in person.profile.transitions)
    return bool(person.profile.guidance.seeks) or "preparing" in states


def _seeks_in_public(person: Person) -> bool:
    profile = person.profile
    chosen = profile.guidance.seeks and profile.guidance.seeking_in_public
    return bool(chosen) and profile.listed and profile.matched and person.freshness != "dormant"


def _guides(person: Person, *, private: bool) -> bool:
    guidance = person.profile.guidance
    offered = guidance.offers or (private and guidance.privately)
    lived = any(t.state == "through-it" for t in person.profile.transitions)
    return bool(offered) and not guidance.paused and lived


def _room(person: Person, facts: PrivateFacts | None, busy: int) -> int:
    """Places a guide has left: what they offer less their real load and whom they are asked for."""
    stated = person.profile.guidance.capacity
    load = (facts.guidance_load or 0) if facts else 0
    return (UNSTATED_CAPACITY if stated is None else stated) - load - busy


def _known_of(people: Mapping[str, Person], directory: Directory) -> dict[str, Known]:
    words = {slug: _words(person, directory) for slug, person in people.items()}
    common = _common_words(words, directory)
    return {
        slug: Known(
            person,
            {tag: CEFR.index(level) for tag, level in _enough(person)},
            frozenset(person.profile.sectors),
            tuple((one.name, party(one.name, one.url)) for one in _ties(person)),
            words[slug] - common,
        )
        for slug, person in people.items()
    }


def _common_words(words: Mapping[str, frozenset[str]], directory: Directory) -> frozenset[str]:
    """Words that more than an eighth of the people use: the same whoever seeks."""
    taking_part = [slug for slug, person in directory.people.items() if person.is_matched]
    corpus = sorted(taking_part, key=lambda slug: sha256(slug.encode()).hexdigest())[:CORPUS]
    used = Counter(
        word
        for slug in corpus
        for word in words.get(slug) or _words(directory.people[slug], directory)
    )
    most = max(FEWEST_COMMON, len(corpus) // COMMON)
    return frozenset(word for word, count in used.items() if count > most)


def _enough(person: Person) -> Iterator[tuple[str, str]]:
    return (
        (tag, level)
        for tag, level in person.profile.languages.items()
        if CEFR.index(level) >= ENOUGH
    )


def _ties(person: Person) -> Iterator[Organisation | Venture]:
    yield from person.profile.ventures
    yield from person.profile.interests


def _words(person: Person, directory: Directory) -> frozenset[str]:
    """The words of everything that tells of a life: text, ventures, what they wish, stories."""
    profile = person.profile
    stories = directory.articles.get("stories", {})
    told = (stories.get(t.story) for t in profile.transitions if t.story)
    return words_of(
        [
            plain(person.body),
            profile.headline,
            profile.guidance.wish_i_had_known or "",
            *profile.in_my_words,
            *(venture.summary or "" for venture in profile.ventures),
            *(plain(story.body) for story in told if story),
        ]
    )


def _guide(known: Known, room: int, *, private: bool) -> Guide:
    guidance = known.person.profile.guidance
    passed: dict[str, list[Passed]] = {}
    for transition in known.person.profile.transitions:
        if transition.state == "through-it":
            found = Passed(transition, venture_of(known.person, transition))
            passed.setdefault(transition.passage, []).append(found)
    return Guide(
        known,
        {passage: tuple(found) for passage, found in passed.items()},
        frozenset(guidance.offers),
        frozenset(guidance.privately) - {*guidance.offers} if private else frozenset(),
        room,
    )


def _seeker(known: Known, rows: Iterable[Introduction], *, private: bool) -> Seeker:
    profile = known.person.profile
    states = ("in-it", "preparing") if private else ("in-it",)
    now = [t for t in profile.transitions if t.state in states]
    named = [venture_of(known.person, transition) for transition in now]
    leading = [v for v in profile.ventures if v.outcome == "running" and v.end is None]
    names = (known.person.slug, fold_words(profile.name))
    return Seeker(
        known,
        tuple(dict.fromkeys(t.passage for t in now)),
        frozenset(profile.guidance.seeks),
        tuple(venture for venture in named if venture) or tuple(leading),
        frozenset(row.profile for row in rows if _names(row.seeker or "", names)),
    )


def _names(written: str, names: tuple[str, str]) -> bool:
    """Whether a log means somebody, by slug or by name."""
    return written == names[0] or fold_words(written) == names[1]


def venture_of(person: Person, transition: Transition) -> Venture | None:
    """The venture that a passage names; None where no venture of that name is told of."""
    named = fold_words(transition.venture or "")
    found = (v for v in person.profile.ventures if named and fold_words(v.name) == named)
    return next(found, None)
