"""The forms of a message, and the mark of a phrase that stands in a parameter."""

from __future__ import annotations

from typing import NamedTuple


def phrase(message: str) -> str:
    """Mark a message id that stands in a table or a parameter, so that `make messages` finds it."""
    return message


class Message(NamedTuple):
    """What was found, what to do about it (may be empty), and the long form of both.

    `text` and `hint` are format strings, filled with the params of a problem. `why` is plain
    text of one to three sentences. `wrong` and `right` are lines of a file, a mistake and the
    same corrected; they are never translated. `file` is the kind of file that they stand in:
    profile, assignment, vetting, story, vocabulary, method, site or log; it is empty for a problem
    of files as a whole, of which the examples then are names, one a line.

    An example shows a few fields, or a whole file when it has a line `---`; the line `…` then
    stands for all other fields.
    """

    text: str
    hint: str = ""
    why: str = ""
    wrong: str = ""
    right: str = ""
    file: str = ""


class Long(NamedTuple):
    """The long form of a message, as it stands in `sitegen.messages.long`."""

    why: str
    wrong: str = ""
    right: str = ""
    file: str = "profile"


class Family(NamedTuple):
    """Messages that belong together; the lead is for docs/problems.md, which is in English."""

    title: str
    lead: str
    messages: dict[str, Message]


def lengthened(message: Message, long: Long | None) -> Message:
    """The message with its long form; empty lines around an example only serve its module."""
    if long is None:
        return message
    wrong, right = long.wrong.strip("\n"), long.right.strip("\n")
    return message._replace(why=long.why, wrong=wrong, right=right, file=long.file if wrong else "")
