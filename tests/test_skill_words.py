"""The skills as the pages' scripts read them."""

from __future__ import annotations

import json
from typing import Any

from sitegen.prose import LONG_WORD, TAKEN_BACK
from sitegen.skill_words import skill_files
from sitegen.stems import STOP_WORDS
from tests.factories import vocabulary


def data(name: str, language: str = "en") -> Any:
    return json.loads(skill_files(vocabulary(), language)[f"data/{name}.json"])


def test_all_skills_are_there_with_their_words_in_two_files() -> None:
    skills, words = data("skills"), data("words")
    assert [row["id"] for row in skills["skills"]] == [*vocabulary().skills]
    row = next(row for row in skills["skills"] if row["id"] == "water-governance")
    assert (row["label"], row["family"]) == ("Water governance", "governance")
    assert row["aliases"][0] == "governing shared water"
    assert "gouvernance de l'eau" in words["water-governance"]
    for each in skills["skills"]:
        known = vocabulary().skills[each["id"]].aliases.values()
        both = [*each["aliases"], *words.get(each["id"], ())]
        assert sorted(both) == sorted(name for names in known for name in names)


def test_the_words_of_the_sites_own_language_come_first() -> None:
    row = next(row for row in data("skills", "fr")["skills"] if row["id"] == "water-governance")
    assert {"governing shared water", "gouvernance de l'eau"} <= {*row["aliases"]}
    assert "gobernanza del agua" in data("words", "fr")["water-governance"]
    assert "gouvernance de l'eau" not in data("words", "fr")["water-governance"]


def test_the_rule_of_what_is_told_goes_along() -> None:
    found = data("skills")
    assert (found["takenBack"], found["longWord"]) == ([*TAKEN_BACK], LONG_WORD)
    assert {*found["common"]} == STOP_WORDS
