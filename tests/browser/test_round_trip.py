"""Profiles through the builder's own page: Python → draft → the text of the last step → intake."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.builder import TODAY
from tests.browser.conftest import Served
from tests.browser.test_join import JOIN
from tests.forms.drafts import Maker
from tests.forms.judging import Draft
from tests.forms.test_drafts import taken_in

# As if another tab had kept them: the page draws each and writes its text.
SHOW = """([key, drafts]) => drafts.map((draft) => {
  localStorage.setItem(key, draft);
  dispatchEvent(new StorageEvent("storage", { key }));
  const value = (name) => document.querySelector(`[data-part="${name}"]`);
  return value("ways").hidden ? value("mend-list").innerText : value("text").value;
})"""
# In one go; more would be a long wait without a word.
AT_ONCE = 100


def kept(draft: Draft, saved: int) -> str:
    """The draft as the browser keeps it, agreed to by whom it is about."""
    assisted = str(draft.fields.get("assisted", "")).strip() == "yes"
    notes = {"consentOf": "them"} if assisted else {}
    held: dict[str, Any] = {"version": 1, "kind": "profile", "fields": draft.fields}
    return json.dumps({**held, "body": draft.body, "notes": notes, "saved": saved})


def said(node: Any) -> Any:
    """Without lists and groups in which nothing stands: a model takes both for the same."""
    if isinstance(node, list):
        return [said(part) for part in node]
    if isinstance(node, dict):
        inner = {name: said(part) for name, part in node.items()}
        return {name: part for name, part in inner.items() if part not in ([], {})}
    return node


@pytest.mark.parametrize(
    ("seed", "count"),
    [
        pytest.param(5, 30, id="few"),
        pytest.param(6, 1000, id="many", marks=pytest.mark.slow),
    ],
)
def test_a_profile_comes_out_of_the_page_as_it_went_in(
    page: Page, served: Served, seed: int, count: int
) -> None:
    maker = Maker(seed)
    drafts = [maker.draft("profile") for _ in range(count)]
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    JOIN.opened(
        page,
        served,
        "send",
        {"version": 1, "kind": "profile", "fields": {}, "body": "", "notes": {}},
    )
    given = [kept(draft, number) for number, draft in enumerate(drafts, 2)]
    texts: list[str] = []
    for start in range(0, count, AT_ONCE):
        texts += page.evaluate(SHOW, [JOIN.key, given[start : start + AT_ONCE]])
    apart = []
    for draft, text in zip(drafts, texts, strict=True):
        wanted = draft._replace(fields={**said(draft.fields), "confirmed": {"on": TODAY}})
        if text != wanted.file or taken_in("profile", text) != wanted.fields:
            apart.append((draft, text))
    assert apart == []
    assert faults == []
