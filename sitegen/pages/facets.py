"""For each facet an index of its values, and for each value a list of who and what has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlencode

from sitegen import urls
from sitegen.directory import Person
from sitegen.facets import FACETS, Facet, FacetValue
from sitegen.pages.apart import APART, HeldBy, held_by, told_apart
from sitegen.pages.page import Page
from sitegen.views.experience import network_views
from sitegen.views.listing import (
    BRIEF_SIZE,
    LONGEST_FULL,
    PAGE_SIZE,
    Choice,
    Rows,
    choices,
    paged,
    pager,
)
from sitegen.views.words import Named, Words

Values = Mapping[str, Sequence[FacetValue]]
FED = ("skill", "sector")
# Whose values have pages of another kind: sitegen/pages/passages.py.
TOLD = ("guidance",)


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a heading."""

    id: str
    label: str
    summary: str
    choices: tuple[Choice, ...]


class Entries(NamedTuple):
    """What lists show of people and of assignments, and how people are told apart."""

    people: Rows
    postings: Rows
    held: HeldBy


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of its value: a line, other words for it, and what stands near it."""

    lede: str = ""
    also: str = ""
    near: tuple[Named, ...] = ()
    near_label: str = ""


def pages(words: Words, values: Values, people: Rows, postings: Rows) -> Iterator[Page]:
    """Every index and every value, with its further pages."""
    entries = Entries(people, postings, held_by(words))
    for facet in FACETS:
        yield _index(facet, values, words)
        for value in values[facet.key] if facet.key not in TOLD else ():
            yield from _value(value, words, entries)


def _index(facet: Facet, values: Values, words: Words) -> Page:
    t = words.t
    lede = t.gettext(facet.lede)
    ways = [(other, f"/{other.collection}/") for other in FACETS if other is not facet]
    return Page(
        f"/{facet.collection}/",
        "pages/facet_index.html",
        t.gettext(facet.label),
        lede,
        "/profiles/",
        lede=lede,
        context=lambda: {
            "groups": tuple(_groups(facet, values[facet.key], words)),
            "networks": network_views(words) if facet.key == "vetting" else (),
            "ways": tuple(words.named(t.gettext(other.label), at) for other, at in ways),
        },
    )


def _groups(facet: Facet, values: Sequence[FacetValue], words: Words) -> Iterator[Group]:
    listed = choices(values, words)
    by_id = {choice.id: choice for choice in listed}
    grouped = {"skill": _skill_groups, "sector": _sector_groups}
    if facet.key in grouped:
        yield from grouped[facet.key](by_id, words)
    elif facet.about:
        for choice in listed:
            summary = _said(facet, choice.id, words)
            yield Group(choice.id, choice.named.label, summary, (choice,))
    else:
        yield Group("", "", "", listed)


def _skill_groups(by_id: Mapping[str, Choice], words: Words) -> Iterator[Group]:
    """Every skill under its family; one that nobody has leads nowhere yet."""
    for family in words.vocabulary.families.values():
        under = sorted(words.vocabulary.skills_by_family[family.id], key=lambda skill: skill.label)
        found = tuple(by_id.get(s.id, Choice(Named(s.label), 0, 0, s.id)) for s in under)
        yield Group(family.id, family.label, family.summary, found)


def _sector_groups(by_id: Mapping[str, Choice], words: Words) -> Iterator[Group]:
    sectors = words.vocabulary.sectors.values()
    for parent in (sector for sector in sectors if not sector.parent):
        under = [sector.id for sector in sectors if sector.parent == parent.id]
        found = [replace(by_id[s], indent=True) for s in under if s in by_id]
        if parent.id in by_id:
            yield Group(parent.id, parent.label, "", (by_id[parent.id], *found))


def _value(value: FacetValue, words: Words, entries: Entries) -> Iterator[Page]:
    """The list of one value: assignments and the way to single people on its first page."""
    t, facet = words.t, value.facet
    address = urls.facet(facet.collection, value.id)
    described = t.gettext("People and assignments: {label}").format(label=value.label)
    lede = _about(value, words).lede
    brief = len(value.people) > LONGEST_FULL

    def context(number: int, last: int, shown: Sequence[Person]) -> Mapping[str, Any]:
        count, first = len(value.people), number == 1
        heading = t.ngettext("{n} person", "{n} people", count).format(n=count)
        return {
            "parent": words.named(t.gettext(facet.label), f"/{facet.collection}/"),
            "people": tuple(entries.people[person.slug] for person in shown),
            "postings": tuple(entries.postings[p.slug] for p in value.postings) if first else (),
            "brief": brief,
            "people_heading": heading if count else t.gettext("People"),
            "about": _about(value, words) if first else About(),
            "apart": told_apart(value, entries.held, words) if first else None,
            "pager": pager(address, number, last, words),
        }

    for number, last, shown in paged(value.people, BRIEF_SIZE if brief else PAGE_SIZE):
        first = number == 1
        title = value.label
        if not first:
            title = t.gettext("{label}, page {n}").format(label=title, n=number)
        yield Page(
            urls.listing(address, number),
            "pages/facet.html",
            title,
            described,
            "/profiles/",
            lede=lede if first else "",
            context=partial(context, number, last, shown),
            feed=_feed(value, address, words) if facet.key in FED else None,
            onward=partial(_onward, value, words),
            given=partial(_given, value, number, last, shown),
        )


def _given(value: FacetValue, number: int, last: int, shown: Sequence[Person]) -> object:
    """Which value it is, who has it, and what of that stands on this page."""
    first, count = number == 1, len(value.people)
    apart = [person.slug for person in value.people] if first and count in APART else ()
    postings = [posting.slug for posting in value.postings] if first else ()
    which = value.facet.key, value.id, value.label, value.beyond
    return which, number, last, count, [person.slug for person in shown], apart, postings


def _onward(value: FacetValue, words: Words) -> tuple[Named, ...]:
    """The search with this value chosen, where there is somebody to choose from."""
    if not value.people:
        return ()
    query = urlencode({value.facet.key: value.id})
    label = words.t.gettext("Search among them, with more conditions")
    return (Named(label, f"{words.link('/search/')}?{query}"),)


def _feed(value: FacetValue, address: str, words: Words) -> Named:
    label = words.t.gettext("Feed: {label}").format(label=value.label)
    return Named(label, words.link(f"{address}feed.xml"))


def _about(value: FacetValue, words: Words) -> About:
    vocabulary, facet, t = words.vocabulary, value.facet, words.t
    if facet.key == "skill":
        return _about_skill(value, words)
    lede = _said(facet, value.id, words)
    if facet.here and value.people:
        lede = t.gettext(facet.here)
    if facet.key == "family":
        skills = (words.skill(skill.id) for skill in vocabulary.skills_by_family[value.id])
        return About(
            lede, "", tuple(skill for skill in skills if skill.url), t.gettext("Its skills:")
        )
    parent = vocabulary.sectors[value.id].parent if facet.key == "sector" else None
    if parent:
        return About(lede, "", (words.sector(parent),), t.gettext("Part of:"))
    if value.beyond:
        label = facet.value_label(facet.whole, vocabulary, t)
        whole = words.named(label, urls.facet(facet.collection, facet.whole), str(value.beyond))
        return About(lede, "", (whole,), t.gettext("Besides these:"))
    return About(lede)


def _said(facet: Facet, value: str, words: Words) -> str:
    """What a value means; of a mark also who gives it and for how long it holds."""
    text = facet.about(value, words.vocabulary) if facet.about else ""
    if facet.key != "vetting":
        return text
    label = words.vocabulary.labels[value]
    given = words.t.gettext("Given by {who}; it holds for {months}.")
    return f"{text} {given.format(who=label.checked_by, months=words.months(label.valid_months))}"


def _about_skill(value: FacetValue, words: Words) -> About:
    skill = words.vocabulary.skills[value.id]
    family = words.vocabulary.families[skill.family]
    text = words.t.gettext(
        "A company would say “{corporate}”, an NGO “{ngo}”, a multilateral “{multilateral}”."
    )
    lede = text.format(
        corporate=family.names.corporate,
        ngo=family.names.ngo,
        multilateral=family.names.multilateral,
    )
    aliases = [alias for listed in skill.aliases.values() for alias in listed]
    near = (words.family(skill.family), *map(words.skill, skill.related))
    return About(lede, ", ".join(aliases[:8]), near, words.t.gettext("Near it:"))
