"""What a page may weigh before anybody has asked it for anything: compressed, everything counted.

Followed are the links that a browser follows by itself: style sheets, scripts with the modules that
they import, the icon, and of each picture the largest file that is offered. Modules that are only
loaded on demand (`import()`) do not count; `make bench` counts them with the first query.
"""

from __future__ import annotations

import gzip
import posixpath
import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

BASE = "/directory/"
KB = 1000
IMPORTED = re.compile(r"""\b(?:import|export)\b(?:[\s\w$*{},]*?\bfrom)?\s*["'](\.[^"']+)["']""")
# By the beginning of the address, the first that fits: kB in all, kB of scripts, requests.
BUDGETS: Mapping[str, tuple[int, int, int]] = {
    "search/": (60, 16, 5),
    "shortlist/": (60, 16, 6),
    "self-assessment/index.html": (42, 16, 6),
    # With the form and the skills 90 kB in all: see below.
    "join/": (49, 29, 7),
    "propose/": (49, 29, 7),
    # With the guides themselves 60 kB in all: tests/browser/test_guides_finder.py.
    "guides/": (46, 8, 6),
    "profiles/index.html": (60, 3, 8),
    "profiles/page/": (60, 3, 8),
    "profiles/": (30, 3, 5),
    "": (30, 3, 5),
}


class _Links(HTMLParser):
    """What a browser fetches for a page: sets of files of which it takes one."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.others: list[list[str]] = []
        self._picture: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" in given:
            self.scripts.append(given["src"])
        elif tag == "link" and {"stylesheet", "icon"} & set(given.get("rel", "").split()):
            self.others.append([given["href"]])
        elif tag == "picture":
            self._picture = []
            self.others.append(self._picture)
        elif tag in ("img", "source"):
            offered = [part.split()[0] for part in given.get("srcset", "").split(",") if part]
            offered += [given["src"]] if "src" in given else []
            if self._picture is None:
                self.others.append(offered)
            else:
                self._picture += offered

    def handle_endtag(self, tag: str) -> None:
        if tag == "picture":
            self._picture = None


@cache
def compressed(raw: bytes) -> int:
    """What a host sends: compressed where that is smaller."""
    return min(len(raw), len(gzip.compress(raw, 6, mtime=0)))


def modules(path: str, files: Mapping[str, bytes], seen: set[str]) -> Iterator[str]:
    """A script and everything that it imports at its top."""
    if path in seen:
        return
    seen.add(path)
    yield path
    for name in IMPORTED.findall(files[path].decode()):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        yield from modules(target, files, seen)


def names_of(path: str, files: Mapping[str, bytes]) -> list[str]:
    """The paths of a page and of all that it loads, each once."""
    links = _Links()
    links.feed(files[path].decode())
    seen: set[str] = set()
    scripts = [name for link in links.scripts for name in modules(_path_of(link), files, seen)]
    others = {
        max((_path_of(link) for link in offered), key=lambda name: compressed(files[name]))
        for offered in links.others
        if offered
    }
    return [path, *scripts, *sorted(others)]


def weight(path: str, files: Mapping[str, bytes]) -> tuple[float, float, int]:
    """KB in all, kB of scripts, requests of a page."""
    sizes = {name: compressed(files[name]) for name in names_of(path, files)}
    scripts = sum(size for name, size in sizes.items() if name.endswith(".js"))
    return sum(sizes.values()) / KB, scripts / KB, len(sizes)


def _path_of(link: str) -> str:
    return urlsplit(link).path.removeprefix(BASE)


def is_over_budget(path: str, files: Mapping[str, bytes]) -> bool:
    budget = next(limits for start, limits in BUDGETS.items() if path.startswith(start))
    return any(found > most for found, most in zip(weight(path, files), budget, strict=True))


def test_every_page_keeps_within_its_budget(site: Mapping[str, bytes]) -> None:
    pages = [path for path in site if path.endswith(".html")]
    assert {path: weight(path, site) for path in pages if is_over_budget(path, site)} == {}


def test_every_kind_of_page_is_weighed_with_all_that_it_loads(site: Mapping[str, bytes]) -> None:
    kinds = {path.split("/")[0] for path in site if path.endswith("/index.html")}
    assert {"profiles", "assignments", "skills", "stories", "search", "guides"} <= kinds
    for path in ("index.html", "search/index.html", "profiles/nadia-benali/index.html"):
        loaded = names_of(path, site)
        assert {name.rpartition(".")[2] for name in loaded} >= {"html", "css", "svg"}
    assert any(
        name.endswith("384.webp") for name in names_of("profiles/nadia-benali/index.html", site)
    )
    scripts = {name for name in names_of("search/index.html", site) if name.endswith(".js")}
    assert {name.rpartition("/js/")[2] for name in scripts} == {
        "site.js",
        "search.js",
    }


PLANTED = {
    "a style sheet": ("/css/site.css", "", "404.html"),
    "the script of every page": ("/js/site.js", "", "about/index.html"),
    "a photo": ("-384.webp", "photos/nadia-benali", "profiles/nadia-benali/index.html"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_large_file_is_noticed(name: str, site: Mapping[str, bytes]) -> None:
    end, start, page = PLANTED[name]
    noise = random.Random(1).randbytes(70_000)  # noqa: S311  # no secret hangs on it
    found = [path for path in site if path.endswith(end) and path.startswith(start)]
    assert len(found) == 1
    # What a script imports stays readable; what follows compresses to nothing less.
    planted = site[found[0]] + b"//" + noise.hex().encode()
    assert not is_over_budget(page, site)
    assert is_over_budget(page, {**site, found[0]: planted})


def test_a_large_script_that_a_script_imports_is_noticed(site: Mapping[str, bytes]) -> None:
    noise = random.Random(1).randbytes(70_000)  # noqa: S311  # no secret hangs on it
    page = site["about/index.html"].replace(
        b"</head>", b'<script type="module" src="/directory/a.js"></script></head>'
    )
    planted = {"a.js": b'import{b}from"./b.js";', "b.js": b"//" + noise.hex().encode()}
    found = {**site, "about/index.html": page, **planted}
    assert weight("about/index.html", found)[1] > 60
    assert weight("about/index.html", {**found, "b.js": b""})[1] < 3


def test_too_many_requests_are_noticed(site: Mapping[str, bytes]) -> None:
    icons = b"".join(b'<link rel="icon" href="/directory/%d.svg">' % n for n in range(8))
    files = {f"{n}.svg": b"<svg/>" for n in range(8)}
    page = site["about/index.html"].replace(b"</head>", icons + b"</head>")
    assert is_over_budget("about/index.html", {**site, **files, "about/index.html": page})


def test_the_self_assessment_weighs_60_kb_with_the_skills_and_76_with_all_their_words(
    site: Mapping[str, bytes],
) -> None:
    page = "self-assessment/index.html"
    skills, words = (
        next(path for path in site if path.endswith(f"/data/{name}.json"))
        for name in ("skills", "words")
    )
    used = weight(page, site)[0] + compressed(site[skills]) / KB
    assert used <= 60
    # The words of other languages come when the page can be used already.
    assert used + compressed(site[words]) / KB <= 76
    for path in (skills, words):
        assert site[page].decode().count(f'="{BASE}{path}"') == 1


@pytest.mark.parametrize("page", ["join/index.html", "propose/index.html"])
def test_a_builder_weighs_90_kb_with_all_that_it_fetches(
    page: str, site: Mapping[str, bytes]
) -> None:
    data = [
        next(path for path in site if path.endswith(f"/data/{name}.json"))
        for name in ("form", "families")
    ]
    used = weight(page, site)[0] + sum(compressed(site[path]) for path in data) / KB
    assert used <= 90
    # Everybody's words for the skills, once somebody looks for one.
    late = [
        next(path for path in site if path.endswith(end))
        for end in (
            f"/js/{page.partition('/')[0]}/page-offers.js",
            "/data/skills.json",
            "/data/words.json",
        )
    ]
    assert sum(compressed(site[path]) for path in late) / KB <= 40
    data += late[1:]
    for path in data:
        assert site[page].decode().count(f'="{BASE}{path}"') == 1
