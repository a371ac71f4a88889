"""The preview of a proposal: which pages differ, and a folder that opens without a server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.i18n import Translator
from sitegen.preview import Difference, difference, files_of, main, preview

ROOT_URL = "https://people.example/directory/"


def page(title: str, body: str = "", address: str = "") -> bytes:
    return (
        f"<!doctype html><title>{title}</title>"
        f'<link rel="canonical" href="{ROOT_URL}{address}">'
        f'<link rel="stylesheet" href="/directory/assets/1a/css/site.css">{body}'
    ).encode()


SITE = {
    "index.html": page("Home"),
    "about/index.html": page("About", address="about/"),
    "profiles/ada/index.html": page("Ada", address="profiles/ada/"),
    "profiles/bo/index.html": page("Bo", address="profiles/bo/"),
    "assets/1a/css/site.css": b"p{}",
    "assets/1a/js/search.js": b"",
    "photos/bo-1.webp": b"RIFF",
    "photos/ada-1.webp": b"RIFF",
    "api/people.json": b"[]",
}


def changed(body: str, **more: bytes) -> dict[str, bytes]:
    return {**SITE, "profiles/bo/index.html": page("Bo", body, "profiles/bo/"), **more}


def test_pages_are_new_changed_or_gone() -> None:
    after = changed("<p>More", **{"profiles/cy/index.html": page("Cy")})
    del after["about/index.html"]
    after["api/people.json"] = b"[1]"
    assert difference(SITE, after) == Difference(
        new=("profiles/cy/index.html",),
        changed=("profiles/bo/index.html",),
        gone=("about/index.html",),
    )


def test_people_come_before_assignments_and_both_before_lists() -> None:
    paths = ("about", "assignments/dairy", "profiles", "profiles/ada", "profiles/zoe", "skills/x")
    found = difference({}, {f"{path}/index.html": b"" for path in paths}).new
    assert [path.removesuffix("/index.html") for path in found] == [
        "profiles/ada",
        "profiles/zoe",
        "assignments/dairy",
        "about",
        "profiles",
        "skills/x",
    ]


def test_only_what_changed_and_what_it_needs_is_kept() -> None:
    body = '<img src="/directory/photos/bo-1.webp"><a href="/directory/about/">About</a>'
    assert sorted(preview(SITE, changed(body), Translator())) == [
        "index.html",
        "site/assets/1a/css/site.css",
        "site/assets/1a/js/search.js",
        "site/photos/bo-1.webp",
        "site/profiles/bo/index.html",
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param(
            'src="/directory/photos/bo-1.webp"', 'src="../../photos/bo-1.webp"', id="a photo"
        ),
        pytest.param(
            'srcset="/directory/photos/bo-1.webp 1x, /directory/photos/ada-1.webp 2x"',
            'srcset="../../photos/bo-1.webp 1x, ../../photos/ada-1.webp 2x"',
            id="photos by size",
        ),
        pytest.param(
            'href="/directory/profiles/bo/?a=1#top"',
            'href="index.html?a=1#top"',
            id="a page that is here",
        ),
        pytest.param(
            'href="/directory/about/#us"',
            'href="https://people.example/directory/about/#us"',
            id="a page that stays as it is",
        ),
        pytest.param('href="#main"', 'href="#main"', id="a place on the page"),
        pytest.param('href="//evil.example/"', 'href="//evil.example/"', id="another host"),
        pytest.param('href="/elsewhere/"', 'href="/elsewhere/"', id="beside the site"),
        pytest.param('href="mailto:a"', 'href="mailto:a"', id="a mail"),
    ],
)
def test_a_link_holds_in_the_folder_or_leads_to_the_site(written: str, kept: str) -> None:
    files = preview(SITE, changed(f"<a {written}>x</a> text {written}"), Translator())
    text = files["site/profiles/bo/index.html"].decode()
    assert f"<a {kept}>x</a> text {written}" in text
    assert '<link rel="stylesheet" href="../../assets/1a/css/site.css">' in text


def test_the_list_names_pages_by_their_titles_and_trusts_none() -> None:
    files = preview(
        SITE,
        changed("x", **{"profiles/cy/index.html": page("&lt;script&gt;alert(1)")}),
        Translator(),
    )
    text = files["index.html"].decode()
    assert '<a href="site/profiles/bo/index.html">Bo</a>' in text
    assert '<a href="site/profiles/cy/index.html">&lt;script&gt;alert(1)</a>' in text
    assert re.findall(r"<h2>(.*)</h2>", text) == ["New pages", "Changed pages"]
    assert "default-src 'none'" in text
    assert '<link rel="stylesheet" href="site/assets/1a/css/site.css">' in text


def test_a_page_that_is_gone_is_named_without_a_link() -> None:
    after = {path: raw for path, raw in SITE.items() if path != "about/index.html"}
    text = preview(SITE, after, Translator())["index.html"].decode()
    assert "<h2>Pages that are gone</h2>\n<ul>\n<li><bdi>About</bdi></li>" in text


def test_where_nothing_changes_the_list_says_so() -> None:
    assert "<p>No page changes.</p>" in preview(SITE, SITE, Translator())["index.html"].decode()


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    for name, raw in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    return folder


def test_the_same_two_sites_give_the_same_folder(tmp_path: Path) -> None:
    base, after = laid(tmp_path / "base", SITE), laid(tmp_path / "after", changed("More"))
    for name in ("one", "two"):
        assert main([str(base), str(after), str(tmp_path / name)]) == 0
    one, two = (files_of(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert "index.html" in one


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["base"], "BASE_SITE PROPOSAL_SITE OUT", id="too few"),
        pytest.param(["nowhere", "base", "out"], "S009 nowhere cannot be read", id="no base"),
        pytest.param(["base", "base", "base/out"], "S012", id="inside what is compared"),
        pytest.param(["base", "base", "full"], "S002", id="a folder of somebody else"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    laid(tmp_path / "base", SITE)
    laid(tmp_path / "full", {"mine.txt": b""})
    assert main(arguments) == 2
    assert words in capsys.readouterr().err
    assert (tmp_path / "full" / "mine.txt").exists()
