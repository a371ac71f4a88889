"""By which words people and assignments are found, and by which not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.factories import PROFILE, assignment, directory, profile
from tests.search.opened import search_of

WORDS = {
    "name": "Zyxa",
    "name in its own script": "أدا",
    "headline in another language": "passé",
    "alias of a skill in another language": "sucesión",
    "water in another language": "eau",
    "advocacy in another language": "plaidoyer",
    "alias of a sector": "farming",
    "a world in another language": "ONG",
    "a company's name for the family": "divestment",
    "region of the country": "maghreb",
    "country worked in": "Senegal",
    "city": "Rabat",
    "own words": "assemblies",
    "venture": "Tizwa",
    "evidence": "successors",
    "name with signs": "C++",
    "language": "French",
    "body": "charity",
}


def test_people_are_found_by_each_of_their_words() -> None:
    skills = [
        {"skill": "succession-planning", "level": 4, "evidence": "Prepared three successors."},
        {"skill": "water-governance", "level": 3, "evidence": "Wrote the rules in C++."},
        {"skill": "policy-advocacy", "level": 3, "evidence": "Was heard."},
    ]
    ada = profile(
        name="Zyxa",
        name_native="أدا",
        regions=["SN"],
        skills=skills,
        silos={"ngo": 9},
        in_my_words=["village assemblies"],
        ventures=[{"name": "Caisse Tizwa", "role": "founder", "from": 1998, "outcome": "left"}],
    )
    body = "A **charity**, and what became of it after the third year of rain."
    translations = {("ada", "fr"): "J'ai passé la main"}
    found = directory({"ada": ada}, bodies={"ada": body}, translations=translations)
    opened = search_of(found)
    assert [name for name, word in WORDS.items() if opened.found(word) != {"ada"}] == []


def test_signs_make_another_name() -> None:
    said = {"cpp": "C++", "sharp": "C#", "c": "C"}
    people = {slug: profile(in_my_words=[f"I write {word}"]) for slug, word in said.items()}
    opened = search_of(directory(people))
    assert {word: opened.found(word) for word in said.values()} == {
        "C++": {"cpp"},
        "C#": {"sharp"},
        "C": {"c"},
    }


def test_names_are_not_stemmed() -> None:
    opened = search_of(directory({"ada": profile(name="Ada Rivers")}))
    assert opened.found("rivers") == {"ada"}
    assert opened.found("river") == set()


def test_a_name_may_be_a_stop_word_and_a_text_has_none() -> None:
    people = {"may": profile(name="May Will"), "ada": profile(headline="What may be, will be done")}
    opened = search_of(directory(people))
    assert opened.found("May") == {"may"}
    assert opened.found("be") == set()


def test_a_half_typed_word_begins_a_term() -> None:
    opened = search_of(directory({"ada": profile(in_my_words=["generously"])}))
    assert [t for t in opened.postings if t.startswith("gener")] == ["gener", "generously"]


def test_evidence_is_told_apart_from_the_text() -> None:
    skills = [{"skill": "succession-planning", "level": 4, "evidence": "Wrote the Zyxa plan."}]
    ada = profile(skills=[*skills, *PROFILE["skills"][1:]])
    opened = search_of(directory({"ada": ada}, bodies={"ada": "What became of Zyxa."}))
    assert set(opened.postings["zyxa"]) == {"evidence", "body"}


def test_the_client_who_is_named_finds_the_assignment() -> None:
    assert search_of(directory(postings={"plan": assignment()})).found("Example") == {"plan"}


@pytest.mark.parametrize(
    ("people", "postings", "secret"),
    [
        pytest.param({"ada": profile(name="Zyxa", listed=False)}, {}, "zyxa", id="unlisted"),
        pytest.param({"ada": profile(declines={"note": "zyxa"})}, {}, "zyxa", id="declined"),
        pytest.param(
            {"ada": profile(interests=[{"name": "Zyxa"}])}, {}, "zyxa", id="interest declared"
        ),
        pytest.param(
            {"ada": profile(engagement={"day_rate": {"min": 98765, "currency": "EUR"}})},
            {},
            "98765",
            id="day rate",
        ),
        pytest.param(
            {"ada": profile(based_in={"region": "levant"})}, {}, "lebanon", id="country of a region"
        ),
        pytest.param(
            {},
            {
                "plan": assignment(
                    client={"anonymous": True, "silo": "foundation"}, excludes=[{"name": "Zyxa"}]
                )
            },
            "zyxa",
            id="excluded by an anonymous client",
        ),
        pytest.param(
            {}, {"plan": assignment(title="Zyxa", status="withdrawn")}, "zyxa", id="withdrawn"
        ),
        pytest.param(
            {},
            {"plan": assignment(title="Zyxa", deadline=date(2026, 11, 15))},
            "zyxa",
            id="deadline passed",
        ),
    ],
)
def test_what_is_not_for_searching_stands_in_no_file(
    people: Mapping[str, Any], postings: Mapping[str, Any], secret: str
) -> None:
    for raw in search_of(directory(people, postings)).files.values():
        assert secret not in raw.decode().lower()
