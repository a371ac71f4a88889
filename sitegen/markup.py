"""Markdown → safe HTML. The only user of markdown and nh3.

Raw HTML is not Markdown here: it comes out as text. The result goes through an allow-list on a
real HTML parser as the last step; nothing edits it afterwards.
"""

from __future__ import annotations

import functools
import html
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping

import markdown
import nh3
from markupsafe import Markup

from sitegen.urls import with_plain_host

TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "a", "code", "pre",
    "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
# For any element: none, where the library would let a title and a language through.
ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href", "rel"}, "ol": {"start"}}
OUTWARD = "nofollow ugc noopener"

Link = Callable[[str], str]


# Brackets of either kind in brackets beyond this keep the Markdown library busy for minutes, and
# lists in lists end its recursion; no text needs them.
MAX_NESTING = 50
# It reads every block of lines again from each line that could be a heading.
MAX_LINES = 500
_MARK = r"(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]*"
_LISTS = re.compile(rf"^[ \t]*(?:{_MARK}){{{MAX_NESTING + 1}}}", re.M)


def is_tangled(text: str) -> bool:
    """Tell whether brackets, lists or quotations nest too deep to be read as Markdown."""
    if _LISTS.search(text):
        return True
    return any(
        text.count(opening) > MAX_NESTING and _depth(text, opening, closing) > MAX_NESTING
        for opening, closing in ("[]", "()")
    )


def _depth(text: str, opening: str, closing: str) -> int:
    depth = deepest = 0
    for bracket in re.findall(f"[{re.escape(opening + closing)}]", text):
        depth = depth + 1 if bracket == opening else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def endless_block(text: str) -> int | None:
    """The line, from 1, at which a block of more than MAX_LINES lines begins; None without one."""
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if not line.strip():
            start = number + 1
        elif number - start >= MAX_LINES:
            return start
    return None


def is_allowed_link(href: str) -> bool:
    """An https address, or a path or fragment of this site."""
    return (
        href.startswith("https://") or (href.startswith("/") and not href.startswith("//"))
    ) and not any(c.isspace() or c == "\\" for c in href)


def _renderer() -> markdown.Markdown:
    renderer = markdown.Markdown(extensions=["tables", "sane_lists", "fenced_code"])
    renderer.preprocessors.deregister("html_block")
    renderer.inlinePatterns.deregister("html")
    renderer.inlinePatterns.deregister("automail")
    return renderer


_MARKDOWN = _renderer()
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes={"https"},
    link_rel=None,
)
# The library escapes `<` and `>` in texts and attributes, so these are tags that it made.
_PLACED = re.compile(
    r"<(?P<end>/?)h(?P<level>[1-6])>|<a(?P<a> [^>]*)?>|<img (?P<img>[^>]*?)/?>", re.A
)
_HREF = re.compile(r'<a href="([^"]*)"')
_ATTRIBUTE = re.compile(r'(?:^|\s)([a-z]+)="([^"]*)"')


# Reading Markdown takes longer than all else that is done with a text, and each is asked for when
# it is checked, searched and shown.
MOST_KEPT = 16_384
_kept: dict[str, str] = {}
# `sitegen serve` checks what was saved while it answers for a page: one converter reads for both.
_reading = threading.RLock()


def _as_written(text: str) -> str:
    """HTML with links as they were written; never to be published."""
    with _reading:
        if text not in _kept:
            keep({text: str(_MARKDOWN.reset().convert(text))})
        return _kept[text]


def converted(texts: Iterable[str]) -> Mapping[str, str]:
    """What another process can `keep`, so that it need not read these texts itself."""
    return {text: _as_written(text) for text in texts}


def keep(read: Mapping[str, str]) -> None:
    """Take over what was `converted`; the oldest gives way."""
    with _reading:
        _kept.update(read)
        while len(_kept) > MOST_KEPT:
            del _kept[next(iter(_kept))]


def render(text: str, link: Link = str, *, top: int = 2) -> Markup:
    """Markdown as safe HTML.

    `link` turns an address of this site into a link; `top` is the level that `##` becomes.
    """

    def placed(found: re.Match[str]) -> str:
        if found["level"]:
            return f"<{found['end']}h{min(4, max(top, int(found['level']) + top - 2))}>"
        given = dict(_ATTRIBUTE.findall(found["a"] or found["img"] or ""))
        # Pictures from elsewhere would be third-party requests: their words stay.
        return _anchor(given, link) if found["img"] is None else f"<em>{given.get('alt', '')}</em>"

    raw = _PLACED.sub(placed, _as_written(text))
    return Markup(_CLEANER.clean(raw))  # noqa: S704  # the one place where HTML becomes safe


def _anchor(given: Mapping[str, str], link: Link) -> str:
    href = html.unescape(given.get("href", ""))
    if not is_allowed_link(href):
        return "<a>"
    if href.startswith("/"):
        return f'<a href="{html.escape(link(href))}">'
    return f'<a href="{html.escape(with_plain_host(href))}" rel="{OUTWARD}">'


@functools.lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """The words of a Markdown text, markup gone, white space folded."""
    return " ".join(html.unescape(nh3.clean(_as_written(text), tags=set())).split())


def links(text: str) -> Iterator[str]:
    """Every link target of a Markdown text as written, allowed or not."""
    if "[" not in text and "<" not in text:
        return iter(())
    return (html.unescape(href) for href in _HREF.findall(_as_written(text)))
