"""A page that nobody confirms ages, sinks and leaves matching: by its own day and the build's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest

from sitegen.directory import Directory
from tests.factories import directory, profile


@pytest.mark.parametrize(
    ("today", "freshness", "first"),
    [
        (date(2026, 7, 15), "fresh", "ada"),
        (date(2026, 7, 16), "ageing", "ada"),
        (date(2027, 1, 15), "ageing", "ada"),
        (date(2027, 1, 16), "dormant", "ben"),
    ],
)
def test_a_page_ages_with_the_day_of_the_build(today: date, freshness: str, first: str) -> None:
    ada = profile(name="Ada", confirmed={"on": "2026-01-15"})
    ben = profile(name="Ben", confirmed={"on": "2026-12-01"})
    found = directory({"ada": ada, "ben": ben}, today=today)
    assert found.people["ada"].freshness == freshness
    assert found.people["ada"].is_matched == (freshness != "dormant")
    assert found.listed[0].slug == first


def test_a_dormant_page_says_so_and_stands_in_no_match(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    dormant = {slug for slug, who in sample.people.items() if who.freshness == "dormant"}
    assert len(dormant) >= 3
    for slug in dormant:
        assert b"Not confirmed since" in site[f"profiles/{slug}/index.html"], slug
    ranked = json.loads(site["api/v1/matches.json"])
    assert ranked["assignments"]
    matched = [raw for path, raw in site.items() if path.startswith("search/matching/people-")]
    for raw in (site["api/v1/matches.json"], *matched):
        assert [slug for slug in dormant if f'"{slug}"'.encode() in raw] == []
