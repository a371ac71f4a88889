"""A field is changed where it stands, and nothing else is."""

from __future__ import annotations

import difflib
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.edits import Changes, changed, edited, in_place
from sitegen.frontmatter import Loc, Node, Source, read_markdown, read_yaml
from tests.conftest import ROOT

LIMIT = 64 * 1024
PROFILES = sorted((ROOT / "content/profiles").glob("*.md"))
PROFILE = dedent("""\
    ---
    # my page
    name: Ada Example
    stage: serial   # as of spring
    languages: {ar: native, fr: C2}
    skills:
      - {skill: closing-well, level: 3, evidence: "It's done, {all} of it"}
      - skill: handover-files
        level: "2"

    # when
    availability: {status: open, from: 2027-01-01}
    works:
      modes:
        - remote
        - onsite
      days_away: 3
    guidance: {}
    headline: >
      Two lines
      as one
    confirmed: {on: "2026-10-12"}
    ---
    The text.
    """)


def read(text: str) -> Source:
    return read_markdown("a.md", text.encode(), LIMIT)


def diff(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


@pytest.mark.parametrize(
    ("loc", "value", "lines"),
    [
        pytest.param(
            ("confirmed", "on"),
            "2026-12-01",
            ['-confirmed: {on: "2026-10-12"}', '+confirmed: {on: "2026-12-01"}'],
            id="a text in quotes keeps them",
        ),
        pytest.param(
            ("stage",),
            "between",
            ["-stage: serial   # as of spring", "+stage: between   # as of spring"],
            id="a note beside it stays",
        ),
        pytest.param(
            ("stage",),
            "a: b",
            ["-stage: serial   # as of spring", '+stage: "a: b"   # as of spring'],
            id="what needs quotes gets them",
        ),
        pytest.param(
            ("availability", "status"),
            "paused",
            [
                "-availability: {status: open, from: 2027-01-01}",
                "+availability: {status: paused, from: 2027-01-01}",
            ],
            id="a text in braces",
        ),
        pytest.param(
            ("availability", "until"),
            "2027-12-31",
            [
                "-availability: {status: open, from: 2027-01-01}",
                "+availability: {status: open, from: 2027-01-01, until: 2027-12-31}",
            ],
            id="a new field in braces, in its order",
        ),
        pytest.param(
            ("guidance", "offers"),
            ["money"],
            ["-guidance: {}", '+guidance: {offers: ["money"]}'],
            id="a list into empty braces",
        ),
        pytest.param(
            ("works", "travel"),
            ["anywhere"],
            ['+  travel: ["anywhere"]'],
            id="a new line in a group, in its order",
        ),
        pytest.param(("github",), "ada", ["+github: ada"], id="a new line of the file"),
        pytest.param(
            ("works", "modes"),
            ["hybrid"],
            ["-  modes:", "-    - remote", "-    - onsite", '+  modes: ["hybrid"]'],
            id="a list over lines",
        ),
        pytest.param(
            ("headline",),
            "One line",
            ["-headline: >", "-  Two lines", "-  as one", '+headline: "One line"'],
            id="a text over lines",
        ),
        pytest.param(
            ("skills", 0, "evidence"),
            None,
            [
                '-  - {skill: closing-well, level: 3, evidence: "It\'s done, {all} of it"}',
                "+  - {skill: closing-well, level: 3}",
            ],
            id="away from braces",
        ),
        pytest.param(
            ("skills", 1, "skill"),
            None,
            ["-  - skill: handover-files", '-    level: "2"', '+  - level: "2"'],
            id="away from the head of an entry",
        ),
        pytest.param(
            ("skills", 1),
            None,
            ["-  - skill: handover-files", '-    level: "2"'],
            id="an entry away",
        ),
        pytest.param(("works", "modes", 1), None, ["-    - onsite"], id="a text of a list away"),
        pytest.param(("stage",), None, ["-stage: serial   # as of spring"], id="a line away"),
        pytest.param(("nothing",), None, [], id="what is not there away"),
    ],
)
def test_one_change_is_one_place(loc: Loc, value: Node | None, lines: list[str]) -> None:
    made = edited("a.md", PROFILE, [(loc, value)], "profile")
    assert diff(PROFILE, made) == lines
    assert read(made).data == changed(read(PROFILE).data, [(loc, value)])


def test_what_cannot_be_changed_in_place_is_written_anew() -> None:
    text = "---\nname: Ada\nskills: [{skill: a, level: 1}]\n---\nText.\n"
    made = edited("a.md", text, [(("skills", 0, "x"), {"y": "z"})], "profile")
    assert made.startswith('---\nname: "Ada"\nskills:\n  - skill: "a"\n')
    assert read(made).body == "Text.\n"


def test_a_list_of_a_whole_yaml_file_loses_an_entry_and_keeps_its_notes() -> None:
    text = "# log\nrows:\n  - {a: b}\n  # the second\n  - {a: c}\n  - {a: d}\n"
    made = in_place(
        text, lambda found: read_yaml("a.yml", found.encode(), LIMIT), ("rows", 1), None
    )
    assert made == "# log\nrows:\n  - {a: b}\n  # the second\n  - {a: d}\n"


CHANGES: st.SearchStrategy[tuple[Loc, Node | None]] = st.tuples(
    st.sampled_from(
        [
            ("confirmed", "on"),
            ("availability", "status"),
            ("availability", "until"),
            ("headline",),
            ("skills", 1, "evidence"),
            ("skills", 0, "years"),
            ("regions",),
            ("guidance", "offers"),
            ("github",),
        ]
    ),
    st.text(max_size=12) | st.lists(st.text(max_size=4), max_size=2) | st.none(),
)


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(PROFILES), changes=st.lists(CHANGES, min_size=1, max_size=3))
def test_whatever_is_changed_reads_back_as_the_old_fields_with_that_change(
    path: Path, changes: Changes
) -> None:
    text = path.read_text("utf-8")
    source = read(text)
    again = read(edited("a.md", text, changes, "profile"))
    assert again.data == changed(source.data, changes)
    assert again.body == source.body
