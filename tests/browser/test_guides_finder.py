"""A founder in transition finds a guide in four steps, and nobody but them knows of it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations_in
from tests.browser.conftest import BASE, Served
from tests.test_budgets import weight

DATA = "guides/finder.json"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small screen, in the dark."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, color_scheme="dark")
    yield context
    context.close()


def kept(page: Page) -> list[int]:
    """How much the browser keeps, in each of the places where it could."""
    found: list[int] = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, document.cookie.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length, history.length]"
    )
    return found


def choose(page: Page, label: str, beginning: str) -> None:
    """An answer by its first letters, as the keyboard chooses it."""
    box = page.get_by_label(label)
    box.focus()
    page.keyboard.type(beginning)
    expect(box.locator("option:checked")).to_have_text(beginning)


def test_a_founder_finds_a_guide_in_four_steps_by_keyboard(
    phone: BrowserContext, served: Served, scheme: str
) -> None:
    page, asked, faults = phone.new_page(), list[str](), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served.at("guides/"))
    page.wait_for_load_state("networkidle")
    before = kept(page)
    page.on("request", lambda request: asked.append(request.url))
    choose(page, "What is happening, or may happen", "Sold")
    page.get_by_role("checkbox", name="Money of my own").press("Space")
    choose(page, "What kind of place", "Social enterprise")
    choose(page, "Your part in it", "I founded it and led it")
    page.get_by_label("Years in the lead").focus()
    page.keyboard.type("11")
    choose(page, "The language to talk in", "English")
    page.get_by_role("button", name="Show guides").press("Enter")
    expect(page.get_by_role("heading", name="Guides, the nearest to you first")).to_be_focused()
    expect(page.locator('[data-part="count"]')).to_have_text("2 guides, the nearest first")
    first = page.locator(".found-guide").first
    expect(first.get_by_role("heading")).to_have_text("Wairimu Njeri")
    for reason in (
        "Has been through “Sold” in 2020",
        "Talks about what weighs: Money of my own",
        "Speaks English (C2)",
        "Much the same time in the lead: 11 and 11 years",
        "Had a role like yours: founder and managing director",
    ):
        expect(first.get_by_text(reason)).to_be_visible()
    ask = first.get_by_role("link", name="Ask about guidance")
    assert unquote(ask.get_attribute("href") or "").endswith("[guidance: wairimu-njeri]")
    # Nothing but the guides was asked for, and nothing tells of what was chosen.
    assert {*asked} == {served.at(DATA)}
    assert (page.url, kept(page)) == (served.at("guides/"), before)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations_in(page, scheme) == []
    page.reload()
    expect(page.get_by_label("What is happening, or may happen")).to_have_value("")
    expect(first).to_be_hidden()
    assert faults == []


def test_the_finder_says_when_it_finds_nobody_clears_and_tries_again(
    page: Page, served: Served
) -> None:
    page.route(f"**/{DATA}", lambda route: route.abort())
    page.goto(served.at("guides/"))
    page.get_by_label("What is happening, or may happen").select_option("Retiring")
    expect(page.get_by_text("The guides could not be loaded")).to_be_visible()
    page.unroute(f"**/{DATA}")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".found-guide").first).to_contain_text("near to “Retiring”")
    page.get_by_label("The language to talk in").select_option(index=1)
    page.get_by_role("checkbox", name="Health").check()
    expect(page.get_by_text("Nobody says this in public")).to_be_visible()
    asking = page.locator('[data-part="none"] a').get_attribute("href") or ""
    assert unquote(asking).endswith("[guidance: finder]")
    page.get_by_role("button", name="Clear what I chose").click()
    expect(page.get_by_text("Nobody says this in public")).to_be_hidden()
    expect(page.get_by_role("checkbox", name="Health")).not_to_be_checked()


def test_without_a_script_the_page_is_whole(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.at("guides/"))
    expect(page.get_by_role("button", name="Show guides")).to_be_hidden()
    page.get_by_role("link", name="Closed by choice").first.click()
    expect(page).to_have_url(served.at("bridge/closed/"))
    expect(page.get_by_role("link", name="Fergus MacKinnon", exact=True)).to_be_visible()
    context.close()


def test_the_finder_weighs_60_kb_with_all_that_it_loads(served: Served) -> None:
    whole = weight("guides/index.html", served.files)[0]
    whole += len(gzip.compress(served.files[DATA], 6)) / 1000
    assert whole <= 60
    assert served.files["guides/index.html"].decode().count(f'="{BASE}{DATA}"') == 1
