"""Front matter is text with places: what is read, where it stands, and what is refused."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError, Place
from sitegen.frontmatter import MAX_DEPTH, Loc, Source, compose, read_markdown, read_yaml

LIMIT = 64 * 1024
PROFILE = dedent("""\
    ---
    name: Amina Diallo
    languages: {ar: native, fr: C2}   # as spoken at home
    skills:
      - {skill: closing-well, level: 3}
      - skill: handover-files
        level: "2"
    headline: >
      Two lines
      as one
    ---
    First line

    Third line
    """)


def read(text: str) -> Source:
    return read_markdown("a.md", text.encode(), LIMIT)


def refused(text: str) -> tuple[Place, str, dict[str, str]]:
    with pytest.raises(ContentError) as caught:
        read(text)
    (problem,) = caught.value.problems
    assert problem.path == "a.md"
    return problem.place, problem.code, dict(problem.params)


def test_values_are_text_and_nested_as_written() -> None:
    assert read(PROFILE).data == {
        "name": "Amina Diallo",
        "languages": {"ar": "native", "fr": "C2"},
        "skills": [
            {"skill": "closing-well", "level": "3"},
            {"skill": "handover-files", "level": "2"},
        ],
        "headline": "Two lines as one\n",
    }


@pytest.mark.parametrize("value", ["NO", "yes", "null", "~", "3.10", "0x1F", "2026-13-01", "1e3"])
def test_no_value_is_anything_but_text(value: str) -> None:
    assert read(f"---\na: {value}\n---\n").data == {"a": value}


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        pytest.param((), Place(2, 1), id="the whole"),
        pytest.param(("name",), Place(2, 7), id="a text"),
        pytest.param(("languages",), Place(3, 12), id="a group in braces"),
        pytest.param(("languages", "fr"), Place(3, 29), id="a text in braces"),
        pytest.param(("skills",), Place(5, 3), id="a list"),
        pytest.param(("skills", 0), Place(5, 5), id="an entry in braces"),
        pytest.param(("skills", 1), Place(6, 5), id="an entry over lines"),
        pytest.param(("skills", 1, "level"), Place(7, 12), id="a text in quotes"),
        pytest.param(("headline",), Place(8, 11), id="a text over lines"),
        pytest.param(("skills", 1, "years"), Place(6, 5), id="nothing: its group"),
        pytest.param(("skills", 9, "level"), Place(5, 3), id="no entry: the list"),
        pytest.param(("ventures", 0), Place(2, 1), id="no field: the whole"),
    ],
)
def test_a_value_is_found_where_it_stands(loc: Loc, place: Place) -> None:
    assert read(PROFILE).place(loc) == place


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        pytest.param(("languages",), Place(3, 1), id="a field"),
        pytest.param(("languages", "fr"), Place(3, 25), id="a field in braces"),
        pytest.param(("skills", 1, "level"), Place(7, 5), id="a field of an entry"),
        pytest.param(("skills", 1), Place(6, 5), id="an entry has no name"),
    ],
)
def test_a_name_is_found_where_it_stands(loc: Loc, place: Place) -> None:
    assert read(PROFILE).place(loc, at_key=True) == place


def test_every_key_and_value_stands_where_the_parser_has_its_node() -> None:
    source, fields = read(PROFILE), PROFILE.partition("---\n")[2].partition("---\n")[0]
    values: dict[Loc, Place] = {}
    keys: dict[Loc, Place] = {}
    waiting: list[tuple[Loc, Any]] = [((), yaml.compose(fields, Loader=yaml.BaseLoader))]
    while waiting:
        loc, node = waiting.pop()
        values[loc] = Place(node.start_mark.line + 2, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                keys[*loc, key.value] = Place(key.start_mark.line + 2, key.start_mark.column + 1)
                waiting.append(((*loc, key.value), value))
        elif isinstance(node, yaml.SequenceNode):
            waiting += [((*loc, index), value) for index, value in enumerate(node.value)]
    assert (source.values, source.keys) == (values, keys)
    assert source.places.without(("skills",)).keys.keys() == {
        loc for loc in keys if loc[0] != "skills"
    }
    assert replace(source, data={}).values == values


def test_columns_count_characters_of_any_script() -> None:
    source = read("---\nname: {ليلى: حداد, 𝒜𐐷: 木村}\n---\n")
    assert source.place(("name", "𝒜𐐷"), at_key=True) == Place(2, 20)
    assert source.place(("name", "𝒜𐐷")) == Place(2, 24)


def test_the_text_below_starts_on_the_line_after_the_fence() -> None:
    source = read(PROFILE)
    assert (source.body, source.body_line) == ("First line\n\nThird line\n", 12)


def test_a_rule_in_the_text_is_text() -> None:
    assert read("---\na: b\n---\none\n\n---\n\ntwo\n").body == "one\n\n---\n\ntwo\n"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda raw: raw.replace(b"\n", b"\r\n"), id="line ends of Windows"),
        pytest.param(lambda raw: raw.replace(b"\n", b"\r"), id="line ends of old Macs"),
        pytest.param(lambda raw: b"\xef\xbb\xbf" + raw, id="byte order mark"),
        pytest.param(lambda raw: raw.replace(b"---\n", b"--- \t\n"), id="blanks behind the fences"),
    ],
)
def test_an_editor_may_save_as_it_likes(change: Callable[[bytes], bytes]) -> None:
    assert read_markdown("a.md", change(PROFILE.encode()), LIMIT) == read(PROFILE)


def test_text_is_composed() -> None:
    assert read("---\nname: Zoe\u0308\n---\n").data == {"name": "Zoë"}


@pytest.mark.parametrize("text", ["---\n---\n", "---\n\n# a note\n---\n"])
def test_no_fields_are_fields_too(text: str) -> None:
    assert read(text).data == {}


def test_a_file_of_yaml_may_start_with_dashes() -> None:
    source = read_yaml("a.yml", b"---\n# a note\nmarks: []\n", LIMIT)
    assert (source.data, source.place(("marks",))) == ({"marks": []}, Place(3, 8))


def test_brackets_may_nest_as_deep_as_any_field_needs() -> None:
    deepest = MAX_DEPTH - 1
    assert read("---\na: " + "[" * deepest + "]" * deepest + "\n---\n").data["a"]


@pytest.mark.parametrize(
    ("fields", "place", "code", "params"),
    [
        ("a: 1\nb: c: d", Place(3, 5), "P017", {"field": "b", "example": 'b: "c: d"'}),
        ("a: 1\nb c\nd: e", Place(3, 1), "P101", {"found": "b c"}),
        ("a: {b: 1\nc: 2", Place(2, 4), "P102", {"found": "{"}),
        (
            "a: {b: c d: e}",
            Place(2, 8),
            "P103",
            {"field": "b", "found": "d", "example": "b: c, d: …"},
        ),
        (
            "a: {b: c e d: f, g: h}",
            Place(2, 8),
            "P103",
            {"field": "b", "found": "d", "example": 'b: "c e d: f"'},
        ),
        ('a: "b\nc: d', Place(2, 4), "P104", {"found": '"'}),
        ('a: "b\nc: "d"', Place(2, 4), "P104", {"found": '"'}),
        ('a: "b" c', Place(2, 8), "P105", {"found": "c", "before": '"', "example": 'a: "b c"'}),
        ('a: "b",', Place(2, 7), "P105", {"found": ",", "before": '"', "example": 'a: "b"'}),
        (
            'a: {b: "c "d" e"}',
            Place(2, 12),
            "P105",
            {"found": 'd" e', "before": '"', "example": 'b: "c “d” e"'},
        ),
        ("a: b\n  c: d", Place(3, 3), "P106", {}),
        ("a: 1\nb: `c`", Place(3, 4), "P107", {"found": "`"}),
        ("a: [b, , c]", Place(2, 8), "P108", {"found": ","}),
        ("a: - b", Place(2, 4), "P109", {"found": "-"}),
        ('a: "\\d"', Place(2, 5), "P110", {"found": "\\d"}),
        ("a:1\nb: 2", Place(2, 2), "P111", {"found": "a:1", "example": "a: 1"}),
        (
            "a: b #1 c",
            Place(2, 6),
            "P112",
            {"found": "#1 c", "field": "a", "example": 'a: "b #1 c"'},
        ),
        ("- a\n- b", Place(2, 1), "P113", {}),
        (
            "a: {b: c, d e}",
            Place(2, 11),
            "P100",
            {"found": "d e", "field": "b", "example": 'b: "c, d e"'},
        ),
        ("a: {b: 'c', d e}", Place(2, 13), "P101", {"found": "d e"}),
        ("a:\n\tb: c", Place(3, 1), "P007", {}),
        ("a: &b c", Place(2, 4), "P009", {"found": "&b"}),
        ("a: [*b]", Place(2, 5), "P009", {"found": "*b"}),
        ("a: !!int 3", Place(2, 4), "P009", {"found": "!!int"}),
        ("a: b\nc: d\na: e", Place(4, 1), "P008", {"field": "a", "line": "2"}),
        ("a: “b: c”", Place(2, 4), "P119", {"found": "“", "example": 'a: "b: c"'}),
        ("a: {b: “c, d”}", Place(2, 8), "P119", {"found": "“", "example": 'b: "c, d"'}),
        ("a: [“b: c”, d]", Place(2, 5), "P119", {"found": "“", "example": '"…"'}),
        ('a: "b”', Place(2, 6), "P119", {"found": "”", "example": 'a: "b"'}),
        (
            "a: {b: c d # e}",
            Place(2, 12),
            "P120",
            {"found": "# e", "field": "b", "example": 'b: "c d # e"'},
        ),
        ("a: 1\n• b\n• c", Place(3, 1), "P123", {"found": "•", "example": "- b"}),
        ("a:\n  - b\n  • c", Place(4, 3), "P123", {"found": "•", "example": "- c"}),
        ("a:\n  * b\n  * c", Place(3, 3), "P123", {"found": "*", "example": "- b"}),
        ("a:\n\u00a0\u00a0- {b: c}", Place(3, 1), "P124", {"found": "no-break space"}),
        ("a:\u00a0b\nc: d", Place(2, 3), "P124", {"found": "no-break space"}),
        ("a: {b: c,\u00a0d: e}", Place(2, 10), "P124", {"found": "no-break space"}),
        ("a：b\nc: d", Place(2, 2), "P125", {"found": "：", "example": "a: b"}),
        ("a: {b: c，d: e}", Place(2, 9), "P125", {"found": "，", "example": "c, d: …"}),
        ("a = b\nc: d", Place(2, 3), "P126", {"found": "=", "example": "a: b"}),
        ("a: 'b's c'", Place(2, 6), "P128", {"example": 'a: "b\'s c"'}),
        ("a: {b: 'c's d'}", Place(2, 10), "P128", {"example": 'b: "c\'s d"'}),
        ("a:\n  -{b: c}", Place(3, 3), "P123", {"found": "-", "example": "- {b: c}"}),
        ("a:\n  -b: c", Place(3, 3), "P123", {"found": "-", "example": "- b: c"}),
        ("a:\n  • b: c", Place(3, 3), "P123", {"found": "•", "example": "- b: c"}),
        ("a:\n  -\t{b: c}", Place(3, 4), "P007", {}),
        ("b c\nd: e", Place(2, 1), "P101", {"found": "b c"}),
        ("a: b\n--- # again\nc: d", Place(3, 1), "P015", {}),
    ],
)
def test_what_cannot_be_read_is_named_at_its_place(
    fields: str, place: Place, code: str, params: dict[str, str]
) -> None:
    assert refused(f"---\n{fields}\n---\ntext\n") == (place, code, params)


@pytest.mark.parametrize("text", ["", "a: b\n---\n", "# Title\n", "Text\n\n---\n\nText\n"])
def test_a_file_starts_with_dashes(text: str) -> None:
    assert refused(text) == (Place(1, 1), "P004", {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("---\na: b\n\nHello\n", 4, id="where the text starts"),
        pytest.param("---\na: b\n\n# I\n\nHello\n", 4, id="where the title of the text stands"),
        pytest.param("---\na: b\n# a note\nHello\n", 4, id="below a note in the fields"),
        pytest.param("---\na: b\nc:\n  - d\n", 5, id="at the end, when all is fields"),
    ],
)
def test_missing_dashes_are_missed_where_they_belong(text: str, line: int) -> None:
    assert refused(text) == (Place(line, 1), "P005", {})


@pytest.mark.parametrize("above", ["\n\n", "# Title\n\n", "```yaml\n", "My profile:\n"])
def test_nothing_stands_above_the_dashes(above: str) -> None:
    line = above.count("\n") + 1
    assert refused(f"{above}---\na: b\n---\n") == (Place(1, 1), "P122", {"line": str(line)})


@pytest.mark.parametrize(
    "dashes",
    [*"—⸺", "--", "––", "–––", "----", "- - -", "**---**", "***", "___", "===", "\\---", " ---"],
)
def test_what_stands_for_the_dashes_is_named(dashes: str) -> None:
    found = {"found": dashes}
    assert refused(f"{dashes}\na: b\n---\nHello\n") == (Place(1, 1), "P117", found)
    assert refused(f"---\na: b\n{dashes}\nHello\n") == (Place(3, 1), "P117", found)


def test_a_rule_in_the_text_does_not_hide_that_the_dashes_were_wrong() -> None:
    text = "---\na: b\n—\nHello\n\n---\n\nAgain\n"
    assert refused(text) == (Place(3, 1), "P117", {"found": "—"})


@pytest.mark.parametrize(
    ("fields", "place", "code", "example"),
    [
        ("a: “b c”", Place(2, 4), "P118", 'a: "b c"'),
        ("a: „b c“", Place(2, 4), "P118", 'a: "b c"'),
        ("a: «\u00a0b c\u00a0»", Place(2, 4), "P118", 'a: "b c"'),
        ("a: ‘b’s c’", Place(2, 4), "P118", 'a: "b’s c"'),
        ('a: “b c"', Place(2, 4), "P118", 'a: "b c"'),
        ("a: [“b”, c]", Place(2, 5), "P118", '"b"'),
        ("a: [“b, c”, d]", Place(2, 5), "P119", '"b, c"'),
        ("a: “b # c”", Place(2, 4), "P119", 'a: "b # c"'),
        ("a: b c # d", Place(2, 8), "P120", 'a: "b c # d"'),
        ("a:\n  - b c # d", Place(3, 9), "P120", '"b c # d"'),
        ("a:\n  • b\n  • c", Place(3, 3), "P123", "- b"),
        ("a:\n  1. b\n  2. c", Place(3, 3), "P123", "- b"),
        ("a: [b، c]", Place(2, 6), "P125", "b, c"),
        ("a: b,\nc: d", Place(2, 5), "P127", "a: b"),
        ("a:\n  -b\n  -c", Place(3, 3), "P123", "- b"),
    ],
)
def test_what_was_read_and_not_meant_is_noticed(
    fields: str, place: Place, code: str, example: str
) -> None:
    (found,) = read(f"---\n{fields}\n---\n").noticed
    problem = found.problem
    assert (problem.place, problem.code, problem.severity) == (place, code, "warning")
    assert problem.params["example"] == example


@pytest.mark.parametrize(
    "value",
    [
        "built “Home” and left",
        "“Home” and “Away”",
        "“Home”, and what came after",
        '"“Home”"',
        "ran C# and F# teams",
        '"a team # of ten"',
        "a team of ten   # as they say",
        "serial # or between",
        "3 # of 4",
        "'b, c,'",
        ">\n  • one\n  • two\n",
        "[مجالس, القرية]",
        "قرية، ماء",
        "from -5 to 5",
    ],
)
def test_what_may_well_be_meant_is_left_alone(value: str) -> None:
    assert read(f"---\na: {value}\n---\n").noticed == ()


# Everything that means something to YAML, and a few things that mean nothing to anybody.
YAML_LIKE = st.text(st.sampled_from("abc:-,#&*!|>'\"%@`{}[]?~=<\\ \n\t\r01é木\u202e\x00\ufeff"))
PIECES = st.lists(
    st.sampled_from(
        ["---\n", "a: ", "- ", "{", "}", "[", "]", "\n", "  ", '"', "b", ": ", ", ", "#c"]
    )
).map("".join)


def reads_or_refuses(raw: bytes) -> None:
    for reader in (read_markdown, read_yaml):
        try:
            source = reader("a", raw, LIMIT)
        except ContentError as error:
            (problem,) = error.problems
            assert problem.place >= Place(1, 1)
        else:
            assert source.place(("a",)) >= Place(1, 1)


@settings(max_examples=200, deadline=None)
@given(YAML_LIKE | PIECES | st.text())
def test_no_text_does_anything_but_be_read_or_refused(text: str) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    reads_or_refuses(encoded)
    reads_or_refuses(b"---\n" + encoded + b"\n---\ntext\n")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_do_anything_but_be_read_or_refused(raw: bytes) -> None:
    reads_or_refuses(raw)


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "{a: ", "- ", "? ", "a: b\n", "&a ", "'", '"', "\n", "a", " ", "a: {b: c d: ", "#"),
        *('["', 'a: "b"c', "a: 'b", "“a’b", "• ", "：", "[“", "a: b: c, "),
    ],
)
def test_no_length_takes_long(unit: str) -> None:
    # At the limit of a file; a reader that went back at each step would take minutes. Counted in
    # this processor's own time, which a busy machine does not stretch.
    start = time.process_time()
    reads_or_refuses(b"---\n" + unit.encode() * (LIMIT // len(unit) - 8) + b"\n---\n")
    reads_or_refuses((unit * (20_000 // len(unit))).encode())
    assert time.process_time() - start < 5


@settings(max_examples=400, derandomize=True, deadline=None)
@given(
    st.text("a1-.•o“”,; #:*\u00a0，", max_size=8),
    st.sampled_from(("{}: x", "x: {}", "x: [{}, b]", "x:\n  {}", "x:\n- {}", "x: a\n  {}")),
)
def test_what_is_plain_at_first_sight_is_read_as_with_a_second(text: str, around: str) -> None:
    yaml = around.format(text)
    with pytest.MonkeyPatch.context() as patch:
        found = outcome(yaml)
        patch.setattr(compose._Composer, "is_clear", lambda *_: False)
        patch.setattr(compose, "_CLEAR_NAME", re.compile(r"(?!)"))
        assert outcome(yaml) == found


def outcome(yaml: str) -> object:
    try:
        return compose.compose("a.yml", yaml, 0)
    except ContentError as error:
        return error.problems
