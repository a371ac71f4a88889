"""YAML → nested text with places. The only user of yaml.

The events of the parser are composed with a stack of our own: nothing recurses, whatever the
nesting.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn, TypeAlias

import yaml

from sitegen.errors import ContentError, Place
from sitegen.frontmatter.causes import cause_behind, moved, refused
from sitegen.frontmatter.marks import Loc, Marks, Node, Places, new_marks, packed
from sitegen.frontmatter.source import Noticed
from sitegen.messages import phrase
from sitegen.unreadable import (
    Cause,
    Scalar,
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
_Collection: TypeAlias = "dict[str, Node] | list[Node]"
_LOADER: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Composed(NamedTuple):
    """What a text of YAML holds, where its keys and values stand, and what was noticed."""

    root: Node
    marks: Marks
    noticed: tuple[Noticed, ...]

    def places(self, *top: str) -> Places:
        """Where everything stands, the root being at `top`."""
        return Places(self.root, self.marks, top)


@lru_cache(maxsize=4096)
def _is_clear_name(name: str) -> bool:
    return bool(_CLEAR_NAME.fullmatch(name))


class _Composer:
    """Builds nested text from parser events, remembering places."""

    def __init__(self, path: str, offset: int, lines: Sequence[str]) -> None:
        self.path = path
        self.offset = offset
        self.lines = lines
        self.marks = new_marks()
        self.root: Node = {}
        # The innermost collection that is still open, those around it (none around the first), and
        # the key that waits for its value.
        self.parent: _Collection | None = None
        self.around: list[_Collection | None] = []
        self.waiting: str | None = None
        # The text that has just ended without quotes, so that a comma may have cut it.
        self.unquoted: Any = None
        self.noticed: list[Noticed] = []
        self.brackets = 0
        self.documents = 0

    def fail(self, mark: Any, code: str, **params: str) -> ContentError:
        return self.refuse(Cause(code, mark.line, mark.column, params))

    def refuse(self, cause: Cause) -> ContentError:
        return refused(self.path, cause, self.offset)

    def after(self, mark: Any) -> str:
        """What follows on the line."""
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""

    def stands(self, mark: Any) -> None:
        """Remember where the next key or value stands."""
        self.marks.append(packed(mark.line + 1 + self.offset, mark.column + 1))

    def add(self, node: Node) -> None:
        """Hang a value into the open collection."""
        parent = self.parent
        if parent is None:
            self.root = node
        elif isinstance(parent, list):
            parent.append(node)
        elif self.waiting is not None:
            parent[self.waiting] = node
            self.waiting = None

    def is_name(self) -> bool:
        """Whether what comes next names a field."""
        return self.waiting is None and isinstance(self.parent, dict)

    def scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self.refer(event)
        if self.is_name():
            self.key(event)
            return
        self.stands(event.start_mark)
        self.add(event.value)
        self.unquoted = None
        if not event.style and self.parent is not None:
            self.unquoted = event
            if not self.is_clear(event):
                self.notice(self.plain(event))

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

    def plain(self, event: Any) -> Scalar:
        """The text without quotes that was added last to the open collection."""
        inside = self.parent, *reversed(self.around)
        names = (next(reversed(one)) for one in inside if isinstance(one, dict))
        return Scalar(
            event.value,
            next(names, phrase("the list")),
            self.lines,
            (event.start_mark.line, event.start_mark.column),
            (event.end_mark.line, event.end_mark.column),
            in_brackets=self.brackets > 0,
            is_entry=isinstance(self.parent, list),
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
        name, start, after = sys.intern(event.value), event.start_mark, self.after(event.end_mark)
        if name == "<<":
            raise self.fail(start, "P009", found="<<")
        if after[:1] != ":" and not after.lstrip().startswith(":"):
            raise self.no_colon(event)
        is_clear = _is_clear_name(name) or event.style
        misread = None if is_clear else misread_name(name, self.after(start))
        if misread:
            raise self.refuse(moved(misread, start))
        if name in (self.parent or ()):
            raise self.fail(start, "P008", field=name, line=str(self.line_of(name)))
        self.stands(start)
        self.waiting = name

    def line_of(self, name: str) -> int:
        """The line of a key of the open group."""
        loc: Loc = tuple(
            next(reversed(one)) if isinstance(one, dict) else len(one) - 1
            for one in self.around
            if one is not None
        )
        return Places(self.root, self.marks).keys[(*loc, name)].line

    def no_colon(self, event: Any) -> ContentError:
        """A name in braces without a colon."""
        follows = self.parent and self.unquoted
        before = self.plain(self.unquoted) if follows else None
        mark = event.start_mark
        curly = cut_by_a_comma(before, event.value) if before else None
        if curly:
            return self.refuse(curly)
        field, text = (before.field, before.value) if before else ("", "")
        return self.refuse(moved(without_colon(event.value, field, text), mark))

    def open(self, event: Any) -> None:
        if event.anchor or event.tag:
            self.refer(event)
        if self.is_name():
            raise self.fail(
                event.start_mark, "P006", detail=phrase("a name cannot be a list or a group")
            )
        if len(self.around) >= MAX_DEPTH:
            raise self.fail(event.start_mark, "P014", limit=str(MAX_DEPTH))
        node: _Collection = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stands(event.start_mark)
        self.add(node)
        self.around.append(self.parent)
        self.parent = node
        self.brackets += event.flow_style or self.brackets > 0

    def close(self, _: Any) -> None:
        self.parent = self.around.pop()
        self.unquoted = None
        self.brackets = max(0, self.brackets - 1)

    def refer(self, event: Any) -> NoReturn:
        found = self.after(event.start_mark).split()
        raise self.fail(event.start_mark, "P009", found=found[0].rstrip(",]}"))

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self.fail(event.start_mark, "P015")


_FEEDS: Mapping[type[Any], Callable[[_Composer, Any], None]] = {
    yaml.ScalarEvent: _Composer.scalar,
    yaml.MappingStartEvent: _Composer.open,
    yaml.SequenceStartEvent: _Composer.open,
    yaml.MappingEndEvent: _Composer.close,
    yaml.SequenceEndEvent: _Composer.close,
    yaml.AliasEvent: _Composer.refer,
    yaml.DocumentStartEvent: _Composer.document,
}


def compose(path: str, text: str, offset: int) -> Composed:
    """Compose one document; `offset` is the number of lines above it. Raises ContentError."""
    composer = _Composer(path, offset, text.split("\n"))
    try:
        # Not by yaml.parse, which asks before each event whether there is one.
        for event in iter(_LOADER(text).get_event, None):
            feed = _FEEDS.get(type(event))
            if feed is not None:
                feed(composer, event)
    except yaml.MarkedYAMLError as error:
        raise composer.refuse(cause_behind(composer.lines, error)) from error
    except yaml.YAMLError as error:
        raise composer.refuse(Cause("P006", 0, 0, {"detail": str(error)})) from error
    return Composed(composer.root, composer.marks, tuple(composer.noticed))
