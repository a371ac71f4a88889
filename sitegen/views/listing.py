"""Rows of lists: one glance, one decision."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sitegen import markup, urls
from sitegen.directory import Person, Posting
from sitegen.facets import FacetValue
from sitegen.views.conditions import client, people, place, status
from sitegen.views.offer import free
from sitegen.views.signature import Signature, signature, wanted_signature
from sitegen.views.words import Named, Words

Entry = TypeVar("Entry")
PAGE_SIZE = 20
# A longer list of a facet is brief for everybody in it, the first as the last: at ten thousand
# people, each of whom stands in some fifty lists, full rows would be most of the site.
LONGEST_FULL = 100
BRIEF_SIZE = 200
# A list of more pages than this leads from each to so many on both sides, and far ahead.
ALL_PAGES = 12
NEAR = 2
# One short sentence seldom says what an assignment is about.
SHORTEST_LINE = 110


@dataclass(frozen=True, slots=True)
class Row:
    """A person or an assignment in a list; `kind` is `people` or `assignments`."""

    slug: str
    kind: str
    url: str
    title: str
    native: str | None
    line: str
    tags: tuple[str, ...]
    side: tuple[str, ...]
    notice: str
    signature: Signature


# By slug.
Rows = Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of a list stands among its neighbours."""

    number: int
    count: int
    previous: str | None
    next: str | None
    pages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet value in a list of links, with how many people it leads to."""

    named: Named
    people: int
    postings: int
    id: str
    indent: bool = False


def person_row(person: Person, words: Words) -> Row:
    """A person in a list: what they built, three skills, then where and when."""
    profile, t = person.profile, words.t
    strongest = sorted(
        (claim for claim in profile.skills if claim.again),
        key=lambda c: (-person.level(c.skill), -(c.years or 0), c.skill),
    )
    based = profile.based_in
    spoken = [t.language(tag) for tag in profile.languages]
    side = [words.place(based.country, based.city, based.region)]
    if person.freshness != "dormant":
        side.append(words.sentence([free(person, words)]))
    side.append(", ".join(spoken[:4]))
    return Row(
        person.slug,
        "people",
        words.link(urls.profile(person.slug)),
        profile.name,
        profile.name_native,
        profile.headline,
        tuple(words.skill(claim.skill).label for claim in strongest[:3]),
        tuple(side),
        dormant_notice(person, words),
        signature(profile.silos, words),
    )


def dormant_notice(person: Person, words: Words) -> str:
    """Since when nobody confirmed a dormant person's page; nothing for others."""
    if person.freshness != "dormant":
        return ""
    since = words.t.month(person.profile.confirmed.on)
    return words.t.gettext("Not confirmed since {month}").format(month=since)


def posting_row(posting: Posting, words: Words) -> Row:
    """An assignment in a list: what is to be different, then client, place and date."""
    assignment = posting.assignment
    tags = tuple(words.skill(need.skill).label for need in assignment.skills.required[:3])
    where = place(posting, words)
    return Row(
        posting.slug,
        "assignments",
        words.link(urls.assignment(posting.slug)),
        assignment.title,
        None,
        first_sentence(posting.body),
        tags,
        (
            client(posting, words).label,
            words.sentence([where]),
            words.sentence([people(posting, words)]),
            words.sentence([status(posting, words)]),
        ),
        "",
        wanted_signature(assignment.silos, assignment.client.silo, words),
    )


@functools.lru_cache(maxsize=4096)
def first_sentence(text: str, most: int = 200) -> str:
    """The first sentence of a Markdown text, cut at a word where it is long."""
    paragraph = next((p for p in text.strip().split("\n\n") if p and not p.startswith("#")), "")
    bare = markup.plain(paragraph)
    for index, character in enumerate(bare):
        if (
            character in ".?!"
            and index >= SHORTEST_LINE
            and bare[index + 1 : index + 2] in ("", " ")
        ):
            bare = bare[: index + 1]
            break
    return bare if len(bare) <= most else bare[:most].rsplit(" ", 1)[0] + " …"


def page_count(entries: int, size: int = PAGE_SIZE) -> int:
    """How many pages of `size` a list of this length takes; an empty list has one."""
    return max(1, -(-entries // size))


def paged(
    entries: Sequence[Entry], size: int = PAGE_SIZE
) -> Iterator[tuple[int, int, Sequence[Entry]]]:
    """For each page of a list its number, how many pages there are, and its entries."""
    last = page_count(len(entries), size)
    for number in range(1, last + 1):
        yield number, last, entries[(number - 1) * size : number * size]


def choices(values: Sequence[FacetValue], words: Words) -> tuple[Choice, ...]:
    """Facet values as links with counts."""
    return tuple(
        Choice(
            words.named(value.label, urls.facet(value.facet.collection, value.id)),
            len(value.people),
            len(value.postings),
            value.id,
        )
        for value in values
    )


def told_pages(number: int, count: int) -> Sequence[int]:
    """The pages that a page of a list leads to: all, or those near it and the quarters.

    With all of them on each, a list would grow with the square of its length.
    """
    if count <= ALL_PAGES:
        return range(1, count + 1)
    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    return sorted({1, *near, *(count * quarter // 4 for quarter in range(1, 5))})


def pager(address: str, number: int, count: int, words: Words) -> Pager:
    """Links to the other pages of a list."""

    def link(page: int) -> str | None:
        return words.link(urls.listing(address, page)) if 1 <= page <= count else None

    pages = tuple((n, words.link(urls.listing(address, n))) for n in told_pages(number, count))
    return Pager(number, count, link(number - 1), link(number + 1), pages)
