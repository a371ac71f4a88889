"""A person leaves: what goes, what is changed, what is left alone, and what is said."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.check import directory_of
from sitegen.cli import cli
from sitegen.edits import changed
from sitegen.forget.fields import changes_without
from sitegen.frontmatter import Node
from sitegen.plan import Plan, carry_out
from sitegen.read import read
from sitegen.urls import Urls
from tests.conftest import ROOT
from tests.factories import site_files

LEILA = "leila-haddad"
BOARD = "assignments/first-elected-board.md"
STORY = "stories/letting-go.md"
CLOCK = date(2026, 11, 23)
LOG = """\
introductions:
  - {profile: leila-haddad, assignment: dairy-exit-plan, on: 2026-11-09, state: asked}
  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-10, state: agreed}
confirmations:
  - {profile: leila-haddad, on: 2026-11-10, how: mail}
  - {profile: tom-baker, on: 2026-11-10, how: mail}
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal site as `content` of the current folder, and a private folder beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests/sites/minimal/content", tmp_path / "content")
    for folder in ("private/profiles", "private/assignments"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "private/log.yml").write_text(LOG)
    (tmp_path / f"private/profiles/{LEILA}.yml").write_text("notes: x\n")
    (tmp_path / "private/assignments/dairy-exit-plan.yml").write_text("notes: y\n")
    return tmp_path / "content"


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)


def forget(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["forget", *arguments])


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def built(content: Path) -> Mapping[str, bytes]:
    directory, _ = directory_of(read(content), None, CLOCK)
    return site_files(directory, Urls("https://host.example/"))


def traces(site: Mapping[str, bytes]) -> set[str]:
    """Files that hold the slug or the name, or are called so."""
    marks = ("leila-haddad", "Haddad", "حداد")
    return {
        path for path, raw in site.items() if any(m.encode() in raw + path.encode() for m in marks)
    }


def test_the_next_build_knows_nothing_of_them(content: Path) -> None:
    before = traces(built(content))
    assert {
        f"profiles/{LEILA}/index.html",
        "index.html",
        "stories/letting-go/index.html",
        "assignments/first-elected-board/index.html",
        "api/v1/assignments/first-elected-board.json",
        f"api/v1/profiles/{LEILA}.json",
    } <= before
    assert any(path.startswith("photos/") for path in before)
    assert any(path.startswith("search/") for path in before)
    result = forget(LEILA)
    assert (result.stderr, result.exit_code) == ("", 0)
    site = built(content)
    assert traces(site) == set()
    assert b"a member" in site["assignments/first-elected-board/index.html"]


def test_their_files_go_and_others_lose_a_line_each(content: Path) -> None:
    for copy in (f"{LEILA}.md~", f".{LEILA}.md.swp"):
        (content / "profiles" / copy).write_text("Leila Haddad")
    before = files(content.parent)
    assert forget(LEILA, "--private", "private").exit_code == 0
    after = files(content.parent)
    assert before.keys() - after.keys() == {
        f"content/profiles/.{LEILA}.md.swp",
        f"content/profiles/{LEILA}.fr.md",
        f"content/profiles/{LEILA}.jpg",
        f"content/profiles/{LEILA}.md",
        f"content/profiles/{LEILA}.md~",
        f"content/vetting/{LEILA}.yml",
        f"private/profiles/{LEILA}.yml",
    }
    assert after.keys() - before.keys() == set()
    differing = {path for path, raw in after.items() if raw != before[path]}
    assert differing == {f"content/{BOARD}", f"content/{STORY}", "private/log.yml"}
    for path in differing:
        old, new = before[path].splitlines(), after[path].splitlines()
        assert all(b"leila" in line for line in old if line not in new), path
        assert b"leila" not in after[path]
    assert b"withheld: yes" in after[f"content/{BOARD}"]


def test_a_dry_run_touches_nothing_and_says_the_same(content: Path) -> None:
    before = files(content.parent)
    planned = forget(LEILA, "--private", "private", "--dry-run")
    assert planned.exit_code == 0
    assert files(content.parent) == before
    lines = planned.stdout.splitlines()
    assert lines[:2] == ["Nothing was touched. This would happen:", "Removes:"]
    done = forget(LEILA, "--private", "private").stdout.splitlines()
    assert done[0] == "Removed:"
    assert [line for line in done if line.startswith("  ")] == [
        line for line in lines if line.startswith("  ")
    ]


def test_what_builds_keep_goes_too(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert CliRunner().invoke(cli, ["build", "--jobs", "1"]).exit_code == 0
    kept = tmp_path / "cache" / "sitegen"
    (kept / ".killed.work-x7").touch()
    assert any(b"Leila" in path.read_bytes() for path in kept.iterdir())
    assert forget(LEILA, "--dry-run").exit_code == 0
    assert len([*kept.iterdir()]) > 1
    assert forget(LEILA).exit_code == 0
    assert [*kept.iterdir()] == []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "nowhere"))
    assert forget("tom-baker").exit_code == 0
    assert (content / "site.yml").is_file()


def test_it_says_what_stays_and_how_to_ask_for_it(content: Path) -> None:
    said = forget(LEILA, "--private", "private", "--dry-run").stdout
    for word in ("git: every earlier version", "forks", "search engines", "the host's support"):
        assert word in said
    command = next(line for line in said.splitlines() if "--invert-paths" in line)
    assert f"--path content/profiles/{LEILA}.md --path content/vetting/{LEILA}.yml" in command
    assert "private" not in command


def test_running_text_that_names_them_is_listed_with_its_line(content: Path) -> None:
    append(content / BOARD, "\nWe thank *Leila*  Haddad for all of it.\n")
    append(content / STORY, "\nThe Haddads are another family.\n")
    said = forget(LEILA).stdout
    lines = (content / BOARD).read_text("utf-8").splitlines()
    assert (
        f"content/{BOARD}:{len(lines)}:1: warning P171 the text here still names the person who "
        'leaves\n  read it, and write "a member", or leave the passage out\n1 warning\n'
    ) in said


def test_an_assignment_that_their_account_owns_is_listed(content: Path) -> None:
    (content / BOARD).write_text(
        (content / BOARD)
        .read_text("utf-8")
        .replace("posted:", "github: Leila-Haddad-Sample\nposted:", 1)
    )
    assert (
        f"content/{BOARD}:4:9: warning P170 this file belongs to the account"
        in forget(LEILA, "--dry-run").stdout
    )


def test_what_would_break_the_rest_stops_before_anything_is_touched(content: Path) -> None:
    append(content / "pages/about.md", f"\n[She began it](/profiles/{LEILA}/).\n")
    before = files(content)
    result = forget(LEILA)
    assert result.exit_code == 1
    assert f"P092 a link leads to `/profiles/{LEILA}/`" in result.stderr
    assert files(content) == before


def test_an_assignment_that_cannot_be_read_stops_it_too(content: Path) -> None:
    (content / BOARD).write_text("---\nmembers: [\n---\n")
    result = forget(LEILA)
    assert (result.exit_code, f"content/{BOARD}" in result.stderr) == (1, True)
    assert (content / f"profiles/{LEILA}.md").exists()


@pytest.mark.parametrize("slug", ["nobody", "../site", "Leila-Haddad", "", "."])
def test_only_somebody_known_can_leave(content: Path, slug: str) -> None:
    before = files(content)
    result = forget(slug)
    assert (result.exit_code, result.stderr) == (
        2,
        f"sitegen: S028 there is nothing about {slug}\n"
        "  say the slug: the name of the file without its .md\n",
    )
    assert files(content) == before


@pytest.mark.parametrize("broken", [b"no front matter", b"---\nname: [\n---\n"])
def test_a_profile_that_cannot_be_read_goes_as_well(content: Path, broken: bytes) -> None:
    (content / f"profiles/{LEILA}.md").write_bytes(broken)
    assert forget(LEILA).exit_code == 0
    assert not list(content.rglob(f"{LEILA}*"))


def test_a_log_written_in_an_unforeseen_way_is_left_to_a_human(content: Path) -> None:
    log = content.parent / "private/log.yml"
    log.write_text(
        "rows:\n  - {profile: x}\n  -\n    # who\n    profile: leila-haddad\n    on: y\n"
    )
    before = files(content.parent)
    result = forget(LEILA, "--private", "private")
    assert (result.exit_code, result.stderr) == (
        2,
        "sitegen: S029 private/log.yml cannot be changed without writing all of it anew\n"
        "  take the rows of leila-haddad out by hand, then say the same command again\n",
    )
    assert files(content.parent) == before


def test_all_rows_of_a_log_may_go(content: Path) -> None:
    log = content.parent / "private/log.yml"
    log.write_text("confirmations:\n  - {profile: leila-haddad, on: 2026-11-10}\n")
    assert forget(LEILA, "--private", "private").exit_code == 0
    assert log.read_text() == "confirmations: []\n"


def test_the_private_folder_names_them_no_more_or_says_where(content: Path) -> None:
    private = content.parent / "private"
    (private / "log.yml").write_text(
        "introductions:\n"
        "  # Leila Haddad wrote first\n"
        '  - {profile: tom-baker, for: guidance, seeker: "Leila-Haddad", on: 2026-11-01}\n'
        "  - {profile: tom-baker, for: guidance, seeker: somebody else, on: 2026-11-02}\n"
    )
    append(private / "assignments/dairy-exit-plan.yml", "references: [ask leila-haddad first]\n")
    (private / "week.html").write_text("<p>To Leila Haddad</p>\n")
    (private / "circles.txt").write_text("1. Leila Haddad leads\n")
    (private / "README.md").write_text("# Ours\n\nLeila Haddad rings on Mondays.\n")
    said = forget(LEILA, "--private", "private").stdout
    assert (private / "log.yml").read_text() == (
        "introductions:\n"
        "  # Leila Haddad wrote first\n"
        "  - {profile: tom-baker, for: guidance, seeker: somebody else, on: 2026-11-02}\n"
    )
    assert re.findall(r"(?m)^(\S+): warning P171", said) == [
        "private/README.md:3:1",
        "private/assignments/dairy-exit-plan.yml:2:1",
        "private/circles.txt:1:1",
        "private/log.yml:2:1",
        "private/week.html:1:1",
    ]


def test_what_names_a_person_in_fields() -> None:
    data: dict[str, Node] = {
        "by": "ada",
        "members": [{"profile": "bo"}, {"profile": "ada", "role": "lead"}],
        "outcome": {"skills": {"ada": ["x"]}, "consent": {"client": "yes", "ada": "yes"}},
    }
    assert changed(data, changes_without(data, "ada")) == {
        "members": [{"profile": "bo"}, {"withheld": "yes", "role": "lead"}],
        "outcome": {"consent": {"client": "yes"}},
    }
    assert changes_without(data, "cy") == []


def test_a_plan_that_cannot_begin_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path)
    plan = Plan({tmp_path / "a": b"new", tmp_path / "link/b": b"new"}, (tmp_path / "a",))
    with pytest.raises(Exception, match="S003"):
        carry_out(plan)
    assert files(tmp_path) == {"a": b"old"}


def test_a_plan_stopped_midway_leaves_whole_files_and_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / name).write_text("old")
    rename = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(5, "disk")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    plan = Plan({tmp_path / name: b"new" for name in "ab"}, (tmp_path / "c",))
    with pytest.raises(Exception, match="S003"):
        carry_out(plan)
    assert files(tmp_path) == {"a": b"new", "b": b"old", "c": b"old"}
    monkeypatch.undo()
    carry_out(plan)
    assert files(tmp_path) == {"a": b"new", "b": b"new"}


def test_a_written_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o640)
    carry_out(Plan({tmp_path / "a": b"new", tmp_path / "b": b"new"}))
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"] == [0o640, 0o644]
