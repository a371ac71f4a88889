"""Every link, fragment and file that the site names exists: checked on the bytes to be written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain
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
        # What is named and there, but for the parts of its own that a page names.
        self.leads: set[Lead] = set()

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
        lead = self._lead(target, page)
        has = self.has(lead)
        if has and not target.startswith("#"):
            self.leads.add(lead)
        return has

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
    """Some files of a site: what they do not have others may."""

    def _exists(self, target: str, page: str) -> bool:
        # What a page says of a part of its own hangs on nothing else.
        if not (super()._exists(target, page) and target.startswith("#")):
            self.leads.add(self._lead(target, page))
        return True


def leads_of(files: Mapping[str, bytes], urls: Urls) -> frozenset[Lead]:
    """What the pages among some files of a site name, and what a text makes look so.

    What other files name is not all links, and which of it is, hangs on what is there.
    """
    piece = _Piece(files, urls)
    for path in files:
        if path.endswith(PAGE):
            piece.missing(path)
    return frozenset(piece.leads)


class Followed(NamedTuple):
    """A P090 for each page, fragment or file that is named and not there, and what is named."""

    problems: tuple[Problem, ...]
    leads: frozenset[Lead]


class Stood(NamedTuple):
    """The files that were taken over from the last site, and what was named in it.

    `noted` are these and all others that may be taken over by the next: what else they name holds
    for one site only.
    """

    paths: AbstractSet[str] = frozenset()
    leads: AbstractSet[Lead] = frozenset()
    noted: AbstractSet[str] = frozenset()


NOTHING = Stood()


def follow(
    files: Mapping[str, bytes],
    urls: Urls,
    leads: Iterable[Lead] | None = None,
    stood: Stood = NOTHING,
) -> Followed:
    """Follow every link.

    With the `leads` of all pages but those that stood, no page and nothing that stood is read
    again, unless one of them, or of what was named before, is not there.
    """
    site, passing, new = _Site(files, urls), _Site(files, urls), frozenset(leads or ())
    # What was there in a file that stood is there.
    doubtful = (lead for lead in stood.leads if lead.path not in stood.paths)
    is_known = leads is not None and all(map(site.has, chain(new, doubtful)))
    problems = list[Problem]()
    for path in sorted(files):
        is_page = path.endswith(PAGE)
        if is_known and (is_page or path in stood.paths):
            continue
        lasts = is_page or path in stood.noted
        for target in (site if lasts else passing).missing(path):
            params = {
                "page": path,
                "value": target,
                "hint": phrase("correct the link or write the page"),
            }
            problems.append(Problem(path, Place(1, 1), "P090", params))
    named = site.leads.union(new, stood.leads) if is_known else site.leads
    return Followed(tuple(problems), frozenset(named))


def broken_links(
    files: Mapping[str, bytes], urls: Urls, leads: Iterable[Lead] | None = None
) -> tuple[Problem, ...]:
    """What `follow` finds wrong."""
    return follow(files, urls, leads).problems
