"""Files and folders: names, places, photos."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P050": Message(
        "this file name cannot be an address",
        "use small letters a-z, digits and single hyphens: amina-diallo.md",
    ),
    "P051": Message("this does not belong here", "{allowed}"),
    "P052": Message("this is a link or a special file", "put the file itself here"),
    "P053": Message("the name `{value}` is kept for a page of the site", "choose another name"),
    "P054": Message("this person has a photo already: {first}", "keep one of them"),
    "P056": Message("this photo belongs to no profile", "name it like the profile: {example}"),
    "P057": Message(
        "this photo cannot be used: {detail}",
        "save it as JPEG, PNG or WebP; one that is too large is made smaller by: {command}",
    ),
    "P058": Message(
        "this photo tells more than it shows: {found}",
        "files are public for ever; this draws the picture anew without it: {command}",
    ),
    "P059": Message(
        "this photo is larger than {limit}",
        "this makes it smaller, and takes out what it tells besides: {command}",
    ),
}
