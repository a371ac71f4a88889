"""Exit codes, words instead of tracebacks, and what each command prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen import build as building
from sitegen.build import build
from sitegen.cli import cli
from sitegen.commands import check as commands
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
OVERLAY = ROOT / "tests" / "overlay"


def run(*arguments: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, env=env)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small site in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    return tmp_path / "content"


def test_a_sound_site_checks_and_builds_with_zero(content: Path) -> None:
    checked = run("check")
    assert (checked.exit_code, checked.output) == (0, "")
    built = run("build", "--jobs", "1")
    assert built.exit_code == 0, built.output
    assert built.output.startswith("Built ")
    assert (content.parent / "_site" / "index.html").is_file()


def test_a_build_with_nothing_to_do_says_so_unless_it_is_asked_to_build(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = cache(build)
    monkeypatch.setattr(building, "build", lambda order, *_: once(order))
    said = []
    for options in ([], [], ["--no-cache"], ["--timings", "times.json"]):
        done = run("build", "--jobs", "1", *options)
        assert done.exit_code == 0, done.output
        said.append(done.stdout.rpartition(" in ")[0])
    told = said[0].removeprefix("Built ").rpartition(" in ")[0]
    assert said[1] == f"Nothing has changed since the last build: {told}"
    assert said[2:] == [said[0]] * 2
    assert (content.parent / "times.json").is_file()


def test_a_finding_ends_with_one_and_writes_nothing(content: Path) -> None:
    (content / "profiles" / "tom-baker.md").write_text("---\nname: Tom\n", "utf-8")
    for command in ("check", "build", "match"):
        result = run(command)
        assert result.exit_code == 1
        assert "content/profiles/tom-baker.md:3:1: error P005" in result.output
    assert not (content.parent / "_site").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["build", "--content", "nowhere"], "S001 there is no folder", id="no folder"),
        pytest.param(["build", "--base-url", "example"], "S004", id="no web address"),
        pytest.param(["build", "--base-url", "https://[x"], "S004", id="a broken address"),
        pytest.param(["build", "--today", "12.10.2026"], "Invalid value", id="no date"),
        pytest.param(["build", "--jobs", "0"], "Invalid value", id="no job"),
        pytest.param(["build", "--output", "content"], "S002", id="output is the content"),
        pytest.param(["check", "content/profiles/nope.md"], "S014", id="a path with nothing"),
        pytest.param(["match", "no-such"], "S007", id="no such assignment"),
        pytest.param(["bild"], "No such command", id="no such command"),
    ],
)
def test_usage_and_settings_end_with_two(content: Path, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    result = run("check", "--content", str(tmp_path))
    assert result.exit_code == 2
    assert "site.yml is missing" in result.output


def test_a_fault_of_the_tool_is_said_in_words(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the ribbon broke")

    monkeypatch.setattr(commands, "check", fail)
    result = run("check")
    assert result.exit_code == 2
    assert re.search(r"S011 .* RuntimeError, sitegen/commands/check\.py:\d+$", result.stderr, re.M)
    # Such words may hold what stands in a private file, and this is what people report.
    assert "the ribbon broke" not in result.output
    assert "Traceback" not in result.output
    assert isinstance(run("check", env={"SITEGEN_DEBUG": "1"}).exception, RuntimeError)


def test_an_output_that_cannot_be_written_is_said_in_words(content: Path) -> None:
    (content.parent / "file").write_text("")
    result = run("build", "--output", "file/site", "--jobs", "1")
    assert result.exit_code == 2
    assert "S003" in result.output


def test_only_the_files_asked_for_are_told(content: Path) -> None:
    for name in ("tom-baker", "mariama-sow"):
        (content / "profiles" / f"{name}.md").write_text("---\nname: X\n", "utf-8")
    result = run("check", "content/profiles/tom-baker.md")
    assert "tom-baker" in result.output and "mariama-sow" not in result.output
    both = run("check", "content/profiles")
    assert "tom-baker" in both.output and "mariama-sow" in both.output


@pytest.mark.parametrize("epoch", ["", "garbage", "-5", " 5", "1e9", "²", "9" * 14])
def test_an_epoch_that_is_no_number_of_seconds_is_refused(content: Path, epoch: str) -> None:
    result = run("build", env={"SOURCE_DATE_EPOCH": epoch})
    assert (result.exit_code, "S015" in result.output) == (2, True)


def test_the_whole_folder_may_be_named_and_settings_are_always_told(content: Path) -> None:
    (content / "profiles" / "tom-baker.md").write_text("---\nname: X\n", "utf-8")
    assert "tom-baker" in run("check", ".").output
    settings = content / "site.yml"
    settings.write_text(settings.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    assert "site.yml:1:1" in run("check", "content/profiles/mariama-sow.md").output


@pytest.mark.parametrize(
    ("options", "env", "day"),
    [
        pytest.param([], {}, "16 November 2026", id="as_of of the site"),
        pytest.param([], {"SOURCE_DATE_EPOCH": "1800000000"}, "15 January 2027", id="epoch"),
        pytest.param(
            ["--today", "2027-02-03"], {"SOURCE_DATE_EPOCH": "1"}, "3 February 2027", id="--today"
        ),
    ],
)
def test_the_day_is_asked_then_epoch_then_as_of(
    content: Path, options: list[str], env: dict[str, str], day: str
) -> None:
    assert run("build", "--jobs", "1", *options, env=env).exit_code == 0
    assert f"As of {day}." in (content.parent / "_site" / "index.html").read_text("utf-8")


def test_match_prints_json_with_every_reason_and_condition() -> None:
    result = run("match", "--content", str(ROOT / "content"), "--format", "json")
    found = json.loads(result.output)
    ranking = found["assignments"]["exit-plan-dairy-cooperatives"]["ranking"]
    assert ranking[0]["profile"] == "nadia-benali"
    assert ranking[0]["score"] == sum(ranking[0]["parts"].values())
    assert {check["state"] for check in ranking[0]["checks"]} <= {
        "yes",
        "partly",
        "no",
        "not-stated",
    }
    assert all(reason["text"] for reason in ranking[0]["reasons"])
    assert list(found["guides"]) == ["sofia-andrade"]


def test_build_cannot_be_given_a_private_folder(content: Path) -> None:
    assert run("build", "--private", str(OVERLAY)).exit_code == 2


def test_no_value_of_the_overlay_is_on_the_site(site: dict[str, bytes]) -> None:
    for path, raw in site.items():
        for secret in (b"CANARY", b"187301"):
            assert secret not in raw, path


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_command_ends_well_where_nobody_listens(closed: str) -> None:
    command = f'"{sys.executable}" -m sitegen --version {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_whoever_watches_a_command_hears_to_its_end() -> None:
    """A command ends without Python's ceremony, in which a profile is printed."""
    command = [sys.executable, "-m", "cProfile", "-m", "sitegen", "--version"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("sitegen, version ")
    assert "function calls" in done.stdout
