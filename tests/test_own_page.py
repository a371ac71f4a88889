"""From each page its owner reaches the form that changes it, or the directory."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sitegen.i18n import Translator
from sitegen.issue_forms import FORMS
from sitegen.pages import words_for
from sitegen.urls import Urls
from sitegen.views.own_page import (
    ASSIGNMENT_FORMS,
    ENDING_FORMS,
    PROFILE_FORMS,
    own_page,
)
from tests.conftest import ROOT
from tests.factories import directory, profile

REPOSITORY = "https://git.example/commonweave/directory"


def test_forms_are_filled_in_with_the_slug() -> None:
    found = directory({"ada": profile()}, repository=f"{REPOSITORY}/")
    words = words_for(found, Translator(), Urls(found.site.url))
    page = own_page("ada", PROFILE_FORMS, words)
    assert page.forms[0].url == f"{REPOSITORY}/issues/new?template=still-true.yml&slug=ada"
    assert [form.label for form in page.forms] == list(PROFILE_FORMS.values())


def test_a_page_that_is_built_step_by_step_is_changed_so_and_others_by_the_form() -> None:
    found = directory({"ada": profile()}, repository=REPOSITORY)
    words = words_for(found, Translator(), Urls("https://host.example/base/"))
    built, other = (own_page("ada", PROFILE_FORMS, words, is_built=way) for way in (True, False))
    assert built.change is not None and built.change.url == "/base/join/?update=ada"
    assert other.change is None
    assert [form.label for form in other.forms if form not in built.forms] == ["Change it"]


def test_who_is_listed_and_nobody_else_can_start_from_what_the_site_shows(
    site: Mapping[str, bytes],
) -> None:
    for path, raw in site.items():
        if path.startswith("profiles/") and path.endswith("/index.html") and path.count("/") == 2:
            slug = path.split("/")[1]
            leads = f"/join/?update={slug}".encode() in raw
            assert leads == (f"profiles/{slug}/fields.json" in site) or slug == "page", slug


def test_without_a_repository_the_directory_is_written_to() -> None:
    found = directory({"ada": profile()}, repository=None)
    page = own_page("ada", PROFILE_FORMS, words_for(found, Translator(), Urls(found.site.url)))
    assert page.forms == ()
    assert page.mail.url.startswith("mailto:") and "own-page%3A%20ada" in page.mail.url


@pytest.mark.parametrize("kind", [*PROFILE_FORMS, *ASSIGNMENT_FORMS, *ENDING_FORMS])
def test_every_form_exists_and_takes_a_slug(kind: str) -> None:
    form = ROOT / ".github" / "ISSUE_TEMPLATE" / FORMS[kind].template
    assert "id: slug\n" in form.read_text("utf-8")
