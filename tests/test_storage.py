"""A site in object storage: whole for readers at every moment, and no more sent than changed."""

from __future__ import annotations

import json
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import Request, urlopen

import fsspec
import pytest
from click.testing import CliRunner, Result
from fsspec.registry import _registry
from hypothesis import given, settings
from hypothesis import strategies as st
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from sitegen.cli import cli
from sitegen.errors import SettingsError
from sitegen.manifest import MANIFEST, Manifest, manifest_text, read_manifest, sum_of
from sitegen.search import manifest as search_manifest
from sitegen.storage import Standing, Uploaded, standing_in, upload
from sitegen.storage.bucket import AT_ONCE, Bucket, each
from sitegen.storage.changes import JOURNAL, Journal, changes, read_journal
from sitegen.storage.headers import headers, is_named_after_content
from sitegen.write import MARKER
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
KEY = "KEY4711"
SIGNED = "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request"
DENIED = b"<Error><Code>AccessDenied</Code><Message>" + KEY.encode() + b"</Message></Error>"
SITE: Mapping[str, bytes] = {
    MARKER: b"Made by sitegen.\n",
    "index.html": b"<p>One",
    "profiles/ada/index.html": b"<p>Ada",
    "assets/0123456789/css/site.css": b"p{}",
    "photos/ada-0123456789-176.webp": b"RIFF",
    "search/manifest.json": b"{}",
    "search/terms/01234567.json": b"[]",
}


@dataclass
class Server:
    """S3 on this machine; `asked` are the requests, and `lets` the number of writes it takes."""

    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    lets: int = sys.maxsize

    def app(self, inner: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
        def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
            self.asked.append((method, path))
            if method == "PUT":
                self.lets -= 1
                if self.lets < 0:
                    start("403 Forbidden", [("Content-Type", "application/xml")])
                    return [DENIED]
            return inner(environ, start)

        return answer

    def ask(self, path: str, method: str = "GET") -> tuple[bytes, Message]:
        """Body and headers of an answer, past everything of ours."""
        asked = Request(f"{self.url}/{path}", method=method, headers={"Authorization": SIGNED})
        with urlopen(asked) as answer:
            return answer.read(), answer.headers

    def sent(self) -> list[str]:
        """What was put since it was asked last, by path in the bucket."""
        found = [path.split("/", 2)[2] for method, path in self.asked if method == "PUT"]
        self.asked.clear()
        return found


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    found = Server()
    app = found.app(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server(running: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server with one empty bucket, and this environment pointing at it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", running.url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    running.ask("moto-api/reset", method="POST")
    running.lets = sys.maxsize
    running.ask("site", method="PUT")
    running.asked.clear()
    return running


def laid(files: Mapping[str, bytes], folder: Path) -> Path:
    """A built site in a folder, with its list."""
    shutil.rmtree(folder, ignore_errors=True)
    listed = Manifest({"day": "2026-11-16"}, {path: sum_of(raw) for path, raw in files.items()})
    for path, raw in {**files, MANIFEST: manifest_text(listed)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder


def brought(files: Mapping[str, bytes], bucket: Bucket, folder: Path) -> Uploaded:
    return upload(laid(files, folder), bucket, standing_in(bucket))


def test_every_file_has_its_type_and_is_kept_for_as_long_as_its_name_allows(
    site: Mapping[str, bytes],
) -> None:
    listed = json.loads(site["search/matching/manifest.json"])
    renamed = {
        *search_manifest.files_of(json.loads(site[search_manifest.PATH])),
        *(
            f"search/matching/{name}-{mark}.json"
            for name, mark in listed.items()
            if name != "version"
        ),
        *(path for path in site if path.startswith(("assets/", "photos/"))),
    }
    found = {path: headers(path) for path in (*site, MARKER, MANIFEST, JOURNAL)}
    assert renamed <= site.keys()
    assert {path for path in found if is_named_after_content(path)} == renamed
    assert {path for path, said in found.items() if "immutable" in said.cache_control} == renamed
    assert {found[path].cache_control for path in found.keys() - renamed} == {"no-cache"}
    assert {(re.sub(r".*\.", "", path), said.content_type) for path, said in found.items()} == {
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", "application/json"),
        ("xml", "application/xml"),
        ("txt", "text/plain; charset=utf-8"),
        ("sitegen", "text/plain; charset=utf-8"),
        ("sitegen-upload", "text/plain; charset=utf-8"),
        ("svg", "image/svg+xml"),
        ("webp", "image/webp"),
        ("jpg", "image/jpeg"),
    }


def test_a_build_is_served_whole_with_its_headers_and_the_next_sends_nothing(
    server: Server,
) -> None:
    def built() -> Result:
        options = ["--content", str(MINIMAL), "--output", "s3://site/at/home", "--jobs", "1"]
        return CliRunner().invoke(cli, ["build", *options])

    result = built()
    assert (result.exit_code, KEY in result.output) == (0, False), result.output
    sums = read_manifest(server.ask(f"site/at/home/{MANIFEST}")[0]).sums
    assert {"index.html", MARKER} < sums.keys()
    assert "in s3://site/at/home in" in result.output
    assert result.output.endswith(f"Uploaded {len(sums)} of {len(sums)} files, deleted 0.\n")
    listing = server.ask("site?list-type=2")[0].decode()
    assert {*re.findall("<Key>at/home/(.*?)</Key>", listing)} == {*sums, MANIFEST, JOURNAL}
    for path in {headers(path): path for path in sums}.values():
        raw, said = server.ask(f"site/at/home/{path}")
        assert sum_of(raw) == sums[path]
        assert (said["Content-Type"], said["Cache-Control"]) == headers(path)
    server.sent()
    assert built().output.endswith(f"Uploaded 0 of {len(sums)} files, deleted 0.\n")
    assert {method for method, _ in server.asked} == {"GET"}


def test_a_file_that_only_goes_leaves_no_name_behind(tmp_path: Path) -> None:
    bucket = Bucket("memory://gone/site")
    brought(SITE, bucket, tmp_path / "site")
    fewer = {path: raw for path, raw in SITE.items() if "ada" not in path}
    assert brought(fewer, bucket, tmp_path / "site") == Uploaded(
        0, len(SITE) - len(fewer), len(fewer)
    )
    told = (bucket.read(MANIFEST) or b"") + (bucket.read(JOURNAL) or b"")
    assert b"ada" not in told
    assert brought(fewer, bucket, tmp_path / "site") == Uploaded(0, 0, len(fewer))


def test_what_changed_is_sent_in_order_and_an_upload_cut_short_is_ended_by_the_next(
    server: Server, tmp_path: Path
) -> None:
    bucket = Bucket("s3://site")
    assert brought(SITE, bucket, tmp_path / "site") == Uploaded(7, 0, 7)
    server.sent()
    one = {**SITE, "index.html": b"<p>Two"}
    assert brought(one, bucket, tmp_path / "site") == Uploaded(1, 0, 7)
    assert server.sent() == [JOURNAL, "index.html", MANIFEST, JOURNAL]

    # A skill is renamed: another script, another page, another index, and one page fewer.
    two = {path: raw for path, raw in one.items() if path[:3] not in ("ass", "pro")}
    more = ("assets/9876543210/js/a.js", "search/terms/76543210.json", "skills/new/index.html")
    two |= {**dict.fromkeys(more, b"new"), "search/manifest.json": b"{1}", "index.html": b"<p>3"}
    del two["search/terms/01234567.json"]
    server.lets = 4
    with pytest.raises(SettingsError) as refusal:
        brought(two, bucket, tmp_path / "site")
    assert refusal.value.code == "S045"
    assert {*server.sent()[1:3]} == {*more[:2]}
    assert read_manifest(server.ask(f"site/{MANIFEST}")[0]).sums.keys() == one.keys()
    assert all(server.ask(f"site/{path}") for path in one)

    server.lets = sys.maxsize
    assert brought(two, bucket, tmp_path / "site") == Uploaded(5, 2, 7)
    gone = ["profiles/ada/index.html", "search/terms/01234567.json"]
    asked = [(method, path.removeprefix("/site/")) for method, path in server.asked]
    assert sorted(asked[-3:-1]) == [("DELETE", path) for path in gone]
    assert [path for _, path in asked[-7:-3]] == [
        more[2],
        "index.html",
        "search/manifest.json",
        MANIFEST,
    ]
    assert asked[-1] == ("PUT", JOURNAL)
    assert read_journal(server.ask(f"site/{JOURNAL}")[0]).kept == {"assets/0123456789/css/site.css"}

    # Without a journal nobody knows with which headers files were sent.
    bucket.delete(JOURNAL)
    assert brought(two, bucket, tmp_path / "site") == Uploaded(7, 0, 7)


class Cut(Bucket):
    """A bucket that takes so many writes and deletions, and then no more."""

    lets = sys.maxsize

    def send(self, path: str, raw: bytes) -> None:
        self._count()
        super().send(path, raw)

    def delete(self, path: str) -> None:
        self._count()
        super().delete(path)

    def _count(self) -> None:
        self.lets -= 1
        if self.lets < 0:
            raise SettingsError("S045", path=self.address, detail="AccessDenied")


# Few sites, so that what changes is often taken back: asset, shards, pages and what is on them.
ASSETS = ("assets/000000000a/a.js", "assets/000000000b/a.js", "assets/000000000c/a.js")
SHARDS = ("search/terms/0000000a.json", "search/terms/0000000b.json")
DRAWN = (
    (ASSETS[0], SHARDS[:1], {"index.html": b"1", "search/manifest.json": b"1"}),
    (ASSETS[0], SHARDS[1:], {"index.html": b"2", "search/manifest.json": b"2"}),
    (ASSETS[1], SHARDS, {"index.html": b"1", "profiles/ada/index.html": b"1"}),
    (ASSETS[2], (), {"index.html": b"2", "profiles/bo/index.html": b"1"}),
)
SITES: tuple[Mapping[str, bytes], ...] = tuple(
    {MARKER: b"ours", **{path: path.encode() for path in (asset, *shards)}, **pages}
    for asset, shards, pages in DRAWN
)


def nowhere() -> str:
    """An address in the memory of this process, with nothing there."""
    fsspec.filesystem("memory").store.clear()
    return "memory://some/where"


def held(bucket: Bucket) -> dict[str, bytes]:
    files = fsspec.filesystem("memory")
    root = bucket.address.removeprefix("memory:/")
    return {path.removeprefix(f"{root}/"): files.cat_file(path) for path in files.find(root)}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(st.sampled_from(SITES), st.integers(0, 9) | st.just(sys.maxsize)),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(SITES),
)
def test_uploads_cut_short_anywhere_leave_a_site_that_works_and_nothing_behind(
    rounds: list[tuple[Mapping[str, bytes], int]], last: Mapping[str, bytes]
) -> None:
    bucket = Cut(nowhere())
    with TemporaryDirectory() as folder:
        for files, lets in rounds:
            bucket.lets = lets
            with suppress(SettingsError):
                brought(files, bucket, Path(folder) / "site")
            there = held(bucket)
            listed = read_manifest(there.get(MANIFEST, b"")).sums
            assert listed.keys() <= there.keys()
            for path in filter(is_named_after_content, listed):
                assert sum_of(there[path]) == listed[path]
        before = read_manifest(held(bucket).get(MANIFEST, b"")).sums
        bucket.lets = sys.maxsize
        brought(last, bucket, Path(folder) / "site")
    there = held(bucket)
    kept = read_journal(there.pop(JOURNAL)).kept
    del there[MANIFEST]
    assert there == {**last, **{path: path.encode() for path in kept}}
    assert kept <= {*ASSETS}
    # A page that is open since before still finds its scripts.
    assert {path for path in before if path.startswith("assets/")} <= there.keys()


def test_the_assets_of_the_site_before_stay_until_the_assets_change_again() -> None:
    journal, kept = Journal(), []
    old: Mapping[str, str] = {}
    for site in (0, 2, 2, 3, 2):
        new = {path: sum_of(raw) for path, raw in SITES[site].items()}
        found = changes(old, journal, new)
        assert found.begun.kept <= found.ended.kept
        journal, old = found.ended, new
        kept.append({*journal.kept})
    assert kept == [set(), {ASSETS[0]}, {ASSETS[0]}, {ASSETS[1]}, {ASSETS[2]}]


@pytest.mark.parametrize(
    "files",
    [
        {"index.html": b"somebody's"},
        {MANIFEST: b"0" * 64 + b"  index.html\n", "index.html": b"somebody's"},
        {MANIFEST: b"", "index.html": b"somebody's"},
        {MANIFEST: b"a list of something\n"},
        {JOURNAL: b"[]"},
        {JOURNAL: b"\xff"},
    ],
    ids=["a page", "a list of theirs", "an empty list", "no list", "no journal", "no text"],
)
def test_what_sitegen_did_not_write_is_left_alone(files: Mapping[str, bytes]) -> None:
    bucket = Bucket(nowhere())
    for path, raw in files.items():
        bucket.send(path, raw)
    result = CliRunner().invoke(
        cli, ["build", "--content", str(MINIMAL), "--output", bucket.address]
    )
    assert (result.exit_code, "S002" in result.output) == (2, True)
    assert held(bucket) == files


def test_few_are_sent_at_a_time_and_more_than_one() -> None:
    room, meeting = threading.Semaphore(AT_ONCE), threading.Barrier(AT_ONCE)

    def come(_: int) -> None:
        assert room.acquire(blocking=False)
        meeting.wait(60)
        room.release()

    each(come, range(3 * AT_ONCE))
    with pytest.raises(ZeroDivisionError):
        each(lambda number: 1 // number, range(9))


Way = Callable[[Server, pytest.MonkeyPatch], object]


def without_s3fs(_: Server, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(sys.modules, "s3fs", None)
    patch.delitem(_registry, "s3", raising=False)


FAILURES: Mapping[str, tuple[str, str, Way]] = {
    "a key in the address": (
        f"s3://{KEY}:{KEY}@site",
        "S044 what --output names",
        lambda _, __: None,
    ),
    "another storage": (f"ftp://site/{KEY}", "S044 what --output names", lambda _, __: None),
    "no s3fs": (
        "s3://site",
        "S043 what brings a site to s3://site is not installed",
        without_s3fs,
    ),
    "no fsspec": (
        "s3://site",
        "S043 what brings a site to s3://site is not installed",
        lambda _, patch: patch.setitem(sys.modules, "fsspec", None),
    ),
    "no bucket": (
        "s3://nowhere/at/all",
        "S045 s3://nowhere/at/all cannot be used: there is no such bucket",
        lambda _, __: None,
    ),
    "no server": (
        "s3://site",
        "S045 s3://site cannot be used: its server cannot be reached",
        lambda _, patch: patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
    ),
    "no keys": (
        "s3://site",
        "S045 s3://site cannot be used: one of the keys for it is missing in the environment",
        lambda _, patch: patch.delenv("AWS_SECRET_ACCESS_KEY"),
    ),
    "no rights": (
        "s3://site",
        "S045 s3://site cannot be used: the keys that are set do not allow it",
        lambda server, _: setattr(server, "lets", 2),
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_said_in_words_and_without_a_key(
    name: str, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, words, lay = FAILURES[name]
    lay(server, monkeypatch)
    options = ["--content", str(MINIMAL), "--output", address, "--jobs", "1"]
    result = CliRunner().invoke(cli, ["build", *options])
    assert (result.exit_code, words in result.output) == (2, True), result.output
    assert KEY not in result.output
    assert "Traceback" not in result.output
    assert bool(server.sent()) == (name == "no rights")


def test_a_folder_that_a_console_has_made_is_empty(server: Server) -> None:
    server.ask("site/new/", method="PUT")
    assert standing_in(Bucket("s3://site/new")) == Standing(None, None)
