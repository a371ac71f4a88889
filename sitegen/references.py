"""References across files: what is named must exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.duplicates import duplicate_problems
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Source
from sitegen.memo import ONCE, Memo
from sitegen.terms import fold_words
from sitegen.validate import Entries, Entry


def reference_problems(entries: Entries, today: date, memo: Memo = ONCE) -> Iterator[Problem]:
    """What is named and does not exist, names too near each other, days still to come."""
    yield from _vetting(entries)
    yield from _members(entries)
    yield from _stories(entries)
    yield from _companions(entries)
    yield from duplicate_problems(entries.collections["profiles"], memo)
    yield from _days_to_come(entries, today)


def _vetting(entries: Entries) -> Iterator[Problem]:
    for slug, entry in entries.collections["vetting"].items():
        profile = entries.collections["profiles"].get(slug)
        if profile is None and slug not in entries.invalid["profiles"]:
            yield Problem(entry.source.path, Place(1, 1), "P074", {"value": slug})
        for index, mark in enumerate(entry.model.marks):
            if profile and fold_words(mark.by.name) == fold_words(profile.model.name):
                yield Problem(entry.source.path, entry.source.place(("marks", index, "by")), "P073")


def _members(entries: Entries) -> Iterator[Problem]:
    for entry in entries.collections["assignments"].values():
        for index, member in enumerate(entry.model.members):
            if member.profile is None:
                continue
            loc: Loc = ("members", index, "profile")
            yield from _missing(entries, "profiles", member.profile, entry.source, loc)


def _stories(entries: Entries) -> Iterator[Problem]:
    for entry in entries.collections["profiles"].values():
        for index, transition in enumerate(entry.model.transitions):
            if transition.story:
                loc: Loc = ("transitions", index, "story")
                yield from _missing(entries, "stories", transition.story, entry.source, loc)
    for entry in entries.collections["stories"].values():
        if entry.model.by:
            yield from _missing(entries, "profiles", entry.model.by, entry.source, ("by",))


def _companions(entries: Entries) -> Iterator[Problem]:
    """Photos and translations belong to a profile."""
    known = {*entries.collections["profiles"], *entries.invalid["profiles"]}
    for slug, photo in entries.photos.items():
        if slug not in known:
            yield Problem(photo.path, Place(1, 1), "P056", {"example": "amina-diallo.jpg"})
    for (slug, _), entry in entries.translations.items():
        yield from _missing(entries, "profiles", slug, entry.source, ())


KINDS = {"profiles": "profile", "stories": "story"}


def _missing(
    entries: Entries, collection: str, slug: str, source: Source, loc: Loc
) -> Iterator[Problem]:
    """A reference to nothing; one to a file that has problems of its own is not blamed."""
    if slug not in entries.collections[collection] and slug not in entries.invalid[collection]:
        example = f"it would be the file {collection}/{slug}.md"
        params = {"kind": KINDS[collection], "value": slug, "example": example}
        yield Problem(source.path, source.place(loc), "P070", params)


DONE = ("consent", "confirmed")


def _days_to_come(entries: Entries, today: date) -> Iterator[Problem]:
    """Warnings of what cannot have been done yet: it counts for nothing until then."""
    done: list[tuple[Entry, Loc, date]] = []
    for entry in entries.collections["profiles"].values():
        done += [(entry, (field, "on"), getattr(entry.model, field).on) for field in DONE]
    for entry in entries.collections["vetting"].values():
        done += [(entry, ("marks", n, "on"), m.on) for n, m in enumerate(entry.model.marks)]
    for entry, loc, day in done:
        if day > today:
            params = {"field": "on", "value": day.isoformat()}
            yield Problem(entry.source.path, entry.source.place(loc), "P116", params, "warning")
