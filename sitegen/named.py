"""What the files for programs name: feeds, the sitemap, the API, the search, scripts."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sitegen.search import manifest
from sitegen.urls import Urls

_IN_XML = re.compile(rb'<(?:link [^>]*?href="|loc>)([^"<]*)')
_IN_ROBOTS = re.compile(rb"(?m)^Sitemap: (\S+)$")
_IN_SCRIPT = re.compile(rb'(?:\bfrom|\bimport\(?)\s*"(\.[^"]+)"')
# Where links stand in JSON. The terms and texts of the search, most of all bytes, have none.
_OF_PROGRAMS = re.compile(
    r"api/.*|search/(?:cards-\w+|people|assignments|matching)/.*|guides/finder\.json"
)
_KEYS = frozenset(("$id", "address", "api", "schema_url", "story", "url"))
# In the API people have a `url` of their own, too; whatever is ours says so by one of these.
_OURS = frozenset(("api", "as_of", "assignment", "profile", "ranking", "schema_url", "strong"))
_PATTERN = "{slug}"


class Named:
    """Finds the links of one site in its files."""

    def __init__(self, urls: Urls) -> None:
        self._urls = urls
        begin = re.escape(urls.path.encode())
        # Without their own part: found at once, and mostly none that was not seen before.
        self._quoted = re.compile(
            rb'":"(?:' + re.escape(urls.origin.encode()) + rb")?(" + begin + rb'[^"\\]*)"'
        )

    def missing(self, path: str, raw: bytes, is_there: Callable[[str], bool]) -> set[str]:
        """Links of a file that lead nowhere."""
        if path.endswith(".json"):
            named: Iterable[str] = self._in_json(path, raw, is_there)
        elif path.endswith(".xml"):
            named = (html.unescape(link.decode()) for link in _IN_XML.findall(raw))
        elif path.endswith(".js"):
            folder = posixpath.dirname(path)
            found = (posixpath.join(folder, link.decode()) for link in _IN_SCRIPT.findall(raw))
            named = (self._urls.link(posixpath.normpath(link)) for link in found)
        elif path == "robots.txt":
            named = (link.decode() for link in _IN_ROBOTS.findall(raw))
        else:
            named = ()
        return {link for link in named if not is_there(self._local(link))}

    def _local(self, link: str) -> str:
        """The link without the origin where that is ours."""
        return link.removeprefix(self._urls.origin)

    def _in_json(self, path: str, raw: bytes, is_there: Callable[[str], bool]) -> Iterator[str]:
        if path == manifest.PATH:
            yield from map(self._urls.link, manifest.files_of(json.loads(raw)))
        elif path == "search/matching/manifest.json":
            named: Mapping[str, object] = json.loads(raw)
            for name, mark in named.items():
                if isinstance(mark, str):
                    yield self._urls.link(f"search/matching/{name}-{mark}.json")
        elif _OF_PROGRAMS.fullmatch(path):
            links = {link.decode() for link in self._quoted.findall(raw)}
            # What a member wrote may look like a link, too: then each value is asked what it is.
            if not all(_PATTERN in link or is_there(link) for link in links):
                yield from _links(json.loads(raw), any_url=not path.startswith("api/"))


def _links(value: Any, *, any_url: bool) -> Iterator[str]:
    """Our own links among the values of a JSON document."""
    if isinstance(value, list):
        for one in value:
            yield from _links(one, any_url=any_url)
    elif isinstance(value, dict):
        ours = any_url or not _OURS.isdisjoint(value)
        for key, one in value.items():
            if not isinstance(one, str):
                yield from _links(one, any_url=any_url)
            elif key in _KEYS and (ours or key != "url") and _PATTERN not in one:
                yield one
