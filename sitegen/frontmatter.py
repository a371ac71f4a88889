"""Text → Source: front matter read as text, with the place of every key and value kept.

YAML decides nothing here about numbers, dates or yes/no (`NO` is Norway, `3.10` is not 3.1);
the models do. Anchors, aliases, tags, merge keys, repeated keys and second documents are
refused, because two readers of the same file must see the same thing. The events of the
parser are composed with a stack of our own: nothing recurses, whatever the nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from sitegen.errors import ContentError, Place, Problem
from sitegen.messages import phrase
from sitegen.text import checked_text
from sitegen.unreadable import Stumble, cause_of, without_colon

Node: TypeAlias = "str | list[Node] | dict[str, Node]"
Loc: TypeAlias = tuple[str | int, ...]

MAX_FRONT_MATTER = 24 * 1024
MAX_DEPTH = 7
FENCE = "---"
_HASH = re.compile(r"\s*(#[^\s#].*)")
_LIKE_A_FIELD = re.compile(r"\s|#|- |[\w-]+:|[}\])]")

_LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """One file as written: values as text, where each key and each value stands, and the body."""

    path: str
    data: Mapping[str, Node]
    values: Mapping[Loc, Place]
    keys: Mapping[Loc, Place]
    body: str = ""
    body_line: int = 1

    def place(self, loc: Loc, *, at_key: bool = False) -> Place:
        """Where `loc` stands; when it does not exist, where its nearest parent does."""
        table = self.keys if at_key and loc in self.keys else self.values
        while loc and loc not in table:
            loc, table = loc[:-1], self.values
        return table.get(loc, Place(1, 1))


def read_markdown(path: str, raw: bytes, limit: int) -> Source:
    """Split a Markdown file into front matter and body.

    Raises ContentError with the first thing that makes the file unreadable.
    """
    text = checked_text(path, raw, limit)
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise _error(path, Place(1, 1), "P004")
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise _error(path, Place(_first_text(lines), 1), "P005")
    front = "\n".join(lines[1:end]) + "\n"
    if len(front.encode()) > MAX_FRONT_MATTER:
        raise _error(path, Place(1, 1), "P013", limit=str(MAX_FRONT_MATTER // 1024))
    data, values, keys = _compose(path, front, 1)
    return Source(path, data, values, keys, "\n".join(lines[end + 1 :]), end + 2)


def read_yaml(path: str, raw: bytes, limit: int) -> Source:
    """Read a whole file as one YAML mapping. Raises ContentError."""
    text = checked_text(path, raw, limit)
    data, values, keys = _compose(path, text, 0)
    return Source(path, data, values, keys)


def read_yaml_list(path: str, raw: bytes, limit: int, name: str) -> Source:
    """Read a whole file as one YAML list, which then stands in the data under `name`."""
    text = checked_text(path, raw, limit)
    root, values, keys = _composed(path, text, 0)
    if isinstance(root, dict) and root:
        raise _error(path, values[()], "P114")
    if isinstance(root, str) and root:
        raise _error(path, values[()], "P101", found=root)
    return Source(
        path,
        {name: root or []},
        {(name, *loc): place for loc, place in values.items()},
        {(name, *loc): place for loc, place in keys.items()},
    )


def _first_text(lines: Sequence[str]) -> int:
    """The first line, from 1, that looks like no field: where the second fence should stand."""
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not _LIKE_A_FIELD.match(line):
            return number
    return len(lines)


def _error(path: str, place: Place, code: str, **params: str) -> ContentError:
    return ContentError([Problem(path, place, code, params)])


class _Composer:
    """Builds nested text from parser events, remembering places."""

    def __init__(self, path: str, offset: int, lines: Sequence[str]) -> None:
        self.path = path
        self.offset = offset
        self.lines = lines
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.root: Node = {}
        # One frame a collection still open: the collection, its loc, and the key that waits.
        self.stack: list[tuple[dict[str, Node] | list[Node], Loc, str | None]] = []
        # The field whose text has just ended without quotes, so that a comma may have cut it.
        self.unquoted = ""

    def place(self, mark: Any) -> Place:
        return Place(mark.line + 1 + self.offset, mark.column + 1)

    def fail(self, mark: Any, code: str, **params: str) -> ContentError:
        return _error(self.path, self.place(mark), code, **params)

    def after(self, mark: Any) -> str:
        """What follows on the line."""
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""

    def add(self, node: Node, mark: Any) -> Loc:
        """Hang a value into the open collection; return its loc."""
        place = self.place(mark)
        loc: Loc = ()
        if not self.stack:
            self.root = node
        else:
            parent, base, key = self.stack[-1]
            if isinstance(parent, list):
                loc = (*base, len(parent))
                parent.append(node)
            else:
                if key is None:
                    raise self.fail(mark, "P006", detail=phrase("a name was expected here"))
                loc = (*base, key)
                parent[key] = node
                self.stack[-1] = (parent, base, None)
        self.values[loc] = place
        return loc

    def scalar(self, event: Any) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.stack[-1][2] is None:
            self.key(event)
            return
        loc = self.add(event.value, event.start_mark)
        plain = event.style in (None, "")
        self.unquoted = str(loc[-1]) if plain and loc else ""
        note = _HASH.match(self.after(event.end_mark)) if plain else None
        if note:
            column = event.end_mark.column + note.start(1)
            place = Place(event.end_mark.line + 1 + self.offset, column + 1)
            raise _error(self.path, place, "P112", found=note[1])

    def key(self, event: Any) -> None:
        parent, base, _ = self.stack[-1]
        name = event.value
        if name == "<<":
            raise self.fail(event.start_mark, "P009", found="<<")
        if not self.after(event.end_mark).lstrip().startswith(":"):
            cause = without_colon(name, self.unquoted if parent else "")
            raise self.fail(event.start_mark, cause[0], **cause[1])
        if name in parent:
            first = self.keys[(*base, name)]
            raise self.fail(event.start_mark, "P008", field=name, line=str(first.line))
        self.keys[(*base, name)] = self.place(event.start_mark)
        self.stack[-1] = (parent, base, name)

    def open(self, node: dict[str, Node] | list[Node], event: Any) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.stack[-1][2] is None:
            raise self.fail(
                event.start_mark, "P006", detail=phrase("a name cannot be a list or a group")
            )
        if len(self.stack) >= MAX_DEPTH:
            raise self.fail(event.start_mark, "P014", limit=str(MAX_DEPTH))
        self.stack.append((node, self.add(node, event.start_mark), None))

    def feed(self, event: Any) -> None:
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            found = self.after(event.start_mark).split()
            raise self.fail(event.start_mark, "P009", found=found[0].rstrip(",]}"))
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self.open({}, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.open([], event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()


def _compose(
    path: str, text: str, offset: int
) -> tuple[Mapping[str, Node], Mapping[Loc, Place], Mapping[Loc, Place]]:
    """One mapping with the places of its values and keys."""
    root, values, keys = _composed(path, text, offset)
    if isinstance(root, list):
        raise _error(path, values[()], "P113")
    if isinstance(root, str):
        if root:
            raise _error(path, values[()], "P101", found=root)
        root = {}
    return root, values, keys


def _composed(
    path: str, text: str, offset: int
) -> tuple[Node, Mapping[Loc, Place], Mapping[Loc, Place]]:
    composer = _Composer(path, offset, text.split("\n"))
    documents = 0
    try:
        for event in _events(text):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise composer.fail(event.start_mark, "P015")
            composer.feed(event)
    except yaml.MarkedYAMLError as error:
        raise _explained(path, text, offset, error) from error
    except yaml.YAMLError as error:
        raise _error(path, Place(offset + 1, 1), "P006", detail=str(error)) from error
    return composer.root, composer.values, composer.keys


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=_LOADER))


def _explained(path: str, text: str, offset: int, error: yaml.MarkedYAMLError) -> ContentError:
    """Say in plain words what usually stands behind a YAML error, at the true line."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened = (start.line, start.column) if start else None
    cause = cause_of(Stumble(lines, line, column, str(error.problem), opened))
    return _error(
        path, Place(cause.line + 1 + offset, cause.column + 1), cause.code, **cause.params
    )
