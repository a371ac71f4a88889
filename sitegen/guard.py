"""What `sitegen guard` does: find what is proposed and by whom, and have it judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.errors import Place, Problem, SettingsError
from sitegen.ownership import Account, account, is_login
from sitegen.proposal import Proposal
from sitegen.revisions import revision
from sitegen.rights import judge

BOT = "github-actions[bot]"
_RECORD = re.compile(r"(?im)^\s*intake-(?:author|kind)")
_LINES = {
    "author": re.compile(r"(?m)^Intake-Author: (\S+)$"),
    "number": re.compile(r"(?m)^Intake-Author-Id: ([0-9]{1,12})$"),
    "kind": re.compile(r"(?m)^Intake-Kind: ([a-z-]+)$"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: two commits of a repository, and the account that proposes."""

    repository: Path
    base: str
    head: str
    author: str
    author_id: int | None = None
    bot: str = BOT
    content: str = "content"


def guard(order: Order) -> tuple[Problem, ...]:
    """Judge what `head` changes since it left `base`.

    What the bot proposes is judged by the author whom its commits record. Raises SettingsError
    S016, S020 or S021.
    """
    author = account(order.author, order.author_id)
    folder = PurePosixPath(order.content)
    if folder.is_absolute() or not folder.parts or ".." in folder.parts:
        raise SettingsError("S021", value=order.content)
    base = revision(order.repository, order.base)
    head = revision(order.repository, order.head)
    record: Record | None = Record(author)
    if Account(author.login).is_same(Account(order.bot)):
        record = recorded(head.messages_since(base))
    if record is None:
        return (Problem(str(folder), Place(1, 1), "P149", {"bot": order.bot}),)
    changes = base.changes_to(head)
    return judge(Proposal(changes, base, head, record.author, str(folder), record.kind))


class Record(NamedTuple):
    """Who answers for a proposal, and by which form of the intake it came, if by one."""

    author: Account
    kind: str = ""


def recorded(messages: Iterable[str]) -> Record | None:
    """What the trailers of every commit say; None unless all say the same."""
    found = {_recorded(message) for message in messages}
    return found.pop() if len(found) == 1 else None


def _recorded(message: str) -> Record | None:
    """The trailers of one commit; None when any other line looks like one of them."""
    last = re.split(r"\n\s*\n", message.strip())[-1]
    found = {name: line.findall(last) for name, line in _LINES.items()}
    logins, numbers, kinds = found.values()
    counts = (len(logins), len(numbers), len(_RECORD.findall(message)))
    if counts != (1, 1, 2 + len(kinds)) or len(kinds) > 1 or not is_login(logins[0]):
        return None
    return Record(Account(logins[0], int(numbers[0])), *kinds)
