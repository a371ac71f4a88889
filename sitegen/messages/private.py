"""What must not stand in a public file."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P060": Message(
        "an e-mail address stands in `{field}`",
        "remove it: files are public for ever; clients reach you through the directory",
    ),
    "P061": Message(
        "a phone number stands in `{field}`",
        "remove it: files are public for ever; clients reach you through the directory",
    ),
    "P062": Message(
        "a date of birth stands in `{field}`", "remove it: nobody needs it to work with you"
    ),
}
