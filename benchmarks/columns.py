"""How many bytes the facet columns of a large directory take, compressed.

`python -m benchmarks.columns [COUNT]` prints one line for each column. The people are made up at
random, seeded, as spread out as real ones or more: 3 to 15 of all skills, 2 to 4 languages.
"""

from __future__ import annotations

import gzip
import random
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sitegen.check import directory_of
from sitegen.directory import Directory, Mark, Person
from sitegen.i18n import CEFR, Translator
from sitegen.models import Profile, VettingMark
from sitegen.pages import words_for
from sitegen.read import read
from sitegen.search.columns import column_files
from sitegen.urls import Urls

SAMPLE = Path(__file__).parent.parent / "content"
SEED, COUNT, LIMIT = 20261116, 10_000, 40_000
COMMON = ("en", "fr", "es", "pt", "ar", "sw", "de", "hi", "ru", "id", "zh", "it", "nl", "bn", "ha")
RARE = ("am", "yo", "ig", "zu", "ki", "wo", "ln", "rw", "so", "ne", "ta", "te", "ur", "fa", "tr",
        "vi", "th", "km", "lo", "my", "mn", "ka", "hy", "uk", "pl", "cs", "hu", "ro", "bg", "el",
        "fi", "sv", "da", "ja", "ko", "qu", "gn", "ht", "mg", "ny")  # fmt: skip


class People:
    """Draws people, one after another."""

    def __init__(self, like: Directory) -> None:
        self.like, self.vocabulary = like, like.vocabulary
        self.chosen = random.Random(SEED)
        self.countries = sorted({c for r in self.vocabulary.regions.values() for c in r.countries})
        # Most people live in few countries.
        self.chosen.shuffle(self.countries)
        self.weights = [1 / (place + 3) for place in range(len(self.countries))]

    def some(self, ids: Any, least: int, most: int) -> list[str]:
        listed = list(ids)
        return self.chosen.sample(listed, min(len(listed), self.chosen.randint(least, most)))

    def languages(self) -> dict[str, str]:
        tags = {"en"} if self.chosen.random() < 0.8 else set()
        while len(tags) < 2 or (len(tags) < 4 and self.chosen.random() < 0.5):
            tags.add(self.chosen.choice(COMMON if self.chosen.random() < 0.7 else RARE))
        return {tag: self.chosen.choice(CEFR[2:]) for tag in sorted(tags)}

    def fields(self, number: int) -> dict[str, Any]:
        v, chosen, today = self.vocabulary, self.chosen, self.like.today
        country = chosen.choices(self.countries, self.weights)[0]
        skills = [
            {"skill": s, "level": str(chosen.choice((1, 2, 2, 3, 3, 4)))}
            for s in self.some(v.skills, 3, 15)
        ]
        offered: dict[str, Any] = {"status": chosen.choice(("open", "open", "limited", "paused"))}
        if chosen.random() < 0.4:
            offered["from"] = (today + timedelta(days=chosen.randint(1, 365))).isoformat()
        if chosen.random() < 0.2:
            offered["until"] = (today + timedelta(days=chosen.randint(370, 900))).isoformat()
        if chosen.random() < 0.8:
            offered["days_per_month"] = str(chosen.choice((2, 4, 5, 6, 8, 8, 10, 12, 15, 20)))
        travel = ["anywhere"] if chosen.random() < 0.15 else self.some(v.regions, 0, 3)
        worked = chosen.choices(self.countries, self.weights, k=2)
        confirmed = today - timedelta(days=min(360, int(chosen.expovariate(1 / 120))))
        return {
            "name": f"Person {number:06}",
            "headline": "Built it and handed it on",
            "based_in": {"country": country},
            "languages": self.languages(),
            "skills": skills,
            "sectors": self.some(v.sectors, 1, 5),
            "silos": dict.fromkeys(self.some(v.silos, 1, 4), "yes"),
            "regions": [*worked, *self.some(v.regions, 0, 1)],
            "availability": offered,
            "works": {"modes": self.some(("remote", "onsite", "hybrid"), 1, 3), "travel": travel},
            "engagement": {
                "kinds": self.some(v.kinds, 1, 5),
                "pro_bono": chosen.choice(("yes", "some", "some", "no")),
            },
            "guidance": {"offers": self.some(v.topics, 0, 4)},
            "consent": {"on": "2026-01-01", "wording": "v1"},
            "confirmed": {"on": confirmed.isoformat()},
        }  # fmt: skip

    def person(self, number: int) -> Person:
        profile = Profile.model_validate(self.fields(number))
        until = self.like.today + timedelta(days=100)
        labels = self.some(self.vocabulary.labels, 0, 4)
        said = [{"label": label, "by": "Us", "on": "2026-01-01"} for label in labels]
        marks = tuple(Mark(VettingMark.model_validate(mark), until, False) for mark in said)
        return Person(f"person-{number:06}", profile, "", "fresh", marks)


def synthetic(count: int) -> Directory:
    """The sample with other people: `count` of them."""
    like = directory_of(read(SAMPLE), None, date(2026, 11, 16))[0]
    people = People(like)
    drawn = (people.person(number) for number in range(count))
    return replace(like, people={person.slug: person for person in drawn})


def main(count: int) -> None:
    words = words_for(synthetic(count), Translator(), Urls("https://directory.example/"))
    total = 0
    for name, raw in sorted(column_files(words).items()):
        size = len(gzip.compress(raw, 6))
        total += size
        note = "  more than a group may have" if size > LIMIT else ""
        print(f"{name:28} {len(raw):9,} {size:8,}{note}")
    print(f"{'all':28} {'':9} {total:8,}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
