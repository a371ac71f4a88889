"""Taking a person out of the directory."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P170": Message(
        "this file belongs to the account of the person who leaves",
        "put the account of whoever looks after it now, or delete `github` and `github_id`",
    ),
    "P171": Message(
        "the text here still names the person who leaves",
        'read it, and write "a member", or leave the passage out',
    ),
    "P172": Message(
        "a member of the team is either named or withheld",
        "write {{profile: amina-diallo}}, or {{withheld: yes}} for somebody who is not named",
    ),
}
