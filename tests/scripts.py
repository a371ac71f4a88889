"""Runs the page's own JavaScript: in Node where there is one, in the browser otherwise.

A test gives the body of an ES module. It may import from `./js/…`, as served, finds lunr.js as
`lunr`, and exports as default a function that takes `data` and returns what JSON can hold.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import pytest

from sitegen.assets import modules
from sitegen.resources import assets_dir
from sitegen.search.lunr_js import lunr_js

SECONDS = 120
_MAIN = """\
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
globalThis.lunr = createRequire(import.meta.url)("./lunr.cjs");
const answer = (await import("./module.js")).default;
const data = JSON.parse(await readFile(new URL("./data.json", import.meta.url), "utf8"));
process.stdout.write(JSON.stringify((await answer(data)) ?? null));
"""


@cache
def node() -> str | None:
    """The path of Node 18 or newer, or None."""
    path = shutil.which("node")
    if not path:
        return None
    found = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    number = found.stdout.strip().removeprefix("v").partition(".")[0]
    return path if number.isdigit() and int(number) >= 18 else None


@cache
def _served() -> Path:
    """A folder of the modules as they are served, minified, but each on its own."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    for path, raw in modules(assets_dir()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(raw, "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "lunr.cjs").write_bytes(lunr_js())
    (folder / "main.js").write_text(_MAIN, "utf-8")
    return folder


def run_module(
    source: str, data: Any = None, *, in_browser: bool = False, seconds: int = SECONDS
) -> Any:
    """What the default export of the module answers for `data`.

    Fails with what the program printed where the module throws, and after so many seconds.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in _served().iterdir():
            (folder / path.name).symlink_to(path)
        (folder / "module.js").write_text(source, "utf-8")
        (folder / "data.json").write_text(json.dumps(data), "utf-8")
        program = None if in_browser else node()
        if program:
            return _with_node(program, folder, seconds)
        # Playwright runs once in a thread, and the fixtures of other tests have it in this one.
        with ThreadPoolExecutor(1) as other:
            return other.submit(_with_browser, folder).result()


def _with_node(program: str, folder: Path, seconds: int) -> Any:
    done = subprocess.run(
        # As if the files were here, also main.js, which looks for the others beside itself.
        [program, "--preserve-symlinks", "--preserve-symlinks-main", "main.js"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        return


def _with_browser(folder: Path) -> Any:
    from playwright.sync_api import sync_playwright

    from tests.browser.arguments import ARGUMENTS
    from tests.browser.finder import NONE, find

    # Under a name that is served as a script.
    (folder / "lunr.js").symlink_to(folder / "lunr.cjs")
    (folder / "index.html").write_text("<!doctype html><script src=lunr.js></script>", "utf-8")
    path = find()
    if path is None and os.environ.get("CI") != "true":
        pytest.skip(NONE)
    assert path is not None, NONE
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
            answer = page.evaluate(
                "async () => JSON.stringify((await (await import('./module.js')).default("
                "await (await fetch('./data.json')).json())) ?? null)"
            )
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
    return json.loads(answer)
