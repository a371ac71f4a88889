"""What `sitegen guard` does: find what is proposed and by whom, and have it judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.errors import Place, Problem, SettingsError
from sitegen.ownership import Account, is_login
from sitegen.revisions import revision
from sitegen.rights import Proposal, judge

BOT = "github-actions[bot]"
_RECORD = re.compile(r"(?im)^\s*intake-author")
_LOGIN = re.compile(r"(?m)^Intake-Author: (\S+)$")
_NUMBER = re.compile(r"(?m)^Intake-Author-Id: ([0-9]{1,12})$")


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
    author: Account | None = Account(order.author, order.author_id)
    if not is_login(order.author):
        raise SettingsError("S020", value=order.author)
    folder = PurePosixPath(order.content)
    if folder.is_absolute() or not folder.parts or ".." in folder.parts:
        raise SettingsError("S021", value=order.content)
    base = revision(order.repository, order.base)
    head = revision(order.repository, order.head)
    if Account(order.author).is_same(Account(order.bot)):
        author = recorded_author(head.messages_since(base))
    if author is None:
        return (Problem(str(folder), Place(1, 1), "P149", {"bot": order.bot}),)
    return judge(Proposal(base.changes_to(head), base, head, author, str(folder)))


def recorded_author(messages: Iterable[str]) -> Account | None:
    """The account that the trailers of every commit name; None unless all name the same."""
    found = {_recorded(message) for message in messages}
    return found.pop() if len(found) == 1 else None


def _recorded(message: str) -> Account | None:
    """What the two trailers say; None when any other line looks like one of them."""
    last = re.split(r"\n\s*\n", message.strip())[-1]
    logins, numbers = _LOGIN.findall(last), _NUMBER.findall(last)
    if (len(logins), len(numbers), len(_RECORD.findall(message))) != (1, 1, 2):
        return None
    return Account(logins[0], int(numbers[0])) if is_login(logins[0]) else None
