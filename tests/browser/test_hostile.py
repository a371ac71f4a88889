"""A site made of attacks in a real browser: under the policy, and with the policy switched off.

A bounded part runs always, every page in `make trust`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.attacks.attack import Attack, path_of
from tests.attacks.table import harmless_rows
from tests.browser.conftest import Served, serving

Recorded = Callable[[str, object], None]
# What a hostile page would do; `pwned` is what the attacks of the table set.
WATCH = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
RAN = "[typeof window.pwned, window.violations, document.title.length > 0]"
MADE_OF_WORDS = "main :is(script, iframe, object, embed, [onerror], [onload], [src=x])"
# The search finds hostile words, and is asked with them.
QUERIES = (
    "<img src=x onerror=pwned=1>", '"><script>pwned=1</script>', "name:* ~9 ^1e9", "(a+)+$ [x-",
    "__proto__", "script pwned onerror", "{{ 7*7 }}",
)  # fmt: skip
OTHERS = (
    "", "profiles/", "assignments/", "search/", "join/", "propose/", "self-assessment/",
    "shortlist/", "insights/", "stories/", "404.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def laid(hostile: Mapping[str, bytes]) -> Iterator[Served]:
    yield from serving(hostile)


def watched(browser: Browser, laid: Served, *, bypass: bool) -> tuple[Page, list[str]]:
    """A page in a profile of its own, and what it did that no page of ours does."""
    context = browser.new_context(bypass_csp=bypass)
    context.add_init_script(WATCH)
    page, seen = context.new_page(), []
    origin = urlsplit(laid.url).netloc

    def asked(url: str) -> None:
        if urlsplit(url).netloc != origin:
            seen.append(f"asked {url}")

    def said(kind: str, text: str) -> None:
        # The page that is not there says so in the console, too.
        if kind == "error" and "404" not in text:
            seen.append(text)

    def opened(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: asked(request.url))
    page.on("dialog", opened)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("console", lambda line: said(line.type, line.text))
    page.on("framenavigated", lambda frame: asked(frame.url))
    return page, seen


def visit(page: Page, seen: list[str], url: str) -> None:
    page.goto(url)
    # Handlers of broken pictures and of what opens by itself come a moment after the page.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert (url, page.evaluate(RAN)) == (url, ["undefined", [], True])
    assert (url, seen) == (url, [])


def addresses(rows: Mapping[int, Attack]) -> list[str]:
    paths = (path_of(row, number).removesuffix(".md") for number, row in rows.items())
    return [f"{path.removeprefix('pages/')}/" for path in paths if "/." not in path]


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without it"])
def test_nothing_runs_on_some_of_the_pages(
    browser: Browser, laid: Served, bypass: bool, record_property: Recorded
) -> None:
    page, seen = watched(browser, laid, bypass=bypass)
    some = [*OTHERS, *addresses(harmless_rows())[::40]]
    for address in some:
        visit(page, seen, laid.at(address))
    record_property("hostile pages opened", len(some))
    page.context.close()


@pytest.mark.trust
@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without it"])
def test_nothing_runs_on_any_page(
    browser: Browser, laid: Served, bypass: bool, record_property: Recorded
) -> None:
    page, seen = watched(browser, laid, bypass=bypass)
    every = sorted(path for path in laid.files if path.endswith(".html"))
    assert len(every) > 150
    assert {f"{address}index.html" for address in addresses(harmless_rows())} <= set(every)
    for path in every:
        visit(page, seen, laid.at(path.removesuffix("index.html")))
    record_property("hostile pages opened", len(every))
    page.context.close()


# What the policy would have to bar runs without it, so that is asked always.
@pytest.mark.parametrize(
    "bypass",
    [
        pytest.param(False, id="with the policy", marks=pytest.mark.trust),
        pytest.param(True, id="without it"),
    ],
)
def test_the_search_shows_hostile_words_and_runs_none(
    browser: Browser, laid: Served, bypass: bool, record_property: Recorded
) -> None:
    page, seen = watched(browser, laid, bypass=bypass)
    for query in QUERIES:
        page.goto(laid.at(f"search/?q={quote(query, safe='')}"))
        expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")
        expect(page.locator("[data-found] [data-sentence]")).not_to_be_empty()
        page.locator("main [role=searchbox], main input[type=search]").first.fill(query)
        expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")
        # An image that fails runs its handler a moment later: what must not be there is counted.
        assert (query, page.locator(MADE_OF_WORDS).count()) == (query, 0)
        assert (query, page.evaluate(RAN)) == (query, ["undefined", [], True])
        assert (query, seen) == (query, [])
    record_property("hostile searches", len(QUERIES))
    page.context.close()


def test_the_proof_can_fail(browser: Browser, hostile: Mapping[str, bytes]) -> None:
    """The same page with its text unescaped: it runs without the policy, and is barred by it."""
    attack = b"<img src=x onerror=window.pwned=1>"
    planted = {
        **hostile,
        "index.html": hostile["index.html"].replace(b"<main", attack + b"<main", 1),
    }
    for laid in serving(planted):
        page, _ = watched(browser, laid, bypass=True)
        page.goto(laid.url)
        page.wait_for_timeout(200)
        assert page.evaluate(RAN)[0] == "number"
        page.context.close()
        page, _ = watched(browser, laid, bypass=False)
        page.goto(laid.url)
        page.wait_for_timeout(200)
        ran, violations, _ = page.evaluate(RAN)
        assert ran == "undefined" and violations
        page.context.close()
