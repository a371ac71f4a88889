"""What must never stand in a public file: e-mail addresses, phone numbers, dates of birth.

git remembers for ever, so these are refused before anything is published, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Node, Source

_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?)[\w-]{2,})+", re.I
)
_PHONE = re.compile(
    r"(?<![\w.,/=-])(?:\+|00)[1-9][\d ()./\u2011-]{6,20}\d(?![\w%])"
    r"|(?<![\w.,/=-])\(?0\d{1,4}\)?(?:[ ./-]\d{2,4}){2,5}(?![\w%])"
    r"|(?:\btel(?:ephone)?|\bphone|\bmobile|\bwhatsapp|\bcall me(?: on)?)\b[.: ]{1,3}\+?\d[\d ()./-]{5,}\d",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}}[./ -](?:\d{{1,2}}|{_MONTH})[./ -]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}})"
_BIRTH = re.compile(
    rf"\b(?:born(?: on)?|date of birth|birth ?date|d\.?o\.?b\.?|née? le|nacid[oa] el|geboren am)\b[ :,]*(?:the )?{_DATE}",
    re.I,
)
_URL = re.compile(r"https?://\S+")
PATTERNS = (("P060", _EMAIL), ("P061", _PHONE), ("P062", _BIRTH))


def found_in(text: str) -> Iterator[tuple[str, int]]:
    """Codes of what must not stand in a text, with the offset of each."""
    # Addresses of pages hold long numbers; they are blanked, length kept, but for an "@".
    bare = _URL.sub(lambda match: "\x00" * len(match[0]) if "@" not in match[0] else match[0], text)
    for code, pattern in PATTERNS:
        for match in pattern.finditer(bare):
            yield code, match.start()


def private_problems(source: Source) -> Iterator[Problem]:
    """Every private detail in the fields and the text of a file."""
    for loc, value in _texts(source.data, ()):
        names = [str(part) for part in loc if isinstance(part, str)]
        for code, _ in found_in(value):
            yield Problem(source.path, source.place(loc), code, {"field": names[-1]})
    for code, offset in found_in(source.body):
        before = source.body[:offset]
        line = source.body_line + before.count("\n")
        column = offset - (before.rfind("\n") + 1) + 1
        yield Problem(source.path, Place(line, column), code, {"field": "text"})


def _texts(node: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text in nested data; keys count as text too, since anybody can type one."""
    waiting: list[tuple[Loc, Node | object]] = [(loc, node)]
    while waiting:
        at, found = waiting.pop()
        if isinstance(found, str):
            yield at, found
        elif isinstance(found, list):
            waiting += [((*at, index), value) for index, value in enumerate(found)]
        elif isinstance(found, dict):
            for key, value in found.items():
                yield (*at, key), key
                waiting.append(((*at, key), value))
