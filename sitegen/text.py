r"""Bytes → text that is safe to handle: UTF-8, NFC, one kind of line end, nothing invisible.

Control and bidirectional characters make a file say something else than what a reviewer sees;
they are refused here, before anything is parsed, and again in the decoded values (`"\0"`).
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from sitegen.errors import ContentError, Place, Problem

ALLOWED_CONTROLS = frozenset("\t\n")
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Line separators, and spaces of no width: in a word they only hide what it says.
SEPARATORS = frozenset("\u2028\u2029\ufeff\u200b\u2060")
JOINERS = frozenset("\u200c\u200d")
# Everything that `is_refused` may refuse, and some that it will not: what it must look at.
_SUSPECT = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U0001fffe-\U0010ffff]"
)


def checked_text(path: str, raw: bytes, limit: int) -> str:
    """Decode a file. `limit` is in bytes. Raises ContentError with the first fault's place."""
    if len(raw) > limit:
        raise ContentError([Problem(path, Place(1, 1), "P002", {"limit": size(limit)})])
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = _one_line_end(raw[: error.start].decode())
        raise ContentError([Problem(path, _place(before), "P001")]) from error
    text = unicodedata.normalize("NFC", _one_line_end(text))
    index = _first_refused(text)
    if index is not None:
        found = describe(text[index])
        raise ContentError([Problem(path, _place(text[:index]), "P003", {"found": found})])
    return text


def _first_refused(text: str) -> int | None:
    if not _SUSPECT.search(text):
        return None
    suspects = (match.start() for match in _SUSPECT.finditer(text))
    return next((index for index in suspects if is_refused(text, index)), None)


def is_refused(text: str, index: int) -> bool:
    """Tell whether the character at `index` may not stand in content."""
    character = text[index]
    if character < "\x7f":
        return character < " " and character not in ALLOWED_CONTROLS
    if character in JOINERS:
        # Persian, Indic scripts and emoji need joiners; between spaces they only hide things.
        around = (text[index - 1 : index], text[index + 1 : index + 2])
        return any(side == "" or side.isspace() or side in JOINERS for side in around)
    return (
        character in BIDI
        or character in SEPARATORS
        or unicodedata.category(character) in ("Cc", "Cs", "Co")
        or (ord(character) & 0xFFFE) == 0xFFFE
        or "\ufdd0" <= character <= "\ufdef"
    )


def refused_in(value: str) -> str | None:
    """Describe the first character of a decoded value that may not stand in content."""
    index = _first_refused(value)
    return None if index is None else describe(value[index])


def describe(character: str) -> str:
    """Name a character so that it can be read in a terminal: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


# GitHub's runner takes the older form of a workflow command from the middle of a line, too.
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs (TryParse)
COMMAND = "##["


def printable(value: str, longest: int = 80) -> str:
    """Make a value from content safe and short enough for a message on one line."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value)
    shown = shown.replace(COMMAND, "## [")
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _place(before: str) -> Place:
    line = before.count("\n") + 1
    return Place(line, len(before) - (before.rfind("\n") + 1) + 1)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def size(count: int) -> str:
    """Write a number of bytes as people do: `64 kB`, `2 MB`."""
    return f"{count // 1024} kB" if count < 1024 * 1024 else f"{count // 1024 // 1024} MB"
