"""Every link, fragment and asset of the site exists: checked on the bytes to be written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from sitegen.errors import Place, Problem
from sitegen.messages import phrase
from sitegen.urls import Urls, output_path

_TAG = re.compile(rb"<[a-z][^>]*>")
_TARGET = re.compile(rb'\s(?:href|src|action|data-[a-z-]+)="([^"]*)"')
_SRCSET = re.compile(rb'\ssrcset="([^"]*)"')
_ID = re.compile(rb'\sid="([^"]*)"')


def broken_links(files: Mapping[str, bytes], urls: Urls) -> Iterator[Problem]:
    """A P090 for each link to a page, fragment or file that is not there."""
    pages = {path: content for path, content in files.items() if path.endswith(".html")}
    anchors = {path: set(_ID.findall(content)) for path, content in pages.items()}
    # Menus and names come on every page: what was found once is not looked for again.
    found: set[str] = set()
    for path, content in sorted(pages.items()):
        for target in sorted(_targets(content) - found):
            if _exists(target, path, files, anchors, urls):
                if target.startswith("/"):
                    found.add(target)
                continue
            params = {
                "page": path,
                "value": target,
                "hint": phrase("correct the link or write the page"),
            }
            yield Problem(path, Place(1, 1), "P090", params)


def _targets(content: bytes) -> set[str]:
    # In tags only: a text may well speak of href="…".
    tags = b"".join(_TAG.findall(content))
    found = {html.unescape(match.decode()) for match in set(_TARGET.findall(tags))}
    for match in _SRCSET.findall(tags):
        found |= {part.split()[0] for part in html.unescape(match.decode()).split(",")}
    return {target for target in found if target[:1] in ("/", "#")}


def _exists(
    target: str,
    page: str,
    files: Mapping[str, bytes],
    anchors: Mapping[str, set[bytes]],
    urls: Urls,
) -> bool:
    address, _, fragment = target.partition("#")
    address = address.partition("?")[0]
    if address and not address.startswith(urls.path):
        return False
    found = output_path("/" + unquote(address.removeprefix(urls.path))) if address else page
    if found not in files:
        return False
    return not fragment or fragment.encode() in anchors.get(found, set())
