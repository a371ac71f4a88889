"""Every code has a long form, every example is what the checks say it is, and people find it."""

from __future__ import annotations

import ast
import gettext
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen import catalogue
from sitegen.check import check
from sitegen.cli import cli
from sitegen.i18n import SENTENCES, Translator
from sitegen.messages import MESSAGES
from sitegen.messages.long import LONG
from tests.conftest import CLOCK, ROOT
from tests.laid_examples import lay
from tests.test_broken_sites import FOUND_BY_FORGET, FOUND_BY_INTAKE, FOUND_BY_VERIFY, FOUND_OUTSIDE

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
CODES = sorted(SENTENCES)
SHOWN = sorted(code for code, message in MESSAGES.items() if message.wrong)
# `check` is never given the private folder: see test_private_log.py.
CHECKED = [code for code in SHOWN if MESSAGES[code].file != "log"]
# What no lines of a file and no names can show, and why.
WITHOUT_EXAMPLE = {
    "P001": "letters of another encoding cannot stand in this program",
    "P002": "a file that is too large",
    "P003": "what is wrong cannot be seen",
    "P013": "fields that are too large",
    "P018": "some hundred lines",
    "P052": "a link in a folder",
    "P057": "a picture",
    "P058": "a picture",
    "P059": "a picture",
    "P090": "links of built pages, which come from templates and settings",
    "P091": "addresses of built pages",
    "P130": "what nobody has found yet",
    **dict.fromkeys(FOUND_BY_VERIFY, "what was done to a built site"),
    **dict.fromkeys(FOUND_OUTSIDE, "what others do with their pages"),
    **dict.fromkeys(FOUND_BY_INTAKE, "what somebody sent, before it is a file"),
    **dict.fromkeys(FOUND_BY_FORGET, "what is left when a file is gone"),
    **{f"P{number}": "a proposal" for number in range(140, 150)},
}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal site as `content` in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    return tmp_path / "content"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


# These speak of codes and raise none: the words, and what is done with problems afterwards.
SPEAKING = ("messages", "faults.py", "verdict.py", "i18n")


@cache
def raised() -> frozenset[str]:
    """Every text in the program that could be a code on its way into a problem."""
    found: set[str] = set()
    for path in (ROOT / "sitegen").rglob("*.py"):
        if path.relative_to(ROOT / "sitegen").parts[0] not in SPEAKING:
            tree = ast.walk(ast.parse(path.read_text("utf-8")))
            found |= {str(node.value) for node in tree if isinstance(node, ast.Constant)}
    return frozenset(found)


def test_every_code_is_raised_somewhere() -> None:
    assert {*CODES} - raised() == set()


def test_every_code_has_a_long_form() -> None:
    missing = sorted({*CODES} - {*LONG})
    assert missing == [], (
        f"{missing} have no long form. Add CODE: Long(why, wrong, right, file) to the module of "
        "sitegen/messages/long/ that is named like the one of its sentence (settings.py for S…); "
        "what each part holds is said in sitegen/messages/message.py. Then: make messages problems"
    )


def test_no_long_form_is_left_over() -> None:
    assert set(LONG) - set(SENTENCES) == set()


def is_short(why: str) -> bool:
    sentences = re.split(r"(?<=[.?]) (?=[A-Z“$`0-9])", why)
    return (
        1 <= len(sentences) <= 3
        and all(len(sentence.split()) <= 40 for sentence in sentences)
        and why == " ".join(why.split())
        and why[-1] in ".?"
    )


def test_why_is_one_to_three_sentences_of_forty_words_on_one_line() -> None:
    assert {code: long.why for code, long in LONG.items() if not is_short(long.why)} == {}


def test_every_problem_of_content_has_an_example() -> None:
    neither = sorted({*MESSAGES} - {*SHOWN} - {*WITHOUT_EXAMPLE})
    both = sorted({*SHOWN} & {*WITHOUT_EXAMPLE})
    assert (neither, both) == ([], []), (
        "a code needs a mistake and its correction in sitegen/messages/long/, or, if neither "
        "lines of a file nor names of files can show it, a reason in WITHOUT_EXAMPLE, not both"
    )


def is_tidy(example: str) -> bool:
    lines = example.splitlines()
    return (
        example == "\n".join(line.rstrip() for line in lines)
        and len(lines) <= 8
        and max(map(len, lines), default=0) <= 140
    )


def test_an_example_is_short_and_tidy() -> None:
    shown = {code: (MESSAGES[code].wrong, MESSAGES[code].right) for code in SHOWN}
    assert [code for code, (wrong, right) in shown.items() if not right or wrong == right] == []
    assert {code: both for code, both in shown.items() if not all(map(is_tidy, both))} == {}


@pytest.mark.parametrize("code", CHECKED)
def test_the_mistake_is_found_in_its_file_and_is_the_only_one(code: str, content: Path) -> None:
    names = lay(MESSAGES[code].file, MESSAGES[code].wrong, content)
    found = {(problem.code, problem.path) for problem in check(Path("content"), (), CLOCK).problems}
    assert {name for name, _ in found} == {code}
    assert {path for _, path in found} <= {f"content/{name}" for name in names}


@pytest.mark.parametrize("code", CHECKED)
def test_the_correction_has_no_problem_at_all(code: str, content: Path) -> None:
    lay(MESSAGES[code].file, MESSAGES[code].right, content)
    assert check(Path("content"), (), CLOCK).problems == ()


def test_explain_says_what_to_do_why_and_shows_both() -> None:
    result = run("explain", "P029")
    assert result.exit_code == 0
    assert result.output == (
        "P029  `‹field›` is `‹value›`, which is not a web address we can publish\n"
        "\n"
        "What to do: it starts with https:// and holds no user name and no blank\n"
        "\n"
        "Why: A link is tested, shown and followed by strangers. It starts with https://,\n"
        "so that nobody on the way can change the page, and it gives away no password.\n"
        "\n"
        "Not like this (a profile):\n"
        "\n"
        "    links: [{label: Talk on leaving, url: www.talks.example/leaving}]\n"
        "\n"
        "But like this:\n"
        "\n"
        '    links: [{label: Talk on leaving, url: "https://www.talks.example/leaving"}]\n'
    )


@pytest.mark.parametrize("written", ["p12", "P12", "P0012", " p012 "])
def test_a_code_may_be_written_carelessly(written: str) -> None:
    assert run("explain", written).output == run("explain", "P012").output != ""


def test_several_codes_are_explained_once_each_in_the_order_asked() -> None:
    output = run("explain", "P023", "s15", "p23").output
    assert re.findall(r"(?m)^([PS]\d{3})  ", output) == ["P023", "S015"]


@pytest.mark.parametrize(
    ("written", "near"),
    [
        pytest.param("P112x", r"P112, P\d{3}, P\d{3}", id="one sign too many"),
        pytest.param("P999", r"P\d{3}, P\d{3}, P\d{3}", id="no such number"),
        pytest.param("skills", "P012", id="no code at all"),
        pytest.param("\x1b[2J", "P012", id="an order to the terminal"),
    ],
)
def test_an_unknown_code_is_told_with_near_ones(written: str, near: str) -> None:
    result = run("explain", "P012", written)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("sitegen: S036 there is no code `")
    assert re.search(f"codes look like {near};", result.stderr)
    assert "\x1b" not in result.stderr


def test_without_a_code_all_are_listed() -> None:
    output = run("explain").output
    assert re.findall(r"(?m)^  ([PS]\d{3})  \S", output) == [
        code for family in catalogue.EVERY_FAMILY for code in sorted(family.messages)
    ]
    assert "  P012  there is no ‹kind› `‹value›` in the vocabulary\n" in output


def test_every_code_belongs_to_one_family() -> None:
    counts = Counter(code for family in catalogue.EVERY_FAMILY for code in family.messages)
    assert counts == Counter(CODES)


class _Loud(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper() if "{" not in message else f"~{message}"


def test_the_words_are_translated_and_the_examples_are_not() -> None:
    translated = catalogue.explained(["P029"], Translator(catalog=_Loud()))
    assert "\n~What to do: IT STARTS WITH HTTPS://" in translated
    assert "\n~Why: A LINK IS TESTED" in translated
    assert "\n~Not like this (A PROFILE):\n" in translated
    assert "    links: [{label: Talk on leaving, url: www.talks.example/leaving}]\n" in translated


def test_the_page_of_problems_is_current() -> None:
    kept = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert catalogue.page() == kept, "run: make problems"


def test_the_page_has_a_heading_for_each_code_and_no_link_to_nowhere() -> None:
    page = catalogue.page()
    headings = re.findall(r"(?m)^### (.*)$", page)
    assert sorted(headings) == CODES
    anchors = {heading.lower() for heading in headings}
    anchors |= {
        "-".join(re.findall(r"\w+", title.lower())) for title in re.findall(r"(?m)^## (.*)$", page)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == anchors


def test_a_check_names_the_command_that_says_more_apart_from_its_findings(content: Path) -> None:
    lay("profile", "stage: retired\nlisted: true\nmatched: true", content)
    result = run("check")
    assert result.stderr == "sitegen explain P028 P020 says more\n"
    assert result.stdout.endswith("\n3 errors\n")
    assert "says more" not in run("check", "--format", "json").output
    assert run("build").stderr.endswith("\nsitegen explain P028 P020 says more\n")


def test_a_build_with_warnings_names_it_too(content: Path) -> None:
    lay("profile", "confirmed: {on: 2030-01-01}", content)
    result = run("build", "--jobs", "1")
    assert result.exit_code == 0
    assert result.stderr.endswith("\n1 warning\nsitegen explain P116 says more\n")
