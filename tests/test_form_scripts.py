"""What the builders' scripts do to a draft and to the text that leaves the page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts import run_module

PATHS = """
import { at, isEmpty, pruned, put, unpruned } from "./js/form/paths.js";

/** Every path to a text in a tree. */
function* texts(node, path = []) {
  if (typeof node === "string") yield path;
  else for (const [key, part] of Object.entries(node)) {
    yield* texts(part, [...path, Array.isArray(node) ? Number(key) : key]);
  }
}

export default ({ trees, puts }) => ({
  pruned: trees.map(pruned),
  again: trees.map((tree) => pruned(pruned(tree))),
  // Where each text of the pruned tree stands in the whole one: the same text has to stand there.
  kept: trees.map((tree) => [...texts(pruned(tree))].every((path) =>
    at(tree, unpruned(tree, path)) === at(pruned(tree), path))),
  empty: trees.map(isEmpty),
  put: puts.map(([tree, path, value]) => {
    put(tree, path, value);
    return tree;
  }),
});
"""
TREES = st.recursive(
    st.sampled_from(["", "a", "b"]),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.sampled_from("xyz"), parts),
    max_leaves=12,
)
PUTS: list[tuple[Any, list[str | int], Any, Any]] = [
    ({}, ["a"], "1", {"a": "1"}),
    ({"a": "1"}, ["a"], "", {}),
    ({}, ["based_in", "city"], "Rabat", {"based_in": {"city": "Rabat"}}),
    ({"based_in": {"city": "Rabat"}}, ["based_in", "city"], "", {}),
    ({}, ["skills", 0, "level"], "2", {"skills": [{"level": "2"}]}),
    # An entry that is empty stays: somebody may be about to fill it in.
    (
        {"skills": [{"level": "2"}, {"level": "3"}]},
        ["skills", 0, "level"],
        "",
        {"skills": [{}, {"level": "3"}]},
    ),
    ({"a": "Ada"}, ["a", "url"], "x", {"a": {"name": "Ada", "url": "x"}}),
    ({"a": ["1"]}, ["a"], [], {}),
]


def said(tree: Any) -> Any:
    """The tree without what is empty, told a second time."""
    if isinstance(tree, str):
        return tree
    if isinstance(tree, list):
        return [part for part in map(said, tree) if not nothing(part)]
    return {key: said(part) for key, part in tree.items() if not nothing(said(part))}


def nothing(tree: Any) -> bool:
    if isinstance(tree, str):
        return not tree
    return all(nothing(part) for part in (tree.values() if isinstance(tree, dict) else tree))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("xyz"), TREES), min_size=30, max_size=30))
def test_what_is_pruned_is_found_again_in_the_whole(trees: list[Any]) -> None:
    found = run_module(PATHS, {"trees": trees, "puts": []})
    assert found["pruned"] == [said(tree) for tree in trees]
    assert found["again"] == found["pruned"]
    assert found["kept"] == [True] * len(trees)
    assert found["empty"] == [nothing(tree) for tree in trees]


def test_a_value_is_put_where_its_path_leads() -> None:
    found = run_module(PATHS, {"trees": [], "puts": [case[:3] for case in PUTS]})
    assert found["put"] == [after for *_, after in PUTS]


SENDING = """
import { LONGEST_LINK, mailLink, message, newFileLink, slugOf } from "./js/form/sending.js";
export default ({ names, lengths }) => ({
  limit: LONGEST_LINK,
  slugs: names.map(slugOf),
  links: lengths.map((length) =>
    newFileLink("https://git.example/a/b", "profiles", "ada", "é".repeat(length))),
  mails: ["", "?subject=x"].map((more) => mailLink(`mailto:a@b.example${more}`, "a & b\\nc")),
  fresh: message("---\\n", { slug: null, kept: [] }),
  changed: message("---\\n", { slug: "ada", kept: ["consent", "engagement.day_rate"] }),
  whole: message("---\\n", { slug: "ada", kept: [] }),
});
"""
NAMES = {
    "Ada Example": "ada-example",
    "  Zoë O'Connor-Łuk ": "zoe-o-connor-uk",
    "نادية": "",
    "x" * 63 + " y": "x" * 63,
    "--": "",
}


@pytest.fixture(scope="module")
def sending() -> Any:
    bare = len("https://git.example/a/b/new/main/content/profiles?filename=ada.md&value=")
    # Each letter takes six characters.
    fits = (6000 - bare) // 6
    return run_module(SENDING, {"names": [*NAMES], "lengths": [1, fits, fits + 1]})


def test_an_address_is_made_of_a_name(sending: Any) -> None:
    assert dict(zip(NAMES, sending["slugs"], strict=True)) == NAMES


def test_a_link_that_is_filled_in_is_never_too_long(sending: Any) -> None:
    short, longest, none = sending["links"]
    assert sending["limit"] == 6000
    assert short.endswith("?filename=ada.md&value=%C3%A9")
    assert 5994 < len(longest) <= 6000
    assert none is None


def test_a_mail_holds_the_text_with_the_line_ends_of_mail(sending: Any) -> None:
    assert sending["mails"] == [
        "mailto:a@b.example?body=a%20%26%20b%0D%0Ac",
        "mailto:a@b.example?subject=x&body=a%20%26%20b%0D%0Ac",
    ]


def test_above_the_file_of_a_change_stands_what_stays_as_it_is(sending: Any) -> None:
    assert sending["fresh"] == sending["whole"].removeprefix("slug: ada\n\n")
    assert sending["changed"] == "slug: ada\nkeep: consent, engagement.day_rate\n\n---\n"


SECTIONS = """
import { answerIn, withAnswer } from "./js/propose/sections.js";
export default ({ mine, steps, headings, texts }) => ({
  texts: steps.reduce((all, [heading, answer]) =>
    [...all, withAnswer(all.at(-1), headings, heading, answer)], [mine]),
  read: texts.map((text) => headings.map((heading) => answerIn(text, heading))),
});
"""
HEADINGS = ("Who?", "Why?", "When?")
MINE = "A problem.\n\n## Mine\n\nx"
# One after the other: a heading, what is answered, and what the text holds then.
ANSWERS = (
    ("When?", "Soon", f"{MINE}\n\n## When?\n\nSoon"),
    # What is asked before stands before.
    ("Who?", " Ada\n\nand Bo \n", f"{MINE}\n\n## Who?\n\nAda\n\nand Bo\n\n## When?\n\nSoon"),
    ("Who?", "Ada", f"{MINE}\n\n## Who?\n\nAda\n\n## When?\n\nSoon"),
    ("When?", " ", f"{MINE}\n\n## Who?\n\nAda"),
    ("Who?", "", MINE),
)
READ = {
    "## Who?\nAda\n### More\nand Bo\n## Other\nx\n## When? \n\n": ["Ada\n### More\nand Bo", "", ""],
    "Who?\n# Who?\n## Why? me\n": ["", "", ""],
    "": ["", "", ""],
}


def test_answers_stand_in_the_text_below_their_headings_and_nowhere_else() -> None:
    steps = [answer[:2] for answer in ANSWERS]
    found = run_module(
        SECTIONS, {"mine": f"{MINE}\n", "steps": steps, "headings": HEADINGS, "texts": [*READ]}
    )
    assert found["texts"][1:] == [text for *_, text in ANSWERS]
    assert found["read"] == [*READ.values()]
