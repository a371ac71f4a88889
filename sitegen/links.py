"""Every link, fragment and file that the site names exists: checked on the bytes to be written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from sitegen.errors import Place, Problem
from sitegen.messages import phrase
from sitegen.named import Named
from sitegen.urls import Urls, output_path

# Whatever is quoted and looks like an address: found at once, since it starts with two signs.
_QUOTED = re.compile(rb'="([/#][^"]*)"')
_TAG = re.compile(rb"<[a-z][^>]*>")
_TARGET = re.compile(rb'\s(?:href|src|action|data-[a-z-]+)="([/#][^"]*)"')
_SRCSET = re.compile(rb'\ssrcset="([^"]*)"')


class _Site:
    """The files of a site, and what was found in them."""

    def __init__(self, files: Mapping[str, bytes], urls: Urls) -> None:
        self.files = files
        self.urls = urls
        # Menus and names come on every page: what was found once is not looked for again.
        self.found: set[bytes] = set()
        self.named = Named(urls)

    def missing(self, path: str) -> list[str]:
        """Targets of a file that are not there, in order."""
        content = self.files[path]
        if not path.endswith(".html"):
            return sorted(self.named.missing(path, content, lambda link: self._exists(link, path)))
        # A text may well speak of href="…": what leads nowhere is looked for again, in tags alone.
        if not self._broken(_QUOTED, content, path):
            return []
        return sorted(self._broken(_TARGET, b"".join(_TAG.findall(content)), path))

    def _broken(self, form: re.Pattern[bytes], content: bytes, path: str) -> set[str]:
        written = set(form.findall(content)) - self.found
        for listed in _SRCSET.findall(content) if b"srcset" in content else ():
            parts = (part.split() for part in listed.split(b","))
            written |= {part[0] for part in parts if part and part[0].startswith(b"/")}
        broken = set()
        for raw in written:
            target = html.unescape(raw.decode())
            if not self._exists(target, path):
                broken.add(target)
            elif target.startswith("/"):
                self.found.add(raw)
        return broken

    def _exists(self, target: str, page: str) -> bool:
        address, _, fragment = target.partition("#")
        address = address.partition("?")[0]
        if address and not address.startswith(self.urls.path):
            return False
        path = address.removeprefix(self.urls.path)
        found = output_path("/" + unquote(path)) if address else page
        if found not in self.files:
            return False
        return not fragment or f' id="{fragment}"'.encode() in self.files[found]


def broken_links(files: Mapping[str, bytes], urls: Urls) -> Iterator[Problem]:
    """A P090 for each page, fragment or file that is named and not there."""
    site = _Site(files, urls)
    for path in sorted(files):
        for target in site.missing(path):
            params = {
                "page": path,
                "value": target,
                "hint": phrase("correct the link or write the page"),
            }
            yield Problem(path, Place(1, 1), "P090", params)
