"""Entries → the directory: references resolved, states derived.

Derived, never typed: freshness, closed, the track record, days already taken, confirmed levels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sitegen.directory import (
    Article,
    Confirmation,
    Directory,
    Mark,
    Person,
    Posting,
    Record,
    Taken,
    freshness,
    months_later,
)
from sitegen.errors import Problem
from sitegen.memo import ONCE, MadeFrom, Memo
from sitegen.models import Assignment, Profile, VettingMark
from sitegen.references import reference_problems
from sitegen.validate import Entries, Entry
from sitegen.vocabulary import Vocabulary


def relate(entries: Entries, today: date, memo: Memo = ONCE) -> tuple[Directory, list[Problem]]:
    """Resolve references and derive states. Problems come back with what could be related."""
    found = entries.collections
    postings = {
        slug: _posting(entry, today)
        for slug, entry in found["assignments"].items()
        if entry.model.status != "draft"
    }
    named, translated = _by_member(postings.values()), _by_profile(entries.translations)
    people = _people(entries, named, translated, today, memo)
    articles = {
        name: {s: Article(s, entry.model, entry.source.body) for s, entry in found[name].items()}
        for name in ("pages", "stories", "news", "help-wanted")
    }
    directory = Directory(today, entries.site, entries.vocabulary, people, postings, articles)
    return directory, list(reference_problems(entries, today, memo))


def _posting(entry: Entry, today: date) -> Posting:
    assignment: Assignment = entry.model
    closed = assignment.deadline is not None and assignment.deadline < today
    is_open = assignment.status == "open" and not closed
    return Posting(entry.slug, assignment, entry.source.body, is_open, closed)


def _by_member(postings: Iterable[Posting]) -> dict[str, list[Posting]]:
    """The postings whose teams name a person, by slug; the earliest start first."""
    found: dict[str, list[Posting]] = {}
    for posting in sorted(postings, key=lambda p: p.assignment.starts or p.assignment.posted):
        for slug in {member.profile for member in posting.assignment.members if member.profile}:
            found.setdefault(slug, []).append(posting)
    return found


def _by_profile(
    translations: Mapping[tuple[str, str], Entry],
) -> dict[str, dict[str, tuple[str, str]]]:
    """Headline and text of each profile in other languages, by slug and language."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for (slug, locale), text in sorted(translations.items()):
        found.setdefault(slug, {})[locale] = (text.model.headline, text.source.body)
    return found


def _people(
    entries: Entries,
    named: Mapping[str, Sequence[Posting]],
    translated: Mapping[str, Mapping[str, tuple[str, str]]],
    today: date,
    memo: Memo,
) -> dict[str, Person]:
    """Everybody by slug; of whom nothing has changed, the very same as before."""
    profiles, marks = entries.collections["profiles"], entries.collections["vetting"]
    common = entries.site, entries.vocabulary, today.isoformat()

    def made_from(slug: str) -> MadeFrom:
        vetting, others = marks.get(slug), translated.get(slug, {})
        said = (text for locale in others for text in (locale, *others[locale]))
        entry, photo = profiles[slug], entries.photos.get(slug)
        return (
            *common,
            entry.model,
            entry.source,
            vetting and vetting.model,
            photo,
            *named.get(slug, ()),
            *said,
        )

    def make(places: Iterable[int]) -> Iterator[Person]:
        for slug in (slugs[place] for place in places):
            others = translated.get(slug, {})
            yield _person(profiles[slug], entries, named.get(slug, ()), others, today)

    slugs = [*profiles]
    found = memo.each([(("person", slug), made_from(slug)) for slug in slugs], make)
    return dict(zip(slugs, found, strict=True))


def _person(
    entry: Entry,
    entries: Entries,
    named: Iterable[Posting],
    translations: Mapping[str, tuple[str, str]],
    today: date,
) -> Person:
    profile: Profile = entry.model
    vetting = entries.collections["vetting"].get(entry.slug)
    found = sorted(vetting.model.marks if vetting else (), key=lambda m: (m.on, m.label))
    # A mark of a day to come says nothing yet.
    marks = tuple(_mark(mark, entries.vocabulary, today) for mark in found if mark.on <= today)
    return Person(
        entry.slug,
        profile,
        entry.source.body,
        freshness(profile.confirmed.on, today, entries.site),
        marks,
        _confirmed(marks),
        tuple(_records(entry.slug, named)),
        tuple(_taken(entry.slug, named, entries.vocabulary)),
        translations,
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
