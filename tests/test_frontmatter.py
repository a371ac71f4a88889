"""Front matter is text with places: what is read, where it stands, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError, Place
from sitegen.frontmatter import MAX_DEPTH, Loc, Source, read_markdown, read_yaml

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
        ("a: 1\nb: c: d", Place(3, 5), "P017", {"field": "b"}),
        ("a: 1\nb c\nd: e", Place(3, 1), "P101", {"found": "b c"}),
        ("a: {b: 1\nc: 2", Place(2, 4), "P102", {"found": "{"}),
        ("a: {b: c d: e}", Place(2, 8), "P103", {"field": "b", "found": "d"}),
        ('a: "b\nc: d', Place(2, 4), "P104", {"found": '"'}),
        ('a: "b\nc: "d"', Place(2, 4), "P104", {"found": '"'}),
        ('a: "b" c', Place(2, 8), "P105", {"found": "c", "before": '"'}),
        ("a: b\n  c: d", Place(3, 3), "P106", {}),
        ("a: 1\nb: `c`", Place(3, 4), "P107", {"found": "`"}),
        ("a: [b, , c]", Place(2, 8), "P108", {"found": ","}),
        ("a: - b", Place(2, 4), "P109", {"found": "-"}),
        ('a: "\\d"', Place(2, 5), "P110", {"found": "\\d"}),
        ("a:1\nb: 2", Place(2, 2), "P111", {"found": "a:1", "example": "a: 1"}),
        ("a: b #1 c", Place(2, 6), "P112", {"found": "#1 c"}),
        ("- a\n- b", Place(2, 1), "P113", {}),
        ("a: {b: c, d e}", Place(2, 11), "P100", {"found": "d e", "field": "b"}),
        ("a: {b: 'c', d e}", Place(2, 13), "P101", {"found": "d e"}),
        ("a:\n\tb: c", Place(3, 1), "P007", {}),
        ("a: &b c", Place(2, 4), "P009", {"found": "&b"}),
        ("a: [*b]", Place(2, 5), "P009", {"found": "*b"}),
        ("a: !!int 3", Place(2, 4), "P009", {"found": "!!int"}),
        ("a: b\nc: d\na: e", Place(4, 1), "P008", {"field": "a", "line": "2"}),
        ("a: b\n--- # again\nc: d", Place(3, 1), "P015", {}),
    ],
)
def test_what_cannot_be_read_is_named_at_its_place(
    fields: str, place: Place, code: str, params: dict[str, str]
) -> None:
    assert refused(f"---\n{fields}\n---\ntext\n") == (place, code, params)


@pytest.mark.parametrize("text", ["", "\n---\na: b\n---\n", "# Title\n", "—\na: b\n—\n"])
def test_a_file_starts_with_dashes(text: str) -> None:
    assert refused(text) == (Place(1, 1), "P004", {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("---\na: b\n\nHello\n", 4, id="where the text starts"),
        pytest.param("---\na: b\n----\nHello\n", 3, id="where the dashes are wrong"),
        pytest.param("---\na: b\nc:\n  - d\n", 5, id="at the end, when all is fields"),
    ],
)
def test_missing_dashes_are_missed_where_they_belong(text: str, line: int) -> None:
    assert refused(text) == (Place(line, 1), "P005", {})


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
    ["[", "{a: ", "- ", "? ", "a: b\n", "&a ", "'", '"', "\n", "a", " ", "a: {b: c d: ", "#"],
)
def test_no_length_takes_long(unit: str) -> None:
    # At the limit of a file; a reader that went back at each step would take minutes.
    reads_or_refuses(b"---\n" + unit.encode() * (LIMIT // len(unit) - 8) + b"\n---\n")
    reads_or_refuses((unit * (20_000 // len(unit))).encode())
