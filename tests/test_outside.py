"""Links to other sites: asked of a server on loopback, which stands in for the internet."""

from __future__ import annotations

import asyncio
import json
import shutil
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.outside import asking
from sitegen.outside.asking import Answer, ask_all, is_public
from tests.conftest import ROOT

Given = TypeVar("Given")
MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
# Path → the answer to HEAD, and to GET where that differs; a number, or where it leads on.
PAGES: dict[str, tuple[int | str, ...]] = {
    "/here": (200,),
    "/get-only": (405, 200),
    "/moved": ("https://b.example/here",),
    "/door": (403,),
    "/gone": (404,),
    "/fails": (500,),
    "/round": ("/round",),
    "/plain": ("http://a.example/here",),
    "/port": ("https://a.example:8443/here",),
    "/inside": ("https://localhost/here",),
    "/metadata": ("https://169.254.169.254/latest",),
    "/caf%C3%A9?x=%20y": (200,),
    "/babble": (),
}
EXPECTED = {
    "https://a.example/here": None,
    "https://a.example/get-only": None,
    "https://a.example/moved": None,
    "https://a.example/door": None,
    "https://a.example/café?x=%20y": None,
    "https://a.example/gone": Answer.GONE,
    "https://a.example/fails": Answer.REFUSED,
    "https://a.example/round": Answer.ROUND,
    "https://a.example/plain": Answer.AWAY,
    "https://a.example/port": Answer.AWAY,
    "https://a.example/inside": Answer.NOT_PUBLIC,
    "https://a.example/metadata": Answer.NOT_PUBLIC,
    "https://a.example/babble": Answer.UNCLEAR,
    "https://127.0.0.1/here": Answer.NOT_PUBLIC,
    "https://[::1]/here": Answer.NOT_PUBLIC,
    "https://closed.example/": Answer.UNREACHABLE,
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the server is asked; names below .example lead there, without TLS."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            seen.append(f"{self.command} {self.headers['Host']}{self.path}")
            assert self.headers["User-Agent"].startswith("sitegen/")
            answers = PAGES.get(self.path, (200,))
            if not answers:
                self.wfile.write(b"220 mail.example ready\r\n\r\n")
                return
            answer = answers[-1 if self.command == "GET" else 0]
            self.send_response(302 if isinstance(answer, str) else answer)
            if isinstance(answer, str):
                self.send_header("Location", answer)
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    real = asking.connection

    async def connection(host: str) -> tuple[StreamReader, StreamWriter]:
        if host == "closed.example":
            raise ConnectionRefusedError
        if not host.endswith(".example"):
            return await real(host)
        return await asyncio.open_connection("127.0.0.1", server.server_port)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(asking, "connection", connection)
        yield seen
        server.shutdown()


def apart(call: Callable[..., Given], *given: object) -> Given:
    """Call in a thread of its own: where tests use a browser, this one has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call, *given).result()


def test_each_answer_is_told_for_what_it_is(asked: list[str]) -> None:
    assert apart(asyncio.run, ask_all(EXPECTED)) == EXPECTED
    # HEAD alone where that is an answer, GET once where it is none, and nobody inside.
    assert asked.count("HEAD a.example/here") == 1
    assert asked.count("GET a.example/get-only") == 1
    assert {line.split()[1].partition("/")[0] for line in asked} == {"a.example", "b.example"}
    assert not [line for line in asked if line == "GET a.example/here"]


def test_a_server_that_never_answers_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    async def connection(_: str) -> tuple[StreamReader, StreamWriter]:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(asking, "connection", connection)
    monkeypatch.setattr(asking, "SECONDS", 0)
    assert apart(asyncio.run, ask_all(["https://a.example/"])) == {
        "https://a.example/": Answer.SLOW
    }


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("64:ff9b::5db8:d822", True),
        *(
            (address, False)
            for address in (
                *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
                *("100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1"),  # noqa: S104
                *("::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fc00::1"),
                *("fe80::1%eth0", "fec0::1", "ff02::1", "2002:7f00:1::", "2001:0:7f00:1::1"),
            )
        ),
    ],
)
def test_only_what_all_reach_is_public(address: str, *, public: bool) -> None:
    assert is_public(address) == public


def laid(tmp_path: Path, **links: str) -> Path:
    """The small site, with a link of its own in each of some profiles."""
    shutil.copytree(MINIMAL, tmp_path / "content")
    for slug, url in links.items():
        path = tmp_path / "content" / "profiles" / f"{slug.replace('_', '-')}.md"
        fields, _, body = path.read_text("utf-8").partition("\n---\n")
        body += f"\nSee [my page]({url}).\n"
        listed = f'links:\n  - {{label: Mine, url: "{url}"}}'
        path.write_text(f"{fields}\n{listed}\n---\n{body}", "utf-8")
    return tmp_path / "content"


def run(content: Path, *arguments: str) -> Result:
    return apart(CliRunner().invoke, cli, ["check", "--content", str(content), *arguments])


def test_a_dead_link_is_a_warning_with_its_place(asked: list[str], tmp_path: Path) -> None:
    content = laid(
        tmp_path, tom_baker="https://a.example/gone", mariama_sow="https://a.example/here"
    )
    before = run(content)
    assert (before.exit_code, asked) == (0, [])
    result = run(content, "--links", "--format", "json")
    assert result.exit_code == 0
    told = [one for one in json.loads(result.stdout)["findings"] if one["code"] == "P097"]
    assert [(one["severity"], Path(one["path"]).name) for one in told] == [
        ("warning", "tom-baker.md"),
        ("warning", "tom-baker.md"),
    ]
    lines = (content / "profiles" / "tom-baker.md").read_text("utf-8").splitlines()
    assert all("https://a.example/gone" in lines[one["line"] - 1] for one in told)
    assert [one["text"].split("`")[1] for one in told] == ["links.0.url", "the text"]
    assert asked.count("HEAD a.example/gone") == 1
    assert run(content, "--links", str(content / "profiles" / "mariama-sow.md")).stdout == ""
    assert asked.count("HEAD a.example/gone") == 1
    refused = run(content, "--links", "--changed-files", str(content / "site.yml"))
    assert (refused.exit_code, "judges no change" in refused.output) == (2, True)


def test_without_a_network_nothing_is_said_of_links(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def connection(_: str) -> tuple[StreamReader, StreamWriter]:
        raise OSError

    monkeypatch.setattr(asking, "connection", connection)
    result = run(laid(tmp_path, tom_baker="https://a.example/gone"), "--links")
    assert (result.exit_code, result.stdout.count("warning P098"), "P097" in result.stdout) == (
        0,
        1,
        False,
    )
