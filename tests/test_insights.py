"""Insights: what is counted, what a small count hides, and where every number leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.directory import Directory
from sitegen.facets import facet_values
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.urls import Urls
from sitegen.views.hidden import with_small_hidden
from sitegen.views.insights import Insights, insights
from tests.factories import assignment, directory, profile

ENGLISH = Translator()
FIELDS = ("agriculture", "education", "health", "energy")


def shown(found: Directory) -> Insights:
    values = facet_values(found, ENGLISH)
    words = words_for(found, ENGLISH, Urls("https://directory.example/"))
    return insights(values["skill"], values["sector"], words)


def people(count: int, prefix: str = "p", **fields: Any) -> dict[str, Any]:
    return {f"{prefix}{number}": profile(**fields) for number in range(count)}


def claims(*skills: str) -> dict[str, Any]:
    return {"skills": [{"skill": skill, "level": 2} for skill in skills]}


def asking(*skills: str, **more: Any) -> Any:
    return assignment(skills={"required": [{"skill": s, "level": 2} for s in skills]}, **more)


def labels(rows: Any) -> list[str]:
    return [row.label for row in rows]


@pytest.mark.parametrize(("holders", "rare"), [(0, True), (2, True), (3, False)])
def test_a_skill_is_rare_that_is_asked_for_and_fewer_than_the_smallest_count_list(
    holders: int, rare: bool
) -> None:
    found = shown(
        directory(
            people(holders, **claims("water-governance")),
            {"work": asking("water-governance")},
        )
    )
    assert ("Water governance" in labels(found.rare)) is rare


def test_asked_for_most_often_counts_assignments_and_hides_too_few_people() -> None:
    works = {f"w{n}": asking("water-governance", "savings-groups") for n in range(3)}
    everybody = people(4, "w", **claims("water-governance"))
    everybody |= people(2, "s", **claims("savings-groups"))
    found = shown(directory(everybody, works))
    assert [(row.skill.label, row.postings, row.people, row.share) for row in found.asked] == [
        ("Savings groups", 3, None, 0),
        ("Water governance", 3, 4, 100),
    ]


def test_nobody_asks_for_a_skill_that_no_open_assignment_names() -> None:
    everybody = people(3, "w", **claims("water-governance"))
    everybody |= people(4, "s", **claims("savings-groups"))
    everybody |= people(2, "d", **claims("dairy-value-chains"))
    works = {
        "open": asking("water-governance"),
        "withdrawn": asking("savings-groups", status="withdrawn"),
    }
    found = shown(directory(everybody, works))
    assert [(row.skill.label, row.people) for row in found.unasked] == [("Savings groups", 4)]


def test_only_listed_people_count() -> None:
    hidden = people(5, "h", listed=False, silos={"ngo": 3}, **claims("savings-groups"))
    found = shown(directory(people(2, "s", **claims("savings-groups")) | hidden))
    assert found.unasked == ()
    assert all(cell.count is None for row in found.heat for cell in row.cells)


def test_worlds_are_a_gap_when_too_few_know_both_and_those_asked_for_come_first() -> None:
    everybody = people(3, silos={"ngo": 4, "public": True, "community": 2})
    works = {"bridge": asking("water-governance", silos=["academia"])}
    gaps = shown(directory(everybody, works)).gaps
    pairs = {(gap.one.label, gap.other.label) for gap in gaps}
    assert ("Non-governmental organisation", "Government and public bodies") not in pairs
    assert len(gaps) == 28 - 3
    first = gaps[0]
    assert (first.one.label, first.other.label) == (
        "Foundation or philanthropy",
        "University or research",
    )
    assert labels(first.postings) == ["Exit plan for a dairy network"]
    assert not any(gap.postings for gap in gaps[1:])


def test_the_heat_counts_by_sector_of_the_first_level_and_leads_to_the_search() -> None:
    everybody = people(4, "a", sectors=["dairy"], silos={"ngo": 3, "public": True})
    everybody |= people(8, "b", sectors=["agriculture"], silos={"ngo": 3, "public": True})
    (row,) = shown(directory(everybody)).heat
    assert row.sector.label == "Agriculture and food"
    cells = [cell for cell in row.cells if cell.count]
    assert [(cell.count, cell.label, cell.shade) for cell in cells] == [
        (12, "12 people: Agriculture and food, NGO", 4),
        (12, "12 people: Agriculture and food, Public sector", 4),
    ]
    assert urlsplit(cells[0].url).path == "/search/"
    assert parse_qs(urlsplit(cells[0].url).query) == {"sector": ["agriculture"], "silo": ["ngo"]}


def test_the_smallest_count_of_the_site_decides() -> None:
    everybody = people(4, **claims("savings-groups"))
    limits = {"ageing_months": 6, "dormant_months": 12, "smallest_count": 5}
    assert shown(directory(everybody)).unasked
    assert shown(directory(everybody, thresholds=limits)).unasked == ()


TABLES: Mapping[str, tuple[list[list[int]], list[list[int | None]]]] = {
    "nothing is small": ([[3, 4], [5, 6]], [[3, 4], [5, 6]]),
    "an only gap takes a row and a column with it": (
        [[2, 7, 9], [8, 5, 6], [9, 9, 9]],
        [[None, None, 9], [None, None, 6], [9, 9, 9]],
    ),
    "two gaps in a row hide each other": (
        [[1, 2, 9], [0, 1, 8]],
        [[None, None, 9], [None, None, 8]],
    ),
    "nothing else is left": ([[1]], [[None]]),
    "no rows": ([], []),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_small_count_is_hidden_with_what_would_give_it_away(case: str) -> None:
    table, expected = TABLES[case]
    assert [list(row) for row in with_small_hidden(table, 3)] == expected


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 12), min_size=width, max_size=width), max_size=5
        )
    )
)
def test_no_gap_is_alone_in_its_row_or_column(table: list[list[int]]) -> None:
    rows = with_small_hidden(table, 3)
    for line in (*rows, *zip(*rows, strict=True)):
        assert not any(count is not None and count < 3 for count in line)
        assert line.count(None) != 1 or len(line) == 1
    counts = [(before, after) for one, other in zip(table, rows, strict=True)
              for before, after in zip(one, other, strict=True)]  # fmt: skip
    assert all(after in (None, before) for before, after in counts)


def test_the_page_shows_no_small_number_and_says_so(site: Mapping[str, bytes]) -> None:
    page = site["insights/index.html"].decode()
    numbers = [int(text) for text in re.findall(r"<td[^>]*>(?:<a [^>]*>)?(\d+)<", page)]
    assert len(numbers) > 20
    assert min(numbers) >= 3
    assert "A number below 3 is not shown, nor is one from which it could be worked out." in page


def test_every_page_leads_to_the_insights(site: Mapping[str, bytes]) -> None:
    for path in ("index.html", "assignments/index.html", "insights/index.html"):
        footer = site[path].decode().split('<footer class="foot">')[1]
        assert '<a href="/directory/insights/">Insights</a>' in footer


def test_a_count_is_that_of_the_list_it_leads_to(site: Mapping[str, bytes]) -> None:
    page = site["insights/index.html"].decode()
    rows = re.findall(
        r'<th scope="row"><a href="/directory/(skills/[^"]+)">[^<]*</a></th>(?:<td>\d+</td>)?'
        r"<td>(\d+)</td><td><svg",
        page,
    )
    assert len(rows) >= 12
    for address, count in rows:
        assert f"<h2>{count} people</h2>" in site[f"{address}index.html"].decode()
