"""Which fields of a file name a person, and what must stand there instead."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.edits import Changes
from sitegen.frontmatter import Loc, Node


def changes_without(data: Mapping[str, Node], slug: str) -> Changes:
    """What must change in the fields of an assignment or a story so that they name nobody."""
    found: list[tuple[Loc, Node | None]] = [(("by",), None)] if data.get("by") == slug else []
    members = data.get("members")
    for index, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict) and member.get("profile") == slug:
            found += [
                (("members", index, "withheld"), "yes"),
                (("members", index, "profile"), None),
            ]
    outcome = data.get("outcome")
    for name in ("skills", "consent"):
        group = outcome.get(name) if isinstance(outcome, dict) else None
        if isinstance(group, dict) and slug in group:
            whole = len(group) == 1
            found.append((("outcome", name) if whole else ("outcome", name, slug), None))
    return found
