"""Text from content → text that means nothing to those who will show it.

Reports are read where Markdown, HTML, mentions and workflow commands come alive; a value that a
stranger wrote must stand there as he wrote it and do nothing.
"""

from __future__ import annotations

import json
import re

from sitegen.text import COMMAND, printable

# What starts something in CommonMark or GFM, a bare web address included. The three of HTML
# become entities, which every reader of Markdown knows.
_SIGNS = re.compile(r"[\\`*_{}\[\]()#+!|~:$=.-]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# GitHub looks for mentions and numbers in the finished page, where an escaped sign is itself
# again: only something between the sign and a name, whatever follows, keeps them apart.
# `GH-1` is the number 1 as well, and "fixes GH-1" would close it.
_CALLS = re.compile(r"[@#]|(?<=\bGH)-(?=\d)", re.I)
_GAP = "\u200b"


def markdown(value: str, longest: int = 300) -> str:
    """The value as Markdown text on one line: no markup, link, mention or reference comes of it."""
    apart = _CALLS.sub(lambda match: match[0] + _GAP, printable(value, longest))
    escaped = _SIGNS.sub(lambda match: f"\\{match[0]}", apart)
    return "".join(_HTML.get(character, character) for character in escaped)


def markdown_code(value: str, longest: int = 300) -> str:
    """The value as a piece of code on one line, in which nothing comes alive."""
    return f"`{printable(value, longest).replace('`', chr(39)) or ' '}`"


def markdown_sentence(text: str, longest: int = 600) -> str:
    """Like `markdown`, but what stands between backticks becomes code, as in our own messages.

    A backtick in a value only moves where code begins and ends: nothing outside code is left as
    it was, and nothing inside can end it.
    """
    parts = printable(text, longest).split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}'{parts[-1]}"]
    return "".join(
        (f"`{part}`" if part.strip() else "") if index % 2 else markdown(part, longest)
        for index, part in enumerate(parts)
    )


def json_text(text: str) -> str:
    """JSON that says the same, and holds nothing hidden and no workflow command.

    See `text.printable`.
    """
    shown = "".join(sign if sign.isprintable() or sign == "\n" else _escaped(sign) for sign in text)
    return shown.replace(COMMAND, "#\\u0023[")


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1]


def command_data(value: str) -> str:
    """The message of a workflow command: no line of its own can follow.

    https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapeData).
    """
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(value: str) -> str:
    """The value of a property of a workflow command (escapeProperty, as above)."""
    return command_data(value).replace(":", "%3A").replace(",", "%2C")
