"""What a page may weigh before anybody has asked it for anything: compressed, everything counted.

Followed are the links that a browser follows by itself: style sheets, scripts with the modules that
they import, the icon, and of each picture the largest file that is offered. Modules that are only
loaded on demand (`import()`) do not count; `make bench` counts them with the first query.
"""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

BASE = "/directory/"
KB = 1000
IMPORTED = re.compile(r"""\b(?:import|export)\b(?:[\s\w$*{},]*?\bfrom)?\s*["'](\.[^"']+)["']""")
# By the beginning of the address, the first that fits: kB in all, kB of scripts, requests.
BUDGETS: Mapping[str, tuple[int, int, int]] = {
    "search/": (60, 30, 20),
    "profiles/index.html": (60, 3, 8),
    "profiles/page/": (60, 3, 8),
    "profiles/": (30, 3, 5),
    "": (30, 3, 8),
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


def weight(path: str, files: Mapping[str, bytes]) -> tuple[float, float, int]:
    """KB in all, kB of scripts, requests of a page."""
    links = _Links()
    links.feed(files[path].decode())
    seen: set[str] = set()
    scripts = [
        name for link in links.scripts for name in modules(_path_of(link), files, seen)
    ]
    others = {
        max((_path_of(link) for link in offered), key=lambda name: compressed(files[name]))
        for offered in links.others
        if offered
    }
    sizes = {name: compressed(files[name]) for name in (path, *scripts, *others)}
    return sum(sizes.values()) / KB, sum(sizes[name] for name in scripts) / KB, len(sizes)


def _path_of(link: str) -> str:
    return urlsplit(link).path.removeprefix(BASE)


def over_budget(files: Mapping[str, bytes]) -> dict[str, tuple[float, float, int]]:
    """The pages that weigh more than they may, with what they weigh."""
    found = {}
    for path in files:
        if path.endswith(".html"):
            budget = next(limit for start, limit in BUDGETS.items() if path.startswith(start))
            weighed = weight(path, files)
            if any(w > most for w, most in zip(weighed, budget, strict=True)):
                found[path] = weighed
    return found


def test_every_page_keeps_within_its_budget(site: Mapping[str, bytes]) -> None:
    assert over_budget(site) == {}
