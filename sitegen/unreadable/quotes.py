"""Quotes inside quotes: what ends a text before its end."""

from __future__ import annotations

import re

from sitegen.unreadable.stumble import Cause, Stumble, line_with

_APOSTROPHE = re.compile(
    r"(?:(?<![\w-])(?P<field>[\w-]+): +|[\[{,-] *)(?P<open>')"
    r"(?P<text>[^']{0,300}\w'\w[^']{0,300}(?:''[^']{0,300}){0,9})(?:'|$)"
)

# In braces: double quotes inside a text in double quotes.
_QUOTES = re.compile(
    r"(?:(?<![\w-])(?P<field>[\w-]+): +|[\[{,] *)"
    r"\"(?P<text>[^\"]{0,300}(?:\"[^\",}\]]{1,300}){1,9})\"(?=\s*[,}\]])"
)


def apostrophe(stumble: Stumble) -> Cause | None:
    """The apostrophe of a text in single quotes ends it."""
    for number, line in stumble.back():
        found = _APOSTROPHE.search(line)
        if found:
            column = found.start("text") + found["text"].index("'")
            params = {"example": line_with(found["field"] or "", found["text"])}
            return Cause("P128", number, column, params)
    return None


def quotes_in_quotes(stumble: Stumble) -> Cause | None:
    """The double quotes inside a text in double quotes, in braces."""
    for number, line in stumble.back():
        found = _QUOTES.search(line)
        if found:
            text = found["text"]
            column = found.start("text") + text.index('"') + 1
            params = {
                "found": line[column : found.end("text")],
                "before": '"',
                "example": line_with(found["field"] or "", _curled(text)),
            }
            return Cause("P105", number, column, params)
    return None


def mended(stumble: Stumble, before: str) -> str:
    """The line without what stands behind its bracket, or with all of it in one pair of quotes."""
    line = stumble.lines[stumble.line].rstrip()
    opened = re.match(r"\s*(?:- )?(?:[\w-]+: +)?(?P<quote>\")", line)
    if not opened or stumble.here.strip() in (",", ";"):
        return before.strip()
    inner = line[opened.end("quote") :].removesuffix('"')
    return f'{line[: opened.start("quote")].strip()} "{_curled(inner)}"'.strip()


def _curled(text: str) -> str:
    """Quotes inside a text as curly ones where they come in pairs, else without them."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return "".join(parts)
    return "".join(part + sign for part, sign in zip(parts, "“”" * len(parts), strict=False))[:-1]


def left_open(stumble: Stumble, quote: str) -> tuple[int, int] | None:
    """The nearest line above on which a text in quotes starts and does not end."""
    starts = re.compile(rf"(?:^|[:,-] +|[\[{{])({quote})")
    for number in range(stumble.line - 1, -1, -1):
        line = stumble.lines[number]
        found = list(starts.finditer(line))
        if found and line.count(quote) % 2:
            return number, found[-1].start(1)
    return None
