"""The log of the private folder."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P175": Long(
        "A row is about one person and one thing: an assignment, whose client they may meet, or "
        "guidance, for somebody who seeks it. Only then can it be said how far things are.",
        "introductions:\n  - {profile: tom-baker, on: 2026-11-09, state: asked}",
        "introductions:\n"
        "  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-09, state: asked}",
        "log",
    ),
    "P176": Long(
        "A guide is introduced to somebody, and may be asked about several people. The row says "
        "about whom, by the name of their file or, for somebody who has no page, by their name.",
        "introductions:\n  - {profile: leila-haddad, for: guidance, on: 2026-11-09, state: asked}",
        "introductions:\n"
        '  - {profile: leila-haddad, for: guidance, seeker: "Jo Example", on: 2026-11-09, '
        "state: asked}",
        "log",
    ),
    "P177": Long(
        "Who stands on the other side of an assignment is its client, and the file of the "
        "assignment says who that is. Only guidance has somebody who seeks it.",
        "introductions:\n"
        '  - {profile: tom-baker, assignment: dairy-exit-plan, seeker: "Jo", on: 2026-11-09, '
        "state: asked}",
        "introductions:\n"
        "  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-09, state: asked}",
        "log",
    ),
    "P178": Long(
        "There is one row for a person and a thing, and its state moves on. With two, one would "
        "say that they have agreed and the other that nobody has asked them.",
        "introductions:\n"
        "  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-02, state: asked}\n"
        "  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-09, state: agreed}",
        "introductions:\n"
        "  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-09, state: agreed}",
        "log",
    ),
    "P179": Long(
        "The row speaks of a person or an assignment that has no file. Nobody can be written to "
        "about it, so it is left out of the mails. A person who asked to be forgotten should not "
        "stand here either.",
        "introductions:\n"
        "  - {profile: tom-baker, assignment: dairy-plan, on: 2026-11-09, state: asked}",
        "introductions:\n"
        "  - {profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-09, state: asked}",
        "log",
    ),
}
