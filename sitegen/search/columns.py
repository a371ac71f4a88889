"""Facets as columns: for each value the documents that have it, for the bitsets of the browser.

A column is what is fetched as one when somebody first opens or uses its group of values. Documents
are numbered as everywhere in a search: people in the order of the list, then open assignments.

    {"facet": "sector", "values": {"dairy": DOCUMENTS, …}}
    {"facet": "skill", "levels": ["1", …], "values": {"member-dues": [DOCUMENTS, "231"], …}}
    {"facet": "travel", "people": 1, "whole": "anywhere", "values": {…}}

With `levels`, a string has for each document the place of its level among them, from 1. With
`people`, the facet says nothing of assignments, and never hides one. Who has the value `whole` has
all the others too. DOCUMENTS is a text of the gaps between their numbers, the first one from 0, as
sitegen/search/numbers.py writes them. Two more columns hold a number for each document, -1 where
nothing is said:

    {"since": "2026-11-16", "from": […], "until": […], "days": […]}    `availability`
    {"since": "2021-03-02", "on": […]}                                 `confirmed`

Days are counted from `since`. `from` is the first free day, and for an assignment its start;
`until` the last free day, `days` those of a month; `on` the day on which a person last said that
the page is true, or an assignment was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from sitegen.compact import compact
from sitegen.directory import Directory
from sitegen.facets import FACETS, Facet, Held, free_from, held_by_people
from sitegen.search.numbers import numbers_text
from sitegen.views.words import Words

Column = Mapping[str, Any]


def column_files(words: Words) -> dict[str, bytes]:
    """The columns as JSON by name, such as `sector` and `skill-governance`."""
    directory = words.directory
    found: dict[str, Column] = {}
    for facet in FACETS:
        found |= _columns(facet, directory)
    found["availability"] = _availability(directory)
    found["confirmed"] = _confirmed(directory)
    return {name: compact(column) for name, column in found.items()}


def _columns(facet: Facet, directory: Directory) -> dict[str, Column]:
    vocabulary = directory.vocabulary
    columns: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for number, held in enumerate(_held(facet, directory)):
        for value, level in held.items():
            values = columns.setdefault(facet.column(value, vocabulary), {})
            values.setdefault(value, []).append((number, level))
    head = {
        "facet": facet.key,
        **({"levels": facet.levels} if facet.levels else {}),
        **({} if facet.of_posting else {"people": 1}),
        **({"whole": facet.whole} if facet.whole else {}),
    }
    return {
        name: head | {"values": {v: _listed(values[v], facet) for v in sorted(values)}}
        for name, values in sorted(columns.items())
    }


def _held(facet: Facet, directory: Directory) -> Iterator[Held]:
    yield from held_by_people(facet, directory)
    for posting in directory.open_postings if facet.of_posting else ():
        yield facet.of_posting(posting, directory.vocabulary) if facet.of_posting else {}


def _listed(found: Sequence[tuple[int, int]], facet: Facet) -> Any:
    numbers = [number for number, _ in found]
    documents = numbers_text(after - before for before, after in pairwise([0, *numbers]))
    return [documents, "".join(str(level) for _, level in found)] if facet.levels else documents


def _availability(directory: Directory) -> Column:
    today = directory.today
    free = [free_from(person, today) for person in directory.listed]
    starts = [p.assignment.starts for p in directory.open_postings]
    silent = [-1] * len(starts)
    return {
        "since": today.isoformat(),
        "from": _days([*(f.start if f else None for f in free), *starts], today),
        "until": [*_days((f.until if f else None for f in free), today), *silent],
        "days": [*((f.days if f and f.days else -1) for f in free), *silent],
    }


def _confirmed(directory: Directory) -> Column:
    on = [
        *(person.profile.confirmed.on for person in directory.listed),
        *(posting.assignment.posted for posting in directory.open_postings),
    ]
    since = min(on, default=directory.today)
    return {"since": since.isoformat(), "on": _days(on, since)}


def _days(days: Iterable[date | None], since: date) -> list[int]:
    """Days after `since`; what began before counts from it."""
    return [-1 if day is None else max(0, (day - since).days) for day in days]
