"""What only the maintainers write into an assignment, by whichever door it comes.

A team and an outcome are on the record of its members: somebody who could write both would vouch
for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.frontmatter import Node

FIELDS = ("members", "outcome")
# What a posting becomes by somebody else's word; a client opens it, and may withdraw it.
DONE = ("completed", "ended-early")
LATER = ("staffed", *DONE)


def not_theirs(
    fields: Mapping[str, Node], base: Mapping[str, Node]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each field that differs from the base's and that a client may not write, with P156's values.

    A field that is left out is not changed by that.
    """
    status, before = fields.get("status"), base.get("status")
    if status == "withdrawn" and before not in DONE:
        # There is no team then, whoever was in it.
        return
    for name in FIELDS:
        if name in fields and fields[name] != base.get(name):
            yield name, {"field": name}
    if status != before and (status in LATER or before in LATER):
        suggestion = f"status: {base.get('status', 'open')}"
        yield "status", {"field": f"status: {status}", "suggestion": suggestion}
