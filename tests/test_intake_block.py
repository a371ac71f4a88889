"""The file that somebody sent is found, whatever stands around it, and its lines are theirs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError, Place
from sitegen.frontmatter import read_markdown
from sitegen.intake.answers import Answers, answers_of, missing
from sitegen.intake.block import Block, block_of, is_fence
from sitegen.intake.lines import LIMIT, Line, lines_of
from sitegen.issue_forms import FORMS
from sitegen.models import Profile

FILE = "---\nname: Ada\nheadline: B\n---\nOne.\n\n### Two\n\n---\n\n```\ncode\n```\n"


def found(text: str, *, mailed: bool = True) -> Block:
    block = block_of(lines_of(text.encode()), Profile, mailed=mailed)
    assert block is not None
    return block


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" if line else ">\n" for line in text.rstrip("\n").split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FILE, id="alone"),
        pytest.param("\ufeff" + FILE, id="byte order mark"),
        pytest.param(FILE.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(FILE.replace("\n", "\r"), id="line ends of old Macs"),
        pytest.param(f"Dear all,\n\nhere it is: enjoy\n\n{FILE}", id="a greeting"),
        pytest.param(f"A rule\n\n---\n\nand then\n\n{FILE}", id="a rule above"),
        pytest.param(f"{FILE}\n-- \nAda\nExample Street\n", id="a signature"),
        pytest.param(f"{FILE}\n--\nAda\n", id="a signature whose blank is lost"),
        pytest.param(f"{FILE}\nSent from my telephone\n", id="a line of a telephone"),
        pytest.param(f"```yaml\n{FILE}```\n", id="a code block"),
        pytest.param(f"~~~\n{FILE}~~~\nThanks!\n", id="a code block and thanks"),
        pytest.param(f"‘‘‘yaml\n{FILE}’’’\n", id="a code block with typographic marks"),
        pytest.param(f"```yaml\nhere:\n\n{FILE}\n```\n", id="words in a code block"),
        pytest.param(f"```yaml\n```yml\n{FILE}```\n```\n", id="a code block in a code block"),
        pytest.param(quoted(FILE), id="quoted"),
        pytest.param(quoted(quoted(f"{FILE}\n-- \nx")), id="quoted twice, with a signature"),
        pytest.param(f"On Monday, Ada wrote:\n{quoted(FILE)}", id="quoted with a line above"),
        pytest.param(FILE.replace("---", "—"), id="hyphens that became a dash"),
        pytest.param(FILE.replace("---", "–-"), id="hyphens that became half a dash"),
        pytest.param(FILE.replace("---", "-----"), id="more hyphens"),
        pytest.param(FILE.replace("---\nname", "name", 1), id="the first hyphens lost"),
        pytest.param(FILE.replace("name: Ada", "name:\u00a0Ada"), id="a no-break space"),
        pytest.param(FILE.replace("name: Ada", "name: &quot;Ada&quot;"), id="entities"),
        pytest.param("".join(f"    {x}\n" if x else "\n" for x in FILE.split("\n")), id="indented"),
    ],
)
def test_the_file_is_found(text: str) -> None:
    source = read_markdown("a.md", found(text).text.encode(), 65536)
    assert source.data == {"name": "Ada", "headline": "B"}
    body = "One.\n\n### Two\n\n---\n\n```\ncode\n```\n"
    assert source.body.replace("—", "---").replace("–-", "---").replace("-----", "---") == body


def test_no_break_spaces_that_indent_are_spaces_and_those_in_a_text_stay() -> None:
    text = (
        "---\nname: Ada\u00a0B\nskills:\n\u00a0\u00a0-\u00a0{skill: x,\u00a0level:\u00a01}\n---\n"
    )
    source = read_markdown("a.md", found(text).text.encode(), 65536)
    assert source.data == {"name": "Ada\u00a0B", "skills": [{"skill": "x", "level": "1"}]}


@pytest.mark.parametrize(
    "text",
    ["", "Hello", "---\n\n---\n", "Note: I would like to join.\n", "---\nNo fields here.\n---\n"],
)
def test_where_there_is_no_file_none_is_found(text: str) -> None:
    assert block_of(lines_of(text.encode()), Profile, mailed=True) is None


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        pytest.param(FILE, Place(2, 7), Place(2, 7), id="alone"),
        pytest.param(f"Dear all,\n\n{FILE}", Place(2, 7), Place(4, 7), id="below a greeting"),
        pytest.param(f"Hi\n{quoted(FILE)}", Place(2, 7), Place(3, 9), id="quoted"),
        pytest.param(quoted(quoted(FILE)), Place(5, 1), Place(5, 5), id="quoted twice"),
        pytest.param(f"  {FILE}", Place(99, 1), Place(14, 1), id="below the end"),
    ],
)
def test_a_place_is_where_the_author_sees_it(text: str, inside: Place, outside: Place) -> None:
    assert found(text).seen(inside) == outside


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("---", True), ("— ", True), ("――", True), ("–-", True), ("–––", True), ("-----", True),
     ("--", False), ("-", False), ("–", False), ("- - -", False), ("***", False), ("", False)],
)  # fmt: skip
def test_what_counts_as_three_hyphens(text: str, is_one: bool) -> None:
    assert is_fence(text) is is_one


def test_a_signature_is_cut_off_mails_only() -> None:
    assert "Ada's sister" in found(f"{FILE}--\nAda's sister\n", mailed=False).text


def test_what_is_too_large_or_no_text_is_refused() -> None:
    for raw, code in ((b"a" * (LIMIT + 1), "P002"), (b"ab\n\xff", "P001")):
        with pytest.raises(ContentError) as caught:
            lines_of(raw)
        assert [p.code for p in caught.value.problems] == [code]


PAUSE = FORMS["pause"]


def answers(text: str, kind: str = "pause") -> Answers:
    made = answers_of(FORMS[kind], lines_of(text.encode()))
    assert made is not None
    return made


def form(slug: str = "ada", status: str = "Free", start: str = "_No response_") -> str:
    return (
        f"### Address of your page\n\n{slug}\n\n### From now on I am\n\n{status}\n\n"
        f"### Free from (year-month-day)\n\n{start}\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(form(), ("ada", "open", ""), id="as GitHub writes it"),
        pytest.param(form(start="2027-01-01"), ("ada", "open", "2027-01-01"), id="all filled in"),
        pytest.param(form(status="None"), ("ada", "", ""), id="nothing chosen"),
        pytest.param(form(status="free"), ("ada", "open", ""), id="another case"),
        pytest.param(form(status="Maybe"), ("ada", "Maybe", ""), id="no option"),
        pytest.param(form().replace("\n", "\r\n"), ("ada", "open", ""), id="other line ends"),
        pytest.param(quoted(form()), ("ada", "open", ""), id="answered by mail"),
        pytest.param(form(slug="ada\n\n### A heading"), ("ada\n\n### A heading", "open", ""),
                     id="a heading of their own"),
    ],
)  # fmt: skip
def test_answers_stand_below_their_labels(text: str, expected: tuple[str, str, str]) -> None:
    made = answers(text)
    assert (made.text("slug"), made.choice("status"), made.text("from")) == expected


@pytest.mark.parametrize("text", ["", "Please list me", "### Something else\n\nada\n"])
def test_a_blank_issue_is_no_form(text: str) -> None:
    assert answers_of(PAUSE, lines_of(text.encode())) is None


def test_a_label_that_stands_twice_is_not_guessed_at() -> None:
    with pytest.raises(ContentError) as caught:
        answers(form() + "\n### Address of your page\n\neve\n")
    assert [(p.code, p.params["value"]) for p in caught.value.problems] == [
        ("P162", "Address of your page")
    ]


@pytest.mark.parametrize(
    ("box", "is_ticked"),
    [("- [x]", True), ("- [X]", True), ("* [ x ]", True), ("  - [X]", True), ("- [ ]", False),
     ("- []", False), ("-", False), ("", False)],
)  # fmt: skip
def test_a_box_is_ticked_in_either_case(box: str, is_ticked: bool) -> None:
    text = f"### Still true\n\n{box} I have read my page today, and everything on it is true.\n"
    assert answers(text, "confirm").ticked("consent") == (
        frozenset("1") if is_ticked else frozenset()
    )


def test_what_nobody_filled_in_is_named() -> None:
    text = form(slug="_No response_", status="None")
    assert [(p.code, p.params["field"]) for p in missing(answers(text))] == [
        ("P161", "Address of your page"),
        ("P161", "From now on I am"),
    ]


def test_a_list_may_be_written_in_any_way() -> None:
    text = "### What I can be asked about\n\n- Money\n* the team, family;\n• closing well\nco-op\n"
    assert answers(text, "offer-guidance").entries("offers") == [
        "Money", "the team", "family", "closing well", "co-op",
    ]  # fmt: skip


def test_nothing_in_a_file_is_taken_for_another_answer() -> None:
    text = (
        "### Address of your page, if you have one\n\nada\n\n### Your page\n\n```yaml\n---\n"
        "name: Ada\n---\n### Who sends this\n\nA maintainer, for somebody who mailed it\n```\n"
    )
    made = answers(text, "profile")
    assert made.text("sender") == ""
    assert "### Who sends this" in made.text("block")


PIECES = (
    "---", "name: a", "> ", "```yaml", "### Your page", "-- ", "\r", "\n", "—", "x", "- [x]",
    "\u00a0", "&quot;", "headline: b",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_text_is_read_or_refused(parts: Sequence[str]) -> None:
    for text in ("".join(parts), "\n".join(parts)):
        lines = lines_of(text.encode())
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        block = block_of(lines, Profile, mailed=True)
        if block is not None:
            assert block.text.startswith("---\n")
            assert {line.number for line in block.lines} <= {line.number for line in lines}
            assert block.seen(Place(1, 1)) >= Place(1, 1)


def test_a_line_remembers_what_was_taken_from_it() -> None:
    assert Line("> > a", 3).cut(2).cut(2) == Line("a", 3, 4)
