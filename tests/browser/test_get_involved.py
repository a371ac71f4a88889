"""The two doors of /get-involved/ post to the owner's own server, and to nobody else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser

from sitegen.assets import bundle
from sitegen.i18n import Translator
from sitegen.models.reach import Door, Joining
from sitegen.pages import words_for
from sitegen.pages.articles import pages
from sitegen.render import Renderer
from sitegen.resources import assets_dir
from sitegen.shell import shell_of
from sitegen.urls import Urls
from tests.conftest import sample_directory


@dataclass
class Endpoint:
    """A server on loopback that keeps what is posted, and serves one page."""

    url: str = ""
    page: bytes = b""
    posted: list[dict[str, list[str]]] = field(default_factory=list)


def serving(endpoint: Endpoint) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name http.server asks for
            self.answer(endpoint.page)

        def do_POST(self) -> None:  # the name http.server asks for
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            endpoint.posted.append(parse_qs(body, keep_blank_values=True))
            self.answer(b"<!doctype html><title>Thank you</title>")

        def answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint.url = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def lists() -> Iterator[tuple[Endpoint, Endpoint]]:
    """The site's own server, and that of the lists."""
    ours, theirs = Endpoint(), Endpoint()
    running = [serving(ours), serving(theirs)]
    yield ours, theirs
    for server in running:
        server.shutdown()
        server.server_close()


def involved(form: str) -> bytes:
    """The page with both doors at this address."""
    sample = sample_directory()
    # A file may name only an address that everybody can reach; a test serves it here.
    door = Door.model_construct(form=form, mailbox=None)
    joining = Joining.model_construct(informed=door, building=door)
    site = sample.site.model_copy(update={"joining": joining})
    words = words_for(replace(sample, site=site), Translator(), Urls("https://host.example/"))
    (page,) = (page for page in pages(words) if page.address == "/get-involved/")
    assets = bundle(assets_dir(), sample.site.theme, {})
    return Renderer(shell_of(words, (page,), assets)).render(page)


def test_without_scripts_both_doors_reach_the_endpoint_of_the_owner(
    browser: Browser, lists: tuple[Endpoint, Endpoint]
) -> None:
    ours, theirs = lists
    ours.page = involved(f"{theirs.url}joined")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, button in (("informed", "Put me on the list"), ("building", "Offer a hand")):
        page.goto(ours.url)
        door = page.locator(f"section[aria-labelledby={name}]")
        door.get_by_label("Your e-mail address").fill("ada@host.example")
        door.get_by_role("button", name=button).press("Enter")
        page.wait_for_url(f"{theirs.url}joined")
    context.close()
    assert [found["list"] for found in theirs.posted] == [["informed"], ["building"]]
    assert {found["address"][0] for found in theirs.posted} == {"ada@host.example"}
    # Nobody sees this field; whatever fills it in is no person.
    assert {found["website"][0] for found in theirs.posted} == {""}


def test_the_policy_lets_a_form_go_to_no_other_origin(
    browser: Browser, lists: tuple[Endpoint, Endpoint]
) -> None:
    ours, theirs = lists
    ours.page = involved("https://lists.example/joined").replace(
        b'action="https://lists.example/joined"', f'action="{theirs.url}joined"'.encode()
    )
    context = browser.new_context()
    page = context.new_page()
    page.goto(ours.url)
    with page.expect_console_message(lambda message: "form-action" in message.text):
        page.locator("#informed-address").fill("ada@host.example")
        page.locator("section[aria-labelledby=informed] button").evaluate("it => it.click()")
    assert (page.url, theirs.posted) == (ours.url, [])
    context.close()
