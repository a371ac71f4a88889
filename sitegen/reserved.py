"""What only the maintainers write into an assignment, by whichever door it comes.

A team and an outcome are on the record of its members: somebody who could write both would vouch
for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.frontmatter import Node

FIELDS = ("members", "outcome")
OPEN_TO_ALL = ("draft", "open", "withdrawn")


def not_theirs(
    fields: Mapping[str, Node], base: Mapping[str, Node]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each field that differs from the base's and that a client may not write, with P156's values.

    A field that is left out is not changed by that.
    """
    for name in FIELDS:
        if name in fields and fields[name] != base.get(name):
            yield name, {"field": name, "example": f"{name}: …"}
    status = fields.get("status")
    if isinstance(status, str) and status not in (*OPEN_TO_ALL, base.get("status")):
        example = f"status: {base.get('status', 'open')}"
        yield "status", {"field": f"status: {status}", "example": example}
