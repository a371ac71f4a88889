"""Addresses of the web and of pages of this site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.models.fields import is_public_url

_WRAPPED = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<([^<>\s]+)>")
_START = re.compile(r"(?i)^(?:h?t{1,2}ps?\s*[:;.]?\s*/{0,3})?")


def web_address(value: str) -> Sequence[str]:
    """`www.example.org`, `http//example.org` → https://www.example.org."""
    wrapped = _WRAPPED.fullmatch(value)
    bare = (wrapped[1] or wrapped[2]) if wrapped else value
    found = "https://" + _START.sub("", bare.strip(" .,;"))
    host = found.removeprefix("https://").split("/")[0]
    return (found,) if "." in host and is_public_url(found) else ()


def link(value: str) -> Sequence[str]:
    """A link to elsewhere as a web address; `about.md` as a page of this site."""
    if re.match(r"https?:|www\.", value):
        return web_address(value)
    page = re.fullmatch(r"(?:\./)?([a-z0-9-]+)(?:\.md|\.html|/)?", value)
    return (f"/{page[1]}/",) if page else ()
