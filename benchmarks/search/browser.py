"""What a browser fetches, and how long it takes: Chromium, on the page itself.

`python -m benchmarks.search.browser FOLDER` prints JSON: bytes by query and seconds by step.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.search.engines import PAGEFIND
from benchmarks.search.served import Book, serving
from tests.browser.finder import find

# Seconds without a request after which nothing more is expected.
QUIET = 0.15
SLOWED = 4
# A query as by Enter; resolves when the page shows its answer, with the milliseconds it took.
ASK = """query => new Promise(resolve => {
  const form = document.querySelector("form[data-search]");
  const found = document.querySelector("[data-found]");
  const start = performance.now();
  new MutationObserver((_, watching) => {
    if (found.hasAttribute("aria-busy")) return;
    watching.disconnect();
    resolve(performance.now() - start);
  }).observe(found, { attributes: true, attributeFilter: ["aria-busy"] });
  form.elements.q.value = query;
  form.requestSubmit();
})"""
# The programming interface alone, without Pagefind's own user interface; ten results as there.
ASK_PAGEFIND = """async query => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  await Promise.all(found.results.slice(0, 10).map(result => result.data()));
  return performance.now() - start;
}"""
Ask = Callable[[Page, str], float]
Sizes = Mapping[str, int]


def _ask(page: Page, query: str) -> float:
    return float(page.evaluate(ASK, query))


def _ask_pagefind(page: Page, query: str) -> float:
    return float(page.evaluate(ASK_PAGEFIND, query))


def _quiet(book: Book) -> dict[str, int]:
    """What was sent until nothing more came."""
    found: dict[str, int] = {}
    while True:
        time.sleep(QUIET)
        more = book.taken()
        if not more:
            return found
        for path, size in more.items():
            found[path] = found.get(path, 0) + size


def first(browser: Browser, book: Book, address: str, ask: Ask, query: str) -> tuple[Sizes, Sizes]:
    """Bytes by path of the page itself, and of the first query on it, for a new visitor."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{book.url}{address}")
    before = _quiet(book)
    ask(page, query)
    after = _quiet(book)
    context.close()
    return before, after


def following(
    context: BrowserContext, book: Book, address: str, ask: Ask, queries: list[str]
) -> Iterator[tuple[Sizes, float]]:
    """Bytes by path and milliseconds of each query, asked one after the other on one page."""
    page = context.new_page()
    page.goto(f"{book.url}{address}")
    _quiet(book)
    for query in queries:
        took = ask(page, query)
        yield _quiet(book), took
    page.close()


def measure(folder: Path, browser: Browser, sample: int) -> dict[str, Any]:
    """Everything that is measured on one prepared folder."""
    queries = json.loads((folder / "queries.json").read_text("utf-8"))
    folders = {"/": folder / "site", "/pagefind/": folder / "index" / PAGEFIND}
    sides: dict[str, tuple[str, Ask]] = {"ours": ("/search/", _ask)}
    if folders["/pagefind/"].is_dir():
        blank = folder / "site" / "blank" / "index.html"
        blank.parent.mkdir(exist_ok=True)
        blank.write_text('<!doctype html><html lang="en"><title>-</title>', "utf-8")
        sides[PAGEFIND] = ("/blank/", _ask_pagefind)
    found: dict[str, Any] = {}
    with serving(folders) as book:
        for name, (address, ask) in sides.items():
            firsts = [first(browser, book, address, ask, q) for q in queries[:sample]]
            context = browser.new_context()
            more = list(following(context, book, address, ask, queries))
            context.close()
            found[name] = {
                "before": firsts[0][0],
                "first": [sizes for _, sizes in firsts],
                "following": [sizes for sizes, _ in more[1:]],
                "took": [took for _, took in more[1:]],
            }
    return found


def main() -> None:
    """Measure one folder and print JSON."""
    path = find()
    if path is None:
        raise SystemExit("no Chromium or Chrome is here: tests/browser/finder.py --install")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        print(json.dumps(measure(Path(sys.argv[1]), browser, int(sys.argv[2]))))
        browser.close()


if __name__ == "__main__":
    main()
