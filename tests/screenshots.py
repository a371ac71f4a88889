"""`make screenshots`: the pictures of the README, taken from the sample site."""

from __future__ import annotations

import functools
import http.server
import sys
import tempfile
import threading
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from sitegen.build import build
from sitegen.order import Order
from tests.browser.arguments import ARGUMENTS
from tests.browser.finder import NONE, find
from tests.conftest import CLOCK, ROOT

Scheme = Literal["light", "dark"]
SHOTS: tuple[tuple[str, str, int, int, Scheme], ...] = (
    ("home", "", 1280, 860, "light"),
    ("profile", "profiles/nadia-benali/", 1280, 860, "light"),
    ("search", "search/?q=water", 1280, 860, "light"),
    ("assignment-dark", "assignments/exit-plan-dairy-cooperatives/", 390, 844, "dark"),
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


def main() -> int:
    """Build, serve on loopback, take every picture."""
    browser = find()
    if browser is None:
        print(NONE)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=f"{folder}/site")
        )
        url = f"http://127.0.0.1:{server.server_port}/"
        build(Order(ROOT / "content", Path(folder) / "site", CLOCK, base_url=url))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            running = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
            for name, address, width, height, scheme in SHOTS:
                page = running.new_page(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                page.goto(url + address)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=ROOT / "docs" / "screenshots" / f"{name}.png")
                page.close()
            running.close()
        server.shutdown()
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
