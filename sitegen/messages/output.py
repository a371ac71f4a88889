"""What only a build can find."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P090": Message("the page {page} links to `{value}`, which does not exist", "{hint}"),
    "P091": Message("two files would be written to {value}: {first} and {second}", "rename one"),
    "P092": Message(
        "a link leads to `{value}`, which is no page of this site", "correct it or take it out"
    ),
}
