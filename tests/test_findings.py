"""Findings in each form: complete, in order, and inert whatever the content says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as rendered
from sarif_pydantic import Sarif

from sitegen import inert
from sitegen.cli import cli
from sitegen.errors import Place, Problem
from sitegen.findings import FORMS
from sitegen.i18n import Translator
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
TOM = "content/profiles/tom-baker.md"
MARIAMA = "content/profiles/mariama-sow.md"


def run(*arguments: str, **env: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], env=env)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site below the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    return tmp_path


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def git(*arguments: str) -> None:
    who = ["-c", "user.name=Example", "-c", "user.email=nobody@commonweave.example"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(site: Path) -> Path:
    """The small site as the main branch of a repository."""
    git("init", "-q", "-b", "main")
    git("add", "content")
    git("commit", "-q", "-m", "Begin")
    return site


def test_annotations_stand_at_the_line_with_the_hint_below(site: Path) -> None:
    edit(TOM, "status: limited", "status: Limited")
    expected = (
        f"::error file={TOM},line=11,col=24,title=P028::"
        "`status` is `Limited`%0Adid you mean `limited`?\n1 error\n"
    )
    assert run("--format", "github").stdout == expected
    assert run(GITHUB_ACTIONS="true").stdout == expected
    assert run("--format", "text", GITHUB_ACTIONS="true").stdout.startswith(f"{TOM}:11:24")


def test_a_build_that_fails_under_github_actions_annotates_too(site: Path) -> None:
    edit(TOM, "status: limited", "status: Limited")
    result = CliRunner().invoke(cli, ["build"], env={"GITHUB_ACTIONS": "true"})
    assert result.stderr.startswith(f"::error file={TOM},line=11,col=24,title=P028::")


HOSTILE = (
    "x%0A::error::forged",
    "x\n::add-mask::y",
    "x\r\n::stop-commands::z",
    "::warning file=a,line=1::forged",
    "a,line=9,title=P999::forged",
    "<script>alert(1)</script>",
    "`</code><b>",
    "@example-person #12 [x](https://evil.example)",
    "| a | b |\n|---|---|",
    "\x1b[31mred\x1b[0m",
    "https://evil.example/",
)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("form", sorted(FORMS))
def test_no_value_forges_a_command_a_line_or_a_terminal_sequence(form: str, value: str) -> None:
    problem = Problem(f"content/{value}", Place(1, 1), "P028", {"field": value, "value": value})
    said = FORMS[form]([_with(problem, "allowed", value)], Translator(), [problem_elsewhere(value)])
    assert "\x1b" not in said and "\r" not in said
    commands = [line for line in said.splitlines() if line.lstrip().startswith("::")]
    if form == "github":
        assert len(commands) == 1
        # The runner's own grammar: properties end at the first `::`, and at each comma.
        properties = re.fullmatch(r"::error (.*?)::.*", commands[0])
        assert properties is not None
        names = [part.partition("=")[0] for part in properties[1].split(",")]
        assert names == ["file", "line", "col", "title"]
    else:
        assert commands == []


def _with(problem: Problem, name: str, value: str) -> Problem:
    return Problem(problem.path, problem.place, problem.code, {**problem.params, name: value})


def problem_elsewhere(value: str) -> Problem:
    return Problem(
        "content/b.md", Place(2, 1), "P012", {"kind": "skill", "value": value, "where": value}
    )


# Tags that are not ours, mentions, references, bare web addresses.
LIVE = re.compile(r"<(?!/?(?:p|ul|li|h3|code|br)\b)|[@#]\w|https?://|www\.", re.I)


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_comes_alive_in_the_markdown(value: str) -> None:
    problem = Problem(f"content/{value}", Place(1, 1), "P028", {"field": value, "value": value})
    page = rendered(FORMS["markdown"]([_with(problem, "allowed", value)], Translator()))
    assert LIVE.findall(outside_code(page)) == []
    assert "<script" not in page and "<b>" not in page


def outside_code(page: str) -> str:
    return re.sub(r"<code>.*?</code>", "", page, flags=re.S)


@given(st.text(alphabet="ab`*_<>&@#[]()!:/.\\ \n~|-1", max_size=40))
def test_inert_text_is_one_paragraph_of_plain_words(value: str) -> None:
    for said in (inert.markdown(value), inert.markdown_sentence(value)):
        page = outside_code(rendered(f"x{said}x"))
        assert re.fullmatch(r"<p>[^<>]*</p>", page), page
        assert not re.search(r"[@#]\w", page)


def test_sarif_is_valid_and_says_where(site: Path) -> None:
    edit(TOM, "status: limited", "status: Limited")
    edit(MARIAMA, "consent:", "consnet:")
    said = run("--format", "sarif").stdout
    run_ = Sarif.model_validate_json(said).runs[0]
    assert run_.results is not None and run_.tool.driver.rules is not None
    assert [result.rule_id for result in run_.results] == ["P010", "P028"]
    for result in run_.results:
        assert result.rule_index is not None
        assert run_.tool.driver.rules[result.rule_index].id == result.rule_id
    place = json.loads(said)["runs"][0]["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": TOM, "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 11, "startColumn": 24}


def test_a_corrected_line_can_be_copied_from_the_markdown() -> None:
    params = {"field": "headline", "example": 'headline: "Us: @home # and away"'}
    problem = Problem(TOM, Place(3, 1), "P017", params)
    said = FORMS["markdown"]([problem], Translator())
    assert said.endswith("""in double quotes\\: `headline: "Us: @home # and away"`""")


def test_the_summary_is_added_to_a_file_as_markdown(site: Path) -> None:
    edit(TOM, "status: limited", "status: Limited")
    Path("summary.md").write_text("# Before\n", "utf-8")
    run("--summary", "summary.md")
    assert Path("summary.md").read_text("utf-8") == (
        "# Before\n### 1 error\n\n"
        "`content/profiles/tom-baker.md`\n\n"
        "- line 11: error P028: `status` is `Limited`  \n  → did you mean `limited`?\n"
    )
    edit(TOM, "status: Limited", "status: limited")
    run("--summary", "summary.md")
    assert Path("summary.md").read_text("utf-8").endswith("### Everything is in order\n")


def test_a_change_answers_for_its_own_files_only(repository: Path) -> None:
    edit(MARIAMA, "consent:", "consnet:")
    git("commit", "-q", "-a", "-m", "Break what is not mine")
    edit(TOM, "status: limited", "status: Limited")
    result = run("--changed-from", "HEAD")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-3:] == [
        f"{TOM}:11:24: error P028 `status` is `Limited`",
        "  did you mean `limited`?",
        "1 error; 1 error elsewhere, which stops nobody here",
    ]
    edit(TOM, "status: Limited", "status: open")
    mended = run("--changed-from", "HEAD")
    assert (mended.exit_code, mended.stdout.splitlines()[-1]) == (
        0,
        "1 error elsewhere, which stops nobody here",
    )


def test_what_refers_to_a_file_taken_away_counts(repository: Path) -> None:
    """tom-baker is named by an assignment; whoever deletes his profile hears of it."""
    Path(TOM).unlink()
    result = run("--changed-from", "main", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["findings"] != [] and found["elsewhere"] == []
    assert all(finding["path"] != TOM for finding in found["findings"])


def test_what_a_new_file_does_to_its_neighbours_counts(repository: Path) -> None:
    """Of two photos the later one is told, and of two people with one account: both stood there."""
    shutil.copy("content/profiles/leila-haddad.jpg", "content/profiles/leila-haddad.jpeg")
    edit(TOM, "sectors:", "github: tom-baker\nsectors:")
    git("commit", "-q", "-a", "-m", "Tom has an account")
    text = Path(TOM).read_text("utf-8").replace("Tom Baker", "Zora Neale")
    Path("content/profiles/anew.md").write_text(text, "utf-8")
    result = run("--changed-from", "HEAD", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(f["code"], f["path"]) for f in found["findings"]] == [
        ("P054", "content/profiles/leila-haddad.jpg"),
        ("P129", TOM),
    ]
    assert found["elsewhere"] == []


def test_a_way_through_a_link_hides_no_change(repository: Path, tmp_path: Path) -> None:
    Path("other").symlink_to(tmp_path, target_is_directory=True)
    Path("same").symlink_to("content", target_is_directory=True)
    edit(TOM, "status: limited", "status: Limited")
    for content in ("other/content", "same", str(tmp_path / "other" / "content"), "./content/"):
        result = run("--changed-from", "main", "--content", content)
        assert (result.exit_code, "1 error\n" in result.stdout) == (1, True), content


def test_a_new_file_that_git_does_not_know_is_a_change(repository: Path) -> None:
    Path("content/profiles/new-person.md").write_text("---\nname: New\n", "utf-8")
    result = run("--changed-from", "main")
    assert (result.exit_code, "new-person.md:3:1: error P005" in result.stdout) == (1, True)


def test_a_change_of_the_vocabulary_answers_for_everything(repository: Path) -> None:
    edit("content/vocabulary/skills.yml", "id: handover-files", "id: handover-papers")
    found = json.loads(run("--changed-from", "main", "--format", "json").stdout)
    assert "P012" in {finding["code"] for finding in found["findings"]}
    assert found["elsewhere"] == []


def test_changes_can_come_from_a_list_of_files(site: Path) -> None:
    edit(MARIAMA, "consent:", "consnet:")
    edit(TOM, "status: limited", "status: Limited")
    Path("changed.txt").write_text(f"{TOM}\nREADME.md\n", "utf-8")
    result = run("--changed-files", "changed.txt", "--format", "github")
    assert [line.partition(",")[0] for line in result.stdout.splitlines()[:-1]] == [
        f"::error file={TOM}"
    ]


def test_errors_stand_before_warnings_and_files_of_the_change_first(repository: Path) -> None:
    """The name of the copy is near Tom's, which is told of Tom's file: it did not change."""
    text = Path(TOM).read_text("utf-8").replace("status: limited", "status: Limited")
    Path("content/profiles/a-baker.md").write_text(text, "utf-8")
    Path("content/profiles/baker-tom.md").write_text(
        Path(TOM).read_text("utf-8").replace("Tom Baker", "Baker Tom"), "utf-8"
    )
    found = json.loads(run("--changed-from", "main", "--format", "json").stdout)["findings"]
    assert [(f["severity"], f["path"]) for f in found] == [
        ("error", "content/profiles/a-baker.md"),
        ("warning", TOM),
    ]


def test_a_commit_that_git_does_not_know_is_said_in_words(repository: Path) -> None:
    for name in ("no-such-branch", "--output=pwned", "main..main"):
        result = run("--changed-from", name)
        assert (result.exit_code, "S016" in result.stderr) == (2, True)
    assert not Path("pwned").exists()


def test_a_repository_hidden_in_the_content_starts_no_program(repository: Path) -> None:
    """git takes a folder with HEAD, objects and refs for a repository and obeys its `config`."""
    head = subprocess.run(["git", "rev-parse", "main"], check=True, capture_output=True).stdout
    files = {
        "HEAD": "ref: refs/heads/main\n",
        "refs/heads/main": head.decode(),
        "objects/info/alternates": "../../.git/objects\n",
        "config": "[core]\n repositoryformatversion = 0\n bare = false\n worktree = .\n"
        '[filter "x"]\n clean = touch pwned\n',
        ".gitattributes": "* filter=x\n",
    }
    for name, text in files.items():
        path = Path("content", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git("-C", "content", "read-tree", "main:content")
    Path("content/site.yml").touch()
    result = run("--changed-from", "main")
    assert not list(Path().rglob("pwned"))
    assert (result.exit_code, "S016" in result.stderr) == (2, True)


def test_one_way_of_limiting_at_a_time(site: Path) -> None:
    assert run("--changed-from", "main", TOM).exit_code == 2


def test_check_and_build_start_no_program(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(subprocess, "Popen", deny)
    monkeypatch.setattr("os.system", deny)
    assert run().exit_code == 0
    built = CliRunner().invoke(cli, ["build", "--jobs", "1"])
    assert built.exit_code == 0, built.output
