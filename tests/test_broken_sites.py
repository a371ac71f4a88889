"""Every way to get content wrong that people have found, and exactly what they are told.

A case is a folder below `sites/broken`: the files that differ from the minimal site (`NAME.delete`
takes NAME away) and `expected.txt`. `SITEGEN_GOLDEN=1` writes the latter anew: read what it says.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import workers
from sitegen.check import check as found_in
from sitegen.cli import cli
from sitegen.errors import ContentError, in_order
from sitegen.findings import as_json, as_text
from sitegen.frontmatter import read_markdown
from sitegen.i18n import Translator
from sitegen.messages import MESSAGES
from sitegen.read import MARKDOWN_LIMIT, Sources, read
from sitegen.relate import relate
from sitegen.validate import validate
from sitegen.workers import Processes
from tests.conftest import CLOCK

SITES = Path(__file__).parent / "sites"
MINIMAL = SITES / "minimal" / "content"
BROKEN = SITES / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir())
CODE = re.compile(r": (?:error|warning) (P\d{3}) ")
# What only a build can find: a page that links to nothing.
FOUND_BY_THE_BUILD = {"P090"}
# What was done to a built site: tests/test_verify.py.
FOUND_BY_VERIFY = {"P093", "P094", "P095", "P096"}
# What others do with their pages: tests/test_outside.py.
FOUND_OUTSIDE = {"P097", "P098"}
# What no file is known to cause: tests/test_bounded.py.
FOUND_BY_THE_LIMITS = {"P130"}
# What only somebody's leaving can bring about: tests/test_forget.py.
FOUND_BY_FORGET = {"P170", "P171"}
# What only a submission can do: tests/test_intake.py and test_intake_block.py.
FOUND_BY_INTAKE = {f"P{number}" for number in range(150, 166)}
# What only a proposal can do: tests/test_guard.py has a case for each.
FOUND_BY_GUARD = {f"P{number}" for number in range(140, 150)}
# What stands in the private folder, which `check` is never given: see test_private_log.py.
FOUND_IN_THE_LOG = {"P175", "P176", "P177", "P178", "P179"}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal site as `content` in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    return tmp_path / "content"


def check(*options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--content", "content", *options])


def lay(case: Path, content: Path) -> None:
    """Lay the files of a case over the content."""
    for path in sorted(case.rglob("*")):
        target = content / path.relative_to(case)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        elif path.suffix == ".delete":
            target.with_suffix("").unlink()
        elif path != case / "expected.txt":
            shutil.copyfile(path, target)


@cache
def minimal_sources() -> Sources:
    return read(MINIMAL)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_minimal_site_is_clean(content: Path) -> None:
    result = check()
    assert (result.stdout, result.exit_code) == ("", 0)


@pytest.mark.parametrize("name", CASES)
def test_a_broken_site_is_explained(name: str, content: Path) -> None:
    lay(BROKEN / name, content)
    result = check()
    expected = BROKEN / name / "expected.txt"
    if os.environ.get("SITEGEN_GOLDEN"):
        expected.write_text(result.stdout, "utf-8")
    assert result.stdout == expected.read_text("utf-8")
    assert result.exit_code == 1


def test_two_processes_find_what_one_finds(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many broken profiles and assignments beside each other."""
    for path in sorted(BROKEN.glob("*/[ap]*s/*.md"))[::4]:
        case, folder = path.relative_to(BROKEN).parts[:2]
        shutil.copyfile(path, content / folder / f"{case}.md")
    alone = found_in(content, (), CLOCK)
    assert len({problem.code for problem in alone.problems}) > 30
    monkeypatch.setattr(workers, "WORTH_SHARING", 1)
    monkeypatch.setattr(workers, "AT_ONCE", 3)
    assert found_in(content, (), CLOCK, crew=Processes(2)) == alone


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Twelve", "[a](" * 15_000 + "Twelve", id="many half links"),
        pytest.param("Twelve", "[a](<" * 12_000 + "Twelve", id="many half links in angles"),
        pytest.param("Twelve", "-\n" * 30_000 + "Twelve", id="many lines that could be headings"),
        pytest.param(
            "languages: {",
            "languages: {" + "".join(f"x{n}: b2, " for n in range(1_500)),
            id="many languages that are none",
        ),
        pytest.param("sectors:", f"{'a-' * 11_000}\nsectors:", id="a long word with hyphens"),
    ],
)
def test_no_file_keeps_the_checker_busy(old: str, new: str, content: Path) -> None:
    """The processor's own time, however busy it is: what tries every start again takes far more."""
    edited(TOM, old, new)(content)
    start = time.process_time()
    assert check().exit_code == 1
    assert time.process_time() - start < 4


def test_nor_does_a_translation(content: Path) -> None:
    text = f"---\nheadline: Lange eine Firma geleitet\n---\n{'[a](' * 15_000}\n"
    (content / "profiles" / "tom-baker.de.md").write_text(text, "utf-8")
    start = time.process_time()
    assert "P014" in check().stdout
    assert time.process_time() - start < 4


def edited(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        text = (content / path).read_text("utf-8")
        assert old in text
        (content / path).write_text(text.replace(old, new), "utf-8")

    return edit


def linked(name: str, target: str) -> Callable[[Path], None]:
    return lambda content: (content / name).symlink_to(content / target)


TOM = "profiles/tom-baker.md"
# What git, an editor or another system would change or refuse on the way.
MADE_HERE = {
    "a link to another file": (
        linked("profiles/tom.md", TOM),
        "content/profiles/tom.md:1:1: error P052 this is a link or a special file\n"
        "  put the file itself here",
    ),
    "a link to a folder": (
        linked("news", "stories"),
        "content/news:1:1: error P052 this is a link or a special file\n  put the file itself here",
    ),
    "a character that turns the text around": (
        edited(TOM, "Twelve years", "Twelve \u202eyears"),
        "content/profiles/tom-baker.md:15:8: error P003 a hidden character stands here: "
        "U+202E RIGHT-TO-LEFT OVERRIDE\n  delete it and type the text anew",
    ),
    "a file that is too large": (
        edited(TOM, "Twelve years", "Twelve years" + " and more" * 8_000),
        "content/profiles/tom-baker.md:1:1: error P002 this file is larger than 64 kB\n"
        "  make it smaller",
    ),
    "a block of lines that does not end": (
        edited(TOM, "Twelve years", "Twelve\n\n" + "-\n" * 501 + "years"),
        "content/profiles/tom-baker.md:17:1: error P018 more than 500 lines follow here without an "
        "empty one\n  put an empty line between paragraphs, and between the parts of a long list",
    ),
    "fields that are too large": (
        edited(TOM, "sectors:", "# a long note\n" * 2_000 + "sectors:"),
        "content/profiles/tom-baker.md:1:1: error P013 the fields take more than 24 kB\n"
        "  move text below the second `---`",
    ),
    "a photo that is too large": (
        lambda content: (content / "profiles/tom-baker.jpg").write_bytes(b"x" * 2_100_000),
        "content/profiles/tom-baker.jpg:1:1: error P059 this photo is larger than 2 MB\n"
        "  this makes it smaller, and takes out what it tells besides: "
        "sitegen photo content/profiles/tom-baker.jpg",
    ),
    "line ends of another system": (
        edited(TOM, "status: limited", "status: maybe\r"),
        "content/profiles/tom-baker.md:11:24: error P028 `status` is `maybe`\n"
        "  it can be: open, limited, paused",
    ),
}


@pytest.mark.parametrize("name", MADE_HERE)
def test_a_site_broken_here_is_explained(name: str, content: Path) -> None:
    break_it, expected = MADE_HERE[name]
    break_it(content)
    result = check()
    assert (result.stdout, result.exit_code) == (expected + "\n1 error\n", 1)


def test_every_code_that_content_can_cause_has_a_case() -> None:
    texts = [(BROKEN / name / "expected.txt").read_text("utf-8") for name in CASES]
    texts += [expected for _, expected in MADE_HERE.values()]
    found = {code for text in texts for code in CODE.findall(text)}
    elsewhere = FOUND_BY_THE_BUILD | FOUND_BY_GUARD | FOUND_IN_THE_LOG
    elsewhere |= FOUND_BY_VERIFY | FOUND_BY_THE_LIMITS
    elsewhere |= FOUND_BY_FORGET | FOUND_BY_INTAKE | FOUND_OUTSIDE
    assert found == set(MESSAGES) - elsewhere


def test_a_warning_alone_stops_nobody(content: Path) -> None:
    tom = (content / TOM).read_text("utf-8")
    (content / "profiles/baker-tom.md").write_text(tom.replace("Tom Baker", "Baker Tom"), "utf-8")
    result = check()
    assert result.stdout == (
        "content/profiles/tom-baker.md:2:7: warning P080 this name is very like that of baker-tom\n"
        "  if it is one person, keep one of the files\n1 warning\n"
    )
    assert result.exit_code == 0


def test_check_writes_nothing(content: Path) -> None:
    lay(BROKEN / "errors-in-two-files-are-sorted", content)
    before = files(content.parent)
    check()
    assert files(content.parent) == before


def test_problems_of_one_file_can_be_asked_for(content: Path) -> None:
    lay(BROKEN / "errors-in-two-files-are-sorted", content)
    result = check("content/profiles/mariama-sow.md")
    assert CODE.findall(result.stdout) == ["P028"]


def test_problems_come_as_json_too(content: Path) -> None:
    edited(TOM, "status: limited", "status: Limited")(content)
    result = check("--format", "json")
    assert json.loads(result.stdout) == {
        "version": 1,
        "elsewhere": [],
        "findings": [
            {
                "path": "content/profiles/tom-baker.md",
                "line": 11,
                "column": 24,
                "severity": "error",
                "code": "P028",
                "params": {
                    "field": "status",
                    "value": "Limited",
                    "allowed": "open, limited, paused",
                    "example": "status: open",
                    "suggestion": "limited",
                },
                "text": "`status` is `Limited`",
                "hint": "did you mean `limited`?",
            }
        ],
    }
    assert result.exit_code == 1


@settings(max_examples=100, deadline=None)
@given(
    slug=st.sampled_from(["leila-haddad", "tom-baker"]),
    line=st.integers(1, 29),
    column=st.integers(0, 60),
    cut=st.integers(0, 30),
    put=st.sampled_from(
        ["", ":", ": ", ",", "{", "}", "[", "]", '"', "- ", "#x", "yes", "é", "-1"]
    ),
)
def test_no_slip_of_the_pen_is_left_without_words(
    slug: str, line: int, column: int, cut: int, put: str
) -> None:
    """Whatever is cut out and put in: the profile is read, or told what is wrong with it."""
    sources = minimal_sources()
    lines = (MINIMAL / f"profiles/{slug}.md").read_text("utf-8").split("\n")
    at = line % len(lines)
    lines[at] = lines[at][:column] + put + lines[at][column + cut :]
    try:
        raw = "\n".join(lines).encode()
        changed = read_markdown(sources.collections["profiles"][slug].path, raw, MARKDOWN_LIMIT)
    except ContentError as error:
        problems = list(error.problems)
    else:
        profiles = {**sources.collections["profiles"], slug: changed}
        entries, problems = validate(
            replace(sources, collections={**sources.collections, "profiles": profiles})
        )
        assert entries is not None
        problems += relate(entries, date(2026, 11, 16))[1]
    assert {problem.path.rsplit("/", 1)[1] for problem in problems} <= {f"{slug}.md"}
    as_text(in_order(problems), Translator())
    as_json(in_order(problems), Translator())
