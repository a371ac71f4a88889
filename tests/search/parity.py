"""Seeded entries and queries for the proof that the index cut by term answers as the whole."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.search.entries import Entry, Kind
from sitegen.search.fields import BOOSTS
from sitegen.search.terms import terms
from sitegen.search.words import words

SEED = 20261126
# Words a field, about; together some 370 as in a profile of the benchmarks.
LONG = {
    "name": 2,
    "headline": 11,
    "skills": 12,
    "sectors": 4,
    "words": 6,
    "places": 5,
    "ventures": 20,
    "evidence": 60,
    "aliases": 90,
    "body": 160,
}
SYLLABLES = (
    *("wa", "ter", "mi", "ku", "ro", "sen", "ta", "li", "on", "ing", "ed", "ation", "ness", "y"),
    *("ve", "é", "ß", "ı", "水", "能", "源", "ك", "ن", "с", "т", "ア", "ก", "2", "19"),
)
FIXED = ("c++", "c#", "c", "2019", "007", "constructor", "proto", "way", "水", "能源", "the")


def entries(count: int, share: float = 1) -> list[Entry]:
    """So many people, some of them dormant, and a tenth as many assignments; `share` of the words."""
    chosen = random.Random(SEED + count)  # noqa: S311  # no secret hangs on it
    known = [
        *FIXED,
        *("".join(chosen.choices(SYLLABLES, k=chosen.randint(1, 4))) for _ in range(3000)),
    ]
    # As often as words in a language: the second half as often as the first.
    weights = [1 / (place + 20) for place in range(len(known))]

    def text(length: float) -> str:
        return " ".join(chosen.choices(known, weights, k=max(0, round(length))))

    def entry(number: int, kind: Kind) -> Entry:
        texts = {
            field: [text(chosen.gauss(most * share, most * share / 3)) for _ in range(1)]
            for field, most in LONG.items()
        }
        return Entry(kind, texts, {"slug": f"entry-{number}"})

    def kind(number: int) -> Kind:
        if number >= count:
            return "assignment"
        return "dormant" if number >= count - count // 10 else "person"

    return [entry(number, kind(number)) for number in range(count + count // 10)]


def said(kind: Kind = "person", **texts: list[str]) -> Entry:
    """Somebody who says this and nothing else."""
    return Entry(kind, {field: texts.get(field, []) for field in BOOSTS}, texts)


def tokens(entry: Entry) -> Mapping[str, str]:
    """What lunr's own builder is fed with, by field, with blanks between."""
    return {
        field: " ".join(
            term for text in entry.texts[field] for term in terms(field, words(text, tails=True))
        )
        for field in BOOSTS
    }


Clause = dict[str, Any]
FIELDS = tuple(BOOSTS)


def queries(vocabulary: Sequence[str], count: int) -> Iterator[list[Clause]]:
    """Clauses of every kind over the terms of an index, and some that it does not have."""
    chosen = random.Random(SEED)  # noqa: S311  # no secret hangs on it

    def term() -> str:
        found = chosen.choice(vocabulary)
        return found + "zz" if chosen.random() < 0.03 else found

    def plain() -> Clause:
        return {"term": term()}

    def beginning() -> Clause:
        found = term()
        return {"term": found[: chosen.randint(3, 5)], "wildcard": True}

    def presence() -> Clause:
        kind = chosen.choice(["required", "required", "prohibited", "optional"])
        return {**chosen.choice([plain, plain, beginning])(), "presence": kind}

    def fielded() -> Clause:
        return {**plain(), "fields": chosen.sample(FIELDS, chosen.randint(1, 3))}

    def boosted() -> Clause:
        return {**plain(), "boost": chosen.choice([0.5, 2, 3, 10])}

    def fuzzy() -> Clause:
        found = list(term())
        found[chosen.randrange(len(found))] = chosen.choice("aeiouts")
        return {"term": "".join(found), "editDistance": chosen.choice([1, 1, 1, 2])}

    def excluding() -> Clause:
        return {**plain(), "presence": "prohibited"}

    def anything() -> Clause:
        return chosen.choice([plain, beginning, presence, fielded, boosted, fuzzy])()

    kinds = (plain, beginning, presence, fielded, boosted, fuzzy, anything)
    for number in range(count):
        # What only excludes finds nearly everybody, which takes long.
        made = kinds[number % len(kinds)] if number % 40 else excluding
        yield [made() for _ in range(chosen.randint(1, 4))]
