"""Where each value of a text begins and may end, and what the text would be with another one.

A candidate is a guess, made without a second parser: who asks for it reads it and sees.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from sitegen.canonical import flow, group_lines, name, quoted
from sitegen.errors import Place
from sitegen.explain import fields_of
from sitegen.frontmatter import Loc, Node, Source
from sitegen.models.fields import Content

_SIMPLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_DOUBLE = r'"(?:[^"\\]|\\.)*"'
_SINGLE = r"'(?:[^']|'')*'"
_TEXT = re.compile(f"{_DOUBLE}|{_SINGLE}", re.S)
_TOKEN = re.compile(rf"(?<=[\[{{,:\s])(?:{_DOUBLE}|{_SINGLE})|[\[\]{{}}]", re.S)
_PLAIN_ENDS = (re.compile(r" *(?=[,}\]\n]| #|$)"), re.compile(r" *(?=\n| #|$)"))


class Written:
    """A text with its places: where each value begins, and where it may end."""

    def __init__(self, text: str, source: Source) -> None:
        self.text = text
        self.source = source
        self.lines = text.split("\n")
        self.starts = list(itertools.accumulate((len(line) + 1 for line in self.lines), initial=0))
        # The line, from 0, behind the last of the fields.
        self.end = source.body_line - 2 if source.body_line > 1 else len(self.lines)

    def candidates(
        self, loc: Loc, value: Node | None, model: type[Content] | None
    ) -> Iterator[str]:
        """Texts of which one may be right, the likeliest first."""
        if loc not in self.source.values:
            if value is not None:
                yield from self._with_added(loc, value, model)
        elif value is None:
            yield from self._without_lines(loc)
            yield from self._without_in_line(loc)
        else:
            if self._is_beside_its_name(loc):
                yield from self._replaced_in_line(loc, value)
            yield from self._replaced_lines(loc, value, model)

    def _at(self, place: Place) -> int:
        return self.starts[place.line - 1] + place.column - 1

    def _is_beside_its_name(self, loc: Loc) -> bool:
        key = self.source.keys.get(loc)
        return key is None or key.line == self.source.values[loc].line

    def _ends(self, start: int) -> Iterator[int]:
        """Where a value that begins at `start` may end."""
        character = self.text[start : start + 1]
        if character in ('"', "'"):
            found = _TEXT.match(self.text, start)
            yield from [found.end()] if found else []
        elif character in ("[", "{"):
            yield from self._bracket_end(start)
        else:
            searched = (pattern.search(self.text, start) for pattern in _PLAIN_ENDS)
            yield from (match.start() for match in searched if match)

    def _bracket_end(self, start: int) -> Iterator[int]:
        depth = 0
        for token in _TOKEN.finditer(self.text, start):
            depth += (token[0] in "[{") - (token[0] in "]}")
            if depth == 0:
                yield token.end()
                return

    def _is_quoted(self, loc: Loc) -> bool:
        """Whether the first text of a group stands in quotes."""
        starts = (self._at(self.source.values[at]) for at in self._siblings(loc))
        texts = (self.text[start : start + 1] for start in starts)
        return next((c in ('"', "'") for c in texts if c not in ("{", "[")), True)

    def _shown(self, value: Node, *, quotes: bool) -> str | None:
        """A value as it can stand on a line."""
        if isinstance(value, str):
            return value if not quotes and _SIMPLE.fullmatch(value) else quoted(value)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return flow(str(part) for part in value)
        return None

    def _replaced_in_line(self, loc: Loc, value: Node) -> Iterator[str]:
        start = self._at(self.source.values[loc])
        shown = self._shown(value, quotes=self.text[start : start + 1] in ('"', "'"))
        if shown is not None:
            for end in self._ends(start):
                yield self.text[:start] + shown + self.text[end:]

    def _without_in_line(self, loc: Loc) -> Iterator[str]:
        """A field or an entry in brackets goes with its comma."""
        start = self._at(self.source.keys.get(loc, self.source.values[loc]))
        for end in self._ends(self._at(self.source.values[loc])):
            before, after = self.text[:start], self.text[end:]
            following = re.match(r"\s*,\s*", after)
            if following:
                yield before + after[following.end() :]
            else:
                yield re.sub(r"\s*,\s*$", "", before) + after

    def _with_added(self, loc: Loc, value: Node, model: type[Content] | None) -> Iterator[str]:
        parent, key = loc[:-1], str(loc[-1])
        if parent not in self.source.values:
            return
        start = self._at(self.source.values[parent])
        if parent and self.text[start : start + 1] == "{":
            yield from self._added_in_line(parent, key, value, model)
        else:
            yield from self._added_lines(parent, key, value, model)

    def _added_in_line(
        self, parent: Loc, key: str, value: Node, model: type[Content] | None
    ) -> Iterator[str]:
        shown = self._shown(value, quotes=self._is_quoted(parent))
        if shown is None:
            return
        field = f"{key}: {shown}" if _SIMPLE.fullmatch(key) else f"{name(key)}: {shown}"
        for sibling in reversed(self._before(parent, key, model)):
            for end in self._ends(self._at(self.source.values[sibling])):
                yield f"{self.text[:end]}, {field}{self.text[end:]}"
        start = self._at(self.source.values[parent]) + 1
        comma = "" if self.text[start:].lstrip().startswith("}") else ", "
        yield f"{self.text[:start]}{field}{comma}{self.text[start:]}"

    def _siblings(self, parent: Loc) -> list[Loc]:
        return [at for at in self.source.keys if at[:-1] == parent]

    def _before(self, parent: Loc, key: str, model: type[Content] | None) -> list[Loc]:
        """The fields of a group up to where `key` belongs: all, when the model does not know it."""
        order = list(fields_of(model)) if model else []
        found = self._siblings(parent)
        if key not in order:
            return found
        later = order[order.index(key) + 1 :]
        return list(itertools.takewhile(lambda at: at[-1] not in later, found))

    def span(self, loc: Loc) -> tuple[int, int]:
        """The lines, from 0, of a field or an entry, up to the next one outside it."""
        first = self.source.keys.get(loc, self.source.values[loc]).line
        places = itertools.chain(self.source.keys.items(), self._entries())
        later = (place.line for at, place in places if at[: len(loc)] != loc and place.line > first)
        end = min(later, default=self.end + 1) - 1
        while end > first and re.match(r"\s*(#|$)", self.lines[end - 1]):
            end -= 1
        return first - 1, end

    def _entries(self) -> Iterable[tuple[Loc, Place]]:
        return ((at, p) for at, p in self.source.values.items() if at and isinstance(at[-1], int))

    def with_lines(self, start: int, end: int, lines: Iterable[str]) -> str:
        """The text with these lines in place of some, counted from 0."""
        return "\n".join([*self.lines[:start], *lines, *self.lines[end:]])

    def _without_lines(self, loc: Loc) -> Iterator[str]:
        start, end = self.span(loc)
        yield self.with_lines(start, end, [])
        # The first field of an entry leaves its hyphen to the next one.
        column = self.source.keys[loc].column - 1 if loc in self.source.keys else 0
        head = self.lines[start][:column]
        if head.strip() == "-" and end < self.end:
            yield self.with_lines(start, end + 1, [head + self.lines[end][column:]])

    def _replaced_lines(self, loc: Loc, value: Node, model: type[Content] | None) -> Iterator[str]:
        if loc in self.source.keys:
            start, end = self.span(loc)
            indent = " " * (self.source.keys[loc].column - 1)
            yield self.with_lines(start, end, group_lines({str(loc[-1]): value}, model, indent))

    def _added_lines(
        self, parent: Loc, key: str, value: Node, model: type[Content] | None
    ) -> Iterator[str]:
        siblings = self._siblings(parent)
        if not siblings:
            return
        indent = " " * (self.source.keys[siblings[0]].column - 1)
        before = self._before(parent, key, model)
        at = self.span(before[-1])[1] if before else self.source.keys[siblings[0]].line - 1
        lines = list(group_lines({key: value}, model, indent))
        shown = self._shown(value, quotes=self._is_quoted(parent))
        if shown is not None:
            yield self.with_lines(at, at, [f"{indent}{key}: {shown}"])
        yield self.with_lines(at, at, lines)
