"""A new file: asked for in plain words or filled in with a text editor, it passes `check`."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.canonical import written
from sitegen.cli import cli
from sitegen.frontmatter import read_markdown
from sitegen.read import MARKDOWN_LIMIT
from sitegen.scaffold.lookup import meant
from sitegen.schema.outline import KINDS, fields, groups
from tests.conftest import ROOT
from tests.factories import vocabulary

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
WORDING = "I agree that what I write in my file is published on this site."
TEXT = "I kept the books of a village bank for nine years, and then I taught nine others to."


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal site as `content` in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    return tmp_path / "content"


def new(*arguments: str, answers: Sequence[str] = ()) -> Result:
    said = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(cli, ["new", *arguments], input=said)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments])


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# A file to fill in.

# Each empty place by its field, in the order of the file, and what somebody writes there.
FILLED: Mapping[str, Sequence[tuple[str, str]]] = {
    "profile": (
        ("name", "Ada Example"),
        ("headline", "Kept the books of a village bank: then taught nine others"),
        ("country", "NO"),
        ("languages", "{no: native, en: C1}"),
        ("skill", "closing-well"),
        ("level", "3"),
        ("evidence", "Closed one branch; every saver had her money in a week."),
        ("skill", "handover-files"),
        ("level", "2"),
        ("evidence", ""),
        ("skill", "board-development"),
        ("level", "1"),
        ("evidence", ""),
        ("sectors", "health"),
        ("status", "open"),
        ("on", "2026-11-10"),
        ("wording", "v1"),
        ("on", "2026-11-10"),
    ),
    "assignment": (
        ("title", "Books for a village bank"),
        ("name", "Example Bank"),
        ("silo", "community"),
        ("consent", "yes"),
        ("posted", "2026-11-10"),
        ("status", "open"),
        ("skill", "handover-files"),
        ("level", "2"),
        ("mode", "remote"),
    ),
}
PLACE = re.compile(r'^(?P<before>\s*(?:- )?(?P<name>[a-z_]+):)(?P<place> ""| \[""\]|)$')


def places(text: str, kind: str) -> list[tuple[int, str]]:
    """Line and field of every empty place."""
    # A group opens with its name alone, as a place for named values does.
    opens = {
        f.name for model, group in groups(kind).items() for f in fields(model, group) if f.inner
    }
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        match = PLACE.match(line)
        if match and (match["place"] or match["name"] not in opens):
            found.append((number, match["name"]))
    return found


def filled(text: str, kind: str) -> str:
    """The file with its empty places filled in, quotes and brackets kept."""
    lines = text.split("\n")
    found = places(text, kind)
    assert [name for _, name in found] == [name for name, _ in FILLED[kind]]
    for (number, _), (_, answer) in zip(found, FILLED[kind], strict=True):
        line = lines[number - 1]
        lines[number - 1] = line.replace('""', f'"{answer}"') if '"' in line else f"{line} {answer}"
    return "\n".join(lines).replace("(your text)", TEXT)


@pytest.mark.parametrize("kind", FILLED)
def test_a_blank_file_passes_once_its_places_are_filled(kind: str, content: Path) -> None:
    result = new(kind)
    path = Path("content") / f"{kind}s" / f"your-{kind}.md"
    assert result.exit_code == 0
    assert result.stdout == (
        f"Written: {path}\nFill in its empty places, then run: sitegen check\n"
    )
    path.write_text(filled(path.read_text("utf-8"), kind), "utf-8")
    assert check().output == ""


@pytest.mark.parametrize(
    ("kind", "quiet"),
    [
        # Alone they may stay empty; the rules that join them speak once the rest is there.
        ("profile", {"country", "evidence"}),
        ("assignment", {"name", "consent"}),
    ],
)
def test_a_blank_file_fails_at_its_empty_places(kind: str, quiet: set[str], content: Path) -> None:
    new(kind, "--blank")
    path = Path("content") / f"{kind}s" / f"your-{kind}.md"
    text = path.read_text("utf-8")
    told = re.findall(rf"(?m)^{path}:(\d+):\d+: error (P\d+) ", check(str(path)).stdout)
    places_told = {int(line) for line, code in told if code == "P025"}
    assert places_told == {line for line, name in places(text, kind) if name not in quiet}
    line_of_text = text.split("\n").index("(your text)") + 1
    assert [int(line) for line, code in told if code != "P025"] == [line_of_text]


@pytest.mark.parametrize("kind", FILLED)
def test_every_field_is_in_a_blank_file_with_a_note_above_it(kind: str, content: Path) -> None:
    new(kind, "--output", "blank.md")
    lines = [
        re.sub(r"^( *)# ( *(?:- )?[a-z_]+:|  *#)", r"\1\2", line)
        for line in Path("blank.md").read_text("utf-8").split("\n")
    ]
    for model, group in groups(kind).items():
        for field in fields(model, group):
            rows = [
                number
                for number, line in enumerate(lines)
                if re.match(rf" *(?:- )?{field.name}:", line)
            ]
            assert rows, field.name
            assert any(f"# {field.description}" in lines[row - 1] for row in rows) or (
                field.name in ("wording", "skills")
            ), field.name
    assert len("\n".join(lines).encode()) < 14 * 1024


# One of two ways, or only for work that is done.
ALTERNATIVES = {
    "profile": {"region"},
    "assignment": {"anonymous", "pro_bono", "reason", "members", "outcome"},
}


def with_every_example(text: str, kind: str) -> str:
    """The file with the # taken away in front of every field but those that exclude each other."""
    lines, skipped = [], None
    for line in text.split("\n"):
        field = re.match(r"^( *)# ( *)(?:- )?([a-z_]+):(?: |$)", line)
        inside = re.match(r"^ *# ( +)", line)
        if skipped is not None and inside and len(inside[1]) > skipped:
            continue
        skipped = None
        if field and field[3] in ALTERNATIVES[kind]:
            skipped = len(field[2])
        elif field:
            lines.append(re.sub(r"^( *)# ", r"\1", line))
        else:
            lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("kind", FILLED)
def test_every_example_may_be_used_as_it_stands(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    new(kind)
    path = Path("content") / f"{kind}s" / f"your-{kind}.md"
    text = filled(path.read_text("utf-8"), kind)
    # The minimal site has skills that the sample has not.
    for here, there in (
        ("closing-well", "merging-organisations"),
        ("handover-files", "dairy-value-chains"),
    ):
        text = text.replace(f'"{here}"', f'"{there}"')
    path.write_text(with_every_example(text, kind), "utf-8")
    assert check(str(path)).output == ""
    data = read_markdown(str(path), path.read_bytes(), MARKDOWN_LIMIT).data
    assert set(data) == {field.name for field in fields(KINDS[kind], kind)} - ALTERNATIVES[kind]


# Where it goes.


@pytest.mark.parametrize("form", ["--blank", "--ask"])
def test_a_file_that_is_there_is_left_alone(form: str, content: Path) -> None:
    mine = content / "profiles" / "tom-baker.md"
    before = mine.read_bytes()
    result = new("profile", form, "--output", str(mine))
    assert result.exit_code == 2
    assert "S017 there is a file content/profiles/tom-baker.md already" in result.output
    assert mine.read_bytes() == before


def test_a_link_is_not_followed(content: Path) -> None:
    (content / "profiles" / "your-profile.md").symlink_to("/nowhere")
    assert "S017" in new("profile").output


def test_a_folder_that_is_not_there_is_told_before_any_question(content: Path) -> None:
    result = new("profile", "--ask", "--output", "no/ada.md")
    assert result.exit_code == 2
    assert result.output.startswith("sitegen: S018 there is no folder no to write into")


def test_a_new_directory_gets_its_first_folder(content: Path) -> None:
    shutil.rmtree(content / "assignments")
    assert new("assignment").exit_code == 0
    assert (content / "assignments" / "your-assignment.md").is_file()


def test_settings_that_are_broken_are_told_first(content: Path) -> None:
    (content / "site.yml").write_text("title: Only\n", "utf-8")
    result = new("profile", "--ask")
    assert result.exit_code == 1
    assert "P011" in result.output


# Questions and answers.

PERSON = [
    ("name", "Ada Example"),
    ("headline", "Kept the books of a village bank: then taught nine others"),
    ("where", "MA"),
    ("town", "Rabat"),
    ("language", "fr"),
    ("level of it", "C2"),
    ("another language", ""),
    ("skill", "closing well"),
    ("level", "3"),
    ("evidence", "Closed one branch; every saver had her money in a week."),
    ("skill 2", "handover"),
    ("which", "1"),
    ("level 2", "2"),
    ("evidence 2", ""),
    ("skill 3", "building a board"),
    ("level 3", "1"),
    ("evidence 3", ""),
    ("skill 4", ""),
    ("sector", "healthcare"),
    ("another sector", ""),
    ("status", "1"),
    ("days", "6"),
    ("account", "ada-example"),
    ("consent", "yes"),
    ("text", TEXT),
]
PROFILE = """\
---
name: "Ada Example"
headline: "Kept the books of a village bank: then taught nine others"
github: "ada-example"
based_in:
  country: "MA"
  city: "Rabat"
languages:
  fr: "C2"
skills:
  - skill: "closing-well"
    level: "3"
    evidence: "Closed one branch; every saver had her money in a week."
  - skill: "handover-files"
    level: "2"
  - skill: "board-development"
    level: "1"
sectors: ["health"]
availability:
  status: "open"
  days_per_month: "6"
consent:
  "on": "2026-11-16"
  wording: "v1"
confirmed:
  "on": "2026-11-16"
---
"""
CLIENT = [
    ("title", "Books for a village bank"),
    ("named", "yes"),
    ("client", "Example Bank"),
    ("world", "1"),
    ("country", "KE"),
    ("deadline", "2027-01-15"),
    ("skill", "handover files"),
    ("level", "2"),
    ("skill 2", ""),
    ("mode", "onsite"),
    ("where", "KE"),
    ("town", ""),
    ("days", "5"),
    ("months", ""),
    ("pay", "1"),
    ("rate", "400"),
    ("currency", "KES"),
    ("text", TEXT),
]
ASSIGNMENT = """\
---
title: "Books for a village bank"
client:
  name: "Example Bank"
  silo: "community"
  country: "KE"
  consent: "yes"
posted: "2026-11-16"
deadline: "2027-01-15"
status: "open"
skills:
  required:
    - skill: "handover-files"
      level: "2"
work:
  mode: "onsite"
  country: "KE"
  days_per_month: "5"
budget:
  max_day_rate: "400"
  currency: "KES"
---
"""
SCRIPTS = {
    "profile": (PERSON, "content/profiles/ada-example.md", PROFILE),
    "assignment": (CLIENT, "content/assignments/books-for-a-village-bank.md", ASSIGNMENT),
}


def script(kind: str, **changes: Sequence[str]) -> list[str]:
    """The answers, some of them given in several tries."""
    made: list[str] = []
    for name, answer in SCRIPTS[kind][0]:
        made += changes.get(name.replace(" ", "_"), [answer])
    return made


@pytest.mark.parametrize("kind", SCRIPTS)
def test_answers_become_a_file_that_passes(kind: str, content: Path) -> None:
    _, path, expected = SCRIPTS[kind]
    result = new(kind, "--ask", answers=script(kind))
    assert result.exit_code == 0
    assert result.output.endswith(
        f"Written: {path}\nIt is in order. How to send it: .github/CONTRIBUTING.md\n"
    )
    text = Path(path).read_text("utf-8")
    assert text == f"{expected}{TEXT}\n"
    assert check().output == ""
    source = read_markdown(path, text.encode(), MARKDOWN_LIMIT)
    assert written(source.data, source.body, kind) == text


WRONG = {
    "a country by its name": ("where", ["Morocco", "MA"], "P030 `Morocco` is not", "mean `MA`?"),
    "nothing for a name": ("name", ["", "Ada Example"], "This one is needed.", "What is your name"),
    "a language in words": ("language", ["french", "fr"], "P031 `french`", "did you mean `fr`?"),
    "a level of a language": (
        "level_of_it",
        ["good", "C2"],
        "P028 `fr` is `good`",
        "`B2` or `B1`?",
    ),
    "a skill of no list": (
        "skill",
        ["xyzzy", "closing well"],
        "Nothing in the list is like",
        " · Closing well",
    ),
    "none of those offered": (
        "which",
        ["", "handover files"],
        "Which number? Empty if it is none of them",
        "What can you do? (number 2)",
    ),
    "a number too high": ("which", ["9", "1"], "Please write a number from 1 to ", ""),
    "the same skill again": (
        "skill_2",
        ["closing-well", "handover"],
        "You have that one already.",
        "",
    ),
    "a level of five": ("level", ["5", "3"], "P022 `level` is 5; it can be from 1 to 4", ""),
    "no evidence for level three": (
        "evidence",
        ["", "Closed one branch; every saver had her money in a week."],
        "This one is needed.",
        "What did you do",
    ),
    "a phone number": (
        "headline",
        [
            "Call me on +212 612 345 678",
            "Kept the books of a village bank: then taught nine others",
        ],
        "P061 a phone number stands in `headline`",
        "files are public for ever",
    ),
    "too long a headline": (
        "headline",
        ["x" * 121, "Kept the books of a village bank: then taught nine others"],
        "P024 `headline` is 121 characters long",
        "shorten it by 1",
    ),
    "thirty days a month": ("days", ["30", "6"], "P022 `days_per_month` is 30", ""),
    "neither yes nor no": (
        "consent",
        ["", "sure", "yes"],
        "This one is needed.",
        "write yes or no",
    ),
    "too short a text": ("text", ["Hello.", TEXT], "P046 the text has", ""),
    "a character that hides": (
        "town",
        ["Ra\u202ebat", "Rabat"],
        "P003 a hidden character stands here: U+202E",
        "",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_is_explained_and_asked_again(name: str, content: Path) -> None:
    field, tries, text, more = WRONG[name]
    result = new("profile", "--ask", answers=script("profile", **{field: tries}))
    assert text in result.output
    assert more in result.output
    assert Path("content/profiles/ada-example.md").read_text("utf-8") == f"{PROFILE}{TEXT}\n"


def test_a_deadline_before_today_is_explained(content: Path) -> None:
    answers = script("assignment", deadline=["2026-10-01", "2027-01-15"])
    result = new("assignment", "--ask", answers=answers)
    assert "P038 `posted: 2026-11-16` comes after `deadline: 2026-10-01`" in result.output
    assert Path(SCRIPTS["assignment"][1]).read_text("utf-8") == f"{ASSIGNMENT}{TEXT}\n"


def test_somebody_who_could_be_harmed_names_a_region(content: Path) -> None:
    new("profile", "--ask", answers=script("profile", where=["western-europe"], town=[""]))
    path = Path("content/profiles/ada-example.md")
    assert 'based_in:\n  region: "western-europe"\n' in path.read_text("utf-8")
    assert check().output == ""


def test_an_anonymous_client_without_a_fee(content: Path) -> None:
    answers = script(
        "assignment",
        named=["no"],
        client=[],
        pay=["2"],
        rate=["Nobody in it is paid."],
        currency=[],
        mode=["remote"],
        where=[],
        town=[],
    )
    new("assignment", "--ask", answers=answers)
    text = Path(SCRIPTS["assignment"][1]).read_text("utf-8")
    assert 'client:\n  anonymous: "yes"\n  silo: "community"\n' in text
    assert 'budget:\n  pro_bono: "yes"\n  reason: "Nobody in it is paid."\n' in text
    assert check().output == ""


def test_the_levels_are_shown_as_the_family_of_the_skill_has_them(content: Path) -> None:
    output = new("profile", "--ask", answers=script("profile")).output
    family = re.search(r"  3  (I have .*)\n     (I have .*)\n  4  I have", output)
    assert family
    assert output.index(family[0]) < output.index("At which level? 1 to 4")


def test_consent_is_shown_and_never_assumed(content: Path) -> None:
    before = files(content)
    result = new("profile", "--ask", answers=script("profile", consent=["no"]))
    assert f"To be listed you agree to this:\n{WORDING}\nDo you agree?" in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert result.exit_code == 1
    assert files(content) == before


def test_a_text_that_is_to_come_is_marked_and_told(content: Path) -> None:
    result = new("profile", "--ask", answers=script("profile", text=[""]))
    assert result.exit_code == 0
    path = Path("content/profiles/ada-example.md")
    assert path.read_text("utf-8").endswith("---\n(your text)\n")
    assert f"Written: {path}\n{path}:28:1: error P046" in result.output


@pytest.mark.parametrize(
    ("name", "asked", "file"),
    [
        pytest.param("أمل", ["Amal!", "amal"], "amal", id="a name in another script"),
        pytest.param("Tom Baker", ["tom-baker", "tom-baker-2"], "tom-baker-2", id="a name taken"),
        pytest.param("Search", ["search-x"], "search-x", id="a name kept for a page"),
    ],
)
def test_a_file_that_cannot_have_the_name_gets_another(
    name: str, asked: list[str], file: str, content: Path
) -> None:
    answers = [*script("profile", name=[name]), *asked]
    result = new("profile", "--ask", answers=answers)
    assert f"Written: content/profiles/{file}.md" in result.output
    assert "What shall the file be called?" in result.output


@pytest.mark.parametrize("kind", SCRIPTS)
def test_whoever_leaves_half_way_leaves_nothing(kind: str, content: Path) -> None:
    answers, before = script(kind), files(content)
    for count in range(len(answers)):
        result = new(kind, "--ask", answers=answers[:count])
        assert (result.exit_code, result.output.splitlines()[-1]) == (1, "Nothing was written.")
    assert files(content) == before


def heard(terminal: int, words: bytes, seconds: float = 20) -> bool:
    """Wait until a terminal shows some words."""
    seen = b""
    while words not in seen and select.select([terminal], [], [], seconds)[0]:
        seen += os.read(terminal, 1024)
    return words in seen


# Programs that are started in the background ignore Ctrl-C, and so may these tests be.
LISTENING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from sitegen.__main__ import main; main()"
)


def test_on_a_terminal_it_asks_and_ctrl_c_leaves_nothing(content: Path) -> None:
    before = files(content)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", LISTENING, "new", "profile"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as process:
        os.close(theirs)
        try:
            assert heard(ours, b"wish to be known?")
            said = False
            for _ in range(40):
                # One that comes between two system calls of Python's prompt is only seen at the
                # next.
                process.send_signal(signal.SIGINT)
                said = heard(ours, b"Nothing was written.", seconds=0.25)
                if said:
                    break
            assert said
            assert process.wait(10) == 1
        finally:
            process.kill()
            os.close(ours)
    assert files(content) == before


def test_a_check_that_finds_nothing_says_so_on_a_terminal_alone(content: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "sitegen", "check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=theirs, env=environment) as process:
        os.close(theirs)
        assert heard(ours, b"Everything is in order")
        assert process.wait(10) == 0
    os.close(ours)
    assert CliRunner().invoke(cli, ["check"]).output == ""


@pytest.mark.parametrize(
    ("said", "skill"),
    [
        ("succession-planning", "succession-planning"),
        ("Succession planning", "succession-planning"),
        ("governing a cooperative", "cooperative-governance"),
        ("board", "board-development"),
        ("merge", "merging-organisations"),
        ("sucession planing", "succession-planning"),
    ],
)
def test_free_words_lead_to_a_skill(said: str, skill: str) -> None:
    found = [term.id for term in meant(vocabulary(), "skill", said)]
    assert skill in found
    assert len(found) <= 6


@pytest.mark.parametrize("said", ["the", "zzz", "!"])
def test_words_that_say_nothing_lead_nowhere(said: str) -> None:
    assert meant(vocabulary(), "skill", said) == []
