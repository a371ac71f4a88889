"""The canonical file: one way to write fields, that reads back as what went in."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.canonical import MODELS, name, quoted, written
from sitegen.frontmatter import Node, Source, read_markdown
from tests.conftest import ROOT

LIMIT = 64 * 1024
SAMPLES = {
    "profile": sorted((ROOT / "content/profiles").glob("*.md")),
    "assignment": sorted((ROOT / "content/assignments").glob("*.md")),
    "story": sorted((ROOT / "content/stories").glob("*.md")),
}
PAIRS = [
    pytest.param(kind, path, id=path.stem) for kind, paths in SAMPLES.items() for path in paths
]


def read(text: str) -> Source:
    return read_markdown("a.md", text.encode(), LIMIT)


def test_a_profile_is_written_in_the_order_of_the_model() -> None:
    fields: dict[str, Node] = {
        "confirmed": {"on": "2026-10-12"},
        "skills": [
            {"level": "4", "evidence": 'Said "no": twice', "skill": "closing-well"},
            {"skill": "handover-files", "level": "1"},
        ],
        "sectors": ["health", "water"],
        "availability": {"from": "2027-01-01", "status": "open"},
        "languages": {"no": "native", "ar": "C1"},
        "regions": ["NO", *[f"west-africa-{n}" for n in range(8)]],
        "works": {},
        "links": [],
        "name": "Ada # Example",
    }
    assert written(fields, "\nOne.\r\n\r\nTwo.\n\n\n", "profile") == dedent("""\
        ---
        name: "Ada # Example"
        languages:
          "no": "native"
          ar: "C1"
        skills:
          - skill: "closing-well"
            level: "4"
            evidence: "Said \\"no\\": twice"
          - skill: "handover-files"
            level: "1"
        sectors: ["health", "water"]
        regions:
          - "NO"
          - "west-africa-0"
          - "west-africa-1"
          - "west-africa-2"
          - "west-africa-3"
          - "west-africa-4"
          - "west-africa-5"
          - "west-africa-6"
          - "west-africa-7"
        availability:
          status: "open"
          from: "2027-01-01"
        works: {}
        links: []
        confirmed:
          "on": "2026-10-12"
        ---

        One.

        Two.
        """)


def test_what_the_model_does_not_know_comes_last_as_it_came() -> None:
    text = written({"zeal": "a", "art": [["b"], [{}]], "headline": "c"}, "", "profile")
    assert text == '---\nheadline: "c"\nzeal: "a"\nart:\n  - ["b"]\n  -\n    - {}\n---\n'


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        *[(word, word) for word in ("name", "day_rate", "zh-Hant", "MA", "nos", "a1")],
        *[(word, f'"{word}"') for word in ("no", "NO", "On", "y", "null", "1", "1e3", "", "~")],
        *[(word, f'"{word}"') for word in ("-", "a b", "a:", "#a", "?", "é")],
    ],
)
def test_a_name_is_plain_unless_yaml_takes_it_for_something_else(key: str, shown: str) -> None:
    assert name(key) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("a\nb\tc", '"a\\nb\\tc"', id="white space"),
        pytest.param('"\\', '"\\"\\\\"', id="what quotes mean"),
        pytest.param("ليلى \u00a0木村", '"ليلى \u00a0木村"', id="any script, and a no-break space"),
        pytest.param("می\u200cخواهم", '"می\u200cخواهم"', id="a joiner where Persian needs it"),
        pytest.param(" \u200c ", '" \\u200c "', id="a joiner that only hides"),
        pytest.param("\x00\u202e\U0010ffff", '"\\u0000\\u202e\\U0010ffff"', id="what is refused"),
        pytest.param("e\u0301é", '"e\\u0301\\u00e9"', id="what composing would change"),
        pytest.param("\n\u0301", '"\\n\\u0301"', id="an accent on an escape"),
    ],
)
def test_a_value_is_quoted_as_a_reviewer_can_see_it(value: str, shown: str) -> None:
    assert quoted(value) == shown
    assert read(f"---\na: {shown}\n---\n").data == {"a": value}


@pytest.mark.parametrize(("kind", "path"), PAIRS)
def test_a_sample_file_reads_back_as_it_was(kind: str, path: Path) -> None:
    source = read(path.read_text("utf-8"))
    text = written(source.data, source.body, kind)
    again = read(text)
    assert (again.data, again.body) == (source.data, source.body)
    assert written(again.data, again.body, kind) == text


CHARACTERS = st.characters(codec="utf-8") | st.sampled_from(
    "\"'\\#:,-[]{}&*!|>%@`? \n\t\x00\x85\u0301\u0338\u200c\u2028\ufeff"
)
TEXTS = st.text(CHARACTERS, max_size=12) | st.sampled_from(["NO", "yes", "3.10", "---", "~", "<<"])
KEYS = st.sampled_from(["name", "skills", "from", "on", "NO"]) | st.text(
    CHARACTERS, max_size=6
).filter(lambda key: key != "<<")
NODES: st.SearchStrategy[Node] = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def depth(node: Node) -> int:
    parts = list(node.values()) if isinstance(node, dict) else node
    return 0 if isinstance(parts, str) else 1 + max((depth(part) for part in parts), default=0)


@settings(max_examples=300, deadline=None)
@given(
    fields=st.dictionaries(KEYS, NODES, max_size=4).filter(lambda node: depth(node) <= 7),
    body=st.text(st.sampled_from("ab é\u0301木#-:\n\r "), max_size=40),
    kind=st.sampled_from(sorted(MODELS)),
)
def test_whatever_is_written_reads_back_as_it_was(
    fields: dict[str, Node], body: str, kind: str
) -> None:
    again = read(written(fields, body, kind))
    text = unicodedata.normalize("NFC", body.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    assert again.data == fields
    assert again.body == (f"{text}\n" if text else "")
