"""The form of a message, and the mark of a phrase that stands in a parameter."""

from __future__ import annotations

from typing import NamedTuple


def phrase(message: str) -> str:
    """Mark a message id that stands in a table or a parameter, so that `make messages` finds it."""
    return message


class Message(NamedTuple):
    """What was found, and what to do about it (may be empty)."""

    text: str
    hint: str = ""
