"""The files that people read before they take part: they agree with each other and lead on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sitegen.ownership import CODEOWNERS, maintainers
from tests.conftest import ROOT

DOORS = ROOT / ".github" / "CONTRIBUTING.md"
TEMPLATES = [
    ROOT / ".github" / "pull_request_template.md",
    *sorted((ROOT / ".github" / "PULL_REQUEST_TEMPLATE").glob("*.md")),
]
READ = [
    ROOT / "README.md", DOORS, ROOT / "SECURITY.md", ROOT / "CODE_OF_CONDUCT.md",
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]  # fmt: skip
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)")


def anchors(path: Path) -> set[str]:
    """What GitHub makes of the headings of a file."""
    headings = re.findall(r"(?m)^#+ (.*)$", path.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", [pytest.param(p, id=p.name) for p in READ])
def test_every_link_between_these_files_holds(path: Path) -> None:
    for target, anchor in LINK.findall(path.read_text("utf-8")):
        found = (path.parent / target).resolve() if target else path
        assert found.exists(), target
        if anchor:
            assert anchor in anchors(found), (target, anchor)


def test_the_first_lines_lead_both_kinds_of_people_on() -> None:
    first = "\n".join(DOORS.read_text("utf-8").splitlines()[:5])
    assert "[I want to be listed](#i-want-to-be-listed)" in first
    assert "[I want to change the program](#i-want-to-change-the-program)" in first


def test_the_doors_are_described_once_and_everything_leads_there() -> None:
    text = DOORS.read_text("utf-8")
    doors = re.findall(r"(?m)^\| \*\*(.*?)\*\* \|", text)
    assert doors == ["The form", "A pull request", "A mail"]
    assert "](.github/CONTRIBUTING.md)" in (ROOT / "README.md").read_text("utf-8")
    assert [p.name for p in TEMPLATES if ".github/CONTRIBUTING.md" not in p.read_text()] == []
    # Whoever describes how to send something does it here, so that no second way grows old.
    others = [p for p in (*READ, *TEMPLATES) if p != DOORS]
    assert [p.name for p in others if "New issue" in p.read_text("utf-8")] == []


def test_maintainers_are_accounts_and_the_last_line_of_everything() -> None:
    text = (ROOT / CODEOWNERS).read_text("utf-8")
    accounts = maintainers(text.encode())
    assert [account.login for account in accounts] == ["commonweave-maintainer-sample"]
    rules = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    # A pattern without an owner takes a folder away from everybody; a team would be nobody.
    assert all(owners and not any("/" in owner for owner in owners) for _, *owners in rules)
    named = [pattern for pattern, *_ in rules[1:]]
    assert [p for p in named if not (ROOT / p.strip("/")).exists()] == []
    kept = {"/.github/", "/content/vetting/", "/content/vocabulary/", "/content/profiles/"}
    assert kept <= set(named)


def test_a_promise_to_answer_is_the_same_everywhere() -> None:
    site = yaml.safe_load((ROOT / "content" / "site.yml").read_text("utf-8"))
    words = {5: "five"}[site["relay"]["answers_within"]]
    conduct = " ".join((ROOT / "CODE_OF_CONDUCT.md").read_text("utf-8").split())
    assert f"answers within {words} working days" in conduct
    complaint = f"answers within {words} working days"
    assert complaint in site["operator"]["complaints"]
    private = (ROOT / "SECURITY.md").read_text("utf-8")
    assert "Report a vulnerability" in private
