"""The filters of the search page as they stand in its HTML."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

from sitegen.directory import Directory
from sitegen.facets import FACETS, facet_values
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.urls import Urls
from sitegen.views.filters import Group, filter_groups
from tests.factories import assignment, directory, profile

# The page with all its filters, before the first query.
MOST = 22_000


def groups(found: Directory) -> Mapping[str, Group]:
    translator = Translator()
    words = words_for(found, translator, Urls("https://directory.example/"))
    return {group.key: group for group in filter_groups(facet_values(found, translator), words)}


def test_there_is_a_group_for_each_facet_and_families_hold_their_skills() -> None:
    found = groups(directory({"ada": profile()}, {"plan": assignment()}))
    assert "family" not in found
    assert "guidance" not in found
    part = next(part for part in found["skill"].parts if part.column == "skill-governance")
    assert (part.label, part.whole_facet) == ("Governance", "family")
    assert part.whole and (part.whole.id, part.whole.people) == ("governance", 1)
    assert [choice.id for choice in part.choices] == ["cooperative-governance"]
    assert [level for level, _ in found["language"].least] == ["A2", "B1", "B2", "C1", "C2"]


def test_a_value_stands_below_the_one_that_holds_it() -> None:
    found = groups(directory({"ada": profile(sectors=["dairy", "energy"])}))
    told = [(choice.id, choice.indent) for choice in found["sector"].parts[0].choices]
    assert told == [("agriculture", False), ("dairy", True), ("energy", False)]


def test_totals_count_those_who_travel_anywhere() -> None:
    people = {
        "ada": profile(works={"travel": ["anywhere"]}),
        "bo": profile(name="Bo Example", works={"travel": ["sahel"]}),
    }
    choices = groups(directory(people))["travel"].parts[0].choices
    totals = {choice.id: choice.people for choice in choices}
    assert (totals["anywhere"], totals["sahel"]) == (1, 2)


def test_every_value_of_the_sample_is_on_the_search_page_as_a_link(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    page = site["search/index.html"].decode()
    aside = page[page.index("<aside") : page.index("</aside>")]
    linked = re.findall(r'<li[^>]*><a href="/directory/([^"]+)">', aside)
    values = facet_values(sample, Translator())
    expected = {f"{f.collection}/{v.id.lower()}/" for f in FACETS for v in values[f.key]}
    assert set(linked) == expected
    assert len(linked) == len(expected)


def test_the_search_page_is_small_with_all_its_filters(site: Mapping[str, bytes]) -> None:
    assert len(gzip.compress(site["search/index.html"])) <= MOST
