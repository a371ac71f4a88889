"""One person with two profiles is noticed; two people who share a venture are left alone."""

from __future__ import annotations

import random
import string
import time
from collections.abc import Mapping
from typing import Any

import pytest

from sitegen.duplicates import are_near, duplicate_problems, name_words, same_address
from sitegen.frontmatter import Source
from sitegen.memo import Memo
from sitegen.models import Profile
from sitegen.validate import Entry
from tests import factories

NEAR = (
    ("Tom Baker", "Baker Tom"),
    ("Tom Baker", "tom BAKER"),
    ("Amina Diallo", "Amina Dialo"),
    ("Amina Diallo", "Imina Diallo"),
    ("Amina Diallo", "Amnia Diallo"),
    ("Amina Diallo", "Diallo Aminaa"),
    ("Amina Diallo", "A. Diallo"),
    ("Amina Bintou Diallo", "A. B. Diallo"),
    ("Amina Diallo", "Diallo, A."),
    ("Amina Diallo", "Amina Bintou Diallo"),
    ("Amina Diallo", "Amina B. Diallo"),
    ("Łukasz Żółć", "Lukasz Zolc"),
    ("Jürgen Müller", "Juergen Mueller"),
    ("José Peña", "Jose Pena"),
    ("Søren Ødegård", "Soren Odegard"),
    ("ليلى حداد", "حداد ليلى"),
)
APART = (
    ("Tom Baker", "Ann Baker"),
    ("Tom Baker", "Tim Booker"),
    ("A. Diallo", "B. Diallo"),
    ("Amina Diallo", "B. Diallo"),
    ("Ana Li", "Ann Li"),
    ("Person 0001", "Person 0002"),
    ("Amina", "Amina Diallo"),
    ("Tom Edward Baker", "Tom Simon Baker"),
    ("木村 太郎", "木村 次郎"),
)


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_near_names_are_near_either_way(one: str, other: str) -> None:
    assert are_near(name_words(one), name_words(other))
    assert are_near(name_words(other), name_words(one))
    assert found(a={"name": one}, b={"name": other}) == [("b", "P080", "a")]
    assert found(a={"name": other}, b={"name": one}) == [("b", "P080", "a")]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_names_are_not(one: str, other: str) -> None:
    assert not are_near(name_words(one), name_words(other))
    assert found(a={"name": one}, b={"name": other}) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://baker.example",
        "https://www.baker.example/",
        "https://WWW.Baker.example/index.html",
        "https://baker.example/#me",
        "https://baker.example:443/",
    ],
)
def test_an_address_is_compared_without_what_does_not_matter(url: str) -> None:
    assert same_address(url) == "baker.example"


def links(*urls: str) -> list[dict[str, str]]:
    return [{"label": "Me", "url": url} for url in urls]


def founded(name: str, role: str = "founder", url: str | None = None) -> list[dict[str, Any]]:
    site = {"url": url} if url else {}
    return [{"name": name, "role": role, "from": 1998, "outcome": "running", **site}]


TOM = {"name": "Tom Baker"}
ANN = {"name": "Ann Cole"}
TED = {"name": "Ted Baker"}
MILL = "https://mill.example"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            {**TOM, "links": links("https://www.baker.example/")},
            {**ANN, "links": links("https://talks.example/1", "https://baker.example")},
            [("b", "P129", "a")],
            id="one website",
        ),
        pytest.param(
            {**TOM, "links": links("https://talks.example/succession")},
            {**ANN, "links": links("https://talks.example/closing")},
            [],
            id="two talks at one place",
        ),
        pytest.param(
            {**TOM, "github": "tom-baker"},
            {**ANN, "github": "Tom-Baker"},
            [("b", "P129", "a")],
            id="one account",
        ),
        pytest.param(
            {**TOM, "github_id": 7, "github": "tom"},
            {**ANN, "github_id": 7, "github": "tommy"},
            [("b", "P129", "a")],
            id="one account that was renamed",
        ),
        pytest.param(
            {**TOM, "github": "helper"},
            {**ANN, "github": "helper", "assisted": "yes"},
            [],
            id="somebody who writes for another",
        ),
        pytest.param(
            {**TOM, "ventures": founded("The Mill")},
            {**TED, "ventures": founded("the mill", "co-founder")},
            [("b", "P129", "a")],
            id="one venture founded by names that could be one",
        ),
        pytest.param(
            {**TOM, "ventures": founded("The Mill", url=MILL)},
            {**TED, "ventures": founded("Mill Ltd", url=f"{MILL}/")},
            [("b", "P129", "a")],
            id="one venture by its website",
        ),
        pytest.param(
            {**TOM, "ventures": founded("The Mill", url=MILL), "links": links(MILL)},
            {**ANN, "ventures": founded("The Mill", url=MILL), "links": links(MILL)},
            [],
            id="two founders of one venture",
        ),
        pytest.param(
            {**TOM, "links": links(MILL)},
            {**ANN, "ventures": founded("The Mill", url=MILL), "links": links(MILL)},
            [],
            id="a venture that another links to",
        ),
        pytest.param(
            {**TOM, "ventures": founded("The Mill")},
            {"name": "Ann Baker", "ventures": founded("The Mill")},
            [],
            id="a family that founded together",
        ),
        pytest.param(
            {**TOM, "ventures": founded("The Mill")},
            {**TED, "ventures": founded("The Mill", "treasurer")},
            [],
            id="one venture, one founder",
        ),
    ],
)
def test_what_two_profiles_share(
    one: Mapping[str, Any], other: Mapping[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert found(a=one, b=other) == expected


def entry(slug: str, fields: Mapping[str, Any]) -> Entry:
    profile = factories.profile(**fields)
    source = Source(f"content/profiles/{slug}.md", {})
    return Entry(slug, profile, source)


def found(**profiles: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    entries = {slug: entry(slug, fields) for slug, fields in profiles.items()}
    problems = list(duplicate_problems(entries))
    assert {problem.severity for problem in problems} <= {"warning"}
    for slug, fields in profiles.items():
        for field in fields:
            # What was found before somebody wrote this changes nothing.
            memo, less = Memo(), {name: fields[name] for name in fields if name != field}
            list(duplicate_problems(entries | {slug: entry(slug, less)}, memo))
            assert list(duplicate_problems(entries, memo)) == problems
    return [(p.path.rsplit("/", 1)[1][:-3], p.code, p.params["other"]) for p in problems]


def test_ten_thousand_profiles_take_no_quadratic_time() -> None:
    chance = random.Random(7)  # noqa: S311

    def word() -> str:
        return "".join(chance.choices(string.ascii_lowercase, k=chance.randint(4, 9)))

    families = [word() for _ in range(300)]
    plain = factories.profile()

    def entries(count: int) -> dict[str, Entry]:
        made = {}
        for number in range(count):
            name = f"{word()} {chance.choice(families)}"
            profile: Profile = plain.model_copy(update={"name": name})
            made[f"p{number}"] = Entry(f"p{number}", profile, Source("p", {}))
        return made

    def seconds(count: int) -> float:
        made = entries(count)
        start = time.process_time()
        list(duplicate_problems(made))
        return time.process_time() - start

    few, many = seconds(1_000), seconds(10_000)
    assert many < 30 * few + 0.5
