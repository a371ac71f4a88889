"""Who of the people of a list has which value of another facet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen import urls
from sitegen.facets import FACETS, FacetValue
from sitegen.views.words import Named, Words

# So many people are told apart: fewer stand in sight, more would be nothing but names.
APART = range(6, 301)
_FACETS = {facet.key: facet for facet in FACETS}
# The facets whose values others are told apart by.
_ACROSS = sorted({facet.across for facet in FACETS if facet.across})


@dataclass(frozen=True, slots=True)
class Apart:
    """The people of a page by the values of another facet, each value with their names."""

    label: str
    groups: tuple[tuple[Named, tuple[Named, ...]], ...]


# By slug the name of somebody, and what they have of each facet that lists are told apart by;
# of the dormant None, who stand in the list only.
HeldBy = Mapping[str, tuple[Named, Mapping[str, tuple[str, ...]]] | None]


def held_by(words: Words) -> HeldBy:
    """What everybody has, worked out once for all lists."""
    people, vocabulary = words.directory.people, words.vocabulary

    def held(slug: str) -> tuple[Named, Mapping[str, tuple[str, ...]]] | None:
        person = people[slug]
        if person.freshness == "dormant":
            return None
        values = {key: tuple(_FACETS[key].of_person(person, vocabulary)) for key in _ACROSS}
        return words.person(person), values

    return words.directory.each("held", held)


def told_apart(value: FacetValue, everybody: HeldBy, words: Words) -> Apart | None:
    """The people of a value by the facet across; None where they are too few or too many."""
    across = _FACETS.get(value.facet.across)
    if across is None or len(value.people) not in APART:
        return None
    vocabulary, t = words.vocabulary, words.t
    found: dict[str, list[Named]] = {}
    for person in value.people:
        if (known := everybody[person.slug]) is not None:
            named, values = known
            for held in values[across.key]:
                found.setdefault(held, []).append(named)
    labelled = ((across.value_label(held, vocabulary, t), held) for held in found)
    groups = (
        (words.named(label, urls.facet(across.collection, held)), tuple(found[held]))
        for label, held in sorted(labelled)
    )
    return Apart(t.gettext(across.label), tuple(groups))
