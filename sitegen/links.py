"""Every link, fragment and file that the site names exists: checked on the bytes to be written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.errors import Place, Problem
from sitegen.messages import phrase
from sitegen.named import Named
from sitegen.urls import Urls, output_path

PAGE = ".html"
# Whatever is quoted and looks like an address: found at once, since it starts with two signs.
_QUOTED = re.compile(rb'="([/#][^"]*)"')
_TAG = re.compile(rb"<[a-z][^>]*>")
_TARGET = re.compile(rb'\s(?:href|src|action|data-[a-z-]+)="([/#][^"]*)"')
_SRCSET = re.compile(rb'\ssrcset="([^"]*)"')


class Lead(NamedTuple):
    """A file of the site, none if it is outside, and the part of the page that is meant."""

    path: str | None
    fragment: str


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
        if not path.endswith(PAGE):
            return sorted(self.named.missing(path, content, lambda link: self._exists(link, path)))
        # A text may well speak of href="…": what leads nowhere is looked for again, in tags alone.
        if not self._broken(_QUOTED, content, path):
            return []
        return sorted(self._broken(_TARGET, b"".join(_TAG.findall(content)), path))

    def _broken(self, form: re.Pattern[bytes], content: bytes, path: str) -> set[str]:
        written = set(form.findall(content)) - self.found
        for listed in _SRCSET.findall(content) if b"srcset" in content else ():
            parts = (part.split() for part in listed.split(b","))
            written.discard(listed)
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
        return self.has(self._lead(target, page))

    def _lead(self, target: str, page: str) -> Lead:
        address, _, fragment = target.partition("#")
        address = address.partition("?")[0]
        if address and not address.startswith(self.urls.path):
            return Lead(None, fragment)
        path = address.removeprefix(self.urls.path)
        return Lead(output_path("/" + unquote(path)) if address else page, fragment)

    def has(self, lead: Lead) -> bool:
        if lead.path is None or lead.path not in self.files:
            return False
        return not lead.fragment or f' id="{lead.fragment}"'.encode() in self.files[lead.path]


class _Piece(_Site):
    """Some files of a site, which notes what they name and do not have: others may."""

    def __init__(self, files: Mapping[str, bytes], urls: Urls) -> None:
        super().__init__(files, urls)
        self.leads: set[Lead] = set()

    def _exists(self, target: str, page: str) -> bool:
        lead = self._lead(target, page)
        if not self.has(lead):
            self.leads.add(lead)
        return True


def leads_of(files: Mapping[str, bytes], urls: Urls) -> frozenset[Lead]:
    """What the pages among some files of a site name beyond these, and what a text makes look so.

    What other files name is not all links, and which of it is, hangs on what is there.
    """
    piece = _Piece(files, urls)
    for path in files:
        if path.endswith(PAGE):
            piece.missing(path)
    return frozenset(piece.leads)


def broken_links(
    files: Mapping[str, bytes], urls: Urls, leads: Iterable[Lead] | None = None
) -> Iterator[Problem]:
    """A P090 for each page, fragment or file that is named and not there.

    With the `leads` of all pages none is read again, unless one of these is not there.
    """
    site = _Site(files, urls)
    followed = leads is not None and all(map(site.has, leads))
    for path in sorted(files):
        if followed and path.endswith(PAGE):
            continue
        for target in site.missing(path):
            params = {
                "page": path,
                "value": target,
                "hint": phrase("correct the link or write the page"),
            }
            yield Problem(path, Place(1, 1), "P090", params)
