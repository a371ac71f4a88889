"""Seeded entries and queries for the proof that the index cut by term answers as the whole."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.search.entries import Entry, Kind
from sitegen.search.fields import ALIASES, BOOSTS, SHARED
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
    """So many people, some of them dormant, and a tenth as many assignments.

    With `share` their texts are that much shorter.
    """
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
    return {field: " ".join(_tokens(field, entry.texts[field])) for field in BOOSTS}


def _tokens(field: str, texts: Iterable[str]) -> Iterator[str]:
    """Of a text of the vocabulary that somebody has twice, once; of aliases each term once."""
    chosen = dict.fromkeys(texts) if field in SHARED else texts
    found = (term for text in chosen for term in terms(field, words(text, tails=True)))
    yield from dict.fromkeys(found) if field == ALIASES else found


Clause = dict[str, Any]
FIELDS = tuple(BOOSTS)


class _Asking:
    """Makes clauses over the terms of an index, and some over terms that it does not have."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.chosen = random.Random(SEED)  # noqa: S311  # no secret hangs on it
        self.vocabulary = vocabulary

    def term(self) -> str:
        found = self.chosen.choice(self.vocabulary)
        return found + "zz" if self.chosen.random() < 0.03 else found

    def plain(self) -> Clause:
        return {"term": self.term()}

    def beginning(self) -> Clause:
        return {"term": self.term()[: self.chosen.randint(3, 5)], "wildcard": True}

    def presence(self) -> Clause:
        kind = self.chosen.choice(["required", "required", "prohibited", "optional"])
        return {**self.chosen.choice([self.plain, self.beginning])(), "presence": kind}

    def fielded(self) -> Clause:
        return {**self.plain(), "fields": self.chosen.sample(FIELDS, self.chosen.randint(1, 3))}

    def boosted(self) -> Clause:
        return {**self.plain(), "boost": self.chosen.choice([0.5, 2, 3, 10])}

    def fuzzy(self) -> Clause:
        found = list(self.term())
        found[self.chosen.randrange(len(found))] = self.chosen.choice("aeiouts")
        return {"term": "".join(found), "editDistance": self.chosen.choice([1] * 15 + [2])}

    def excluding(self) -> Clause:
        return {**self.plain(), "presence": "prohibited"}

    def typed(self) -> Iterator[Clause]:
        """As the page asks for a word: one term several times, no weight for what is unwanted."""
        word, weight = self.term(), self.chosen.choice([0, 1, 1, 2])
        scope = self.chosen.choice([FIELDS, FIELDS, FIELDS[:3]])
        yield {"term": word, "fields": scope, "boost": weight * 10}
        yield {"term": self.term(), "fields": scope[1:], "boost": weight * 10}
        further: Clause = self.chosen.choice([{"wildcard": True}, {"editDistance": 1}])
        yield {"term": word[:6], "fields": scope, "boost": weight, **further}

    def anything(self) -> Clause:
        kinds = (self.plain, self.beginning, self.presence, self.fielded, self.boosted, self.fuzzy)
        return self.chosen.choice(kinds)()


def queries(vocabulary: Sequence[str], count: int) -> Iterator[list[Clause]]:
    """Queries of one to four clauses of every kind."""
    ask = _Asking(vocabulary)
    kinds = (
        *(ask.plain, ask.beginning, ask.presence, ask.fielded),
        *(ask.boosted, ask.fuzzy, ask.anything),
    )
    for number in range(count):
        # What only excludes finds nearly everybody, which takes long.
        made = kinds[number % len(kinds)] if number % 40 else ask.excluding
        words = range(ask.chosen.randint(1, 4))
        if number % 10 == 5:
            yield [clause for _ in words for clause in ask.typed()]
        else:
            yield [made() for _ in words]
