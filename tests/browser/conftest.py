"""A browser, and the sample site on a loopback server under a base path."""

from __future__ import annotations

import mimetypes
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.arguments import ARGUMENTS
from tests.browser.finder import NONE, find
from tests.conftest import ROOT

BASE = "/directory/"
# Milliseconds that an expectation may take to come true, on a busy machine too.
expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser; without one it is skipped, but not in CI."""
    here = f"{Path(__file__).parent}/"
    mine = [item for item in items if str(item.path).startswith(here)]
    missing = bool(mine) and os.environ.get("CI") != "true" and find() is None
    for item in mine:
        item.add_marker(pytest.mark.browser)
        if missing:
            item.add_marker(pytest.mark.skip(reason=NONE))


@pytest.fixture(autouse=True)
def a_cache() -> None:
    """Playwright's own browser lies in that of whoever runs the tests; nothing here builds."""


@dataclass(frozen=True)
class Served:
    """A running site: its address and the files behind it."""

    url: str
    files: Mapping[str, bytes]

    def at(self, path: str) -> str:
        """The URL of an address such as `profiles/`."""
        return self.url + path


@pytest.fixture(scope="session")
def served(site: Mapping[str, bytes]) -> Iterator[Served]:
    """The sample site under `/directory/` on a free loopback port."""
    yield from serving(site)


def serving(site: Mapping[str, bytes]) -> Iterator[Served]:
    """A site under `/directory/` on a free loopback port, for as long as somebody waits."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name http.server asks for
            path = self.path.partition("?")[0]
            name = path.removeprefix(BASE)
            name = f"{name}index.html" if name.endswith("/") or not name else name
            found = site.get(name) if path.startswith(BASE) else None
            body = found if found is not None else site["404.html"]
            self.send_response(200 if found is not None else 404)
            kind = mimetypes.guess_type(name)[0] or "text/html"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            # A page that is left asks for nothing more.
            with suppress(ConnectionError):
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    url = f"http://127.0.0.1:{server.server_port}{BASE}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(url, site)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome, headless."""
    path = find()
    assert path is not None, NONE
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.slow)])
def scheme(request: pytest.FixtureRequest) -> str:
    """By day, and in `make slow` by night.

    To measure every text's colours takes as long as all other rules together, the same things
    stand on each other in both schemes, and tests/test_colours.py holds each pair of colours.
    """
    found: str = request.param
    return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile, wide window."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page whose console errors and failed loads fail the test that looks at `page.faults`."""
    return context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small screen, and nothing kept."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample's content, to write into."""
    return Path(copytree(ROOT / "content", tmp_path / "content"))


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until it holds; `wait_for_function` asks again by `eval`, which the policy bars."""
    for _ in range(300):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {expression}")


TURN = """(step) => new Promise((done) => {
  // Heard after the page itself has.
  addEventListener("hashchange", () => requestAnimationFrame(done), { once: true });
  if (location.hash === `#${step}`) done();
  else location.hash = step;
})"""


def turn_to(page: Page, step: str) -> None:
    """The step of a builder with this address, as by a link to it."""
    page.evaluate(TURN, step)
