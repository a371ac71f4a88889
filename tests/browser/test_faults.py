"""What goes wrong between a page and its files: halves, other pages, other times, other tabs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.arguments import ARGUMENTS
from tests.browser.conftest import Served, until
from tests.browser.finder import find

SEARCH = "search/?q=water&silo=ngo"
# What a search fetches, in the order in which it needs it.
SHARDS = ("manifest.json", "lengths-*.json", "terms/*", "columns/silo-*.json", "cards-*/*")


@pytest.fixture(name="faultless")
def page_without_faults(page: Page) -> Iterator[Page]:
    """A page that must raise nothing: whatever fails is caught, and said."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []


def half(served: Served) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        body = served.files[route.request.url.removeprefix(served.url)]
        route.fulfill(body=body[: len(body) // 2], content_type="application/json")

    return answer


def giving(kind: str, body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=body, content_type=kind)


def found(page: Page) -> tuple[str, list[str]]:
    expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")
    names = page.locator("[data-results] h3 a").all_text_contents()
    return page.locator("#sentence").inner_text(), names


# tests/search/test_lookup.py asks the same of one file without a browser.
@pytest.mark.trust
def test_half_a_file_is_asked_for_again_by_the_page_and_then_by_the_reader(
    faultless: Page, served: Served
) -> None:
    page = faultless
    page.goto(served.at(SEARCH))
    whole = found(page)
    assert "water" in whole[0]
    for pattern in SHARDS:
        page.route(f"**/search/{pattern}", half(served), times=1)
        page.goto(served.at(SEARCH))
        assert found(page) == whole, pattern
        page.unroute(f"**/search/{pattern}")
        # Where it stays so, that is said, and what was asked for can be asked for again.
        page.route(f"**/search/{pattern}", half(served))
        page.goto(served.at(SEARCH))
        expect(page.locator("#sentence"), pattern).to_contain_text("the connection may be down")
        page.unroute(f"**/search/{pattern}")
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("button", name="Try again")).to_have_count(0)
        assert found(page) == whole, pattern


@pytest.mark.parametrize("gone", [SHARDS[-1:], pytest.param(SHARDS[:-1], marks=pytest.mark.trust)])
def test_what_a_renewed_site_no_longer_has_is_mended_by_a_new_page(
    faultless: Page, served: Served, gone: tuple[str, ...]
) -> None:
    """A host may answer with a page and 200 for what is gone; or the index is in another form."""
    page = faultless
    index = json.loads(served.files["search/manifest.json"])
    without = {name: found for name, found in index["columns"].items() if name != "silo"}
    elsewhere = served.files["404.html"].decode()
    answers = [
        *((pattern, "text/html; charset=utf-8", elsewhere) for pattern in gone),
        ("manifest.json", "application/json", json.dumps({**index, "version": 0})),
        ("manifest.json", "application/json", json.dumps({**index, "columns": without})),
    ]
    for pattern, kind, body in answers:
        page.route(f"**/search/{pattern}", giving(kind, body))
        page.goto(served.at(SEARCH))
        expect(page.locator("#sentence"), pattern).to_contain_text("The site has been renewed")
        page.unroute(f"**/search/{pattern}")
        page.evaluate("globalThis.stayed = true")
        page.locator("[data-helps] button").click()
        until(page, "globalThis.stayed === undefined")
        expect(page.locator("[data-results] mark").first, pattern).to_be_visible()


@pytest.fixture(name="returning")
def pages_that_come_back_from_the_cache(browser: Browser) -> Iterator[BrowserContext]:
    """Playwright switches the back-forward cache off; its `go_back` waits for a load in vain."""
    path = find(whole=True)
    assert path is not None, "A headless shell has no such cache: install Chromium beside it."
    running = browser.browser_type.launch(
        executable_path=path,
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield running.new_context()
    running.close()


def come_back(page: Page, url: str) -> None:
    page.evaluate("history.back()")
    expect(page).to_have_url(url)
    assert page.evaluate("globalThis.stayed") is True, "loaded anew, and not from the cache"


def away(page: Page, name: str) -> None:
    """To somebody's page, by the link; what stays in the page left behind is marked."""
    page.evaluate("globalThis.stayed = true")
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


FILTERS = """() => [
  document.querySelector("#q").value,
  [...document.querySelectorAll("[data-filters] :checked")].map((box) => box.value),
  [...document.querySelectorAll("[data-filters] .count")].map((count) => count.textContent),
]"""


def test_a_page_from_the_back_forward_cache_is_right_again(
    returning: BrowserContext, served: Served
) -> None:
    page = returning.new_page()
    page.goto(served.at(SEARCH))
    before = (*found(page), page.evaluate(FILTERS))
    first = before[1][0]
    away(page, first)
    page.get_by_role("button", name="Keep on my shortlist").click()
    come_back(page, served.at(SEARCH))
    assert (*found(page), page.evaluate(FILTERS)) == before
    expect(page.get_by_role("link", name="Shortlist (1)")).to_be_visible()
    kept = page.get_by_role("button", name=f"Keep on my shortlist: {first}")
    expect(kept).to_have_attribute("aria-pressed", "true")
    # It goes on from there.
    page.locator("#q").fill("")
    expect(page).to_have_url(served.at("search/?silo=ngo"))
    expect(page.locator("#sentence")).not_to_contain_text("water")
    shortlist = page.get_by_role("link", name="Shortlist (1)")
    # Where it leads back to follows what is searched, a moment later.
    expect(shortlist).to_have_attribute("href", re.compile(r"\?from=silo%3Dngo$"))
    shortlist.click()
    expect(page.locator(".shortlisted h3 a")).to_have_text([first])
    away(page, first)
    page.get_by_role("button", name="Keep on my shortlist").click()
    come_back(page, served.at("shortlist/?from=silo%3Dngo"))
    expect(page.get_by_text("Nobody is on it yet.")).to_be_visible()
    expect(page.get_by_role("link", name="Shortlist (")).to_have_count(0)


def test_a_search_that_was_left_while_it_waited_ends_when_it_comes_back(
    returning: BrowserContext, served: Served
) -> None:
    page = returning.new_page()
    page.goto(served.at("search/"))
    held: list[Route] = []
    returning.route("**/search/terms/*", lambda route: held.append(route))
    page.locator("#q").fill("water")
    expect(page).to_have_url(served.at("search/?q=water"))
    until(page, "document.querySelector('[data-found]').ariaBusy === 'true'")
    page.evaluate("globalThis.stayed = true")
    page.goto(served.at("profiles/nadia-benali/"))
    for route in held:
        route.abort()
    returning.unroute("**/search/terms/*")
    page.evaluate("history.back()")
    expect(page).to_have_url(served.at("search/?q=water"))
    assert page.evaluate("globalThis.stayed") is True
    expect(page.locator("[data-results] mark").first).to_be_visible()
