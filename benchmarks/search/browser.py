"""What a browser fetches, and how long it takes: Chromium, on the page itself.

`python -m benchmarks.search.browser FOLDER` prints JSON: bytes by query and seconds by step.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.search.engines import OURS, PAGEFIND
from benchmarks.search.served import Book, serving
from tests.browser.arguments import ARGUMENTS
from tests.browser.finder import find

# Seconds without a request after which nothing more is expected.
QUIET = 0.12
# How much slower than this machine a telephone is taken to be.
SLOWED = 4
TOGGLED = 20
# A query as by Enter; resolves when the page shows its answer, with the milliseconds until it said
# how many there are and until the rows stood there.
SHOWN = """new Promise(resolve => {
  const found = document.querySelector("[data-found]");
  const start = performance.now();
  let said = null;
  const counting = new MutationObserver(() => { said ??= performance.now() - start; });
  counting.observe(document.querySelector("[data-sentence]"), { childList: true });
  new MutationObserver((_, watching) => {
    if (found.hasAttribute("aria-busy")) return;
    watching.disconnect();
    counting.disconnect();
    resolve([said, performance.now() - start]);
  }).observe(found, { attributes: true, attributeFilter: ["aria-busy"] });
  act();
})"""
ASK = f"""query => {{
  const form = document.querySelector("form[data-search]");
  const act = () => {{
    form.elements.q.value = query;
    form.requestSubmit();
  }};
  return {SHOWN};
}}"""
# A click on the checkbox of a value; null where it would change nothing and so does nothing.
TOGGLE = f"""([group, value]) => {{
  const box = document.querySelector(`[data-filters] input[name="${{group}}"][value="${{value}}"]`);
  const act = () => box.click();
  return box.hasAttribute("aria-disabled") ? null : {SHOWN};
}}"""
TICKED = """() => {
  const ticked = document.querySelectorAll("[data-filters] input:checked");
  return [...ticked].map(box => [box.name, box.value]);
}"""
# The programming interface alone, without Pagefind's own user interface; ten results as there.
ASK_PAGEFIND = """async query => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  const said = performance.now() - start;
  await Promise.all(found.results.slice(0, 10).map(result => result.data()));
  return [said, performance.now() - start];
}"""
TOGGLES = (("silo", "ngo"), ("mode", "remote"), ("sector", "health"), ("language", "fr"))


# In the page and not in a worker, whose time no throttling reaches.
WITHOUT_WORKER = """async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({ noWorker: true });
}"""


class Side(NamedTuple):
    """One engine on its page: how it is asked, and what it needs before its time is taken."""

    address: str
    script: str
    prepare: str = "() => {}"


SIDES = {OURS: Side("/search/", ASK), PAGEFIND: Side("/blank/", ASK_PAGEFIND, WITHOUT_WORKER)}


class Measure:
    """Both engines on one prepared folder, in one browser."""

    def __init__(self, browser: Browser, book: Book, queries: Sequence[str]) -> None:
        self._browser, self._book, self._queries = browser, book, queries

    def side(self, side: Side) -> dict[str, Any]:
        """Bytes of each query as a first one and as a following one; milliseconds, slowed down."""
        first = []
        for query in self._queries:
            with self._page(side) as page:
                before = self._quiet()
                page.evaluate(side.script, query)
                first.append(self._quiet())
        with self._page(side) as page:
            following = []
            for query in self._queries:
                page.evaluate(side.script, query)
                following.append(self._quiet())
        with self._page(side, SLOWED) as page:
            page.evaluate(side.prepare)
            took = [page.evaluate(side.script, query)[1] for query in self._queries]
        return {"before": before, "first": first, "following": following[1:], "took": took[1:]}

    def toggles(self) -> dict[str, list[float]]:
        """Milliseconds from a click on a value to the counts, and to the rows, which are fetched.

        Slowed down, columns loaded.
        """
        took: list[list[float] | None] = []
        with self._page(SIDES[OURS], SLOWED) as page:
            for chosen in (*TOGGLES, *TOGGLES):
                page.evaluate(TOGGLE, list(chosen))
            for query in self._queries[:TOGGLED]:
                page.evaluate(ASK, query)
                took += [page.evaluate(TOGGLE, list(chosen)) for chosen in TOGGLES]
                for name, value in page.evaluate(TICKED):
                    page.evaluate(TOGGLE, [name, value])
        found = [milliseconds for milliseconds in took if milliseconds is not None]
        return {"counts": [said for said, _ in found], "rows": [shown for _, shown in found]}

    @contextmanager
    def _page(self, side: Side, slowed: int = 1) -> Iterator[Page]:
        """The side's page for a visitor who was never here."""
        context = self._browser.new_context()
        page = context.new_page()
        page.goto(
            f"{self._book.url}{side.address}", wait_until="networkidle" if slowed > 1 else None
        )
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        yield page
        context.close()
        self._book.taken()

    def _quiet(self) -> dict[str, int]:
        """What was sent until nothing more came."""
        found: dict[str, int] = {}
        while True:
            time.sleep(QUIET)
            more = self._book.taken()
            if not more:
                return found
            for path, size in more.items():
                found[path] = found.get(path, 0) + size


def measured(folder: Path, browser: Browser) -> dict[str, Any]:
    """Everything that is measured on one prepared folder."""
    queries = json.loads((folder / "queries.json").read_text("utf-8"))
    folders = {"/": folder / "site", "/pagefind/": folder / "index" / PAGEFIND}
    sides = [OURS, *([PAGEFIND] if folders["/pagefind/"].is_dir() else [])]
    with serving(folders) as book:
        measure = Measure(browser, book, queries)
        found: dict[str, Any] = {name: measure.side(SIDES[name]) for name in sides}
        found["toggles"] = measure.toggles()
        found["steps"] = steps(browser, book, queries)
    return found


def steps(browser: Browser, book: Book, queries: Sequence[str]) -> dict[str, str]:
    """What the page says after a query, a filter, and Back."""
    page = browser.new_page()
    page.goto(f"{book.url}/search/")
    said = {}
    sentence = page.locator("[data-sentence]")
    page.evaluate(ASK, "water")
    said["water"] = sentence.inner_text()
    page.evaluate(TOGGLE, ["silo", "ngo"])
    said["and NGO"] = sentence.inner_text()
    page.go_back()
    page.wait_for_timeout(1000)
    said["Back"] = sentence.inner_text()
    said["Back, address"] = page.url.removeprefix(book.url)
    page.close()
    return said


def main() -> None:
    """Measure one folder and print JSON."""
    path = find()
    if path is None:
        raise SystemExit("no Chromium or Chrome is here: python tests/browser/finder.py --install")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        found = measured(Path(sys.argv[1]), browser)
        found["browser"] = browser.version
        print(json.dumps(found))
        browser.close()


if __name__ == "__main__":
    main()
