"""YAML → nested text with places. The only user of yaml.

The events of the parser are composed with a stack of our own: nothing recurses, whatever the
nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from sitegen.errors import ContentError, Place, Problem
from sitegen.frontmatter.source import Loc, Node, Noticed
from sitegen.messages import phrase
from sitegen.unreadable import (
    Cause,
    Scalar,
    Stumble,
    cause_of,
    cut_by_a_comma,
    misread_name,
    noticed,
    without_colon,
)

MAX_DEPTH = 7
_HASH = re.compile(r"\s*(?P<lost>#[^\s#].*)")
_CLOSER = re.compile(r"[\]}]")
# What is misread in a name is a sign in front of it, or one beyond ASCII.
_CLEAR_NAME = re.compile("[a-z][a-z_]*")
_LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Composed(NamedTuple):
    """What a text of YAML holds, where each key and value stands, and what was noticed."""

    root: Node
    values: Mapping[Loc, Place]
    keys: Mapping[Loc, Place]
    noticed: tuple[Noticed, ...]


def refused(path: str, cause: Cause, offset: int) -> ContentError:
    """A cause as the error of a file; `offset` is the number of lines above the text."""
    place = Place(cause.line + 1 + offset, cause.column + 1)
    return ContentError([Problem(path, place, cause.code, cause.params)])


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
        # The text that has just ended without quotes, so that a comma may have cut it.
        self.unquoted: tuple[Any, Loc] | None = None
        self.noticed: list[Noticed] = []
        self.brackets = 0

    def place(self, mark: Any) -> Place:
        return Place(mark.line + 1 + self.offset, mark.column + 1)

    def fail(self, mark: Any, code: str, **params: str) -> ContentError:
        return self.refuse(Cause(code, mark.line, mark.column, params))

    def refuse(self, cause: Cause) -> ContentError:
        return refused(self.path, cause, self.offset)

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
        self.unquoted = None
        if event.style in (None, "") and loc:
            self.unquoted = (event, loc)
            if not self.is_clear(event):
                self.notice(self.plain(event, loc))

    def is_clear(self, event: Any) -> bool:
        """Whether a text without quotes is so plain that there is nothing to notice about it."""
        value, end = event.value, event.end_mark
        return (
            value.isascii()
            and (value[:1].isalpha() or value.isdigit())
            and value[-1] not in ",;"
            and event.start_mark.line == end.line
            and "#" not in self.after(end)
        )

    def plain(self, event: Any, loc: Loc) -> Scalar:
        names = [part for part in loc if isinstance(part, str)]
        return Scalar(
            event.value,
            names[-1] if names else phrase("the list"),
            self.lines,
            (event.start_mark.line, event.start_mark.column),
            (event.end_mark.line, event.end_mark.column),
            in_brackets=self.brackets > 0,
            is_entry=isinstance(loc[-1], int),
        )

    def notice(self, scalar: Scalar) -> None:
        """Keep what was noticed about a text; refuse it where the rest of its line is lost."""
        note = _HASH.match(scalar.rest)
        if note:
            column = scalar.end[1] + note.start("lost")
            raise self.refuse(scalar.cut("P112", column, note["lost"]))
        for cause in noticed(scalar):
            if cause.code == "P120" and scalar.in_brackets and _CLOSER.search(scalar.rest):
                raise self.refuse(cause)
            (problem,) = self.refuse(cause).problems
            start = Place(scalar.start[0] + 1 + self.offset, scalar.start[1] + 1)
            self.noticed.append(Noticed(start, replace(problem, severity="warning")))

    def key(self, event: Any) -> None:
        parent, base, _ = self.stack[-1]
        name = event.value
        if name == "<<":
            raise self.fail(event.start_mark, "P009", found="<<")
        if not self.after(event.end_mark).lstrip().startswith(":"):
            raise self.no_colon(event, bool(parent))
        is_clear = _CLEAR_NAME.fullmatch(name) or event.style not in (None, "")
        misread = None if is_clear else misread_name(name, self.after(event.start_mark))
        if misread:
            raise self.refuse(_moved(misread, event.start_mark))
        if name in parent:
            first = self.keys[(*base, name)]
            raise self.fail(event.start_mark, "P008", field=name, line=str(first.line))
        self.keys[(*base, name)] = self.place(event.start_mark)
        self.stack[-1] = (parent, base, name)

    def no_colon(self, event: Any, follows: bool) -> ContentError:
        """A name in braces without a colon; `follows` tells that a field stands before it."""
        before = self.plain(*self.unquoted) if follows and self.unquoted else None
        mark = event.start_mark
        curly = cut_by_a_comma(before, event.value) if before else None
        if curly:
            return self.refuse(curly)
        field, text = (before.field, before.value) if before else ("", "")
        return self.refuse(_moved(without_colon(event.value, field, text), mark))

    def open(self, node: dict[str, Node] | list[Node], event: Any) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.stack[-1][2] is None:
            raise self.fail(
                event.start_mark, "P006", detail=phrase("a name cannot be a list or a group")
            )
        if len(self.stack) >= MAX_DEPTH:
            raise self.fail(event.start_mark, "P014", limit=str(MAX_DEPTH))
        self.stack.append((node, self.add(node, event.start_mark), None))
        self.brackets += event.flow_style or self.brackets > 0

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
            self.unquoted = None
            self.brackets = max(0, self.brackets - 1)


def _moved(cause: Cause, mark: Any) -> Cause:
    """A cause whose place counts from a mark."""
    return Cause(cause.code, mark.line, mark.column + cause.column, cause.params)


def compose(path: str, text: str, offset: int) -> Composed:
    """Compose one document; `offset` is the number of lines above it. Raises ContentError."""
    composer = _Composer(path, offset, text.split("\n"))
    documents = 0
    try:
        for event in _events(text):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise composer.fail(event.start_mark, "P015")
            composer.feed(event)
    except yaml.MarkedYAMLError as error:
        raise composer.refuse(_cause(composer.lines, error)) from error
    except yaml.YAMLError as error:
        raise composer.refuse(Cause("P006", 0, 0, {"detail": str(error)})) from error
    return Composed(composer.root, composer.values, composer.keys, tuple(composer.noticed))


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=_LOADER))


def _cause(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Cause:
    """Say in plain words what usually stands behind a YAML error, at the true line."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened = (start.line, start.column) if start else None
    return cause_of(Stumble(lines, line, column, str(error.problem), opened))
