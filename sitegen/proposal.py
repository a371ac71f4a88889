"""What somebody proposes to change: the paths that differ, and the files on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sitegen.errors import ContentError
from sitegen.frontmatter import Node, Source, read_markdown
from sitegen.ownership import Account
from sitegen.read import MARKDOWN_LIMIT
from sitegen.revisions import Change


class Tree(Protocol):
    """The files of one commit."""

    def file(self, path: str) -> bytes | None:
        """The bytes of a plain file, or None."""

    def paths(self, folder: str) -> tuple[str, ...]:
        """Every path below a folder; of the whole commit with an empty text."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and by whom: what differs from the base, and the tips of both sides."""

    changes: tuple[Change, ...]
    base: Tree
    head: Tree
    author: Account
    content: str = "content"
    # The form of the intake by which it came, if by one.
    form: str = ""


def source_of(path: str, raw: bytes | None) -> Source | None:
    """A file of somebody's, or None when it cannot be read."""
    try:
        return None if raw is None else read_markdown(path, raw, MARKDOWN_LIMIT)
    except ContentError:
        return None


def stated_owner(source: Source) -> tuple[Node | None, Node | None]:
    """What a file says of its owner, as written."""
    return source.data.get("github"), source.data.get("github_id")
