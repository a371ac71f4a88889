"""One field of a file changed where it stands; everything else stays as its author wrote it.

An edit is tried on the text and believed only when the result reads back as the old fields with
that one change. A reviewer then reads one line and not a file written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from sitegen.canonical import group_at, group_lines, written
from sitegen.edits.places import Written
from sitegen.errors import ContentError
from sitegen.frontmatter import Loc, Node, Source, read_markdown
from sitegen.models.fields import Content

# None takes the field, or the entry of a list, away.
Changes: TypeAlias = "Sequence[tuple[Loc, Node | None]]"
Reader: TypeAlias = Callable[[str], Source]

LIMIT = 1024 * 1024


def edited(path: str, text: str, changes: Changes, kind: str) -> str:
    """A Markdown file with the changes, each in place where that is possible.

    Where it is not, the whole file is written in its canonical form, with the changes. Raises
    ContentError when the file cannot be read.
    """

    def read(found: str) -> Source:
        return read_markdown(path, found.encode(), LIMIT)

    source = read(text)
    for loc, value in changes:
        made = in_place(text, read, loc, value, group_at(kind, loc[:-1]))
        if made is None:
            return written(changed(source.data, changes), source.body, kind)
        text = made
    return text


def in_place(
    text: str, read: Reader, loc: Loc, value: Node | None, model: type[Content] | None = None
) -> str | None:
    """The text with one change in it, or None where that would take more than its place.

    `model` gives the order in which a new field takes its place among the others.
    """
    source = read(text)
    expected = changed(source.data, [(loc, value)])
    if expected == source.data:
        return text
    for candidate in Written(text, source).candidates(loc, value, model):
        try:
            made = read(candidate)
        except ContentError:
            continue
        if made.data == expected and made.body == source.body:
            return candidate
    return None


def with_entry(text: str, read: Reader, after: Loc, entry: Mapping[str, Node]) -> str | None:
    """The text with one more group in a list, behind the one at `after`, or None."""
    source = read(text)
    if after not in source.values:
        return None
    known = Written(text, source)
    _, end = known.span(after)
    column = len(known.lines[source.values[after].line - 1].partition("-")[0])
    first, *rest = group_lines(entry, None, " " * (column + 2))
    made = known.with_lines(end, end, [f"{' ' * column}- {first.lstrip()}", *rest])
    try:
        data = read(made).data
    except ContentError:
        return None
    return made if data == _with_entry(source.data, after, entry) else None


def _with_entry(data: Mapping[str, Node], after: Loc, entry: Mapping[str, Node]) -> Node:
    """The data with the entry in its list; a list stands directly below a field."""
    name, index = str(after[0]), int(after[1])
    rows = data[name]
    listed = rows if isinstance(rows, list) else []
    return {**data, name: [*listed[: index + 1], dict(entry), *listed[index + 1 :]]}


def changed(data: Mapping[str, Node], changes: Changes) -> dict[str, Node]:
    """The fields with the changes; where a list loses several entries, name the last one first."""
    made: Node = dict(data)
    for loc, value in changes:
        made = _changed(made, loc, value)
    assert isinstance(made, dict)  # noqa: S101 - `_changed` keeps the kind of a node
    return made


def _changed(node: Node, loc: Loc, value: Node | None) -> Node:
    head, rest = loc[0], loc[1:]
    if isinstance(node, list) and isinstance(head, int):
        inner = _changed(node[head], rest, value) if rest else value
        return [*node[:head], *([] if inner is None else [inner]), *node[head + 1 :]]
    group = dict(node) if isinstance(node, dict) else {}
    inner = _changed(group.get(str(head), {}), rest, value) if rest else value
    if inner is None:
        group.pop(str(head), None)
    else:
        group[str(head)] = inner
    return group
