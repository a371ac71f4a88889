"""A text as it was sent → lines that know where their author sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.errors import ContentError, Place, Problem
from sitegen.text import size

# An issue holds at most 65,536 characters, a mailed file some more around it.
LIMIT = 256 * 1024
_QUOTED_START = re.compile(r"(?:> ?)\s*(?:-{3,}|[—―]|### .*|(?:> ?)+.*)\s*$")
_QUOTE = re.compile(r"> ?")
# Mails are quoted, and the quotes are quoted again.
_MOST_QUOTES = 4


class Line(NamedTuple):
    """A line: its text, its number from 1, and how many characters were taken from its start."""

    text: str
    number: int
    shift: int = 0

    def cut(self, count: int) -> Line:
        """The line without its first characters."""
        return Line(self.text[count:], self.number, self.shift + count)


def lines_of(raw: bytes) -> tuple[Line, ...]:
    """The lines of what was sent, the quoting of mails taken away.

    Raises ContentError P001 or P002.
    """
    if len(raw) > LIMIT:
        raise ContentError([Problem("", Place(1, 1), "P002", {"limit": size(LIMIT)})])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ContentError([Problem("", Place(line, 1), "P001")]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    for _ in range(_MOST_QUOTES):
        if not any(_QUOTED_START.match(line.text) for line in lines):
            break
        lines = [_unquoted(line) for line in lines]
    return tuple(lines)


def _unquoted(line: Line) -> Line:
    found = _QUOTE.match(line.text)
    return line.cut(found.end()) if found else line


def joined(lines: Sequence[Line]) -> str:
    """The text of lines, blank ones at both ends gone."""
    return "\n".join(line.text for line in lines).strip()
