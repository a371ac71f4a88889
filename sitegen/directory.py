"""The frozen whole: every person and posting, with references resolved and states derived.

Derived, never typed: freshness, closed, the track record, days already taken, confirmed levels.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sitegen.errors import Problem
from sitegen.memo import Alike
from sitegen.models import Assignment, HelpWanted, News, Page, Profile, Site, Story, VettingMark
from sitegen.read import Photo
from sitegen.references import reference_problems
from sitegen.terms import fold_words
from sitegen.validate import Entries, Entry
from sitegen.vocabulary import Vocabulary


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


@dataclass(frozen=True)
class Directory:
    """Everything that is published, on one day."""

    today: date
    site: Site
    vocabulary: Vocabulary
    people: Mapping[str, Person]
    postings: Mapping[str, Posting]
    articles: Mapping[str, Mapping[str, Article]]

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


def relate(entries: Entries, today: date) -> tuple[Directory, list[Problem]]:
    """Resolve references and derive states. Problems come back with what could be related."""
    found = entries.collections
    postings = {
        slug: _posting(entry, today)
        for slug, entry in found["assignments"].items()
        if entry.model.status != "draft"
    }
    people = {
        slug: _person(entry, entries, postings.values(), today)
        for slug, entry in found["profiles"].items()
    }
    articles = {
        name: {s: Article(s, entry.model, entry.source.body) for s, entry in found[name].items()}
        for name in ("pages", "stories", "news", "help-wanted")
    }
    directory = Directory(today, entries.site, entries.vocabulary, people, postings, articles)
    return directory, list(reference_problems(entries, today))


def _posting(entry: Entry, today: date) -> Posting:
    assignment: Assignment = entry.model
    closed = assignment.deadline is not None and assignment.deadline < today
    is_open = assignment.status == "open" and not closed
    return Posting(entry.slug, assignment, entry.source.body, is_open, closed)


def _person(entry: Entry, entries: Entries, postings: Iterable[Posting], today: date) -> Person:
    profile: Profile = entry.model
    vetting = entries.collections["vetting"].get(entry.slug)
    found = sorted(vetting.model.marks if vetting else (), key=lambda m: (m.on, m.label))
    # A mark of a day to come says nothing yet.
    marks = tuple(_mark(mark, entries.vocabulary, today) for mark in found if mark.on <= today)
    named = [p for p in postings if any(m.profile == entry.slug for m in p.assignment.members)]
    named.sort(key=lambda posting: posting.assignment.starts or posting.assignment.posted)
    return Person(
        entry.slug,
        profile,
        entry.source.body,
        freshness(profile.confirmed.on, today, entries.site),
        marks,
        _confirmed(marks),
        tuple(_records(entry.slug, named)),
        tuple(_taken(entry.slug, named, entries.vocabulary)),
        {
            locale: (text.model.headline, text.source.body)
            for (slug, locale), text in sorted(entries.translations.items())
            if slug == entry.slug
        },
        entries.photos.get(entry.slug),
    )


def _mark(mark: VettingMark, vocabulary: Vocabulary, today: date) -> Mark:
    """Holds as long as it says, else as long as its label does."""
    until = mark.until or months_later(mark.on, vocabulary.labels[mark.label].valid_months)
    return Mark(mark, until, until < today)


def _confirmed(marks: Iterable[Mark]) -> dict[str, Confirmation]:
    """The latest live confirmation of each skill."""
    return {
        skill.skill: Confirmation(skill.level, mark.mark.by.name, mark.mark.on)
        for mark in marks
        if not mark.expired
        for skill in mark.mark.skills
    }


def _records(slug: str, postings: Iterable[Posting]) -> Iterator[Record]:
    for posting in postings:
        outcome = posting.assignment.outcome
        yield Record(posting.slug, outcome.skills.get(slug, ()) if outcome else ())


def _taken(slug: str, postings: Iterable[Posting], vocabulary: Vocabulary) -> Iterator[Taken]:
    """What staffed work takes of who is in its team: a peer reviewer reads it from outside."""
    outside = {role.id for role in vocabulary.method.roles if role.outside}
    for posting in postings:
        found = posting.assignment
        works = any(m.profile == slug and m.role not in outside for m in found.members)
        days, starts = found.work.days_per_month, found.starts
        if found.status == "staffed" and works and starts and days:
            yield Taken(starts, months_later(starts, found.work.months or 1), days)
