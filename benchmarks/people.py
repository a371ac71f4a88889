"""Profiles of people who do not exist, seeded: every field as varied as in a real directory.

What a directory of ten thousand would have: skills in two families and a few outside them, common
ones and rare ones; sectors, countries and languages likewise; names that nobody shares.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from benchmarks.words import Prose, syllables
from sitegen.directory import Directory
from sitegen.terms import fold

# One line for each would be a hundred.
LANGUAGES = (  # noqa: SIM905  # reads as words
    "en fr es pt ar sw hi de ru zh id bn ha am yo ig wo ff bm zu xh st sn ny rw lg so om ti mg fa "
    "ps ur pa gu mr ta te kn ml si ne my th km lo vi tl ms jv ja ko tr az ka hy uz kk ky mn uk pl "
    "cs sk hu ro bg sr hr sl el it ca eu gl nl sv nb da fi et lv lt he qu ay gn ht ber ln kg tw ee"
).split()
LEVELS = ("native", "C2", "C1", "B2", "B1", "A2")
ROLES = ("founder", "founder and director", "co-founder", "director", "chair", "trustee")
OUTCOMES = ("running", "handed-over", "merged", "acquired", "spun-out", "closed", "left")
STAGES = ("leading", "stepping-back", "between", "serial", "post-venture")
SCRIPTS = {
    "ar": "ابتجحدرسشصعفقكلمنهوي",
    "zh": "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗",
    "ru": "абвгдежзиклмнопрст",
    "hi": "कखगचजटडतदनपबमरलवसह",
    "am": "ሀለመረሰሸቀበተነአከወዘየደገ",
    "el": "αβγδεζηθικλμνοπρστ",
    "ko": "김이박최정강조윤장임한오서신권황안송류홍",
    "th": "กขคงจชดตถทนบปผพมยร",
}
TODAY = date(2026, 11, 16)


class Invented:
    """People out of one seed and the words of a sample directory, one after the other."""

    def __init__(self, seed: int, sample: Directory) -> None:
        self._chosen = random.Random(seed)
        self._vocabulary = sample.vocabulary
        profiles = [person.profile for person in sample.people.values()]
        self._prose = Prose(self._chosen, (person.body for person in sample.people.values()))
        claims = [claim for profile in profiles for claim in profile.skills]
        self._evidence = [claim.evidence for claim in claims if claim.evidence]
        self._headlines = [profile.headline for profile in profiles]
        self._phrases = [words for profile in profiles for words in profile.in_my_words]
        self._summaries = [v.summary for p in profiles for v in p.ventures if v.summary]
        self._families: dict[str, list[str]] = {}
        for skill in sample.vocabulary.skills.values():
            self._families.setdefault(skill.family, []).append(skill.id)
        self._countries = sorted(
            {c for r in sample.vocabulary.regions.values() for c in r.countries}
        )
        self._given = [syllables(self._chosen, self._chosen.choice((2, 2, 3))) for _ in range(400)]
        self._names: set[str] = set()
        # Shuffled once: which values are the common ones must not follow from the alphabet.
        for values in (self._countries, *self._families.values()):
            self._chosen.shuffle(values)

    def person(self) -> tuple[str, str]:
        """The slug and the text of one more profile."""
        given, family = self._name()
        head = dict(self._head(given, family))
        lines = "".join(f"{key}: {flow(value)}\n" for key, value in head.items())
        text = f"---\n{lines}---\n{self._prose.text(275, 405)}\n"
        return fold(f"{given}-{family}").replace(" ", "-"), text

    def vetting(self) -> str:
        """Marks for two in five people, else nothing."""
        if self._chosen.random() > 0.4:
            return ""
        labels = self._chosen.sample(sorted(self._vocabulary.labels), self._chosen.randint(1, 4))
        day = TODAY - timedelta(self._chosen.randint(10, 900))
        by = {"by": "the vetting circle", "on": day, "until": day + timedelta(1826)}
        return "".join(f"- {flow({'label': label, **by})}\n" for label in labels)

    def _name(self) -> tuple[str, str]:
        """A given name that others have too, and a family name of several syllables."""
        while True:
            parts = self._chosen.choice((1, 1, 1, 1, 2))
            family = [
                syllables(self._chosen, self._chosen.choice((2, 3, 3, 4))) for _ in range(parts)
            ]
            name = " ".join(part.title() for part in family)
            if name not in self._names and len(name) > 5:
                self._names.add(name)
                return common(self._chosen, self._given).title(), name

    def _head(self, given: str, family: str) -> Iterator[tuple[str, Any]]:
        languages = self._languages()
        yield "name", f"{given} {family}"
        native = next((SCRIPTS[tag] for tag in languages if tag in SCRIPTS), None)
        if native and self._chosen.random() < 0.5:
            yield (
                "name_native",
                " ".join("".join(self._chosen.choices(native, k=k)) for k in (2, 4)),
            )
        yield "sort_name", f"{family}, {given}"
        yield "headline", self._prose.short(self._headlines, 120)
        city = syllables(self._chosen, self._chosen.choice((1, 2, 2, 3))).title()
        yield "based_in", {"country": common(self._chosen, self._countries), "city": city}
        yield "languages", languages
        yield "stage", self._chosen.choice(STAGES)
        yield "skills", self._skills()
        words = self._chosen.sample(self._phrases, self._chosen.randint(0, 4))
        yield "in_my_words", [self._prose.short([phrase], 40).rstrip(".") for phrase in words]
        sectors = several(self._chosen, list(self._vocabulary.sectors), 1, 5)
        yield "sectors", sectors
        silos = several(self._chosen, list(self._vocabulary.silos), 1, 5)
        yield "silos", {silo: self._chosen.randint(1, 25) for silo in silos}
        yield "regions", several(self._chosen, [*self._vocabulary.regions, *self._countries], 0, 6)
        yield "ventures", [self._venture(sectors) for _ in range(self._chosen.choice((1, 1, 2, 3)))]
        yield from self._terms()
        yield from self._guidance()

    def _languages(self) -> dict[str, str]:
        tags = several(self._chosen, LANGUAGES, 1, 5)
        return {tag: LEVELS[min(n, 5)] for n, tag in enumerate(tags)}

    def _skills(self) -> list[dict[str, Any]]:
        """Three to fifteen: most in two families, the others wherever life led."""
        families = self._chosen.sample(sorted(self._families), 2)
        near = [skill for family in families for skill in self._families[family]]
        far = [skill for skills in self._families.values() for skill in skills]
        wanted = self._chosen.choice((3, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 12, 15))
        found: dict[str, None] = {}
        while len(found) < wanted:
            found[common(self._chosen, near if self._chosen.random() < 0.7 else far)] = None
        return [self._claim(skill) for skill in found]

    def _claim(self, skill: str) -> dict[str, Any]:
        level = self._chosen.choice((1, 2, 2, 3, 3, 4))
        claim = {"skill": skill, "level": level, "years": self._chosen.randint(1, 30)}
        if level >= 3 or self._chosen.random() < 0.5:
            claim["evidence"] = self._prose.short(self._evidence, 300)
        return claim

    def _venture(self, sectors: Sequence[str]) -> dict[str, Any]:
        name = " ".join(syllables(self._chosen, k).title() for k in (2, 3))
        start = self._chosen.randint(1985, 2015)
        return {
            "name": name,
            "role": self._chosen.choice(ROLES),
            "sectors": list(sectors[:2]),
            "from": start,
            "to": start + self._chosen.randint(2, 11),
            "outcome": self._chosen.choice(OUTCOMES),
            "reach": f"{self._chosen.randint(2, 900)} {self._prose.varied('villages members')}",
            "url": f"https://{fold(name).replace(' ', '-')}.example/",
            "summary": self._prose.short(self._summaries, 300),
        }

    def _terms(self) -> Iterator[tuple[str, Any]]:
        status = self._chosen.choice(("open", "open", "open", "limited", "paused"))
        start = TODAY + timedelta(self._chosen.randint(0, 500))
        days = {"days_per_month": self._chosen.randint(1, 20), "notice_weeks": 4}
        yield "availability", {"status": status, "from": start, **days}
        modes = several(self._chosen, ("remote", "hybrid", "onsite"), 1, 3)
        yield (
            "works",
            {"modes": modes, "travel": several(self._chosen, list(self._vocabulary.regions), 1, 4)},
        )
        low = self._chosen.randint(10, 90) * 10
        terms = {
            "kinds": several(self._chosen, list(self._vocabulary.kinds), 1, 4),
            "day_rate": {"min": low, "max": low + 200, "currency": "EUR"},
            "pro_bono": self._chosen.choice(("yes", "some", "some", "no")),
            "contracts_as": ["individual"],
        }
        yield "engagement", terms

    def _guidance(self) -> Iterator[tuple[str, Any]]:
        passage = common(self._chosen, list(self._vocabulary.passages))
        since = self._chosen.randint(2000, 2025)
        yield "transitions", [{"passage": passage, "state": "through-it", "since": since}]
        if self._chosen.random() < 0.4:
            topics = several(self._chosen, list(self._vocabulary.topics), 1, 5)
            yield "guidance", {"offers": topics, "capacity": 2}
        agreed = TODAY - timedelta(self._chosen.randint(500, 900))
        yield "consent", {"on": agreed, "wording": "v1"}
        # One in twenty has not answered for over a year.
        days = self._chosen.randint(370, 480) if self._chosen.random() < 0.05 else 0
        yield "confirmed", {"on": TODAY - timedelta(days or self._chosen.randint(0, 300))}


def common(chosen: random.Random, values: Sequence[str]) -> str:
    """One of the values, the first ones far more often."""
    return values[int(len(values) * chosen.random() ** 1.8)]


def several(chosen: random.Random, values: Sequence[str], least: int, most: int) -> list[str]:
    """Different ones of the values, so many."""
    found: dict[str, None] = {}
    wanted = chosen.randint(least, most)
    while len(found) < wanted:
        found[common(chosen, values)] = None
    return list(found)


def flow(value: Any) -> str:
    """A value as front matter has it, in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
