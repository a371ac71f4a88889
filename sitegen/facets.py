"""FACETS: by what people and assignments can be found, with one page a value.

A new facet is a row of the table; pages and templates loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person, Posting
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Facet:
    """A way of finding: its key, its folder, its heading, and the values of an entry."""

    key: str
    collection: str
    label: str
    of_person: Callable[[Person, Vocabulary], Iterable[str]]
    of_posting: Callable[[Posting, Vocabulary], Iterable[str]]
    value_label: Callable[[str, Vocabulary, Translator], str]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value with everyone and everything that has it."""

    facet: Facet
    id: str
    label: str
    people: tuple[Person, ...]
    postings: tuple[Posting, ...]


def _with_parents(sectors: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    return [found for sector in sectors for found in vocabulary.sector_with_parent(sector)]


def _spoken(posting: Posting) -> list[str]:
    needs = posting.assignment.languages
    return [*needs.everyone, *(tag for option in needs.any_of for tag in option), *needs.in_team]


def _asked(posting: Posting) -> list[str]:
    skills = posting.assignment.skills
    return [need.skill for need in (*skills.required, *skills.desirable)]


def _country(person: Person) -> list[str]:
    return [person.profile.based_in.country] if person.profile.based_in.country else []


def _work_country(posting: Posting) -> list[str]:
    return [posting.assignment.work.country] if posting.assignment.work.country else []


FACETS = (
    Facet(
        "skill",
        "skills",
        phrase("Skills"),
        lambda p, v: (claim.skill for claim in p.profile.skills),
        lambda p, v: _asked(p),
        lambda value, v, t: v.skills[value].label,
    ),
    Facet(
        "sector",
        "sectors",
        phrase("Sectors"),
        lambda p, v: _with_parents(p.profile.sectors, v),
        lambda p, v: _with_parents(p.assignment.sectors, v),
        lambda value, v, t: v.sectors[value].label,
    ),
    Facet(
        "silo",
        "silos",
        phrase("Worlds"),
        lambda p, v: p.profile.silos,
        lambda p, v: (p.assignment.client.silo, *p.assignment.silos),
        lambda value, v, t: v.silos[value].label,
    ),
    Facet(
        "country",
        "countries",
        phrase("Countries"),
        lambda p, v: _country(p),
        lambda p, v: _work_country(p),
        lambda value, v, t: t.country(value),
    ),
    Facet(
        "language",
        "languages",
        phrase("Languages"),
        lambda p, v: p.profile.languages,
        lambda p, v: _spoken(p),
        lambda value, v, t: t.language(value),
    ),
)


def facet_values(
    directory: Directory, translator: Translator
) -> Mapping[str, tuple[FacetValue, ...]]:
    """For each facet the values that somebody listed or some open assignment has, by label."""
    return {facet.key: tuple(_values(facet, directory, translator)) for facet in FACETS}


def _values(facet: Facet, directory: Directory, translator: Translator) -> list[FacetValue]:
    vocabulary = directory.vocabulary
    people: dict[str, list[Person]] = {}
    postings: dict[str, list[Posting]] = {}
    for person in directory.listed:
        for value in dict.fromkeys(facet.of_person(person, vocabulary)):
            people.setdefault(value, []).append(person)
    for posting in directory.open_postings:
        for value in dict.fromkeys(facet.of_posting(posting, vocabulary)):
            postings.setdefault(value, []).append(posting)
    values = [
        FacetValue(
            facet,
            value,
            facet.value_label(value, vocabulary, translator),
            tuple(people.get(value, ())),
            tuple(postings.get(value, ())),
        )
        for value in {*people, *postings}
    ]
    return sorted(values, key=lambda value: (value.label, value.id))
