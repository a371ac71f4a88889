"""How the directory is reached: its relay, its lists, its discussions. Never a member's address."""

from __future__ import annotations

from typing import Annotated

from sitegen.messages import phrase
from sitegen.models.fields import Content, Slug, Url
from sitegen.models.kind import formed, one_of, whole

_MAILBOX = r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
Mailbox = Annotated[
    str, formed("email", 120, _MAILBOX, phrase("one e-mail address of the directory"))
]


class Relay(Content):
    """Where a contact action leads: a mailbox or a form of the directory, never a member's."""

    mailbox: Mailbox | None = None
    """The directory's own mailbox, never a member's"""
    form: Url | None = None
    """The address of a form in place of the mailbox"""
    answers_within: Annotated[int, whole(1, 60)] = 5
    """Working days until somebody answers"""


class Door(Content):
    """Where a list is joined: a form of the owner, a mailbox, or both; else the relay."""

    form: Url | None = None
    """Where the form on the page is sent (POST), at a service of the owner"""
    mailbox: Mailbox | None = None
    """A mailbox of the directory for it"""


class Joining(Content):
    """The two lists: to be informed, to help build."""

    informed: Door = Door()
    """Where one asks to be informed"""
    building: Door = Door()
    """Where one offers to help build"""


class Discussions(Content):
    """Where readers talk: the discussions of the repository, nothing embedded."""

    category: Slug
    """The category in which a question opens"""
    about: tuple[Annotated[str, one_of("pages", "stories", "news", "help-wanted")], ...]
    """What can be talked about: pages, stories, news, help-wanted"""
