"""What results show and filters count: the rows of the lists, for the page's script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.directory import Person, Posting
from sitegen.facets import FACETS, facet_values
from sitegen.views.listing import Row, person_row, posting_row
from sitegen.views.words import Words

FILTERS = ("silo", "sector", "language", "country")

Document = Mapping[str, Any]

_FACETS = {facet.key: facet for facet in FACETS}


def person_ref(person: Person) -> str:
    """The reference of a person in the index."""
    return f"p:{person.slug}"


def posting_ref(posting: Posting) -> str:
    """The reference of an assignment in the index."""
    return f"a:{posting.slug}"


def documents(words: Words) -> Document:
    """People in the order of the list, the dormant last, then assignments by deadline."""
    directory = words.directory
    people = {person_ref(p): _person(p, words) for p in directory.listed}
    postings = {posting_ref(p): _posting(p, words) for p in directory.open_postings}
    return {"version": 2, "documents": {**people, **postings}, "facets": _facets(words)}


def _facets(words: Words) -> Document:
    """The filters with the values that occur: worlds in their own order, the rest by label."""
    found = facet_values(words.directory, words.t)
    order = {silo: index for index, silo in enumerate(words.vocabulary.silos)}
    return {
        key: {
            "label": words.t.gettext(_FACETS[key].label),
            "values": {
                value.id: value.label
                for value in sorted(found[key], key=lambda value: order.get(value.id, 0))
            },
        }
        for key in FILTERS
    }


def _person(person: Person, words: Words) -> Document:
    facets = {key: _FACETS[key].of_person(person, words.vocabulary) for key in FILTERS}
    return {"kind": "person", **_row(person_row(person, words)), "facets": _distinct(facets)}


def _posting(posting: Posting, words: Words) -> Document:
    row = _row(posting_row(posting, words))
    row["side"] = [words.t.gettext("Assignment"), *row["side"]]
    asked = {key: _FACETS[key].of_posting for key in FILTERS}
    facets = {key: held(posting, words.vocabulary) for key, held in asked.items() if held}
    return {"kind": "assignment", **row, "facets": _distinct(facets)}


def _distinct(facets: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {key: list(dict.fromkeys(values)) for key, values in facets.items()}


def _row(row: Row) -> dict[str, Any]:
    drawn = row.signature
    return {
        "url": row.url,
        "title": row.title,
        "native": row.native or "",
        "line": row.line,
        "tags": list(row.tags),
        "side": list(row.side),
        "notice": row.notice,
        "signature": {
            "width": drawn.width,
            "height": drawn.height,
            "label": drawn.label,
            "paths": [list(path) for path in drawn.paths],
        },
    }
