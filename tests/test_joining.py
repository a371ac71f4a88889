"""The pages to begin on: every way to send it, and only ways that there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.pages.joining import joining_pages
from sitegen.pages.page import Page
from sitegen.urls import Urls
from tests.conftest import ROOT
from tests.factories import SITE, directory, profile


def pages(found: Directory) -> list[Page]:
    return list(joining_pages(words_for(found, Translator(), Urls("https://host.example/base/"))))


def doors(page: Page) -> dict[str, str]:
    return {door.action.label: door.action.url for door in page.context()["doors"]}


def test_every_way_is_a_link_with_its_purpose() -> None:
    join, propose = pages(directory({"ada": profile()}, repository="https://git.example/a/b"))
    assert [list(doors(page)) for page in (join, propose)] == [
        ["By mail", "By the form of the repository", "The empty file"]
    ] * 2
    assert doors(join)["By the form of the repository"] == (
        "https://git.example/a/b/issues/new?template=profile.yml&slug="
    )
    assert "%5Bjoin%3A%20profile%5D" in doors(join)["By mail"]
    assert "%5Bpropose%3A%20assignment%5D" in doors(propose)["By mail"]
    assert doors(propose)["The empty file"] == "/base/propose/assignment.txt"
    # What is confidential has a door of its own, and that one is no public form.
    assert propose.context()["confidential"].url.startswith("mailto:")


def test_without_a_repository_there_is_no_form() -> None:
    assert [
        list(doors(page)) for page in pages(directory({"ada": profile()}, repository=None))
    ] == [["By mail", "The empty file"]] * 2


def test_only_pages_that_there_are_are_to_be_read_first() -> None:
    assert [page.context()["reading"] for page in pages(directory({"ada": profile()}))] == [(), ()]


def test_only_where_there_is_a_self_assessment_a_step_leads_to_it(
    site: Mapping[str, bytes],
) -> None:
    join, _ = pages(directory({"ada": profile()}))
    assert join.context()["assessment"] is None
    assert 'href="/directory/self-assessment/">Find them' in site["join/index.html"].decode()


def test_whoever_joins_agrees_to_the_newest_words() -> None:
    consent: Mapping[str, Any] = {**SITE["consent"], "v2": "I agree to more."}
    join, _ = pages(directory({"ada": profile()}, consent=consent))
    assert join.context()["wording"] == "I agree to more."


@pytest.mark.parametrize(
    ("kind", "path"), [("profile", "join/profile.txt"), ("assignment", "propose/assignment.txt")]
)
def test_the_empty_file_is_that_of_the_command_line(
    site: Mapping[str, bytes], tmp_path: Path, kind: str, path: str
) -> None:
    made = tmp_path / "one.md"
    content = str(ROOT / "content")
    options = ["--blank", "--content", content, "--output", str(made)]
    assert CliRunner().invoke(cli, ["new", kind, *options]).exit_code == 0
    assert site[path].decode() == made.read_text("utf-8")


def test_the_pages_say_what_comes_next_and_in_how_many_days(site: Mapping[str, bytes]) -> None:
    for path in ("join/index.html", "propose/index.html"):
        text = unescape(re.sub(r"<[^>]+>", " ", site[path].decode()))
        assert "answers within 5 working days" in text
        assert "A check reads it" in text
    assert "Could it harm you" in site["join/index.html"].decode()


def test_the_last_step_says_where_it_goes_and_what_to_do_without_a_mail_program(
    site: Mapping[str, bytes],
) -> None:
    for name in ("join", "propose"):
        step = site[f"{name}/index.html"].decode().partition('data-part="ways"')[2]
        told = step[: step.index("</textarea>")]
        assert "copy the text and mail it to the same address. Goes to the directory (" in told


@pytest.mark.parametrize(
    ("public", "counts", "full"),
    [("none", False, False), ("strengths", True, False), ("full", True, True)],
)
def test_people_are_counted_as_far_as_the_site_shows_matches(
    public: str, counts: bool, full: bool
) -> None:
    _, propose = pages(directory({"ada": profile()}, matching={"public": public}))
    assert (propose.context()["counts"], propose.context()["is_full"]) == (counts, full)
