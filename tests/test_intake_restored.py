"""What mails do to a page that the builder wrote is undone, or the page is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.canonical import MODELS, written
from sitegen.frontmatter import Node, read_markdown
from sitegen.intake.block import block_of
from sitegen.intake.lines import Line, lines_of
from sitegen.intake.restored import LONGEST, restored
from sitegen.models import Assignment, Profile
from sitegen.models.fields import Content
from sitegen.read import MARKDOWN_LIMIT
from tests.conftest import ROOT

# One file in five.
SAMPLES = [
    (kind, read_markdown("", path.read_bytes(), MARKDOWN_LIMIT))
    for kind, folder in (("profile", "profiles"), ("assignment", "assignments"))
    for path in sorted((ROOT / "content" / folder).glob("*.md"))[::5]
]


def each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(map(change, text.split("\n")))


def broken_at(width: int) -> Callable[[str], str]:
    """Lines as a mail breaks them: at blanks, the rest at the margin."""

    def change(line: str) -> str:
        parts = []
        while len(line) > width and line[: width + 1].strip().rfind(" ") > 0:
            cut = line.rindex(" ", 0, width + 1)
            parts.append(line[:cut])
            line = line[cut + 1 :]
        return "\n".join([*parts, line])

    return each_line(change)


def curled(opening: str, closing: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        return re.sub(r'(^|[\s(\[:])"', rf"\1{opening}", text, flags=re.M).replace('"', closing)

    return change


without_indents = each_line(lambda line: line.lstrip(" "))
DAMAGES: Mapping[str, tuple[Callable[[str], str], ...]] = {
    "nothing": (),
    "quoted": (each_line(lambda line: f"> {line}"),),
    "lines broken": (broken_at(72),),
    "lines broken and quoted": (broken_at(60), each_line(lambda line: f"> {line}")),
    "quotes curled": (curled("“", "”"),),
    "quotes curled as in German": (curled("„", "“"),),
    "quotes curled as in French": (curled("«\u00a0", "\u00a0»"),),
    "indents lost": (without_indents,),
    "indents lost, lines broken": (broken_at(72), without_indents),
    "indents lost, quotes curled": (without_indents, curled("“", "”")),
    "hyphens made bullets": (lambda text: re.sub(r"(?m)^( *)- ", r"\1• ", text),),
    "hyphens made dashes, indents lost": (
        lambda text: re.sub(r"(?m)^( *)- ", r"\1– ", text),
        without_indents,
    ),
    "tabs for indents": (lambda text: text.replace("  ", "\t"),),
    "links written twice": (lambda text: re.sub(r'(https://[^"\s]+)', r"\1<\1>", text),),
    "blank lines between": (lambda text: text.replace("\n", "\n\n"),),
}


def read(text: str, model: type[Content]) -> Mapping[str, Node]:
    block = block_of(lines_of(text.encode()), model, mailed=True)
    assert block is not None
    return read_markdown("", block.text.encode(), MARKDOWN_LIMIT).data


@pytest.mark.parametrize("damage", [pytest.param(d, id=name) for name, d in DAMAGES.items()])
def test_pages_of_the_sample_come_through(damage: tuple[Callable[[str], str], ...]) -> None:
    for kind, source in SAMPLES:
        front = written(source.data, "", kind)
        for change in damage:
            front = change(front)
        assert read(f"Dear all,\n\n{front}\nMy text.\n", MODELS[kind]) == source.data


def front(*lines: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(lines, 2)]


def texts(*lines: str, model: type[Content] = Profile) -> list[str]:
    return [line.text for line in restored(front(*lines), model)]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(
            ["name: “Ada \\”the bridge\\” Example”"],
            ['name: "Ada \\"the bridge\\" Example"'],
            id="quotes of ours in a text",
        ),
        pytest.param(
            ["headline: “A “good” year”"], ['headline: "A “good” year"'], id="quotes of the author"
        ),
        pytest.param(
            ["languages:", "“no”: “C1”"], ["languages:", '  "no": "C1"'], id="quotes around a name"
        ),
        pytest.param(
            ["sectors: [“water”,", "“energy”]"],
            ['sectors: ["water", "energy"]'],
            id="a broken list",
        ),
        pytest.param(
            ["headline:", '"Built it"'], ['headline: "Built it"'], id="broken behind the name"
        ),
        pytest.param(
            ["in_my_words:", "- “a”", "- “b”", "matched: “yes”"],
            ["in_my_words:", '  - "a"', '  - "b"', 'matched: "yes"'],
            id="a list of texts",
        ),
        pytest.param(
            ["ventures:", '- name: "A"', '- name: "B"', 'role: "chair"', 'listed: "no"'],
            ["ventures:", '  - name: "A"', '  - name: "B"', '    role: "chair"', 'listed: "no"'],
            id="entries with a name like that of the page",
        ),
    ],
)
def test_what_was_damaged_is_whole_again(sent: list[str], expected: list[str]) -> None:
    assert texts(*sent) == expected


def test_a_group_of_any_names_may_have_one_of_the_page_that_stood_before() -> None:
    sent = ['title: "A"', "client:", 'silo: "ngo"', "outcome:", "consent:", 'client: "yes"']
    assert texts(*sent, model=Assignment)[-3:] == ["outcome:", "  consent:", '    client: "yes"']


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(["name: Ada", "based_in:", 'country: "MA"'], id="a value without quotes"),
        pytest.param(['name: "Ada"', "# mine", "based_in:", 'city: "X"'], id="a comment"),
        pytest.param(["based_in:", 'street: "X"'], id="a field that no group has"),
        pytest.param(['name: "Ada"', '"Example"'], id="a text too many"),
        pytest.param(["in_my_words: [“a “x”, “y” b”]"], id="quotes in a list that may part texts"),
        pytest.param(['headline: "One', "", 'two"', "based_in:", 'city: "X"'], id="a blank line"),
        pytest.param(['name: "Ada', "based_in:"], id="quotes without an end"),
        pytest.param(['name: "' + "a" * LONGEST, '"', "based_in:"], id="a value without an end"),
        pytest.param(["- - a"], id="a list in a list"),
        pytest.param([], id="nothing"),
    ],
)
def test_what_is_unsure_is_left_as_it_was_sent(sent: list[str]) -> None:
    assert texts(*sent) == sent


def test_a_place_is_where_the_author_sees_it() -> None:
    lines = restored(front("skills:", "- skill: “x”", "   ", "level:", "“4”"), Profile)
    assert [(line.text, line.number) for line in lines] == [
        ("skills:", 2),
        ('  - skill: "x"', 3),
        ('    level: "4"', 5),
    ]
    # A column of ours and what is taken from it to get the author's.
    assert [line.shift for line in lines] == [0, -2, -4]


@given(
    st.lists(
        st.sampled_from(
            ["skills:", '- skill: "a"', 'level: "1"', "“b”", '"', "name: x", "- “c”", "", "[", "- "]
        ),
        max_size=12,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_lines_are_restored_or_left_alone(sent: list[str]) -> None:
    found = texts(*sent)
    # Nothing is lost and nothing made up, whatever was mended.
    assert re.sub(r'[\s“”"]', "", "".join(found)) == re.sub(r'[\s“”"]', "", "".join(sent))
