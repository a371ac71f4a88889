"""Lists of people and assignments, and the pages by facet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen import urls
from sitegen.facets import FACETS, Facet, FacetValue
from sitegen.messages import phrase
from sitegen.pages.page import Page
from sitegen.views.listing import PAGE_SIZE, Choice, Row, choices, pager, person_row, posting_row
from sitegen.views.words import Named, Words

Values = Mapping[str, Sequence[FacetValue]]
Rows = Mapping[str, Row]
BESIDE = ("silo", "language", "sector", "country")
BESIDE_MOST = 12
INDEX_LEDES = {
    "skill": phrase("What people here can do, in fourteen families. The number says how many."),
    "sector": phrase("The fields in which people here have worked."),
    "silo": phrase("The worlds of work that people here have known from inside, and can bridge."),
    "country": phrase("Where people here live. Most work elsewhere too."),
    "language": phrase("The languages that people here work in."),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a heading."""

    id: str
    label: str
    summary: str
    choices: tuple[Choice, ...]


def page_count(entries: int) -> int:
    """How many pages a list of this length takes; an empty list has one."""
    return max(1, -(-entries // PAGE_SIZE))


def pages(words: Words, values: Values) -> Iterator[Page]:
    """The list of people, of assignments, and every facet."""
    people = {person.slug: person_row(person, words) for person in words.directory.listed}
    postings = {p.slug: posting_row(p, words) for p in words.directory.postings.values()}
    yield from _people(words, values, people)
    yield _assignments(words, postings)
    for facet in FACETS:
        yield _index(facet, values[facet.key], words)
        for value in values[facet.key]:
            yield _value(value, words, people, postings)


def _people(words: Words, values: Values, rows: Rows) -> Iterator[Page]:
    t, listed = words.t, words.directory.listed
    count = page_count(len(listed))
    facets = tuple(
        _beside(facet, values[facet.key], words) for facet in FACETS if facet.key in BESIDE
    )
    facets = (_families(values["skill"], words), *facets)
    for number in range(1, count + 1):
        shown = listed[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        title = t.gettext("People")
        if number > 1:
            title = t.gettext("People, page {n}").format(n=number)
        text = t.ngettext("{n} person, by name.", "{n} people, by name.", len(listed))
        yield Page(
            urls.listing("/profiles/", number),
            "pages/people.html",
            title,
            t.gettext("Everybody in the directory, by name, with ways to look by skill and place."),
            "/profiles/",
            lede=text.format(n=len(listed)),
            context={
                "rows": tuple(rows[person.slug] for person in shown),
                "pager": pager("/profiles/", number, count, words),
                "facets": facets,
            },
        )


def _beside(
    facet: Facet, values: Sequence[FacetValue], words: Words
) -> tuple[str, Named, tuple[Choice, ...]]:
    """The most frequent values beside the list, and the way to all."""
    frequent = sorted(values, key=lambda v: (-len(v.people), v.label))[:BESIDE_MOST]
    label = words.t.gettext(facet.label)
    every = words.t.gettext("All {n}").format(n=len(values))
    return label, words.named(every, f"/{facet.collection}/"), choices(frequent, words)


def _families(values: Sequence[FacetValue], words: Words) -> tuple[str, Named, tuple[Choice, ...]]:
    """Families of skills with the number of people who list any skill of them."""
    vocabulary = words.vocabulary
    people: dict[str, set[str]] = {family: set() for family in vocabulary.families}
    for value in values:
        people[vocabulary.skills[value.id].family] |= {person.slug for person in value.people}
    listed = tuple(
        Choice(
            Named(family.label, words.link("/skills/") + f"#{family.id}"),
            len(people[family.id]),
            0,
            family.id,
        )
        for family in vocabulary.families.values()
        if people[family.id]
    )
    every = words.t.gettext("All {n}").format(n=len(values))
    return words.t.gettext("Skills"), words.named(every, "/skills/"), listed


def _assignments(words: Words, rows: Rows) -> Page:
    t, directory = words.t, words.directory
    done = sorted(
        (p for p in directory.postings.values() if not p.is_open),
        key=lambda p: p.assignment.outcome.on if p.assignment.outcome else p.assignment.posted,
        reverse=True,
    )
    finished = [p for p in done if p.assignment.outcome]
    others = [p for p in done if not p.assignment.outcome]
    nothing = t.gettext("Nothing yet.")
    empty = t.gettext(
        "None at present. New ones stand here, and in the feed, on the day they come."
    )
    return Page(
        "/assignments/",
        "pages/assignments.html",
        t.gettext("Assignments"),
        t.gettext("Short pieces of work for one person or a team, open and finished."),
        "/assignments/",
        lede=t.gettext("Short pieces of work across worlds, for one person or a team."),
        context={
            "groups": tuple(
                (heading, tuple(rows[posting.slug] for posting in listed), words_if_none)
                for heading, listed, words_if_none in (
                    (t.gettext("Open"), directory.open_postings, empty),
                    (t.gettext("Finished, with what came of it"), finished, nothing),
                    (t.gettext("Under way, closed or withdrawn"), others, nothing),
                )
            )
        },
        feed=_feed("/assignments/feed.xml", t.gettext("New assignments"), words),
    )


def _feed(address: str, label: str, words: Words) -> Named:
    return Named(label, words.link(address))


def _index(facet: Facet, values: Sequence[FacetValue], words: Words) -> Page:
    label = words.t.gettext(facet.label)
    lede = words.t.gettext(INDEX_LEDES[facet.key])
    return Page(
        f"/{facet.collection}/",
        "pages/facet_index.html",
        label,
        lede,
        "/profiles/",
        lede=lede,
        context={"groups": tuple(_groups(facet, values, words))},
    )


def _groups(facet: Facet, values: Sequence[FacetValue], words: Words) -> Iterator[Group]:
    listed = choices(values, words)
    by_id = {choice.id: choice for choice in listed}
    grouped = {"skill": _skill_groups, "sector": _sector_groups, "silo": _silo_groups}
    if facet.key in grouped:
        yield from grouped[facet.key](by_id, words)
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


def _silo_groups(by_id: Mapping[str, Choice], words: Words) -> Iterator[Group]:
    for silo in words.vocabulary.silos.values():
        if silo.id in by_id:
            yield Group(silo.id, silo.label, silo.summary, (by_id[silo.id],))


def _value(value: FacetValue, words: Words, people: Rows, postings: Rows) -> Page:
    t, facet = words.t, value.facet
    count = len(value.people)
    heading = t.ngettext("{n} person", "{n} people", count).format(n=count)
    address = urls.facet(facet.collection, value.id)
    described = t.gettext("People and assignments: {label}").format(label=value.label)
    feed = None
    if facet.key in ("skill", "sector"):
        label = t.gettext("Feed: {label}").format(label=value.label)
        feed = _feed(f"{address}feed.xml", label, words)
    lede, also, near = _about(value, words)
    return Page(
        address,
        "pages/facet.html",
        value.label,
        described,
        "/profiles/",
        lede=lede,
        context={
            "parent": words.named(t.gettext(facet.label), f"/{facet.collection}/"),
            "people": tuple(people[person.slug] for person in value.people),
            "postings": tuple(postings[posting.slug] for posting in value.postings),
            "people_heading": heading if count else t.gettext("People"),
            "also": also,
            "near": near,
        },
        feed=feed,
    )


def _about(value: FacetValue, words: Words) -> tuple[str, str, tuple[Named, ...]]:
    """A line about the value, the other words for it, and what stands near it."""
    vocabulary, t = words.vocabulary, words.t
    if value.facet.key == "skill":
        skill = vocabulary.skills[value.id]
        names = vocabulary.families[skill.family].names
        text = t.gettext(
            "A corporate would say “{corporate}”, an NGO “{ngo}”, a multilateral “{multilateral}”."
        )
        lede = text.format(
            corporate=names.corporate, ngo=names.ngo, multilateral=names.multilateral
        )
        aliases = [alias for listed in skill.aliases.values() for alias in listed]
        near = tuple(words.skill(other) for other in skill.related)
        return lede, ", ".join(aliases[:8]), near
    if value.facet.key == "silo":
        return vocabulary.silos[value.id].summary, "", ()
    if value.facet.key == "sector":
        parent = vocabulary.sectors[value.id].parent
        return "", "", (words.sector(parent),) if parent else ()
    return "", "", ()
