"""What the file of a person says and the site never shows as it stands there.

Who changes a page starts from what the site shows, so these are not before them; a change names
those that are to stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.frontmatter import Loc, Node

# Rates are shown as bands, what is guided on privately is asked for, consent is given anew.
UNPUBLISHED: tuple[Loc, ...] = (
    ("consent",),
    ("engagement", "day_rate"),
    ("guidance", "privately"),
)
# Not of people who say a region and no country.
_NEARER: tuple[Loc, ...] = (("based_in", "city"), ("based_in", "timezone"))


def unpublished(fields: Mapping[str, Node]) -> Iterator[tuple[Loc, Node]]:
    """The place of each such field that is there, with what it holds."""
    is_near = _at(fields, ("based_in", "country")) is not None
    for loc in UNPUBLISHED + (() if is_near else _NEARER):
        node = _at(fields, loc)
        if node:
            yield loc, node


def _at(fields: Mapping[str, Node], loc: Loc) -> Node | None:
    node: Node | None = dict(fields)
    for name in loc:
        node = node.get(str(name)) if isinstance(node, dict) else None
    return node


def dotted(loc: Loc) -> str:
    """How a place is named in a text: `engagement.day_rate`."""
    return ".".join(map(str, loc))
