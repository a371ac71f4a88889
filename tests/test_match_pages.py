"""Matches on the pages of people and assignments: in full form all, in strengths form no lack."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache

import pytest

from sitegen.directory import Directory
from sitegen.urls import Urls
from tests.factories import assignment, directory, profile, site_files

NEARLY = "Open assignments that nearly fit"
IN_THE_WAY = "One condition stands in the way of each, and a talk may settle it."
NOBODY = "Nobody fits well and meets every condition at present."
SKILL = "With water governance at level 2, one more required skill would be met."
LANGUAGE = "With French C1, no condition would stand in the way."
# The words that every change ends with.
CHANGE = re.compile(r"one more required skill would be met|no condition would stand in the way")


def small(public: str) -> Directory:
    """Ada fits but for one skill, Ben but for a step of French; Cai would, and takes a pause."""
    skills = [{"skill": "succession-planning", "level": 3}]
    both = [*skills, {"skill": "water-governance", "level": 2}]
    everyone = {"everyone": {"fr": "C1"}}
    english = {"everyone": {"fr": "C1", "en": "C1"}}
    people = {
        "ada": profile(name="Ada Fits"),
        "ben": profile(name="Ben Nearly", languages={"fr": "B2", "en": "C1"}),
        "cai": profile(name="Cai Away", languages={"fr": "B2"}, availability={"status": "paused"}),
    }
    postings = {
        "the-work": assignment(title="The work", skills={"required": both}, languages=everyone),
        "the-other": assignment(title="The other", skills={"required": skills}),
        "in-english": assignment(
            title="In English", skills={"required": skills}, languages=english
        ),
        "done": assignment(title="Gone", status="withdrawn", languages=everyone),
    }
    return directory(people, postings, matching={"public": public})


@cache
def pages(public: str) -> Mapping[str, str]:
    """What each page of the small site says, without its tags."""
    files = site_files(small(public), Urls("https://directory.example/"))
    return {
        path.removesuffix("/index.html"): words(raw)
        for path, raw in files.items()
        if path.endswith(".html")
    }


def words(page: bytes) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.decode())))


def after(page: str, heading: str) -> str:
    return page.partition(heading)[2]


def test_an_assignment_says_in_full_form_what_would_help_whom() -> None:
    fits, _, nearly = pages("full")["assignments/the-work"].partition("Nearly " + IN_THE_WAY)
    assert "Ada Fits" in fits and SKILL in fits
    assert "Ben Nearly" in nearly and LANGUAGE in nearly
    assert SKILL not in nearly, "one change at most"
    assert "whoever fits best comes first" in fits
    assert "the order means nothing" not in fits


def test_where_somebody_fits_only_nearly_the_page_says_that_nobody_fits() -> None:
    page = after(pages("full")["assignments/in-english"], "People who fit")
    assert page.index(NOBODY) < page.index("Nearly") < page.index("Ben Nearly")
    assert NOBODY not in pages("full")["assignments/the-work"]
    assert NOBODY in pages("strengths")["assignments/in-english"]


def test_where_nothing_would_help_nothing_is_said() -> None:
    assert not CHANGE.search(pages("full")["assignments/the-other"])


def test_a_person_sees_in_full_form_what_nearly_fits_and_the_one_change() -> None:
    nearly = after(pages("full")["profiles/ben"], NEARLY)
    assert nearly.index(IN_THE_WAY) < nearly.index("In English") < nearly.index("The work")
    assert LANGUAGE in after(nearly, "The work")
    assert "Gone" not in nearly, "it is not open"
    ada = pages("full")["profiles/ada"]
    assert SKILL in after(ada, "Open assignments that fit")
    assert NEARLY not in ada


def test_nothing_nearly_fits_whoever_takes_a_pause() -> None:
    assert NEARLY not in pages("full")["profiles/cai"]


@pytest.mark.parametrize("public", ["strengths", "none"])
def test_outside_full_form_no_page_says_what_would_help_or_nearly_fits(public: str) -> None:
    assert "Ada Fits" in pages("strengths")["assignments/the-work"], "there is something to show"
    for path, page in pages(public).items():
        assert not CHANGE.search(page), path
        assert NEARLY not in page and IN_THE_WAY not in page, path
    assert "Ben Nearly" not in pages(public)["assignments/the-work"]
    assert "The work" not in pages(public)["profiles/ben"]


def test_in_strengths_form_no_file_of_the_sample_says_what_would_help(
    site: Mapping[str, bytes],
) -> None:
    # The sentences themselves, said of nobody: a browser tells people of their own draft with them.
    sayings = "search/matching/sayings-"
    found = [path for path, raw in site.items() if CHANGE.search(raw.decode("utf-8", "ignore"))]
    assert [path for path in found if not path.startswith(sayings)] == []
