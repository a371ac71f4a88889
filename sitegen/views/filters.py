"""The filters of the search page as they stand without a script: every value is a link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen import urls
from sitegen.facets import FACETS, Facet, FacetValue
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with how many people and assignments have it."""

    id: str
    named: Named
    people: int
    postings: int
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Values that are fetched together; under a heading of their own where they have one.

    `whole` is the value of the facet `whole_facet` that stands for all of them.
    """

    column: str
    choices: tuple[Choice, ...]
    label: str = ""
    whole_facet: str = ""
    whole: Choice | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A facet; `least` are the levels to choose from, each with its name.

    `told` says how people hold a value where the label does not, and `note` what the label means.
    """

    key: str
    label: str
    find: str
    of_people: bool
    least: tuple[tuple[str, str], ...]
    every: Named
    parts: tuple[Part, ...]
    told: str = ""
    note: str = ""


def filter_groups(values: Mapping[str, Sequence[FacetValue]], words: Words) -> tuple[Group, ...]:
    """A group for each facet that has values; one that holds the values of another is within it."""
    holders = {facet.under for facet in FACETS if facet.under != facet.key}
    return tuple(
        _group(facet, values, words)
        for facet in FACETS
        if facet.key not in holders and values[facet.key]
    )


def _group(facet: Facet, values: Mapping[str, Sequence[FacetValue]], words: Words) -> Group:
    t, found = words.t, values[facet.key]
    nested = facet.under and facet.under != facet.key
    every = t.gettext("All {n}").format(n=len(found))
    return Group(
        facet.key,
        t.gettext(facet.label),
        t.gettext(facet.find) if facet.find else "",
        facet.of_posting is None,
        tuple((level, _level(facet, level, words)) for level in facet.least),
        words.named(every, f"/{facet.collection}/"),
        tuple(_parts(facet, found, values[facet.under], words))
        if nested
        else (Part(facet.key, tuple(_ordered(facet, found, words))),),
        t.gettext(facet.told) if facet.told else "",
        t.gettext(facet.lede) if facet.told else "",
    )


def _level(facet: Facet, level: str, words: Words) -> str:
    return words.level(int(level)) if facet.key == "skill" else words.fluency(level)


def _parts(
    facet: Facet, found: Sequence[FacetValue], holders: Sequence[FacetValue], words: Words
) -> Iterator[Part]:
    """The values below each one that holds them."""
    for holder in holders:
        below = [v for v in found if _parent(facet, v.id, words) == holder.id]
        if below:
            column = facet.column(below[0].id, words.vocabulary)
            choices = tuple(_choice(value, words) for value in below)
            whole = _choice(holder, words)
            yield Part(column, choices, holder.label, holder.facet.key, whole)


def _ordered(facet: Facet, found: Sequence[FacetValue], words: Words) -> Iterator[Choice]:
    """Values in the order of the facet, each followed by those below it."""
    ids = {value.id for value in found}
    for value in found:
        if _parent(facet, value.id, words) not in ids:
            yield _choice(value, words)
            for other in found:
                if _parent(facet, other.id, words) == value.id:
                    yield _choice(other, words, indent=True)


def _parent(facet: Facet, value: str, words: Words) -> str | None:
    return facet.parent(value, words.vocabulary) if facet.parent else None


def _choice(value: FacetValue, words: Words, *, indent: bool = False) -> Choice:
    address = urls.facet(value.facet.collection, value.id)
    people = len(value.people) + value.beyond
    named = words.named(value.label, address)
    return Choice(value.id, named, people, len(value.postings), indent)
