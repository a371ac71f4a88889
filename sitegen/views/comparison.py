"""A person line by line, so that several can be laid side by side.

Every line is said as the person's page says it, and nothing that the page does not say: no rate, no
refusal, no declared interest. A line without items is "not stated", which is no fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sitegen import urls
from sitegen.directory import Person
from sitegen.messages import phrase
from sitegen.views.experience import (
    SkillView,
    latest_first,
    mark_view,
    record_views,
    skill_groups,
    venture_view,
)
from sitegen.views.listing import dormant_notice
from sitegen.views.offer import contracts, free_as_said, kinds, notice, pro_bono, works
from sitegen.views.person import guidance_text, guidance_topics
from sitegen.views.signature import worlds_in_words
from sitegen.views.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison: its key, its heading, and what stands in it for a person."""

    key: str
    label: str
    items: Callable[[Person, Words], Iterable[str]]


@dataclass(frozen=True, slots=True)
class ComparableView:
    """A person as the shortlist shows, compares and exports them."""

    slug: str
    name: str
    native: str
    headline: str
    url: str
    address: str
    notice: str
    skills: tuple[SkillView, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def _languages(person: Person, words: Words) -> Iterator[str]:
    for tag, level in person.profile.languages.items():
        named = words.language(tag, level)
        yield " ".join(part for part in (named.label, named.note) if part)


def _based(person: Person, words: Words) -> Iterator[str]:
    based = person.profile.based_in
    yield words.place(based.country, based.city, based.region)


def _free(person: Person, words: Words) -> Iterator[str]:
    yield free_as_said(person, words)
    weeks = notice(person, words)
    if weeks:
        yield words.t.gettext("Notice: {weeks}").format(weeks=weeks)


def _ventures(person: Person, words: Words) -> Iterator[str]:
    for venture in latest_first(person.profile.ventures):
        view = venture_view(venture, words)
        yield f"{view.name}, {view.role}, {view.period}: {view.outcome}"


def _record(person: Person, words: Words) -> Iterator[str]:
    for record in record_views(person, words):
        yield f"{record.assignment.label}: {record.text}"


def _marks(person: Person, words: Words) -> Iterator[str]:
    for mark in person.marks:
        view = mark_view(mark, words)
        yield f"{view.label}: {view.text}"


def _guidance(person: Person, words: Words) -> Iterator[str]:
    yield from (topic.label for topic in guidance_topics(person, words))
    yield guidance_text(person, words)


# The key of the line whose items are skills, each with its level, who confirmed it and evidence.
SKILLS = "skills"
LINES = (
    Line("worlds", phrase("Worlds"), lambda p, w: worlds_in_words(p.profile.silos, w)),
    Line(SKILLS, phrase("Skills"), lambda p, w: ()),
    Line("sectors", phrase("Sectors"), lambda p, w: (w.sector(s).label for s in p.profile.sectors)),
    Line("languages", phrase("Languages"), _languages),
    Line("based", phrase("Lives in"), _based),
    Line("regions", phrase("Has worked in"), lambda p, w: [w.areas(p.profile.regions)]),
    Line("free", phrase("Free"), _free),
    Line("works", phrase("Works"), lambda p, w: [works(p, w)]),
    Line("kinds", phrase("Takes on"), lambda p, w: [kinds(p, w)]),
    Line("contracts", phrase("Contracts"), lambda p, w: [w.sentence([contracts(p, w)])]),
    Line("pro-bono", phrase("Pro bono"), lambda p, w: [w.sentence([pro_bono(p, w)])]),
    Line("ventures", phrase("What they built"), _ventures),
    Line("record", phrase("Assignments through this directory"), _record),
    Line("marks", phrase("What was checked"), _marks),
    Line("guidance", phrase("Offers guidance on"), _guidance),
    Line("confirmed", phrase("Confirmed"), lambda p, w: [w.day(p.profile.confirmed.on)]),
)


def comparable(person: Person, words: Words) -> ComparableView:
    """A person in comparable form."""
    profile, address = person.profile, urls.profile(person.slug)
    return ComparableView(
        person.slug,
        profile.name,
        profile.name_native or "",
        profile.headline,
        words.link(address),
        words.urls.absolute(address),
        dormant_notice(person, words),
        tuple(skill for _, skills in skill_groups(person, words) for skill in skills),
        tuple(
            (line.key, tuple(item for item in line.items(person, words) if item))
            for line in LINES
            if line.key != SKILLS
        ),
    )
