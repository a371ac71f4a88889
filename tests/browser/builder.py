"""A builder as somebody sees it: its fields by their paths, its steps, and its draft."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

from sitegen.cli import cli
from sitegen.frontmatter import Source, read_markdown
from sitegen.read import MARKDOWN_LIMIT
from tests.browser.conftest import Served, turn_to

TODAY = "2026-11-16"


@dataclass(frozen=True)
class Builder:
    """The builder of one kind, at its address below that of the site."""

    kind: str
    at: str

    @property
    def key(self) -> str:
        """The name by which the browser keeps its draft."""
        return f"sitegen-draft-{self.kind}/directory/"

    def kept(self, page: Page) -> Any:
        """What the browser keeps, without its number."""
        found = page.evaluate("(key) => localStorage.getItem(key)", self.key)
        held = found and json.loads(found)
        return held and {name: part for name, part in held.items() if name != "saved"}

    def visited(
        self,
        page: Page,
        served: Served,
        step: str,
        held: Mapping[str, Any] | None = None,
        query: str = "",
    ) -> None:
        """On the way to a step, with a draft that was kept before."""
        if held is not None:
            page.goto(served.at("licences.txt"))
            text = json.dumps({**held, "saved": 1})
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [self.key, text])
        page.goto("about:blank")
        page.goto(served.at(f"{self.at}{query}#{step}"))

    def opened(
        self,
        page: Page,
        served: Served,
        step: str,
        held: Mapping[str, Any] | None = None,
        query: str = "",
    ) -> None:
        """The page at a step, with its form: no step shows before that is there."""
        self.visited(page, served, step, held, query)
        expect(heading(page)).to_be_visible()

    def walked(
        self, page: Page, served: Served, steps: Sequence[str], held: Mapping[str, Any]
    ) -> Iterator[str]:
        """Each step with the draft in it, every fold open, what is behind buttons shown."""
        # What is wrong is told of in every step once the last has been seen.
        self.opened(page, served, "send", held)
        page.get_by_role("button", name="Start again").click()
        for step in steps:
            turn_to(page, step)
            page.evaluate(
                "document.querySelectorAll('.piece, .fold').forEach((each) => { each.open = true })"
            )
            yield step

    def check_in(self, text: str, content: Path, *options: str) -> None:
        """`sitegen intake` takes in a mail with this text, and writes the file."""
        folder = ["--content", str(content), "--today", TODAY]
        arguments = ["intake", "-", "--kind", self.kind, *folder, *options]
        done = CliRunner().invoke(cli, arguments, input=text.encode())
        assert done.exit_code == 0, done.stdout


def heading(page: Page) -> Locator:
    return page.locator(".step:visible h2")


def field(page: Page, name: str) -> Locator:
    """The field with this path, whatever kind of control it is."""
    return page.locator(f'[id="{name}"]')


def wrong(page: Page, name: str) -> Locator:
    """What is said to be wrong with it."""
    return page.locator(f'[id="{name}-wrong"]')


def write(page: Page, name: str, text: str) -> None:
    """By keyboard, and on to the next field."""
    field(page, name).focus()
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")


def add(page: Page, name: str, text: str) -> None:
    """One of a long list, with the key that people press first."""
    field(page, name).focus()
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def choose(page: Page, name: str, label: str) -> None:
    """In a list that opens: typing its first letters is enough."""
    field(page, name).focus()
    page.keyboard.type(label)
    page.keyboard.press("Tab")


def go_on(page: Page, step: str) -> None:
    page.get_by_role("link", name=f"Go on: {step}").press("Enter")
    expect(heading(page)).to_have_text(step)
    expect(heading(page)).to_be_focused()


def sent(page: Page) -> str:
    expect(page.locator("[data-part='look']")).to_be_visible()
    return page.get_by_label("The text that is sent").input_value()


def read(path: Path) -> Source:
    return read_markdown(path.name, path.read_bytes(), MARKDOWN_LIMIT)


def fit(page: Page, step: str, *wanted: int) -> None:
    """At none of these widths the page can be moved sideways."""
    for width in wanted:
        page.set_viewport_size({"width": width, "height": 700})
        found = page.evaluate("document.documentElement.scrollWidth")
        assert (step, found) == (step, width)
