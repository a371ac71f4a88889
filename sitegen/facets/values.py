"""The values that occur, with everyone and everything that has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sitegen.directory import Directory, Person, Posting
from sitegen.facets.facet import Facet, Held
from sitegen.facets.table import FACETS
from sitegen.i18n import Translator
from sitegen.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value with everyone and everything that has it."""

    facet: Facet
    id: str
    label: str
    people: tuple[Person, ...]
    postings: tuple[Posting, ...]
    beyond: int = 0
    """People besides those who have the facet's `whole` value, and so this one too"""


def facet_values(
    directory: Directory, translator: Translator
) -> Mapping[str, tuple[FacetValue, ...]]:
    """For each facet the values that somebody listed or some open assignment has, in its order."""
    name = "facets", str(translator.locale)
    return directory.once(name, lambda: _all_values(directory, translator))


def _all_values(
    directory: Directory, translator: Translator
) -> Mapping[str, tuple[FacetValue, ...]]:
    listed, openings = directory.listed, directory.open_postings
    return {
        facet.key: tuple(_values(facet, directory, translator, (listed, openings)))
        for facet in FACETS
    }


def held_by_people(facet: Facet, directory: Directory) -> Sequence[Held]:
    """What everybody listed holds, in their order."""
    vocabulary = directory.vocabulary
    return directory.once(
        ("held", facet.key),
        lambda: [
            person.once(facet.key, vocabulary, partial(facet.of_person, person, vocabulary))
            for person in directory.listed
        ],
    )


def _nothing(posting: Posting, vocabulary: Vocabulary) -> Held:
    return {}


def _values(
    facet: Facet,
    directory: Directory,
    translator: Translator,
    entries: tuple[tuple[Person, ...], tuple[Posting, ...]],
) -> list[FacetValue]:
    vocabulary = directory.vocabulary
    people: dict[str, list[Person]] = {}
    postings: dict[str, list[Posting]] = {}
    for person, held in zip(entries[0], held_by_people(facet, directory), strict=True):
        for value in held:
            people.setdefault(value, []).append(person)
    of_posting = facet.of_posting or _nothing
    for posting in entries[1]:
        for value in of_posting(posting, vocabulary):
            postings.setdefault(value, []).append(posting)
    whole = len(people.get(facet.whole, ()))
    values = [
        FacetValue(
            facet,
            value,
            facet.value_label(value, vocabulary, translator),
            tuple(people.get(value, ())),
            tuple(postings.get(value, ())),
            0 if value == facet.whole else whole,
        )
        for value in {*people, *postings}
    ]
    ids = facet.order(vocabulary) if facet.order else ()
    order = {value: place for place, value in enumerate(ids)}
    return sorted(
        values, key=lambda value: (order.get(value.id, len(order)), value.label, value.id)
    )
