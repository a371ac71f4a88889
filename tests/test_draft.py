"""The draft that the browser keeps: read from a file, shared by tabs, refused by a browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.scripts import run_module

PARSE = """
import { draftText, emptyDraft, parseDraft } from "./js/build/draft.js";
export default ({ texts }) => texts.map((text) => parseDraft(text, "profile"))
  .concat(parseDraft(draftText(emptyDraft("profile")), "profile"));
"""
WHOLE: dict[str, Any] = {
    "version": 1,
    "kind": "profile",
    "fields": {"name": "Ada", "skills": [{"skill": "law", "level": "3"}]},
    "body": "I built.",
    "notes": {"stories": {"built": "A bank."}},
}


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in WHOLE.items() if name != key}


def deep(levels: int) -> Any:
    return "x" if not levels else {"a": deep(levels - 1)}


FILES: Mapping[str, tuple[str, Any]] = {
    "whole": (json.dumps(WHOLE), {"draft": WHOLE}),
    "more than asked": (json.dumps(WHOLE | {"saved": 4, "x": 1}), {"draft": WHOLE}),
    "without notes": (json.dumps(without("notes")), {"draft": WHOLE | {"notes": {}}}),
    "cut off": (json.dumps(WHOLE)[:-9], {"fault": "json"}),
    "another file": ("name: Ada", {"fault": "json"}),
    "empty": ("", {"fault": "json"}),
    "null": ("null", {"fault": "shape"}),
    "a list": ("[]", {"fault": "shape"}),
    "another table": ('{"a": 1}', {"fault": "shape"}),
    "a newer one": (json.dumps(WHOLE | {"version": 2}), {"fault": "version"}),
    "the other kind": (json.dumps(WHOLE | {"kind": "assignment"}), {"fault": "kind"}),
    "without fields": (json.dumps(without("fields")), {"fault": "shape"}),
    "fields as a list": (json.dumps(WHOLE | {"fields": []}), {"fault": "shape"}),
    "a number": (json.dumps(WHOLE | {"fields": {"a": 3}}), {"fault": "shape"}),
    "a null": (json.dumps(WHOLE | {"notes": {"a": None}}), {"fault": "shape"}),
    "without body": (json.dumps(without("body")), {"fault": "shape"}),
    "too deep": (json.dumps(WHOLE | {"notes": deep(20)}), {"fault": "shape"}),
    "too large": (json.dumps(WHOLE | {"body": "x" * 1_000_001}), {"fault": "size"}),
}


def test_a_file_holds_a_draft_or_it_is_said_why_not() -> None:
    empty = {"version": 1, "kind": "profile", "fields": {}, "body": "", "notes": {}}
    *found, last = run_module(PARSE, {"texts": [text for text, _ in FILES.values()]})
    assert last == {"draft": empty}
    expected = {name: answer for name, (_, answer) in FILES.items()}
    assert dict(zip(FILES, found, strict=True)) == expected


# Two tabs over one storage. An event comes when the other tab is told of it, not before.
TABS = """
import { Draft } from "./js/build/draft.js";

class Storage {
  kept = new Map();
  isFull = false;
  getItem(key) { return this.kept.get(key) ?? null; }
  setItem(key, value) {
    if (this.isFull) throw new Error("full");
    this.kept.set(key, value);
  }
}

const storage = new Storage();

class Tab {
  news = 0;
  refusals = 0;
  page = new EventTarget();
  constructor(open = () => storage, site = "/a/") {
    const told = { elsewhere: () => (this.news += 1), refused: () => (this.refusals += 1) };
    this.draft = new Draft("profile", site, told, open);
    this.draft.follow(this.page);
  }
  write(key, value) { this.draft.change((tree) => { tree.notes[key] = value; }); }
  hear(name = "storage", key = "sitegen-draft-profile/a/") {
    this.page.dispatchEvent(Object.assign(new Event(name), { key }));
  }
  get notes() { return this.draft.tree.notes; }
}

const KEY = "sitegen-draft-profile/a/";
const kept = () => JSON.parse(storage.getItem(KEY));
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
"""


def tabs(does: str) -> Any:
    return run_module(f"{TABS}\nexport default async () => {{\n{does}\n}};")


def test_a_change_is_kept_at_once_when_the_page_is_left() -> None:
    assert tabs(
        'const tab = new Tab(); tab.write("a", "1"); const before = storage.kept.size;'
        'tab.hear("pagehide"); return [before, kept()];'
    ) == [
        0,
        {
            "version": 1,
            "kind": "profile",
            "fields": {},
            "body": "",
            "notes": {"a": "1"},
            "saved": 1,
        },
    ]


def test_a_change_is_kept_a_moment_later_and_nothing_without_one() -> None:
    assert tabs(
        "const tab = new Tab(); tab.draft.flush(); const before = storage.kept.size;"
        'tab.write("a", "1");'
        "while (!storage.kept.size) await pause(20); return [before, kept().notes];"
    ) == [0, {"a": "1"}]


def test_another_tab_is_followed_and_it_is_said() -> None:
    assert tabs(
        "const [one, other] = [new Tab(), new Tab()];"
        'one.write("a", "1"); one.draft.flush(); other.hear("storage", "something-else");'
        "const before = [other.notes, other.news]; other.hear(); other.hear(); one.hear();"
        "return [before, other.notes, other.news, one.news];"
    ) == [[{}, 0], {"a": "1"}, 1, 0]


def test_a_site_below_the_same_host_has_a_draft_of_its_own() -> None:
    assert tabs(
        'const [here, there] = [new Tab(), new Tab(undefined, "/b/")];'
        'here.write("a", "1"); here.draft.flush(); there.hear(); there.hear("storage", null);'
        'there.write("b", "2"); there.draft.flush();'
        "return [here.notes, there.notes, [...storage.kept.keys()]];"
    ) == [
        {"a": "1"},
        {"b": "2"},
        ["sitegen-draft-profile/a/", "sitegen-draft-profile/b/"],
    ]


def test_what_waits_in_one_tab_is_made_to_what_the_other_kept() -> None:
    # The first has not heard of the other's change when it keeps its own, older, one.
    assert tabs(
        "const [one, other] = [new Tab(), new Tab()];"
        'one.write("a", "1"); other.write("b", "2"); other.draft.flush(); one.draft.flush();'
        "return [kept().notes, kept().saved, one.notes, one.news];"
    ) == [{"a": "1", "b": "2"}, 2, {"a": "1", "b": "2"}, 1]


def test_a_change_begins_at_the_newest() -> None:
    assert tabs(
        "const [one, other] = [new Tab(), new Tab()];"
        'other.write("a", "theirs"); other.draft.flush();'
        "const seen = [];"
        "one.draft.change(({ notes }) => { seen.push(notes.a ?? ''); notes.a += '+mine'; });"
        "one.draft.flush(); return [seen[0], kept().notes.a, one.news];"
    ) == ["theirs", "theirs+mine", 1]


def test_older_never_comes_over_newer() -> None:
    assert tabs(
        'const one = new Tab(); one.write("a", "1"); one.draft.flush();'
        'const old = storage.getItem(KEY); one.write("a", "2"); one.draft.flush();'
        "storage.setItem(KEY, old); one.hear();"
        "return [one.notes, one.news];"
    ) == [{"a": "2"}, 0]


@pytest.mark.parametrize("text", ["{", "null", '{"version": 2}', "[]"])
def test_what_somebody_else_wrote_there_is_no_draft(text: str) -> None:
    assert tabs(
        f"storage.setItem(KEY, {json.dumps(text)}); const tab = new Tab();"
        'tab.write("a", "1"); tab.draft.flush(); return kept().notes;'
    ) == {"a": "1"}


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param("const tab = new Tab(() => { throw new Error('no'); });", id="no storage"),
        pytest.param("storage.isFull = true; const tab = new Tab();", id="full"),
    ],
)
def test_where_the_browser_keeps_nothing_it_works_on_and_says_so_once(refusal: str) -> None:
    assert tabs(
        f'{refusal} tab.write("a", "1"); tab.draft.flush(); tab.write("b", "2"); tab.draft.flush();'
        "await null; return [tab.notes, tab.refusals];"
    ) == [{"a": "1", "b": "2"}, 1]


def test_a_whole_other_draft_may_come_in_its_place() -> None:
    assert tabs(
        'const tab = new Tab(); tab.write("a", "1"); const before = tab.draft.tree;'
        "tab.draft.change((tree) => ({ ...tree, notes: {} })); const emptied = tab.notes;"
        "tab.draft.change(() => before); return [emptied, tab.notes];"
    ) == [{}, {"a": "1"}]
