from __future__ import annotations

import http.client
import importlib
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen import serve, served
from sitegen.build import build
from sitegen.check import directory_of
from sitegen.errors import Place, Problem, SettingsError
from sitegen.facets.table import FACETS
from sitegen.facets.values import held_by_people
from sitegen.manifest import MANIFEST
from sitegen.memo import Memo
from sitegen.ondemand import site_on_demand
from sitegen.order import Order
from sitegen.read import read
from sitegen.resources import templates_dir
from sitegen.serve import Server, snapshot
from sitegen.serve_page import Answer, Finding, Shown, answer, problems_page
from sitegen.urls import Urls
from sitegen.write import MARKER
from tests.factories import site_files
from tests.test_build import tree

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"
DAY = date(2026, 11, 16)
DEADLINE = 30.0
TOM = "content/profiles/tom-baker.md"
FRENCH = "content/profiles/leila-haddad.fr.md"
PAGE = "/profiles/tom-baker/"


@dataclass
class Running:
    """A server that watches `content` in the current folder, and what it said."""

    server: Server
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.server.url.rsplit(":", 1)[1].strip("/"))

    def ask(
        self, path: str, method: str = "GET", hosts: tuple[str, ...] = ("127.0.0.1",)
    ) -> tuple[http.client.HTTPResponse, bytes]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)) as line:
            line.putrequest(method, path, skip_host=True)
            for host in hosts:
                line.putheader("Host", host)
            line.endheaders()
            response = line.getresponse()
            return response, response.read()

    def page(self, path: str) -> tuple[int, str]:
        response, body = self.ask(path)
        return response.status, body.decode()

    @contextmanager
    def listening(self) -> Iterator[http.client.HTTPResponse]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)) as line:
            line.request("GET", "/-/events")
            with line.getresponse() as response:
                yield response


@contextmanager
def running(watching: bool = True) -> Iterator[Running]:
    said: list[str] = []
    with Server(Path("content"), None, DAY, "127.0.0.1", 0, said.append) as server:
        server.start()
        watcher = threading.Thread(target=server.watch)
        if watching:
            watcher.start()
        try:
            yield Running(server, said)
        finally:
            server.stop()
            if watching:
                watcher.join()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(serve, "POLL", 0.02)
    monkeypatch.setattr(serve, "SETTLE", 0.02)
    return Path(shutil.copytree(MINIMAL, tmp_path / "content"))


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for the tests that change nothing."""
    folder = tmp_path_factory.mktemp("still")
    shutil.copytree(MINIMAL, folder / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        with running(watching=False) as site:
            yield site


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not is_so():
        assert time.monotonic() < end, "this never came true"
        time.sleep(0.02)


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def test_a_page_is_served_with_the_script_that_the_built_site_has_not(still: Running) -> None:
    response, body = still.ask(PAGE)
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert response.headers["Cache-Control"] == "no-store"
    directory, _ = directory_of(read(MINIMAL), None, DAY)
    built = site_files(directory, Urls(still.server.url))["profiles/tom-baker/index.html"]
    script = b'<script src="/-/reload.js" data-epoch="1" defer></script>\n</body>'
    assert body == built.replace(b"</body>", script)
    assert b"/-/" not in built


def test_the_reload_script_is_javascript(still: Running) -> None:
    response, body = still.ask("/-/reload.js")
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert b'new EventSource("/-/events")' in body


def test_it_says_how_many_pages_there_are(still: Running) -> None:
    assert len(still.said) == 1
    assert re.fullmatch(r"Ready after \d+ ms: \d\d+ pages\.", still.said[0])


def test_what_is_missing_is_the_404_page_with_its_status(still: Running) -> None:
    response, body = still.ask("/nobody/")
    assert response.status == 404
    assert body == still.ask("/404.html")[1]


def test_head_sends_the_headers_of_get_and_no_body(still: Running) -> None:
    get, body = still.ask(PAGE)
    # http.client would drop a body that follows HEAD; the bare connection shows it.
    with socket.create_connection(("127.0.0.1", still.port), timeout=DEADLINE) as line:
        line.sendall(f"HEAD {PAGE} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        with line.makefile("rb") as stream:
            head, _, nothing = stream.read().decode().partition("\r\n\r\n")
    for name in ("Content-Type", "Content-Length", "Cache-Control"):
        assert f"\r\n{name}: {get.headers[name]}" in head
    assert (nothing, get.headers["Content-Length"]) == ("", str(len(body)))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(still: Running, method: str) -> None:
    assert still.ask(PAGE, method)[0].status == 501


@pytest.mark.parametrize(
    "hosts",
    [
        pytest.param(("evil.example",), id="another name"),
        pytest.param(("evil.example:{port}",), id="another name with our port"),
        pytest.param(("localhost:1",), id="another port"),
        pytest.param(("localhost.evil.example",), id="our name in front"),
        pytest.param((), id="none"),
        pytest.param(("localhost", "evil.example"), id="two"),
    ],
)
@pytest.mark.parametrize("path", [PAGE, "/-/events", "/-/last/"])
def test_a_request_for_another_host_is_refused(
    still: Running, hosts: tuple[str, ...], path: str
) -> None:
    response, body = still.ask(path, hosts=tuple(host.format(port=still.port) for host in hosts))
    assert (response.status, body) == (421, b"This server does not answer to that name.")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost"])
@pytest.mark.parametrize("port", ["", ":{port}"])
def test_a_request_for_this_host_is_answered(still: Running, name: str, port: str) -> None:
    assert still.ask(PAGE, hosts=(name + port.format(port=still.port),))[0].status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../content/site.yml",
        "/%2e%2e/content/site.yml",
        "/profiles/../../content/site.yml",
        "/..%2f..%2fcontent%2fsite.yml",
        "/..%5ccontent%5csite.yml",
        "/content/site.yml",
        "//etc/passwd",
        "/%00",
        "http://127.0.0.1/profiles/",
        "*",
    ],
)
def test_no_path_leads_out_of_the_site(still: Running, path: str) -> None:
    response, body = still.ask(path)
    assert response.status == 404
    assert b"title: Minimal" not in body


def test_a_port_in_use_is_named(still: Running) -> None:
    with pytest.raises(SettingsError) as caught:
        Server(Path("content"), None, DAY, "127.0.0.1", still.port, print)
    assert (caught.value.code, caught.value.params) == ("S008", {"value": str(still.port)})


def test_an_open_connection_gets_signs_of_life_and_ends_when_the_browser_goes(
    still: Running, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(served, "HEARTBEAT", 0.02)
    before = threading.active_count()
    with still.listening() as response:
        assert response.headers["Content-Type"] == "text/event-stream"
        assert [response.readline() for _ in range(4)] == [b"data: 1\n", b"\n", b":\n", b"\n"]
    until(lambda: threading.active_count() <= before)
    assert capfd.readouterr().err == ""


SITE = Shown(
    7,
    {
        "index.html": b'<a href="/a/">A</a><a href="//b/"></a><form action="/s/"></form></body>',
        "a/index.html": b"<p>A</p></body>",
        "404.html": b"missing</body>",
        "a/photo.webp": b"webp",
    },
)
BROKEN = Shown(8, SITE.files, (Finding("a.md:1:1", "P001", "t", "h"),))
SCRIPT = b'<script src="/-/reload.js" data-epoch="%d" defer></script>\n</body>'


def told(found: Answer) -> tuple[int, str, bytes]:
    return found.status, found.location, found.body


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.xml", "application/xml"),
        ("a.svg", "image/svg+xml"),
        ("a.webp", "image/webp"),
        ("a.jpg", "image/jpeg"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_has_its_content_type(name: str, expected: str) -> None:
    assert answer(Shown(1, {name: b""}), f"/{name}").type == expected


@pytest.mark.parametrize(
    ("shown", "target", "expected"),
    [
        pytest.param(SITE, "/a", (302, "/a/", b""), id="slash added"),
        pytest.param(SITE, "/a?q=x%20y", (302, "/a/?q=x%20y", b""), id="query kept"),
        pytest.param(SITE, "/a/?q=x", (200, "", b"<p>A</p>" + SCRIPT % 7), id="query ignored"),
        pytest.param(SITE, "/-/last/a/", (302, "/a/", b""), id="last of a good site"),
        pytest.param(SITE, "/-/last//b/", (302, "/b/", b""), id="never to another host"),
        pytest.param(Shown(1), "/x.css", (404, "", b"404"), id="no site yet"),
        pytest.param(BROKEN, "/-/last/a", (302, "/-/last/a/", b""), id="slash in the last site"),
        pytest.param(BROKEN, "/-/last/a/", (200, "", b"<p>A</p>" + SCRIPT % 8), id="last site"),
        pytest.param(
            BROKEN, "/-/last/x/", (404, "", b"missing" + SCRIPT % 8), id="404 of the last"
        ),
        pytest.param(BROKEN, "/a/photo.webp", (200, "", b"webp"), id="files go on"),
        pytest.param(
            BROKEN,
            "/-/last/",
            (
                200,
                "",
                b'<a href="/-/last/a/">A</a><a href="//b/"></a><form action="/-/last/s/"></form>'
                + SCRIPT % 8,
            ),
            id="links stay in the last site",
        ),
    ],
)
def test_a_request_is_answered(shown: Shown, target: str, expected: tuple[int, str, bytes]) -> None:
    assert told(answer(shown, target)) == expected


@pytest.mark.parametrize("target", ["/", "/a/", "/a", "/new/", "/404.html"])
def test_every_page_shows_the_problems(target: str) -> None:
    found = answer(BROKEN, target)
    assert (found.status, found.type) == (500, "text/html; charset=utf-8")
    assert b"a.md:1:1" in found.body
    assert f'<a href="/-/last{target}">Show the last good site</a>'.encode() in found.body
    assert SCRIPT % 8 in found.body


def test_the_problems_page_says_them_all_and_escapes_them() -> None:
    findings = (
        Finding("a.md:1:2", "P001", "<script>", "it's so"),
        Finding("b.md:3:4", "P002", "two", ""),
    )
    page = problems_page(findings, "", "").decode()
    assert "<h1>2 problems</h1>" in page
    for part in ("a.md:1:2", "P001", "&lt;script&gt;", "it&#39;s so", "b.md:3:4", "P002", "two"):
        assert part in page
    assert "<script" not in page
    assert "stylesheet" not in page
    assert "<a " not in page


def test_a_changed_file_is_new_in_the_browser(content: Path) -> None:
    with running() as site, site.listening() as events:
        assert events.readline() == b"data: 1\n"
        assert "Passed a rota on" not in site.page(PAGE)[1]
        change(TOM, "Ran a home-care company", "Passed a rota on")
        assert [events.readline() for _ in range(2)] == [b"\n", b"data: 2\n"]
        status, page = site.page(PAGE)
        assert status == 200
        assert "Passed a rota on" in page
        assert 'data-epoch="2"' in page
    assert [line.split()[0] for line in site.said] == ["Ready", "Ready"]


def test_a_file_that_changes_nothing_reloads_nothing(content: Path) -> None:
    with running() as site:
        change(TOM, "\n---\n", "\n---\n")
        until(lambda: len(site.said) == 2)
        assert 'data-epoch="1"' in site.page(PAGE)[1]


def test_what_is_made_on_demand_is_what_is_built(content: Path) -> None:
    memo = Memo()
    directory, _ = directory_of(read(content, memo), None, DAY, memo)
    urls = Urls("http://127.0.0.1/")
    site = site_on_demand(directory, urls, object(), memo)
    parts = len(site._parts)
    assert "profiles/tom-baker/index.html/index.html" not in site
    assert site["profiles/tom-baker/index.html"].startswith(b"<!doctype html>")
    assert len(site._parts) == parts, "whoever asks for a page waits for no index"
    assert site[next(path for path in site._alone if path.startswith("photos/"))]
    assert len(site._parts) == parts, "nor whoever looks at a photo"
    assert "search/nothing.json" not in site
    build(Order(content, content.parent / "built", DAY, DAY, base_url=urls.origin))
    assert {**site} == {
        path: raw
        for path, raw in tree(content.parent / "built").items()
        if path not in (MARKER, MANIFEST)
    }


def test_only_what_changed_is_read_and_judged_again(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo, seen = Memo(), list[str]()
    _count(
        monkeypatch, "sitegen.read.texts.read_file", lambda path, *_: seen.append(f"read {path}")
    )
    _count(
        monkeypatch,
        "sitegen.validate.files._entry",
        lambda _, source, *__: seen.append(source.path),
    )
    _count(monkeypatch, "sitegen.validate.judging.photo_problems", lambda *_: seen.append("photos"))
    directory_of(read(content, memo), None, DAY, memo)
    assert len(seen) > 20
    assert "photos" in seen
    seen.clear()
    change(TOM, "Ran a home-care company", "Passed a rota on")
    found, _ = directory_of(read(content, memo), None, DAY, memo)
    assert seen == [f"read {TOM}", TOM]
    assert found.people["tom-baker"].profile.headline.startswith("Passed a rota on")
    seen.clear()
    change("content/site.yml", "title: ", "title: More ")
    directory_of(read(content, memo), None, DAY, memo)
    assert TOM in seen, "what is right may hang on the settings"


@pytest.mark.parametrize(
    ("path", "old", "new", "day", "who"),
    [
        (TOM, "Ran a home-care", "Passed a home-care", DAY, {"tom-baker"}),
        (TOM, "a rota does", "any rota does", DAY, {"tom-baker"}),
        (FRENCH, "headline: ", "headline: De ", DAY, {"leila-haddad"}),
        (FRENCH, "\n---\n", "\n---\nVoilà. ", DAY, {"leila-haddad"}),
        ("content/vetting/leila-haddad.yml", "level: 3", "level: 2", DAY, {"leila-haddad"}),
        (
            "content/assignments/first-elected-board.md",
            ": [cooperative-governance]}",
            ": []}",
            DAY,
            {"leila-haddad"},
        ),
        ("content/site.yml", "title: ", "title: More ", DAY, None),
        ("content/vocabulary/labels.yml", "valid_months: ", "valid_months: 1", DAY, None),
        (TOM, "", "", DAY.replace(year=2027), None),
    ],
)
def test_whoever_nothing_has_changed_for_is_the_very_same(
    content: Path, path: str, old: str, new: str, day: date, who: set[str] | None
) -> None:
    """All but `who`, None for everybody; and all are as they would be without what was known."""
    memo = Memo()
    before, _ = directory_of(read(content, memo), DAY, DAY, memo)
    for facet in FACETS:
        held_by_people(facet, before)
    change(path, old, new)
    after, _ = directory_of(read(content, memo), day, DAY, memo)
    anew, _ = directory_of(read(content), day, DAY)
    assert after == anew
    for facet in FACETS:
        assert held_by_people(facet, after) == held_by_people(facet, anew)
    others = {slug for slug, one in before.people.items() if after.people[slug] is not one}
    assert others == (before.people.keys() if who is None else who)


def test_another_photo_makes_another_of_somebody(content: Path) -> None:
    memo = Memo()
    before, _ = directory_of(read(content, memo), DAY, DAY, memo)
    photo = content / "profiles/leila-haddad.jpg"
    # What follows the end of a picture is no part of it.
    photo.write_bytes(photo.read_bytes() + b"\0")
    after, _ = directory_of(read(content, memo), DAY, DAY, memo)
    assert after.people["leila-haddad"].photo == read(content).photos["leila-haddad"]
    assert after.people["tom-baker"] is before.people["tom-baker"]


def _count(monkeypatch: pytest.MonkeyPatch, name: str, tell: Callable[..., object]) -> None:
    module, _, function = name.rpartition(".")
    real = getattr(importlib.import_module(module), function)

    def counted(*given: Any) -> Any:
        tell(*given)
        return real(*given)

    monkeypatch.setattr(name, counted)


def test_a_broken_link_that_only_the_whole_site_shows_is_told(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Problem("profiles/tom-baker/index.html", Place(1, 1), "P092", {"value": "/nowhere/"})
    monkeypatch.setattr(serve, "broken_links", lambda *_: [wrong])
    with running() as site:
        until(lambda: site.page("/")[0] == 500)
        assert "/nowhere/" in site.page("/")[1]
        assert "Show the last good site" not in site.page("/")[1]


def test_the_rest_gives_way_to_the_next_change(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "POLL", 0)
    with Server(content, None, DAY, "127.0.0.1", 0, print) as server:
        server.start()
        change(TOM, "Ran a home-care company", "Passed a rota on")
        assert server._complete() == snapshot(server.folders) != server._seen, "it is seen once"
        assert server._whole is None
        server._seen = snapshot(server.folders)
        assert server._complete() == server._seen
        assert server._whole is not None


def test_a_broken_file_shows_where_until_it_is_mended(content: Path) -> None:
    with running() as site:
        css = site.page("/")[1].partition('rel="stylesheet" href="')[2].partition('"')[0]
        change(TOM, "name: Tom Baker", "nom: Tom Baker")
        until(lambda: site.page("/")[0] == 500)
        page = site.page(PAGE)[1]
        assert f"<code>{TOM}:2:1</code>" in page
        assert "`nom` is not a field of" in page
        assert f'<link rel="stylesheet" href="{css}">' in page
        assert site.page(css)[0] == 200
        status, last = site.page(f"/-/last{PAGE}")
        assert status == 200
        assert "Tom Baker" in last
        assert f"{TOM}:2:1: error P010" in site.said[-1]
        change(TOM, "nom: Tom Baker", "name: Tom Baker")
        until(lambda: site.page(PAGE)[0] == 200)
        assert 'data-epoch="3"' in site.page(PAGE)[1]


def test_a_site_that_is_broken_from_the_start_is_shown_once_it_is_mended(content: Path) -> None:
    (content / "site.yml").rename("site.yml")
    with running() as site:
        status, page = site.page("/")
        assert status == 500
        assert "content/site.yml is missing" in page
        assert "Show the last good site" not in page
        Path("site.yml").rename(content / "site.yml")
        until(lambda: site.page("/")[0] == 200)


def test_a_template_that_fails_is_shown_with_its_line(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = Path(shutil.copytree(templates_dir(), tmp_path / "templates"))
    monkeypatch.setattr("sitegen.shell.templates_dir", lambda: templates)
    monkeypatch.setattr("sitegen.serve.templates_dir", lambda: templates)
    with running() as site:
        (templates / "pages" / "home.html").write_text("one\n{{ nothing.here }}\n")
        until(lambda: "<code>templates/pages/home.html:2:1</code>" in site.page("/")[1])
        status, page = site.page("/")
        assert status == 500
        assert "UndefinedError: &#39;nothing&#39; is undefined" in page
        (templates / "pages" / "home.html").write_text("one\n{{\n")
        until(lambda: "TemplateSyntaxError" in site.page("/")[1])
        assert "<code>templates/pages/home.html:" in site.page("/")[1]


def test_one_change_in_many_steps_is_one_build(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(content, None, DAY, "127.0.0.1", 0, print) as server:
        builds: list[int] = []
        sizes = iter((1, 1, 2, 3, 4, 4, 4, 4, 5, 5, 5))

        def look(folders: object) -> dict[str, tuple[int, int]]:
            size = next(sizes, None)
            if size is None:
                server.stop()
            return {"a.md": (0, size or 5)}

        monkeypatch.setattr(serve, "snapshot", look)
        monkeypatch.setattr(Server, "rebuild", lambda server: builds.append(1))
        server.start()
        server.watch()
    # At the start, for 2 to 4, and for 5.
    assert len(builds) == 3


def test_ctrl_c_ends_it_and_frees_the_port(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    opened: list[str] = []

    def interrupt(url: str) -> None:
        opened.append(url)
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", interrupt)
    serve.serve(content, None, DAY, "127.0.0.1", 0, show=True, say=said.append)
    assert said[-1] == f"The site is at {opened[0]} (stop with Ctrl-C)."
    port = int(opened[0].rsplit(":", 1)[1].strip("/"))
    with socket.socket() as line:
        assert line.connect_ex(("127.0.0.1", port)) != 0


def test_a_look_at_the_folders_sees_what_is_new_changed_and_gone(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / "a.md"
    looks = [snapshot([tmp_path, tmp_path / "absent"])]
    for text in ("one", "longer"):
        file.write_text(text)
        looks.append(snapshot([tmp_path]))
    file.unlink()
    looks.append(snapshot([tmp_path]))
    assert [str(file) in look for look in looks] == [False, True, True, False]
    assert looks[1][str(file)][1] == 3
    assert looks[2][str(file)][1] == 6
