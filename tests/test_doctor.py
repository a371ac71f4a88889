"""What `sitegen doctor` says is missing, on a small site of which nothing that must be there is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.doctor.advice import TEXTS
from sitegen.doctor.examine import examine
from sitegen.doctor.shipped import LIST, listing, shipped
from sitegen.issue_forms import FORMS
from tests.conftest import CLOCK, ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
TOM = "content/profiles/tom-baker.md"
SITE = "content/site.yml"
OWNERS = ".github/CODEOWNERS"
FORM = ".github/ISSUE_TEMPLATE/pause.yml"
SETTINGS = """title: Small
tagline: A small one
url: https://small.our-site.org/
repository: https://git.our-site.org/small
operator:
  name: Association
  legal_form: Association
  answers_for_data: The secretary
  funding: Gifts
  complaints: Write to us.
  last_review: 2026-10-01
relay: {mailbox: relay@our-site.org}
joining: {informed: {mailbox: news@our-site.org}, building: {form: "https://our-site.org/help"}}
discussions: {category: questions, about: [news]}
consent: {v1: "I agree."}
bands: [{id: all, label: All, currency: EUR, includes: A day.}]
currencies: {on: 2026-11-01, base: EUR, rates: {}}
"""
# A file, what is in it, what takes its place; with None the file goes.
Change = tuple[str, str, str | None]
# A site of three people and a vocabulary of few words still lacks these.
LACKING = {"alone", "untold", "no-pages", "no-reviewer", "unused", "due"}
CHANGES: Mapping[str, tuple[Change, ...]] = {
    "content-errors": ((TOM, "health", "helth"),),
    "sample": ((SITE, "relay:", "sample: yes\nas_of: 2026-11-16\nrelay:"),),
    "stands-still": ((SITE, "relay:", "as_of: 2026-11-16\nrelay:"),),
    "example-url": (
        (SITE, "small.our-site.org", "small.example.org"),
        (".github/ISSUE_TEMPLATE/config.yml", "small.our-site.org", "small.example.org"),
    ),
    "example-mail": ((SITE, "news@our-site.org", "news@our.example"),),
    "operator": ((SITE, "  funding: Gifts\n", ""),),
    "no-wording": ((SITE, '{v1: "I agree."}', "{}"),),
    "no-privacy": (("content/pages/privacy.md", "", None),),
    "no-maintainer": ((OWNERS, "@ada-one @bo-two", "@commonweave-maintainer-sample"),),
    "one-maintainer": ((OWNERS, "@ada-one @bo-two", "@ada-one @commonweave-maintainer-sample"),),
    "warnings": (
        (TOM, "headline: Ran a home-care company", "headline: Ran a home-care company # at home"),
    ),
    "no-repository": ((SITE, "repository: https://git.our-site.org/small\n", ""),),
    "example-repository": ((SITE, "git.our-site.org", "git.example"),),
    "old-review": ((SITE, "2026-10-01", "2025-10-01"),),
    "old-rates": ((SITE, "on: 2026-11-01", "on: 2025-11-01"),),
    "no-discussions": ((SITE, "discussions: {category: questions, about: [news]}\n", ""),),
    "no-doors": ((SITE, ', building: {form: "https://our-site.org/help"}', ""),),
    "no-bands": ((SITE, "bands: [{id: all, label: All, currency: EUR, includes: A day.}]\n", ""),),
    "old-news": (("content/news/first.md", "2026-11-01", "2025-11-01"),),
    "no-news": (("content/news/first.md", "", None),),
    "nobody-to-ask": (("content/help-wanted/read.md", "ask: The editors\n", ""),),
    "no-tasks": (("content/help-wanted/read.md", "", None),),
    "no-stories": (
        ("content/stories/letting-go.md", "", None),
        ("content/profiles/leila-haddad.md", ", story: letting-go", ""),
    ),
    "no-photos": (("content/profiles/leila-haddad.jpg", "", None),),
    "no-workflows": ((".github/workflows/site.yml", "", None),),
    "other-workflows": ((".github/install.sh", "set -", "set  -"),),
    "no-forms": ((FORM, "", None),),
    "forms-elsewhere": (
        (".github/ISSUE_TEMPLATE/config.yml", "https://small.our-site.org/", "https://old.org/"),
    ),
    "nobody": tuple(
        (f"content/profiles/{name}.md", "consent:", "listed: no\nconsent:")
        for name in ("tom-baker", "leila-haddad", "mariama-sow")
    ),
}


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site as somebody would open it, in a repository of its own."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, "content")
    for path in (
        *shipped(),
        FORM,
        *(f".github/ISSUE_TEMPLATE/{f.template}" for f in FORMS.values()),
    ):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, path)
    for path, text in {
        SITE: SETTINGS,
        OWNERS: "* @ada-one @bo-two\n",
        ".github/ISSUE_TEMPLATE/config.yml": "url: https://small.our-site.org/members/\n",
        "content/pages/privacy.md": "---\ntitle: Privacy\n---\nNothing is kept.\n",
        "content/news/first.md": "---\ntitle: First\nsummary: One.\n"
        "on: 2026-11-01\n---\nOne of several, told here.\n",
        "content/help-wanted/read.md": "---\ntitle: Read\nsummary: One.\nask: The editors\n"
        "on: 2026-11-01\n---\nOne of several, told here.\n",
    }.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")
    return tmp_path


def doctor(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["doctor", "--today", "2026-11-16", *arguments])


def change(path: str, old: str, new: str | None) -> None:
    if new is None:
        Path(path).unlink()
        return
    text = Path(path).read_text("utf-8")
    assert old in text, (path, old)
    Path(path).write_text(text.replace(old, new), "utf-8")


@pytest.mark.usefixtures("top")
def test_nothing_that_must_be_there_is_missing_of_a_site_that_can_be_opened() -> None:
    found = examine(Path("content"), None, CLOCK)
    assert ({one.id for one in found.advice}, found.fails) == (LACKING, False)


# What can be missing at once; the first and the second site could be opened all the same.
ROUNDS = (
    ("no-repository", "old-news", "nobody-to-ask", "old-review", "old-rates", "no-stories",
     "no-discussions", "no-doors", "no-bands", "no-photos", "no-forms", "forms-elsewhere"),
    ("stands-still", "no-news", "no-tasks", "one-maintainer", "example-repository", "warnings",
     "no-workflows", "other-workflows"),
    ("sample", "example-url", "example-mail", "operator", "no-privacy", "no-maintainer", "nobody"),
)  # fmt: skip
UNSOUND = ("no-wording", "content-errors")


@pytest.mark.usefixtures("top")
@pytest.mark.parametrize("ids", ROUNDS, ids=lambda ids: ids[0])
def test_what_is_missing_is_told_and_only_what_must_be_there_fails(ids: tuple[str, ...]) -> None:
    for id in ids:
        for one in CHANGES[id]:
            change(*one)
    found = examine(Path("content"), None, CLOCK)
    grades = [one.grade for one in found.advice]
    assert {one.id for one in found.advice} == LACKING | {*ids}
    assert grades == sorted(grades, key=("must", "should", "could").index)
    assert found.fails == ("must" in {TEXTS[id][0] for id in ids})


@pytest.mark.usefixtures("top")
def test_of_content_with_errors_it_is_not_said_what_it_lacks() -> None:
    for id in UNSOUND:
        change(*CHANGES[id][0])
    assert {one.id for one in examine(Path("content"), None, CLOCK).advice} == {*UNSOUND}


def test_every_advice_is_given_somewhere() -> None:
    assert {*TEXTS} == LACKING | {id for ids in (*ROUNDS, UNSOUND) for id in ids}


@pytest.mark.usefixtures("top")
def test_it_is_said_in_two_lines_each_and_to_programs_with_all_names() -> None:
    change(*CHANGES["operator"][0])
    done = doctor()
    assert done.exit_code == 1
    assert done.output.startswith(
        "Must\n"
        "- what the site does not say about who stands behind it: funding (content/site.yml:6)\n"
        "  write it below `operator`; `sitegen build --strict` wants all of it\n\n"
        "Should\n"
    )
    assert "fixed pages that are not there: bridge, clients, members" in done.output
    assert done.output.endswith(
        "Not looked at: settings of the repository, see "
        "docs/maintaining.md#repository-settings-that-no-file-can-hold\n"
    )
    found = json.loads(doctor("--format", "json").output)
    rows = {row["id"]: row for row in found["advice"]}
    assert found["version"] == 1
    assert rows["operator"]["names"] == ["funding"]
    assert rows["no-reviewer"]["names"] == ["handover-at-a-clinic"]
    unused = {r["where"]: r["names"] for r in found["advice"] if r["id"] == "unused"}
    assert unused["content/vocabulary/labels.yml"] == ["references"]
    assert "more" in rows["no-pages"]["text"]
    assert {"terms", "conduct", "about"} - {*rows["no-pages"]["names"]} == {"about"}


@pytest.mark.usefixtures("top")
def test_a_site_without_sound_settings_is_still_looked_at() -> None:
    change(SITE, "title: Small\n", "")
    done = doctor()
    assert done.exit_code == 1
    assert "no site is built: 1" in done.output


def test_the_list_of_shipped_files_is_that_of_this_repository() -> None:
    assert LIST.read_text("utf-8") == listing(ROOT)


def test_where_the_settings_by_hand_are_explained_is_there() -> None:
    text = (ROOT / "docs" / "maintaining.md").read_text("utf-8")
    assert "\n## Repository settings that no file can hold\n" in text
