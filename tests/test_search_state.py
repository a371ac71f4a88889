"""The state of the search page: what an address asks for, and what is said of it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.scripts import run_module

MODULE = """
import * as state from "./js/search/state.js";
import { pageCount, pagesAround } from "./js/search/pager.js";
import { nearestFeed } from "./js/search/feeds.js";
import { countSentence, counted, fill, pageTitle } from "./js/search/sentences.js";
const plain = (it) => ({
  ...it, filters: Object.fromEntries([...it.filters].map(([key, all]) => [key, [...all]])),
});
const knows = (group, value) => value !== "unknown" && `${group} ${value}` !== "skill-level 4";
const read = (search) => state.readState(search, knows);
const forms = (one, other) => [{ n: 1, text: one }, { n: 2, text: other }];
const words = {
  lang: "en", forWords: "{counts} for “{query}”", filtered: "{counts}, filtered by {filters}",
  forWordsFiltered: "{counts} for “{query}”, filtered by {filters}",
  nonePeople: "Nobody found", noneAssignments: "No assignment found", pageNumber: "page {n}",
  counted: new Map([
    ["people", forms("{count} person", "{count} people")],
    ["peopleOf", forms("{count} of {total} person", "{count} of {total} people")],
    ["assignments", forms("{count} assignment", "{count} assignments")],
    ["assignmentsOf", forms("{count} of {total} assignment", "{count} of {total} assignments")],
  ]),
};
const does = {
  read: (search) => plain(read(search)),
  again: (search) => state.writeState(read(search)),
  bare: (search) => state.isBare(read(search)),
  cleared: (search) => state.writeState(state.withoutFilters(read(search))),
  removed: (search) => state.filtersInUse(read(search)).map(({ group, value, without }) =>
    [group, value, state.writeState(without)]),
  ticked: ([search, group, value, on]) =>
    state.writeState(state.withValue(read(search), group, value, on)),
  pages: ([present, count]) => pagesAround(present, count),
  count: pageCount,
  sentence: (what) => countSentence(words, what),
  feed: (search) => nearestFeed(read(search))?.path ?? null,
  title: ([what, bare]) => pageTitle(words, what, bare),
};
export default (asked) => asked.map(([what, given]) => does[what](given));
"""

BARE = {
    "q": "",
    "show": "people",
    "filters": {},
    "levels": {},
    "freeBy": "",
    "days": 0,
    "sort": "",
    "page": 1,
    "some": False,
    "exact": False,
}
READ: dict[str, tuple[str, dict[str, Any]]] = {
    "nothing": ("", {}),
    "words without the blanks around them": ("?q=%20water%20%20fees%20", {"q": "water  fees"}),
    "words cut at two hundred characters": (f"?q={'a' * 300}", {"q": "a" * 200}),
    "several values of a group": (
        "?language=fr&language=sw&country=KE",
        {"filters": {"language": ["fr", "sw"], "country": ["KE"]}},
    ),
    "a value twice is one": ("?silo=ngo&silo=ngo", {"filters": {"silo": ["ngo"]}}),
    "values that no facet has are dropped": ("?silo=unknown&skill=unknown", {}),
    "groups that do not exist are dropped": ("?colour=red", {}),
    "levels": (
        "?skill-level=3&language-level=B2",
        {"levels": {"skill": 3, "language": "B2"}},
    ),
    "levels that do not exist are dropped": ("?skill-level=9&language-level=D1", {}),
    "levels that the page does not offer are dropped": ("?skill-level=4", {}),
    "a day and days a month": ("?free-by=2027-03-01&days=8", {"freeBy": "2027-03-01", "days": 8}),
    "a day that no calendar has is dropped": ("?free-by=2027-02-30", {}),
    "a month that no calendar has is dropped": ("?free-by=2027-13-01", {}),
    "a day far from now is dropped": ("?free-by=0000-01-01&free-by=9999-12-31", {}),
    "a day in words is dropped": ("?free-by=soon&days=many", {}),
    "no month has more days": ("?days=99999", {"days": 31}),
    "kind, order, page": (
        "?show=assignments&sort=name&page=3&words=some",
        {"show": "assignments", "sort": "name", "page": 3, "some": True},
    ),
    "words as they were typed": ("?q=watter&words=exact", {"q": "watter", "exact": True}),
    "kinds, orders and pages that do not exist are dropped": (
        "?show=all&sort=price&page=0&words=none",
        {},
    ),
}


@cache
def answers(asked: tuple[tuple[str, str], ...]) -> list[Any]:
    found: list[Any] = run_module(MODULE, asked)
    return found


def answer(what: str, given: Any) -> Any:
    return run_module(MODULE, [[what, given]])[0]


def test_an_address_is_read_as_a_state() -> None:
    found = answers(tuple(("read", search) for search, _ in READ.values()))
    for (name, (_, parts)), state in zip(READ.items(), found, strict=True):
        assert (name, state) == (name, {**BARE, **parts})


def test_an_address_that_we_make_has_one_order_and_is_read_back() -> None:
    mixed = (
        "?page=2&words=some&sort=name&days=8&free-by=2027-03-01&language-level=B2&skill-level=3"
        "&vetting=interviewed&language=fr&country=KE&family=a&show=assignments&q=a%26b+%2Bc"
    )
    ordered = (
        "?q=a%26b+%2Bc&show=assignments&family=a&country=KE&language=fr&vetting=interviewed"
        "&skill-level=3&language-level=B2&free-by=2027-03-01&days=8&sort=name&words=some&page=2"
    )
    assert answers((("again", mixed), ("again", ordered), ("again", ""))) == [ordered, ordered, ""]


def test_a_change_goes_back_to_the_first_page_and_keeps_the_rest() -> None:
    found = run_module(
        MODULE,
        [
            ["ticked", ["?q=water&silo=ngo&page=3", "country", "KE", True]],
            ["ticked", ["?q=water&silo=ngo&page=3", "silo", "ngo", False]],
            ["cleared", "?q=water&silo=ngo&skill-level=2&days=4&sort=name&show=assignments&page=2"],
        ],
    )
    assert found == [
        "?q=water&silo=ngo&country=KE",
        "?q=water",
        "?q=water&show=assignments&sort=name",
    ]


def test_each_filter_in_use_knows_the_state_without_it() -> None:
    search = "?silo=ngo&country=KE&skill-level=3&language-level=B2&free-by=2027-03-01&days=8"
    assert answer("removed", search) == [
        ["silo", "ngo", search.replace("silo=ngo&", "")],
        ["country", "KE", search.replace("country=KE&", "")],
        ["skill-level", "3", search.replace("skill-level=3&", "")],
        ["language-level", "B2", search.replace("language-level=B2&", "")],
        ["free-by", "2027-03-01", search.replace("free-by=2027-03-01&", "")],
        ["days", "8", search.replace("&days=8", "")],
    ]


def test_the_page_as_it_was_built_answers_only_who_asks_for_nothing() -> None:
    asked = ("", "?sort=name", "?q=+", "?silo=unknown", "?q=a", "?page=2", "?sort=confirmed")
    assert answers(tuple(("bare", search) for search in asked)) == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        pytest.param({"count": 60}, "60 people", id="everybody"),
        pytest.param(
            {"count": 12, "query": "water"}, "12 of 60 people for “water”", id="for words"
        ),
        pytest.param(
            {"count": 1, "query": "water", "filters": ["Kenya or Peru", "French"]},
            "1 of 60 people for “water”, filtered by Kenya or Peru; French",
            id="for words, filtered",
        ),
        pytest.param(
            {"count": 7, "filters": ["Kenya"]}, "7 of 60 people, filtered by Kenya", id="filtered"
        ),
        pytest.param({"count": 0, "query": "zzz"}, "Nobody found for “zzz”", id="nobody"),
        pytest.param(
            {"kind": "assignments", "count": 0, "filters": ["Kenya"]},
            "No assignment found, filtered by Kenya",
            id="no assignment",
        ),
        pytest.param(
            {"count": 2, "query": "{filters}", "filters": ["Kenya"]},
            "2 of 60 people for “{filters}”, filtered by Kenya",
            id="braces in what was typed",
        ),
    ],
)
def test_one_sentence_says_how_many_of_what_for_what(what: dict[str, Any], expected: str) -> None:
    given = {"kind": "people", "total": 60, "query": "", "filters": [], **what}
    assert answer("sentence", given) == expected


def test_the_title_says_what_was_asked_for() -> None:
    found = run_module(
        MODULE,
        [
            ["title", [{"query": "water", "filters": ["Kenya"], "page": 2}, "Search · Here"]],
            ["title", [{"query": "", "filters": ["Kenya"], "page": 1}, "Search · Here"]],
        ],
    )
    assert found == ["water, Kenya · page 2 · Search · Here", "Kenya · Search · Here"]


def test_pages_are_linked_at_the_ends_and_around_the_present_one() -> None:
    asked = [["pages", given] for given in ([1, 1], [1, 3], [5, 9], [4, 9], [500, 500])]
    counts = [["count", results] for results in (0, 20, 21, 10_000)]
    assert run_module(MODULE, [*asked, *counts]) == [
        [1],
        [1, 2, 3],
        [1, 0, 4, 5, 6, 0, 9],
        [1, 2, 3, 4, 5, 0, 9],
        [1, 0, 499, 500],
        1,
        1,
        2,
        500,
    ]


def test_the_nearest_feed_is_that_of_a_skill_or_a_sector_else_that_of_assignments() -> None:
    asked = (
        "?skill=water-governance&sector=dairy&country=KE",
        "?sector=dairy&show=assignments",
        "?country=KE&show=assignments",
        "?country=KE&q=water",
    )
    assert answers(tuple(("feed", search) for search in asked)) == [
        "skills/water-governance/feed.xml",
        "sectors/dairy/feed.xml",
        "assignments/feed.xml",
        None,
    ]
