"""Across files, the vocabulary and the settings."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P070": Message("there is no {kind} `{value}`", "{example}"),
    "P071": Message(
        "`{value}` is named as a member, but has not agreed to be named",
        "add `{value}: yes` under outcome.consent once they agreed",
    ),
    "P073": Message("nobody vets themselves", "`by` is a role or an organisation"),
    "P074": Message(
        "this file says what was checked about `{value}`, but there is no such profile",
        "name it like the profile: profiles/amina-diallo.md has vetting/amina-diallo.yml",
    ),
    "P075": Message("the wording `{value}` of the consent is not in site.yml", "it has: {allowed}"),
    "P076": Message("`{value}` is in no team, but the outcome names them", "add them to members"),
    "P080": Message(
        "this name is very like that of {other}", "if it is one person, keep one of the files"
    ),
    "P081": Message("the weights add up to {sum}, not to 100", "change them until they do"),
    "P082": Message("`{value}` means both `{first}` and `{second}`", "keep it with one of them"),
    "P083": Message(
        "the parent of `{value}` has a parent itself", "there are two levels; name the upper one"
    ),
    "P084": Message("`{field}` is required when `{other}`", "add it to site.yml"),
    "P085": Message("the list has {count} entries; it needs exactly {most}", "each has its place"),
    "P183": Message(
        "{count} talks with a guide in {value} are so few that they could be recognised",
        "leave the year out; counts from {least} on may be shown",
    ),
    "P184": Message(
        "the newest change is of version {first}, and the method of {second}",
        "add the change that brought {second}, or correct one of the two",
    ),
    "P115": Message(
        "a named client has not agreed to be named",
        "add `consent: yes` once they agreed, or write `anonymous: yes` in place of the name",
    ),
    "P116": Message(
        "`{field}` is {value}, which is still to come", "write the day on which it was done"
    ),
    "P129": Message(
        "`{value}` stands in the profile {other} too",
        "if it is one person, keep one of the files",
    ),
}
