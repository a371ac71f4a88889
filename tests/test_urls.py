"""Links under a base path, and what may be an address."""

from __future__ import annotations

import pytest

from sitegen.errors import SettingsError
from sitegen.urls import Urls, facet, is_slug, listing, output_path, with_plain_host


@pytest.mark.parametrize(
    ("base", "link", "absolute"),
    [
        pytest.param("https://h.example", "/a/", "https://h.example/a/", id="a host"),
        pytest.param("https://h.example/repo/", "/repo/a/", "https://h.example/repo/a/", id="path"),
        pytest.param(
            "https://h.example/r/s", "/r/s/a/", "https://h.example/r/s/a/", id="two parts"
        ),
        pytest.param("http://127.0.0.1:8000/", "/a/", "http://127.0.0.1:8000/a/", id="a port"),
        pytest.param("http://[::1]:8000/", "/a/", "http://[::1]:8000/a/", id="IPv6"),
        pytest.param("https://h.example/a%20b/", "/a%20b/a/", None, id="quoted already"),
        pytest.param("https://h.example/é ü/", "/%C3%A9%20%C3%BC/a/", None, id="quoted"),
    ],
)
def test_an_address_below_a_base(base: str, link: str, absolute: str | None) -> None:
    urls = Urls(base)
    assert urls.link("/a/") == link
    assert absolute is None or urls.absolute("/a/") == absolute


ODD = ("https://h.example/a#b", "https://h.example/?a", "https://u@h.example/", "http://h\\\\e/")


@pytest.mark.parametrize(
    "base", ["", "h.example", "ftp://h.example", "https://", "https://h:x/", *ODD]
)
def test_what_is_no_web_address_is_refused(base: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Urls(base)
    assert caught.value.code == "S004"


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://аpple.example/é", "https://xn--pple-43d.example/é"),
        ("https://STRASSE.example/", "https://STRASSE.example/"),
        (
            "https://straße.Bücher.example:443/?ü",
            "https://xn--strae-oqa.xn--bcher-kva.example:443/?ü",
        ),
        ("https://ａ.example", "https://a.example"),
        ("/profiles/é/", "/profiles/é/"),
    ],
)
def test_a_host_is_written_in_ascii(address: str, plain: str) -> None:
    assert with_plain_host(address) == plain


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("ada", True),
        ("ada-2-b", True),
        ("a" * 64, True),
        ("a" * 65, False),
        ("Ada", False),
        ("ada-", False),
        ("-ada", False),
        ("a--b", False),
        ("a_b", False),
        ("å", False),
        ("", False),
    ],
)
def test_slugs(value: str, allowed: bool) -> None:
    assert is_slug(value) is allowed


def test_where_pages_are_written() -> None:
    assert output_path("/") == "index.html"
    assert output_path("/a/b/") == "a/b/index.html"
    assert output_path("/404.html") == "404.html"
    assert facet("countries", "MA") == "/countries/ma/"
    assert (listing("/profiles/", 1), listing("/profiles/", 3)) == (
        "/profiles/",
        "/profiles/page/3/",
    )
