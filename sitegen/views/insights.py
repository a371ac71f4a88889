"""The directory as a whole: what is asked for and rare, what is here and not asked for, and where.

Counted are listed people and open assignments, as on the lists that each count leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlencode

from sitegen import urls
from sitegen.directory import Person
from sitegen.facets import FacetValue
from sitegen.views.hidden import with_small_hidden
from sitegen.views.words import Named, Words

MOST_ROWS = 12
SHADES = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A skill with a count of people, None where it is not shown; `share` of the longest bar."""

    skill: Named
    people: int | None
    postings: int
    share: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Two worlds that too few have worked in to be counted, and the work that asks for both."""

    one: Named
    other: Named
    postings: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A count with its list, shaded by quarters of the largest; no count where it is hidden."""

    count: int | None
    url: str
    label: str
    shade: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A sector with its people by world."""

    sector: Named
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Insights:
    """Everything that the page shows; no count below `least`."""

    least: int
    rare: tuple[Named, ...]
    asked: tuple[Bar, ...]
    unasked: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    worlds: tuple[Named, ...]
    heat: tuple[HeatRow, ...]


def insights(skills: Sequence[FacetValue], sectors: Sequence[FacetValue], words: Words) -> Insights:
    """Count a directory by what its lists hold."""
    least = words.site.thresholds.smallest_count
    asked = [value for value in skills if value.postings]
    often = [value for value in asked if len(value.postings) >= least]
    idle = [value for value in skills if not value.postings and len(value.people) >= least]
    often.sort(key=lambda value: -len(value.postings))
    idle.sort(key=lambda value: -len(value.people))
    return Insights(
        least,
        tuple(words.skill(value.id) for value in asked if len(value.people) < least),
        _bars(often[:MOST_ROWS], words),
        _bars(idle[:MOST_ROWS], words),
        tuple(_gaps(words)),
        tuple(_short(silo, words) for silo in words.vocabulary.silos),
        tuple(_heat(sectors, words)),
    )


def _bars(values: Sequence[FacetValue], words: Words) -> tuple[Bar, ...]:
    least = words.site.thresholds.smallest_count
    shown = [len(v.people) if len(v.people) >= least else None for v in values]
    longest = max((count or 0 for count in shown), default=0)
    return tuple(
        Bar(
            words.skill(value.id),
            count,
            len(value.postings),
            100 * count // longest if count else 0,
        )
        for value, count in zip(values, shown, strict=True)
    )


def _gaps(words: Words) -> Iterator[Gap]:
    """Pairs of worlds that fewer than the smallest count have worked in; those asked for first."""
    least = words.site.thresholds.smallest_count
    found: list[Gap] = []
    for one, other in combinations(words.vocabulary.silos, 2):
        bridging = sum({one, other} <= {*p.profile.silos} for p in words.directory.listed)
        if bridging < least:
            postings = tuple(_asking(one, other, words))
            found.append(Gap(words.silo(one), words.silo(other), postings))
    yield from sorted(found, key=lambda gap: not gap.postings)


def _asking(one: str, other: str, words: Words) -> Iterator[Named]:
    for posting in words.directory.open_postings:
        assignment = posting.assignment
        if {one, other} <= {assignment.client.silo, *assignment.silos}:
            yield words.named(assignment.title, urls.assignment(posting.slug))


def _short(silo: str, words: Words) -> Named:
    return Named(words.vocabulary.silos[silo].short, words.silo(silo).url)


def _heat(sectors: Sequence[FacetValue], words: Words) -> Iterator[HeatRow]:
    """Sectors of the first level by worlds: one below another would be counted twice."""
    vocabulary, least = words.vocabulary, words.site.thresholds.smallest_count
    rows = [v for v in sectors if not vocabulary.sectors[v.id].parent and v.people]
    silos = tuple(vocabulary.silos)
    table = [[_count(value.people, silo) for silo in silos] for value in rows]
    shown = with_small_hidden(table, least)
    largest = max((count or 0 for counts in shown for count in counts), default=0)
    for value, counts in zip(rows, shown, strict=True):
        sector = words.sector(value.id)
        yield HeatRow(
            sector,
            tuple(
                HeatCell(
                    count,
                    _found(value.id, silo, words),
                    _label(sector.label, silo, count, words),
                    -(-SHADES * count // largest) if count else 0,
                )
                for silo, count in zip(silos, counts, strict=True)
            ),
        )


def _count(people: Iterable[Person], silo: str) -> int:
    return sum(silo in person.profile.silos for person in people)


def _found(sector: str, silo: str, words: Words) -> str:
    """The search for both: there is no list of its own for each pair."""
    return f"{words.link('/search/')}?{urlencode({'sector': sector, 'silo': silo})}"


def _label(sector: str, silo: str, count: int | None, words: Words) -> str:
    """What is read aloud for a number alone."""
    text = words.t.ngettext(
        "{n} person: {sector}, {world}", "{n} people: {sector}, {world}", count or 0
    )
    return text.format(n=count, sector=sector, world=words.vocabulary.silos[silo].short)
