"""What only a build can find, and what was done to a built site afterwards."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P090": Message("the file {page} names `{value}`, which does not exist", "{hint}"),
    "P091": Message("two files would be written to {value}: {first} and {second}", "rename one"),
    "P092": Message(
        "a link leads to `{value}`, which is no page of this site", "correct it or take it out"
    ),
    "P093": Message(
        "this file is not the one that was built", "build the site again, and find out who wrote it"
    ),
    "P094": Message("this file was built and is missing", "build the site again"),
    "P095": Message(
        "this file was not built: somebody put it here",
        "take it away, or let the content or the program make it",
    ),
    "P096": Message(
        "a new build from {content} does not give this file, byte for byte",
        "build with the same content, the same program and the libraries of its lock",
    ),
    "P097": Message(
        "`{field}` links to `{value}`: {reason}",
        "open it; if it is gone, ask whose page this is for a better one",
    ),
    "P098": Message(
        "none of the {count} links to other sites could be reached",
        "see whether there is a network, and whether it lets programs out",
    ),
}
