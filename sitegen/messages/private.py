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
    "P063": Message(
        "a street address stands in `{field}`",
        "remove it: files are public for ever; a country and a city are enough (`based_in`)",
    ),
    "P064": Message(
        "`{field}` is a contact detail or a date of birth, and no page shows one",
        "delete it: files are public for ever; clients reach you through the directory",
    ),
}
