"""Fields that a program wrote and a mail or a messenger damaged → the same fields, whole again.

Our own form of a file (`sitegen.canonical`) puts every value in double quotes and every field on a
line. So lines that were broken, quotes that were curled, hyphens that became bullets and links that
were written twice can be told from what the author meant; and where every indent was lost, the
model says which field belongs to which group. What people wrote themselves, with values that are
not in quotes, is left alone: there an indent means what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.canonical import name
from sitegen.explain import fields_of, inner_model
from sitegen.intake.lines import Line
from sitegen.models.fields import Content

# Characters of one field with its value, over however many lines it was broken.
LONGEST = 4_000
_BLANKS = " \t\u00a0\u202f\u2007"
_OPEN, _CLOSED = "“„”«", "”“»"
_NAME = rf"[A-Za-z][\w-]*|[\"{_OPEN}][{_BLANKS}]?[\w-]+[{_BLANKS}]?[\"{_CLOSED}]"
_ROW = re.compile(
    rf"(?P<dash>[-‐‑–—−•·*‣◦][{_BLANKS}]+)?(?:(?P<key>{_NAME}):(?:[{_BLANKS}]+|$))?"
    r"(?P<value>.*)",
    re.S,
)
_STRAIGHT = r'"(?:[^"\\]|\\.)*"'
_TEXT = re.compile(_STRAIGHT)
_TEXTS = re.compile(rf"\[{_STRAIGHT}(?:, *{_STRAIGHT})*,?\]")
_CURLED = re.compile(rf"[{_OPEN}][\u00a0\u202f]?(?P<text>[^\"]*?)[\u00a0\u202f]?[{_CLOSED}]", re.S)
_BETWEEN_CURLED = re.compile(rf"(?<=[{_CLOSED}]),[{_BLANKS}]*(?=[{_OPEN}])")
_ESCAPED_CURL = re.compile(rf"\\[{_OPEN}{_CLOSED}]")
_TWICE = re.compile(r"(?P<link>https?://[^\s<>\"]+) ?<(?P=link)/?>")


class Row(NamedTuple):
    """A field or an entry of a list: its value as our own form has it, empty for what is below."""

    indent: int
    is_entry: bool
    key: str
    value: str
    line: Line

    def written(self, indent: int) -> Line:
        """The line as our own form has it, its place as the author sees it."""
        start = "- " if self.is_entry else ""
        field = f"{name(self.key)}:" if self.key else ""
        text = " " * indent + start + " ".join(filter(None, (field, self.value)))
        return Line(text, self.line.number, self.line.shift + _width(self.line) - indent)


def restored(lines: Sequence[Line], model: type[Content]) -> Sequence[Line]:
    """The lines between the hyphens as they were sent off, or as they are where that is unsure."""
    rows = _rows(lines)
    if any(row.indent for row in rows) or all(row.value and not row.is_entry for row in rows):
        return [row.written(row.indent) for row in rows] or lines
    indents = Indents(rows)
    found = list(indents.of_group(model, 0, frozenset()))
    return found if indents.at == len(rows) else lines


def _rows(lines: Sequence[Line]) -> list[Row]:
    """Each field with its value, over one line or more; none where one value is not in quotes."""
    rows: list[Row] = []
    waiting: list[Line] = []
    for line in lines:
        if line.text.strip(_BLANKS):
            waiting.append(line)
        elif waiting:
            return []
        text = " ".join(part.text.strip(_BLANKS) for part in waiting)
        row = _row(text, waiting[0]) if waiting else None
        if row is not None:
            waiting = []
            if not (row.key or row.is_entry):
                if not rows or rows[-1].value:
                    return []
                row = rows.pop()._replace(value=row.value)
            rows.append(row)
        elif len(text) > LONGEST:
            return []
    return [] if waiting else rows


def _width(line: Line) -> int:
    """How many blanks stand before the text of a line."""
    return len(line.text) - len(line.text.lstrip(_BLANKS))


def _row(text: str, line: Line) -> Row | None:
    """A field in our own form, or None as long as its value has no end."""
    found = _ROW.fullmatch(text)
    value = _value(found["value"]) if found else None
    if found is None or value is None:
        return None
    indent = len(line.text[: _width(line)].replace("\t", "  "))
    key = (found["key"] or "").strip(f'"{_OPEN}{_CLOSED}{_BLANKS}')
    return Row(indent, bool(found["dash"]), key, value, line)


def _value(text: str) -> str | None:
    """A value in quotes, a list of such on one line, nothing; None for anything else."""
    if text in ("", "[]", "{}"):
        return text
    if _TEXT.fullmatch(text) or _TEXTS.fullmatch(text):
        return _TWICE.sub(r"\g<link>", text)
    if text[0] + text[-1] != "[]":
        return _straight(text)
    parts = _BETWEEN_CURLED.split(text[1:-1])
    found = [_straight(part) for part in parts]
    # A text that holds such quotes itself cannot be told from two texts.
    if any(quote in part[1:-1] for part in parts for quote in (text[1], text[-2])):
        return None
    return None if None in found else f"[{', '.join(filter(None, found))}]"


def _straight(text: str) -> str | None:
    """A text in curled quotes in straight ones; those in it that a backslash shows to be ours."""
    found = _CURLED.fullmatch(text)
    if not found:
        return None
    text = _ESCAPED_CURL.sub(r'\\"', found["text"])
    return '"' + _TWICE.sub(r"\g<link>", text) + '"'


class Indents:
    """Gives rows without any indent those that the model asks for, as far as it knows the rows.

    What is yielded up to `at` is placed; where `at` stops short of the end, some row has no place.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows, self.at = rows, 0

    def of_group(
        self, model: type[Content] | None, indent: int, ends: frozenset[str]
    ) -> Iterator[Line]:
        """A group: each field of the model once; without a model any, up to one in `ends`.

        An entry of a list starts with its hyphen, which stands before the indent.
        """
        fields = fields_of(model) if model else {}
        seen: set[str] = set()
        while self.at < len(self._rows):
            row = self._rows[self.at]
            known = row.key in fields if model else row.key not in ends
            if not row.key or not known or row.key in seen or (row.is_entry and seen):
                return
            seen.add(row.key)
            self.at += 1
            yield row.written(indent - 2 if row.is_entry else indent)
            if not row.value:
                inner = inner_model(fields.get(row.key))
                yield from self._below(inner, indent + 2, ends | (frozenset(fields) - seen))

    def _below(
        self, model: type[Content] | None, indent: int, ends: frozenset[str]
    ) -> Iterator[Line]:
        """What a field without a value holds: a list or a group."""
        if self.at < len(self._rows) and not self._rows[self.at].is_entry:
            yield from self.of_group(model, indent, ends)
        while self.at < len(self._rows) and self._rows[self.at].is_entry:
            row, before = self._rows[self.at], self.at
            if row.key:
                yield from self.of_group(model, indent + 2, ends)
            else:
                self.at += 1
                yield row.written(indent)
            if self.at == before:
                return
