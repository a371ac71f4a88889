"""What a proposal may not change, and who may."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P140": Message(
        "this belongs to {owner}, and {author} proposes to change it",
        "only {owner} or a maintainer changes it: ask one of them",
    ),
    "P141": Message(
        "this new file names {value} as its owner, and {author} proposes it",
        "write `github: {login}` in it; a text of somebody else is sent by them or by a maintainer",
    ),
    "P142": Message(
        "this would hand the file of {owner} to {value}",
        "only the maintainers hand a file over: write `github: {login}` again, or ask them",
    ),
    "P143": Message("{what} is for the maintainers alone to change", "{turn}"),
    "P144": Message("nobody can tell whose file this is: {detail}", "{turn}"),
    "P145": Message("this is {found}, and nobody may put that here", "{turn}"),
    "P146": Message(
        "some computers would take this name for {other}",
        "nobody may use it: choose one of small letters a-z, digits and single hyphens that no "
        "other file has",
    ),
    "P147": Message(
        "this proposal changes another profile too: {first}",
        "send one profile at a time, so that each can be read and taken back by itself; only the "
        "maintainers change several at once",
    ),
    "P148": Message(
        "nobody vets themselves, and this says what was checked about {author}",
        "leave it to another maintainer",
    ),
    "P149": Message(
        "the commits of this proposal do not all say whose text it is",
        "what {bot} proposes comes from the form alone: send the form again, or make a proposal "
        "from your own account",
    ),
}
