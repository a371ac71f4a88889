"""Seeded profiles and assignments, as fields, so mixed that every condition comes out every way."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from tests.factories import ASSIGNMENT, PROFILE, TODAY, vocabulary

ValueT = TypeVar("ValueT")
Fields = Mapping[str, Any]

# Skills with others one step away, some that a passage shows, and far ones.
SKILLS = (
    "succession-planning", "founder-exit", "handing-to-staff", "handing-to-community",
    "cooperative-governance", "member-assemblies", "producer-groups", "employee-ownership",
    "board-development", "board-recruitment", "chairing-a-board", "founder-and-board",
    "water-governance", "commons-governance", "social-audits", "dairy-value-chains",
)  # fmt: skip
PASSAGES = ("handed-over-to-successor", "passed-to-staff", "handed-to-community")
LANGUAGES = ("fr", "en", "pt", "pt-BR", "zh-Hans", "zh-Hant", "zh", "ar", "sw", "ber")
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
COUNTRIES = ("MA", "SN", "FR", "DE", "KE")
REGIONS = ("maghreb", "west-africa", "sahel")
CITIES = ("Rabat", "Fès", "fes", "Meknès", "Saint-Louis")
SILOS = ("ngo", "community", "foundation", "corporate")
KINDS = ("advisory", "interim", "board", "project", "review")
FORMS = ("individual", "company", "cooperative", "association", "umbrella")
# The last has no rate in the table.
CURRENCIES = ("EUR", "EUR", "USD", "KES", "ISK")
NAMES = (
    "Weidegrond", "Weidegrund", "Example Dairy", "The Example Dairy of Meknès", "Águas Vivas",
    "Aguas vivas", "Caisse Example", "Kaisse Exemple", "Löwen eV", "水の会", "Trust",
)  # fmt: skip
URLS = (
    "https://www.weide.example/", "https://weide.example/about?x=1", "https://dairy.example",
    "https://WWW.Dairy.example:443/", "https://caisse.example/",
)  # fmt: skip
EVIDENCE = (
    "Prepared three successors.", "Worked well with everybody in every place.",
    "Led it through a hard time; others relied on it.", "Wrote the by-laws in Rabat.",
    "I've listened. People trusted me.", "準備しました。", "Grew it in ፪ villages, slowly.",
    "Went from 40 to 1900 members, " + "and then handed over what was left to those, " * 4 + "all",
    "Made — as they say – " + "-".join(("verylongwords",) * 9) + " of it",
)  # fmt: skip
BY = ("the vetting circle", "Example Fellowship")


class Varied:
    """Profiles, assignments and marks, one after the other, out of one seed."""

    def __init__(self, seed: int) -> None:
        self._chosen = random.Random(seed)  # noqa: S311  # no secret hangs on it

    def profile(self) -> dict[str, Any]:
        """The fields of somebody."""
        return {**PROFILE, **dict(self._person())}

    def assignment(self, status: str = "open") -> dict[str, Any]:
        """The fields of an assignment."""
        return {**ASSIGNMENT, **dict(self._posting()), "status": status}

    def marks(self) -> list[Mapping[str, Any]]:
        """Vetting marks for some; a mark confirms skills that are listed or not."""
        if not self._may(0.5):
            return []
        # Those that a passage shows are among the first.
        skills = self._some(SKILLS[:6], 0, 3)
        return [
            {
                "label": "references",
                "by": self._one(BY),
                "on": TODAY - timedelta(30),
                "until": TODAY + timedelta(self._one((-10, 300))),
                "skills": [{"skill": skill, "level": self._level()} for skill in skills],
            }
        ]

    def _person(self) -> Iterator[tuple[str, Any]]:
        may, one, some = self._may, self._one, self._some
        home = {"country": one(COUNTRIES), **({"city": one(CITIES)} if may(0.6) else {})}
        yield "based_in", home if may(0.8) else {"region": one(REGIONS), "city": "Rabat"}
        yield "languages", {tag: one(LEVELS) for tag in some(LANGUAGES, 1, 4)}
        # A few write phrases throughout.
        told = EVIDENCE[1:3] if may(0.2) else EVIDENCE
        yield "skills", [self._claim(skill, told) for skill in some(SKILLS, 1, 8)]
        yield (
            "availability",
            {
                "status": one(("open", "open", "open", "limited", "paused")),
                **({"from": self._day(-30, 220)} if may(0.6) else {}),
                **({"until": self._day(120, 400)} if may(0.3) else {}),
                **({"days_per_month": one((2, 4, 6, 8, 10))} if may(0.8) else {}),
            },
        )
        yield (
            "works",
            {
                "modes": some(("remote", "onsite", "hybrid"), 0, 3),
                "travel": one((["none"], ["anywhere"], [], some((*COUNTRIES, *REGIONS), 1, 2))),
                **({"days_away": one((0, 1, 2, 4, 8))} if may(0.7) else {}),
            },
        )
        rate = {"min": one((300, 450, 500, 549, 550, 551, 620, 800)), "currency": one(CURRENCIES)}
        yield (
            "engagement",
            {
                "kinds": some(KINDS, 0, 3),
                "contracts_as": some(FORMS, 0, 2),
                **({"day_rate": rate} if may(0.8) else {}),
                **({"pro_bono": one(("yes", "some", "no"))} if may(0.7) else {}),
            },
        )
        yield (
            "declines",
            {
                "sectors": some(tuple(vocabulary().sectors)[:6], 0, 1) if may(0.4) else [],
                "silos": some(SILOS, 0, 1) if may(0.4) else [],
            },
        )
        yield "interests", [self._organisation() for _ in range(one((0, 0, 1)))]
        yield "ventures", [self._venture() for _ in range(one((0, 1, 2)))]
        yield "transitions", [self._transition() for _ in range(one((0, 1, 2)))]
        yield "matched", may(0.95)
        yield "listed", may(0.95)
        yield "confirmed", {"on": TODAY - timedelta(one((10, 60, 184, 250, 300, 364, 366, 400)))}

    def _claim(self, skill: str, told: Sequence[str]) -> dict[str, Any]:
        level = self._level()
        claim = {"skill": skill, "level": level, "again": self._may(0.85)}
        return {**claim, "evidence": self._one(told)} if level > 2 or self._may(0.5) else claim

    def _organisation(self) -> dict[str, Any]:
        name = {"name": self._one(NAMES)}
        return {**name, "url": self._one(URLS)} if self._may(0.4) else name

    def _venture(self) -> dict[str, Any]:
        outcome = self._one(("running", "running", "handed-over", "closed"))
        ended = {"to": self._one((2014, 2020))} if self._may(0.5) else {}
        about = {"role": "founder", "from": 1998, "outcome": outcome}
        return {**self._organisation(), **about, **ended}

    def _transition(self) -> dict[str, Any]:
        state = self._one(("through-it", "through-it", "in-it"))
        since = {"since": self._one((2009, 2021))} if self._may(0.5) else {}
        return {"passage": self._one(PASSAGES), "state": state, **since}

    def _posting(self) -> Iterator[tuple[str, Any]]:
        may, one, some = self._may, self._one, self._some
        needs = some(SKILLS, 1, 5)
        wanted = one((1, 2, 3))
        yield (
            "skills",
            {
                "required": [{"skill": skill, "level": self._level()} for skill in needs[:wanted]],
                "desirable": [{"skill": skill, "level": self._level()} for skill in needs[wanted:]],
            },
        )
        named = {"name": one(NAMES), "consent": True} if may(0.75) else {"anonymous": True}
        url = {"url": one(URLS)} if "name" in named and may(0.4) else {}
        yield "client", {"silo": one(SILOS), "country": "NL", **named, **url}
        yield "excludes", [one(NAMES), self._organisation()] if may(0.3) else []
        yield "starts", self._day(20, 160) if may(0.85) else None
        yield "sectors", some(tuple(vocabulary().sectors)[:6], 0, 2)
        yield (
            "languages",
            {
                "everyone": self._spoken(0.5),
                "any_of": [self._spoken(1), self._spoken(1)] if may(0.25) else [],
                "in_team": self._spoken(0.4),
                "useful": self._spoken(0.4),
            },
        )
        yield (
            "work",
            {
                "mode": one(("remote", "remote", "hybrid", "onsite")),
                **({"country": one(COUNTRIES)} if may(0.8) else {}),
                **({"city": one(CITIES)} if may(0.5) else {}),
                **({"days_per_month": one((2, 4, 8, 12))} if may(0.8) else {}),
                **({"onsite_days_per_month": one((1, 2, 3, 6))} if may(0.5) else {}),
                **({"months": one((1, 3, 5, 12))} if may(0.8) else {}),
            },
        )
        yield "kinds", some(KINDS, 0, 2)
        yield "contract", {"with": some(FORMS, 0, 3)}
        paid = {"max_day_rate": one((400, 500, 600)), "currency": one(CURRENCIES)}
        free = {"pro_bono": True, "reason": "There is no money."}
        yield "budget", one((paid, paid, paid, free, None))
        yield "team", {"min": 1, "max": one((1, 3))}

    def _spoken(self, share: float) -> dict[str, str]:
        if not self._may(share):
            return {}
        return {tag: self._one(LEVELS[:5]) for tag in self._some(LANGUAGES, 1, 2)}

    def _level(self) -> int:
        return self._one((1, 2, 2, 3, 3, 4))

    def _day(self, first: int, last: int) -> date:
        return TODAY + timedelta(self._chosen.randint(first, last))

    def _may(self, share: float) -> bool:
        return self._chosen.random() < share

    def _one(self, values: Sequence[ValueT]) -> ValueT:
        return self._chosen.choice(values)

    def _some(self, values: Sequence[ValueT], least: int, most: int) -> list[ValueT]:
        return self._chosen.sample(values, self._chosen.randint(least, most))
