"""Assignments that nobody wrote, seeded: as different from each other as those of the sample.

Common skills are asked for more often than rare ones, as they are listed more often; one in three
is for a team, one in four of clients stays unnamed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from benchmarks.people import LANGUAGES, TODAY, common, flow, several
from benchmarks.words import Prose, syllables
from sitegen.directory import Directory

# Most work is done in a few languages; each of them needs some people who speak it.
WORKING = LANGUAGES[:12]
MODES = ("remote", "remote", "hybrid", "onsite")


class InventedPostings:
    """Assignments out of one seed and the words of a sample directory, one after the other."""

    def __init__(self, seed: int, sample: Directory) -> None:
        self._chosen = random.Random(seed)
        self._vocabulary = sample.vocabulary
        self._prose = Prose(self._chosen, (posting.body for posting in sample.postings.values()))
        assignments = [posting.assignment for posting in sample.postings.values()]
        self._titles = [assignment.title for assignment in assignments]
        self._deliverables = [text for one in assignments for text in one.deliverables]
        self._skills = list(sample.vocabulary.skills)
        self._countries = sorted(
            {c for r in sample.vocabulary.regions.values() for c in r.countries}
        )
        for values in (self._skills, self._countries):
            self._chosen.shuffle(values)

    def posting(self) -> str:
        """The text of one more assignment."""
        lines = "".join(f"{key}: {flow(value)}\n" for key, value in self._head())
        return f"---\n{lines}---\n{self._prose.text(150, 300)}\n"

    def _head(self) -> Iterator[tuple[str, Any]]:
        chosen = self._chosen
        title = f"{self._prose.short(self._titles, 60)} {syllables(chosen, 2)}"
        yield "title", title[:80]
        yield "client", self._client()
        posted = TODAY - timedelta(chosen.randint(1, 60))
        yield "posted", posted
        yield "deadline", TODAY + timedelta(chosen.randint(5, 60))
        yield "starts", TODAY + timedelta(chosen.randint(70, 300))
        yield "status", "open"
        yield "skills", self._needs()
        yield "sectors", several(chosen, list(self._vocabulary.sectors), 1, 3)
        yield "silos", several(chosen, list(self._vocabulary.silos), 2, 3)
        yield "languages", self._languages()
        days = chosen.randint(2, 12)
        mode = chosen.choice(MODES)
        work = {"mode": mode, "days_per_month": days, "months": chosen.randint(2, 10)}
        if mode != "remote":
            work |= {"country": common(chosen, self._countries)}
        if mode == "hybrid":
            work |= {"onsite_days_per_month": min(days, chosen.randint(1, 4))}
        yield "work", work
        yield "kinds", several(chosen, list(self._vocabulary.kinds), 1, 2)
        most = chosen.randint(30, 120) * 10
        yield "budget", {"min_day_rate": most // 2, "max_day_rate": most, "currency": "EUR"}
        yield (
            "team",
            {"min": 2, "max": chosen.choice((3, 4))}
            if chosen.random() < 1 / 3
            else {
                "min": 1,
                "max": 1,
            },
        )
        yield "deliverables", [self._prose.short(self._deliverables, 160) for _ in range(2)]
        yield "contract", {"with": ["individual", "company"], "payment_days": 30}

    def _client(self) -> dict[str, Any]:
        silo = self._chosen.choice(list(self._vocabulary.silos))
        if self._chosen.random() < 1 / 4:
            return {"anonymous": "yes", "silo": silo}
        name = " ".join(syllables(self._chosen, k).title() for k in (2, 3))
        return {"name": name, "silo": silo, "consent": "yes"}

    def _needs(self) -> dict[str, Any]:
        wanted = self._chosen.randint(3, 6)
        skills = several(self._chosen, self._skills, wanted, wanted)
        split = self._chosen.randint(2, 3)
        needs = [{"skill": skill, "level": self._chosen.choice((2, 2, 3))} for skill in skills]
        return {"required": needs[:split], "desirable": needs[split:]}

    def _languages(self) -> dict[str, Any]:
        first, second = several(self._chosen, WORKING, 2, 2)
        found: dict[str, Any] = {"everyone": {first: "B2"}}
        if self._chosen.random() < 1 / 3:
            found["useful"] = {second: "B1"}
        return found
