"""The files say what drafts of the same would; people are counted and ordered as Python does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from sitegen.directory import Person, Posting
from sitegen.i18n import Translator
from sitegen.inbrowser.files import matching_files
from sitegen.matching.conditions import CONDITIONS, judge, money
from sitegen.matching.results import Check, Reason
from sitegen.models import Assignment
from sitegen.models.assignment import LanguageNeeds
from sitegen.models.offer import DayRate
from sitegen.pages import words_for
from sitegen.urls import Urls
from tests.conftest import ROOT
from tests.inbrowser.reference import Asked, Reference, standing
from tests.inbrowser.world import published, world
from tests.scripts import node, run_module

pytestmark = pytest.mark.skipif(node() is None, reason="no Node here")
COUNT = 80
MODULE = (ROOT / "tests" / "inbrowser" / "columns.js").read_text("utf-8")
# What only a draft says, and what only the files do.
OF_DRAFTS = {"rate", "isListed", "isMatched", "evidence"}


@cache
def reference() -> Reference:
    return Reference(world(COUNT).directory)


@cache
def files() -> Mapping[str, bytes]:
    words = words_for(world(COUNT).directory, Translator(), Urls("https://a.example/b/"))
    return matching_files(words)


@cache
def found() -> Any:
    made = world(COUNT)
    data = {
        "files": {path: raw.decode() for path, raw in files().items()},
        "slugs": [person.slug for person in reference().people],
        "profiles": made.profiles,
        "published": published(made.directory),
        "postings": made.postings,
    }
    return run_module(MODULE, data)


def test_everybody_who_takes_part_is_there_and_nobody_else() -> None:
    taking_part = {p.slug for p in reference().people if p.is_matched}
    assert set(found()["said"]) == taking_part
    assert found()["of"] == len(taking_part) < COUNT


def test_a_draft_says_what_the_columns_say_of_the_same_person() -> None:
    for person, draft in zip(reference().people, found()["drafts"], strict=True):
        if person.is_matched:
            said = found()["said"][person.slug]
            assert {k: v for k, v in draft.items() if k not in OF_DRAFTS | {"band"}} == {
                k: v for k, v in said.items() if k != "band"
            }


def test_a_draft_asks_what_the_file_asks_of_the_same_assignment() -> None:
    path = next(path for path in files() if "/assignments-" in path)
    rows = {row["slug"]: row for row in json.loads(files()[path])}
    for posting, draft in zip(reference().postings, found()["asked"], strict=True):
        row = rows[posting.slug]
        if row["anonymous"]:
            assert row["parties"] == []
            draft = {**draft, "parties": []}
        assert draft == {k: v for k, v in row.items() if k not in ("slug", "title", "url")}
    assert [slug for slug, _, _ in found()["addresses"]] == list(rows)
    assert found()["addresses"][0][2].startswith("/b/assignments/")


def banded(person: Person, posting: Posting) -> Check:
    """The condition of money for whoever asks any rate of the band: the same, or to ask."""
    directory = reference().directory
    rate = person.profile.engagement.day_rate
    band = directory.site.band_of(rate.min, rate.currency) if rate else None
    if band is None:
        return money(asking(person, None), posting, directory)
    place = directory.site.bands.index(band)
    lowest = (directory.site.bands[place - 1].up_to or 0) + 1 if place else 1
    low, high = (
        money(asking(person, amount), posting, directory)
        for amount in (lowest, band.up_to or 1_000_000)
    )
    return low if low == high else Check("money", "not-stated", Reason("money-ask"))


def asking(person: Person, amount: int | None) -> Person:
    rate = DayRate.model_construct(min=amount, currency="EUR") if amount else None
    engagement = person.profile.engagement.model_copy(update={"day_rate": rate})
    return replace(person, profile=person.profile.model_copy(update={"engagement": engagement}))


def told(check: Check) -> list[Any]:
    return [check.state, check.reason.code, check.relaxed]


def test_a_band_says_what_holds_for_all_its_rates_and_else_to_ask() -> None:
    people = reference().directory.people
    seen = set()
    for slug, row in zip(found()["said"], found()["money"], strict=True):
        for posting, answer in zip(reference().postings, row, strict=True):
            assert answer == told(banded(people[slug], posting))
            exact = money(people[slug], posting, reference().directory)
            if answer[0] != "not-stated":
                assert answer == told(exact)
            seen.add((answer[1], answer[2]))
    assert {code for code, _ in seen} >= {"money-yes", "money-partly", "money-no", "money-ask"}
    assert {("money-no", True), ("money-no", False), ("money-no-rate", False)} <= seen


def failing(posting: Posting) -> dict[str, frozenset[str]]:
    """The conditions that each fails of those who have something of what is required."""
    place = {p.slug: n for n, p in enumerate(reference().people)}
    asked = next(a for a in reference().asked if a.posting.slug == posting.slug)
    found: dict[str, frozenset[str]] = {}
    for person in reference().people:
        if person.is_matched and asked.missing[place[person.slug]] < len(asked.required):
            checks = [*judge(person, posting, reference().directory)]
            checks = [banded(person, posting) if c.condition == "money" else c for c in checks]
            found[person.slug] = frozenset(c.condition for c in checks if c.state == "no")
    return found


def test_so_many_fit_and_each_condition_costs_so_much() -> None:
    for posting, count in zip(reference().postings, found()["counts"], strict=True):
        failed = failing(posting)
        assert count["able"] == len(failed)
        assert len(count["order"]) == sum(not names for names in failed.values())
        assert {cost["condition"]: cost["costs"] for cost in count["costs"]} == {
            condition.name: sum(names == {condition.name} for names in failed.values())
            for condition in CONDITIONS
        }


def lowered(needs: LanguageNeeds, change: Mapping[str, Any]) -> LanguageNeeds:
    def lower(levels: Mapping[str, str]) -> dict[str, str]:
        left = {tag: level for tag, level in levels.items() if tag != change["language"] or to}
        return {tag: to if tag == change["language"] else level for tag, level in left.items()}

    to, choice = change["to"], change["choice"]
    if choice is None:
        return needs.model_copy(update={"everyone": lower(needs.everyone)})
    choices = [*needs.any_of]
    choices[choice] = lower(choices[choice])
    return needs.model_copy(update={"any_of": tuple(choices)})


def easier(asked: Assignment, change: Mapping[str, Any]) -> Assignment:
    """The assignment with a little less asked."""
    what, to = change["what"], change["to"]
    if what == "language":
        return asked.model_copy(update={"languages": lowered(asked.languages, change)})
    if what == "starts":
        return asked.model_copy(update={"starts": date.fromisoformat(to)})
    part, field, value = {
        "team": ("team", "max", to),
        "days": ("work", "days_per_month", to),
        "mode": ("work", "mode", to),
        "budget": ("budget", "max_day_rate", to),
        "contract": ("contract", "forms", ()),
    }[what]
    return asked.model_copy(update={part: getattr(asked, part).model_copy(update={field: value})})


def test_a_step_leaves_as_many_as_fit_when_that_is_asked() -> None:
    seen: Counter[str] = Counter()
    for posting, count in zip(reference().postings, found()["counts"], strict=True):
        for cost in count["costs"]:
            for step in cost["steps"]:
                change = step["change"]
                other = replace(posting, assignment=easier(posting.assignment, change))
                fit = sum(not names for names in failing(other).values())
                assert step["leaves"] == fit, (posting.slug, change)
                seen[change["what"]] += fit - len(count["order"])
    assert set(seen) == {"language", "team", "starts", "days", "mode", "budget", "contract"}
    # Each leaves more at least once.
    assert min(seen.values()) > 0


def by_points(asked: Asked, place: int) -> tuple[int, int, int]:
    missing, points = asked.missing[place], sum(asked.parts[place])
    return missing if missing > 1 else 0, -points, missing


def test_who_fits_is_ordered_by_the_points_of_the_skills() -> None:
    place = {p.slug: n for n, p in enumerate(reference().people)}
    orders = 0
    for posting, count in zip(reference().postings, found()["counts"], strict=True):
        asked = next(a for a in reference().asked if a.posting.slug == posting.slug)
        keys = {slug: by_points(asked, place[slug]) for slug in found()["said"]}
        fitting = {slug for slug, names in failing(posting).items() if not names}
        expected = sorted(
            (slug for slug in found()["said"] if slug in fitting), key=keys.__getitem__
        )
        assert count["order"] == expected
        orders += len(expected) > 2
    assert orders > 5


def test_assignments_that_fit_and_nearly_fit_come_best_first() -> None:
    directory, seen = reference().directory, 0
    for place, (person, lists) in enumerate(
        zip(reference().people, found()["fitting"], strict=True)
    ):
        stands = [
            standing([*judge(person, a.posting, directory)], a.missing[place], len(a.required))
            for a in reference().asked
        ]
        keys = [by_points(asked, place) for asked in reference().asked]
        for wanted, numbers in zip(("eligible", "nearly"), lists, strict=True):
            expected = [number for number, one in enumerate(stands) if one == wanted]
            assert numbers == sorted(expected, key=keys.__getitem__)
        seen += min(map(len, lists)) > 0
    assert seen > 10


def test_somebody_of_the_files_has_the_strengths_of_their_draft_once_evidence_is_there() -> None:
    assert found()["differing"] == []
