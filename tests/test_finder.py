"""The finder of guides counts in the browser what Python counts, and says only what is true."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from typing import Any

import pytest

from sitegen.directory import Directory, Person
from sitegen.i18n import Translator
from sitegen.inbrowser.finder import finder_files
from sitegen.matching.guides.compare import Pair
from sitegen.matching.guides.features import guide_of, seeker_of
from sitegen.matching.guides.points import TOPICS
from sitegen.matching.guides.score import first_parts, more_parts
from sitegen.matching.guides.terms import Terms
from sitegen.pages import words_for
from sitegen.urls import Urls
from sitegen.views.bridge import findable
from sitegen.views.finder import role_of
from tests.factories import TODAY, directory, profile
from tests.scripts import run_module

SEED, SEEKERS = 11, 160
EMPTY: Mapping[str, Any] = {
    "passage": "", "topics": [], "world": "", "sector": "", "years": 0, "role": "",
    "language": "", "region": "",
}  # fmt: skip
MODULE = """
import { fit } from "./js/guides/fit.js";

export default ({ data, asked }) =>
  asked.map((one) =>
    Object.fromEntries(data.guides.map((guide) => [guide.name, fit(one, guide, data)])),
  );
"""


def data_of(found: Directory) -> Any:
    files = finder_files(words_for(found, Translator(), Urls("https://directory.example/")))
    return json.loads(files["guides/finder.json"]) if files else None


def fits(found: Directory, *asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = run_module(
        MODULE, {"data": data_of(found), "asked": [{**EMPTY, **one} for one in asked]}
    )
    return answer


def questions(sample: Directory) -> list[dict[str, Any]]:
    """What readers may ask: a passage, what weighs, or both, and what they are leaving."""
    chance, vocabulary = random.Random(SEED), sample.vocabulary  # noqa: S311  # no secret
    found = []
    for _ in range(SEEKERS):
        topics = chance.sample(sorted(vocabulary.topics), chance.choice([0, 1, 1, 2, 3, 4]))
        passage = chance.choice([*vocabulary.passages, *[""] * 8]) if topics else ""
        found.append(
            {
                "passage": passage or ("" if topics else chance.choice([*vocabulary.passages])),
                "topics": topics,
                "world": chance.choice([*vocabulary.silos]),
                "sector": chance.choice([*vocabulary.sectors]),
                "years": chance.randint(1, 25),
                "language": chance.choice(["en", "en", "fr", "es", "pt"]),
            }
        )
    return found


def as_seeker(asked: Mapping[str, Any]) -> Person:
    """Somebody who would say the same in a file, with a role that is nobody's."""
    start = TODAY.year - asked["years"]
    venture = {"name": "Xy", "role": "xy", "from": start, "outcome": "running"}
    passage = {"passage": asked["passage"], "state": "in-it", "venture": "Xy"}
    fields = profile(
        languages={asked["language"]: "C1"},
        sectors=[asked["sector"]],
        ventures=[{**venture, "sectors": [asked["sector"]]}],
        silos={asked["world"]: 5},
        transitions=[passage] if asked["passage"] else [],
        guidance={"seeks": asked["topics"], "seeking_in_public": True},
    )
    return Person("xy", fields, "Nothing.", "fresh")


def test_the_browser_gives_the_points_that_python_gives(sample: Directory) -> None:
    asked = questions(sample)
    terms = Terms(sample.vocabulary)
    guides = {
        person.profile.name: guide_of(person, 1, terms, TODAY.year, private=False)
        for person in findable(sample)
    }
    differing, compared = [], 0
    for one, found in zip(asked, fits(sample, *asked), strict=True):
        seeker = seeker_of(as_seeker(one), terms, TODAY.year, (), private=False)
        for name, guide in guides.items():
            pair = Pair(seeker, guide, terms)
            parts = first_parts(pair)
            # Where somebody has been is asked as a region here and read from a country there.
            expected = {**parts, **more_parts(pair), "region": 0} if parts else None
            given = found[name] and found[name]["parts"]
            compared += given is not None
            differing += [(one, name, expected, given)] if given != expected else []
    assert differing[:3] == []
    assert compared > 300


def one_guide(**changes: Any) -> Directory:
    left = {"name": "Coop", "role": "co-founder and director", "from": 2000, "to": 2016,
            "outcome": "handed-over", "sectors": ["agriculture"]}  # fmt: skip
    passed = {"passage": "sold", "state": "through-it", "since": 2016, "venture": "Coop"}
    fields = {
        "ventures": [left],
        "silos": {"community": 12, "ngo": 1},
        "transitions": [passed],
        "guidance": {"offers": ["selling"], "privately": ["grief"], "capacity": 2},
    }
    return directory({"gil": profile(**{**fields, **changes})})


ALIKE: tuple[tuple[Mapping[str, Any], list[str]], ...] = (
    ({}, []),
    ({"passage": "sold", "years": 15}, ["years"]),
    ({"passage": "sold", "years": 8}, []),
    ({"role": "co-founder"}, ["role"]),
    ({"role": "founder"}, []),
    ({"world": "community", "sector": "agriculture"}, ["world", "sector"]),
    ({"world": "ngo", "sector": "health"}, []),
    ({"region": "north-africa"}, ["region"]),
)


def test_only_what_stands_in_the_file_is_called_alike() -> None:
    region = next(r for r in data_of(one_guide())["guides"][0]["areas"] if "africa" in r)
    asked = [{**one, "region": region} if "region" in one else one for one, _ in ALIKE]
    found = [guide["alike"] for answer in fits(one_guide(), *asked) for guide in answer.values()]
    given = [one for one, _ in ALIKE]
    assert [*zip(given, found, strict=True)] == [*ALIKE]


def test_more_than_three_things_that_weigh_count_as_three() -> None:
    topics = ["money", "family", "identity", "grief", "never-again"]
    found = one_guide(guidance={"offers": topics, "capacity": 2})
    ((three,), (five,)) = (
        answer.values() for answer in fits(found, {"topics": topics[:3]}, {"topics": topics})
    )
    assert three["parts"]["topics"] == five["parts"]["topics"] == TOPICS


NOBODY: Mapping[str, Mapping[str, Any]] = {
    "another passage": {"passage": "retiring"},
    "near it, and not what weighs": {"passage": "merged", "topics": ["money"]},
    "what is on asking only": {"topics": ["grief"]},
    "another language": {"passage": "sold", "language": "sw"},
}


def test_nobody_is_shown_who_has_nothing_to_tell() -> None:
    found = zip(NOBODY, fits(one_guide(), *NOBODY.values()), strict=True)
    assert dict(found) == {why: {"Ada Example": None} for why in NOBODY}


NOT_THERE: Mapping[str, Mapping[str, Any]] = {
    "pauses": {"guidance": {"offers": ["selling"], "paused": True}},
    "has no room": {"guidance": {"offers": ["selling"], "capacity": 0}},
    "is not matched": {"matched": False},
    "is not listed": {"listed": False},
    "has been through nothing": {"transitions": []},
}


@pytest.mark.parametrize("why", NOT_THERE)
def test_who_cannot_be_asked_is_not_in_the_file(why: str) -> None:
    assert data_of(one_guide(**NOT_THERE[why])) is None


def test_a_passage_counts_though_all_topics_are_on_asking() -> None:
    (guide,) = data_of(one_guide(guidance={"privately": ["grief"]}))["guides"]
    assert (guide["offers"], [*guide["passed"]]) == ([], ["sold"])
    assert "grief" not in json.dumps(guide)


@pytest.mark.parametrize(
    ("role", "expected"),
    [("founder and director", "founder"), ("Co-founder", "co-founder"), ("cofounder", "co-founder"),
     ("second director", "led"), ("project founder, later director", "founder")],
)  # fmt: skip
def test_a_role_is_one_of_three(role: str, expected: str) -> None:
    assert role_of(role) == expected
