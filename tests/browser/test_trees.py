"""What a screen reader is given of each step: the tree of roles, names and states, as it is kept.

`make trees` writes those in trees/ anew: read what has changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import test_assessment, test_join, test_propose
from tests.browser.builder import Builder
from tests.browser.conftest import Served, until

TREES = Path(__file__).with_name("trees")
# The page of the last step is drawn when it has been fetched.
DRAWN = """() => [...document.querySelectorAll("[data-part=whole]")].every(
  (fold) => !fold.open || fold.querySelector("[data-part=whole-page]").childElementCount > 0)"""

# Fourteen families with all their skills are all alike.
ONE_FAMILY = """() => document.querySelectorAll(".browse").forEach((family, place) => {
  family.open = place === 0;
})"""


def unfinished(held: dict[str, Any], name: str) -> Mapping[str, Any]:
    """Without one field, so that something is to be mended."""
    del held["fields"][name]
    return held


def walked(name: str, page: Page, served: Served) -> Iterator[str]:
    """Each step of a page, standing open with something in it."""
    if name == "self-assessment":
        yield from test_assessment.walked(page, served)
        return
    ways: Mapping[str, tuple[Builder, tuple[str, ...], Mapping[str, Any]]] = {
        "join": (test_join.JOIN, test_join.STEPS, unfinished(test_join.draft(), "headline")),
        "propose": (
            test_propose.PROPOSE,
            test_propose.STEPS,
            unfinished(test_propose.draft(), "title"),
        ),
    }
    builder, steps, held = ways[name]
    yield from builder.walked(page, served, steps, held)


def tree(name: str, page: Page, served: Served) -> str:
    """The trees of all steps, the first with what stands around every step."""
    found: list[str] = []
    for step in walked(name, page, served):
        until(page, DRAWN)
        page.evaluate(ONE_FAMILY)
        part = page.locator(".step:visible" if found else ".guide-steps")
        found.append(f"# {step}\n{part.aria_snapshot()}\n")
    return "\n".join(found)


@pytest.mark.parametrize("name", ["join", "propose", "self-assessment"])
def test_a_screen_reader_is_given_what_it_was_given(page: Page, served: Served, name: str) -> None:
    found = tree(name, page, served)
    kept = TREES / f"{name}.yml"
    if os.environ.get("SITEGEN_TREES"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, "utf-8")
    assert found == kept.read_text("utf-8")
