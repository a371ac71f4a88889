"""The frozen whole: every person and posting, with references resolved and states derived.

Derived, never typed: freshness, closed, the track record, days already taken, confirmed levels.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar

from sitegen.memo import Alike
from sitegen.models import Assignment, HelpWanted, News, Page, Profile, Site, Story, VettingMark
from sitegen.read import Photo
from sitegen.terms import fold_words
from sitegen.vocabulary import Vocabulary

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Mark:
    """A vetting mark with its state on the day of the build."""

    mark: VettingMark
    until: date
    expired: bool


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A level of a skill that a live mark confirms."""

    level: int
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Record:
    """A finished or running assignment that names the person, with the skills it confirmed."""

    slug: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """Days a month that a staffed assignment takes, from `start` to before `end`."""

    start: date
    end: date
    days: int


@dataclass(frozen=True, slots=True)
class Person(Alike):
    """A profile and everything derived about it."""

    slug: str
    profile: Profile
    body: str
    freshness: str
    marks: tuple[Mark, ...] = ()
    confirmed: Mapping[str, Confirmation] = field(default_factory=dict)
    record: tuple[Record, ...] = ()
    taken: tuple[Taken, ...] = ()
    translations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    photo: Photo | None = None
    # With the vocabulary by which it follows. Whoever gets a copy works it out again.
    _followed: dict[Hashable, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, name: Hashable, vocabulary: Vocabulary, make: Callable[[], Value]) -> Value:
        """What follows from the person and a vocabulary alone: worked out when first asked for."""
        known = self._followed
        if known.get(Vocabulary) is not vocabulary:
            known.clear()
            known[Vocabulary] = vocabulary
        if name not in known:
            known[name] = make()
        found: Value = known[name]
        return found

    def __getstate__(self) -> tuple[object, ...]:
        return _stated(self)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(_STATED, state, strict=True):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_followed", {})

    @property
    def is_listed(self) -> bool:
        """Whether lists, search, feeds and the sitemap know the person."""
        return self.profile.listed

    @property
    def is_matched(self) -> bool:
        """Whether the person takes part in matching at all."""
        return (
            self.profile.listed
            and self.profile.matched
            and self.profile.availability.status != "paused"
            and self.freshness != "dormant"
        )

    def level(self, skill: str) -> int:
        """The level that counts: confirmed by a live mark, else claimed, else 0."""
        if skill in self.confirmed:
            return self.confirmed[skill].level
        return next((c.level for c in self.profile.skills if c.skill == skill), 0)


_STATED = tuple(one.name for one in fields(Person) if one.init)
_stated = attrgetter(*_STATED)


@dataclass(frozen=True, slots=True)
class Posting(Alike):
    """An assignment and its state on the day of the build."""

    slug: str
    assignment: Assignment
    body: str
    is_open: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A page of running text: a fixed page, a story, news, a task."""

    slug: str
    model: Page | Story | News | HelpWanted
    body: str


class Each(dict[str, Value]):
    """Values by slug, each worked out when it is first asked for."""

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, slug: str) -> Value:
        self[slug] = found = self._make(slug)
        return found


@dataclass(frozen=True)
class Directory:
    """Everything that is published, on one day."""

    today: date
    site: Site
    vocabulary: Vocabulary
    people: Mapping[str, Person]
    postings: Mapping[str, Posting]
    articles: Mapping[str, Mapping[str, Article]]

    def once(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """What follows from all of this alone: worked out when it is first asked for by its name.

        Whoever gets a copy works it out again.
        """
        if name not in self._followed:
            self._followed[name] = make()
        found: Value = self._followed[name]
        return found

    def each(self, kind: str, make: Callable[[str], Value]) -> Mapping[str, Value]:
        """What follows from single people or assignments, by slug; worked out when asked for.

        `kind` is a name for such values, for whoever notes what is read. None is worked out of
        others of its sort.
        """
        return Each(make)

    def __getstate__(self) -> Mapping[str, object]:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @cached_property
    def _followed(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def listed(self) -> tuple[Person, ...]:
        """People whom lists show, by name; the dormant sink to the end."""
        people = (person for person in self.people.values() if person.is_listed)
        return tuple(sorted(people, key=lambda p: (p.freshness == "dormant", sort_key(p))))

    @cached_property
    def guides(self) -> tuple[Person, ...]:
        """Listed people who offer guidance and are there to give it."""
        return tuple(
            person
            for person in self.listed
            if (person.profile.guidance.offers or person.profile.guidance.privately)
            and not person.profile.guidance.paused
            and person.freshness != "dormant"
        )

    @cached_property
    def open_postings(self) -> tuple[Posting, ...]:
        """Open assignments, the nearest deadline first."""
        found = (posting for posting in self.postings.values() if posting.is_open)
        return tuple(sorted(found, key=lambda p: (p.assignment.deadline or date.max, p.slug)))


def sort_key(person: Person) -> tuple[str, str]:
    """Names folded, so that Óscar stands with O; the slug decides between equals."""
    profile = person.profile
    return fold_words(profile.sort_name or profile.name), person.slug


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def freshness(confirmed: date, today: date, site: Site) -> str:
    """`fresh`, `ageing` or `dormant`, by the months since the last "still true"."""
    confirmed, limits = min(confirmed, today), site.thresholds
    if today > months_later(confirmed, limits.dormant_months):
        return "dormant"
    return "ageing" if today > months_later(confirmed, limits.ageing_months) else "fresh"
