"""The log of the private folder: what it may hold, how it is written, and `sitegen confirm`."""

from __future__ import annotations

import shutil
import stat
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.cli import cli
from sitegen.errors import ContentError, Place, SettingsError
from sitegen.messages import MESSAGES
from sitegen.models.log import Answer, Introduction, Log
from sitegen.overlay import lay_over
from sitegen.plan import PRIVATE, put
from sitegen.private_log import log_of, read_log, write_log, written
from sitegen.read import read
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
OVERLAY = ROOT / "tests" / "overlay"
FOUND_IN_THE_LOG = sorted(code for code in MESSAGES if MESSAGES[code].file == "log")
ASKED = "{profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-09, state: asked}"


@pytest.fixture(name="private")
def private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty private folder beside the small site, in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    (tmp_path / "private").mkdir()
    return tmp_path / "private"


def log(private: Path, text: str) -> Path:
    (private / "log.yml").write_text(text, "utf-8")
    return private


def confirm(*arguments: str) -> Result:
    day = {"SOURCE_DATE_EPOCH": "1795910400"}  # 2026-11-29
    options = ("confirm", *arguments, "--private", "private")
    return CliRunner().invoke(cli, options, env=day)


@pytest.mark.parametrize(
    ("row", "place", "code"),
    [
        ("{profile: tom-baker, on: 2026-11-09, state: asked}", (2, 5), "P175"),
        (
            "{profile: tom-baker, assignment: a, for: guidance, on: 2026-11-09, state: asked}",
            (2, 5),
            "P175",
        ),
        ("{profile: tom-baker, for: guidance, on: 2026-11-09, state: asked}", (2, 5), "P176"),
        (
            "{profile: tom-baker, assignment: a, seeker: Jo, on: 2026-11-09, state: asked}",
            (2, 5),
            "P177",
        ),
        (f"{ASKED}\n  - {ASKED}", (3, 5), "P178"),
        ("{profile: tom-baker, assignment: a, on: 9.11.2026, state: asked}", (2, 45), "P023"),
        ("{profile: tom-baker, assignment: a, on: 2026-11-09, state: maybe}", (2, 64), "P028"),
        ("{profile: tom-baker, for: work, on: 2026-11-09, state: asked}", (2, 31), "P028"),
        ("{profile: tom-baker, assigment: a, on: 2026-11-09, state: asked}", (2, 26), "P010"),
        ("{profile: Tom, assignment: a, on: 2026-11-09, state: asked}", (2, 15), "P034"),
    ],
    ids=[
        "about nothing",
        "about two things",
        "guidance for nobody",
        "a seeker of an assignment",
        "the same twice",
        "a day in another order",
        "an unknown state",
        "an unknown purpose",
        "a misspelt field",
        "a name that is no slug",
    ],
)
def test_what_is_wrong_in_a_row_is_said_with_its_place(
    private: Path, row: str, place: tuple[int, int], code: str
) -> None:
    problems = read_log(log(private, f"introductions:\n  - {row}\n"))[2]
    found = [(problem.place, problem.code) for problem in problems]
    assert found == [(Place(*place), code)]
    with pytest.raises(ContentError):
        log_of(private)


@pytest.mark.parametrize("code", FOUND_IN_THE_LOG)
def test_the_examples_of_the_long_form_are_what_they_say(private: Path, code: str) -> None:
    for example, expected in ((MESSAGES[code].wrong, [code]), (MESSAGES[code].right, [])):
        laid, _ = lay_over(read(Path("content")), log(private, example))
        assert [problem.code for problem in laid.problems] == expected


def test_an_introduction_of_somebody_unknown_is_a_warning(private: Path) -> None:
    row = "{profile: jo-gone, assignment: dairy-exit-plan, on: 2026-11-09, state: asked}"
    laid, _ = lay_over(read(Path("content")), log(private, f"introductions:\n  - {row}\n"))
    found = [(p.path, p.place, p.code, p.severity, p.params) for p in laid.problems]
    expected = ("private/log.yml", Place(2, 15), "P179", "warning", {"value": "jo-gone"})
    assert found == [expected]


def test_a_confirmation_of_somebody_not_listed_yet_is_no_problem(private: Path) -> None:
    text = 'confirmations:\n  - {profile: jo-new, on: 2026-11-09, how: "mail"}\n'
    assert lay_over(read(Path("content")), log(private, text))[0].problems == ()


def test_no_log_is_an_empty_log(private: Path) -> None:
    assert log_of(private) == Log()


def test_a_link_in_place_of_the_log_is_refused(private: Path, tmp_path: Path) -> None:
    (tmp_path / "else.yml").write_text("", "utf-8")
    (private / "log.yml").symlink_to(tmp_path / "else.yml")
    assert [problem.code for problem in read_log(private)[2]] == ["P052"]


def test_the_sample_log_is_in_the_form_in_which_it_is_written() -> None:
    text = (OVERLAY / "log.yml").read_text("utf-8")
    assert written(log_of(OVERLAY), {}) == text


def test_notes_on_lines_of_their_own_stay_above_their_rows(private: Path) -> None:
    text = (
        "# Ours alone.\n"
        "introductions:\n"
        "  # Knows the chair.\n"
        f"  - {ASKED}\n"
        "# Never by mail.\n"
        "confirmations:\n"
        '  - {profile: tom-baker, on: 2026-11-02, how: "letter"}\n'
        "# End.\n"
    )
    write_log(private, log_of(log(private, text)))
    assert (private / "log.yml").read_text("utf-8") == text


def test_a_row_written_in_another_way_is_kept_in_ours(private: Path) -> None:
    text = "confirmations:\n- on: 2026-11-02\n  how: 'said: \"yes\" \\ # 1'\n  profile: tom-baker\n"
    write_log(private, log_of(log(private, text)))
    assert (private / "log.yml").read_text("utf-8") == (
        "confirmations:\n"
        '  - {profile: tom-baker, on: 2026-11-02, how: "said: \\"yes\\" \\\\ # 1"}\n'
    )


free_text = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), max_codepoint=0x2000)
    | st.sampled_from(" \"'\\#:{}[],&*!%@"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.isprintable() and text.strip() != "")


@settings(max_examples=60, deadline=None)
@given(how=free_text, seeker=free_text, state=st.sampled_from(["asked", "introduced"]))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, how: str, seeker: str, state: str
) -> None:
    private = tmp_path_factory.mktemp("private")
    asked = {"profile": "a", "for": "guidance", "seeker": seeker, "on": "2026-11-09"}
    rows = Log(
        introductions=(Introduction.model_validate({**asked, "state": state}),),
        confirmations=(Answer.model_validate({"profile": "a", "on": "2026-11-09", "how": how}),),
    )
    write_log(private, rows)
    again = log_of(private)
    write_log(private, again)
    assert log_of(private) == again
    assert again.introductions[0].state == state
    assert "".join(again.confirmations[0].how.split()) != ""


def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.yml"
    path.write_text("old", "utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SettingsError) as caught:
        put(path, b"new")
    assert (caught.value.code, caught.value.params["detail"]) == ("S003", "No space left on device")
    assert [(p.name, p.read_text("utf-8")) for p in tmp_path.iterdir()] == [("log.yml", "old")]


def test_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_rights(tmp_path: Path) -> None:
    put(tmp_path / "new", b"x", PRIVATE)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    (tmp_path / "new").chmod(0o640)
    put(tmp_path / "new", b"y", PRIVATE)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_an_answer_is_remembered_once_a_day(private: Path) -> None:
    first = confirm("tom-baker", "--how", "mail", "--on", "2026-11-20")
    assert (first.exit_code, first.output) == (
        0,
        "tom-baker: the answer of 20 November 2026 is in the log, private/log.yml.\n",
    )
    again = confirm("tom-baker", "--how", "call", "--on", "2026-11-20")
    assert (again.exit_code, again.output) == (
        0,
        "tom-baker: an answer of 20 November 2026 is in the log already.\n",
    )
    confirm("tom-baker", "--how", "call")
    rows = [(row.on, row.how) for row in log_of(private).confirmations]
    assert rows == [(date(2026, 11, 20), "mail"), (date(2026, 11, 29), "call")]


@pytest.mark.parametrize(
    ("arguments", "code", "output"),
    [
        (
            ["tom-backer", "--how", "mail"],
            2,
            "sitegen: S030 there is no person `tom-backer` in the content\n"
            "  for somebody who is not listed yet, add --new; did you mean `tom-baker`?\n",
        ),
        (
            ["Jo Who", "--how", "mail", "--new"],
            2,
            "sitegen: S030 there is no person `Jo Who` in the content\n"
            "  name the person like the file to come: amina-diallo; did you mean `jo-who`?\n",
        ),
        (
            ["jo-who", "--how", "in-person", "--new"],
            0,
            "jo-who: the answer of 29 November 2026 is in the log, private/log.yml.\n",
        ),
        (
            ["tom-baker", "--how", "mail", "--on", "2026-11-30"],
            2,
            "sitegen: S035 the day 2026-11-30 is still to come\n"
            "  write the day on which it was done\n",
        ),
    ],
    ids=["a name misspelt", "a name that is no slug", "somebody new", "a day to come"],
)
def test_who_can_be_confirmed(private: Path, arguments: list[str], code: int, output: str) -> None:
    result = confirm(*arguments)
    assert (result.exit_code, result.output) == (code, output)
    assert (private / "log.yml").exists() == (code == 0)


def test_somebody_whose_file_cannot_be_read_can_be_confirmed(private: Path) -> None:
    Path("content/profiles/tom-baker.md").write_text("---\nname: Tom\n", "utf-8")
    assert confirm("tom-baker", "--how", "mail").exit_code == 0


def test_a_broken_log_is_left_as_it_is(private: Path) -> None:
    log(private, "confirmations: [{profile: x}]\n")
    result = confirm("tom-baker", "--how", "mail")
    assert result.exit_code == 1
    assert "private/log.yml:1:17: error P011 `on` is missing" in result.output
    assert (private / "log.yml").read_text("utf-8") == "confirmations: [{profile: x}]\n"


def test_no_private_folder_within_the_repository_of_the_content_is_written(private: Path) -> None:
    Path(".git").mkdir()
    result = confirm("tom-baker", "--how", "mail")
    assert result.exit_code == 2
    assert "S032 private/log.yml lies in " in result.output
    assert list(private.iterdir()) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff",
        b"introductions: yes",
        b"- a",
        b"introductions: [[[[[[[[[1]]]]]]]]]",
        b"&a [*a]",
        b"x" * 2_000_000,
    ],
    ids=["no text", "no list", "no fields", "nested", "an alias", "large"],
)
def test_a_hostile_log_is_told_in_words(private: Path, raw: bytes) -> None:
    (private / "log.yml").write_bytes(raw)
    result = confirm("tom-baker", "--how", "mail")
    assert result.exit_code == 1
    assert " error P" in result.output and "Traceback" not in result.output
