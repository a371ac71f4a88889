"""Fields that were pasted into the text, below the second `---`, where they count for nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sitegen.errors import Place, Problem, Severity
from sitegen.frontmatter import Source

_FIELD = re.compile(r"(?P<name>[a-z][a-z_]*) ?:(?:\s+(?P<value>\S.*))?")
_BELOW = re.compile(r"\s+- |- \{|\s+[\w-]+: ")
_CODE = re.compile(r"\s{0,3}(?:```|~~~)")


class _Found(NamedTuple):
    line: int
    name: str
    text: str
    is_sure: bool


def pasted_fields(source: Source, names: Collection[str]) -> Iterator[Problem]:
    """The first of each run of lines that are fields and stand in the text.

    An error where it cannot be prose: a value in brackets, a list below, a second field, a second
    block between dashes. A warning for one line alone that starts a paragraph like a field does.
    """
    lines = source.body.split("\n")
    last = -2
    for found in _fields(lines, names):
        follows, last = found.line == last + 1, found.line
        if follows:
            continue
        place = Place(source.body_line + found.line, 1)
        params = {"field": found.name, "example": found.text}
        severity: Severity = "error" if found.is_sure else "warning"
        yield Problem(source.path, place, "P121", params, severity)


def _fields(lines: Sequence[str], names: Collection[str]) -> Iterator[_Found]:
    in_code = False
    for number, line in enumerate(lines):
        in_code ^= bool(_CODE.match(line))
        name = _name(line, names)
        if in_code or not name:
            continue
        before = lines[number - 1].rstrip() if number else ""
        sure = _is_sure(lines, number, names)
        if sure or not before:
            text = line.strip() if _value(line) else f"{name}: …"
            yield _Found(number, name, text, sure)


def _is_sure(lines: Sequence[str], number: int, names: Collection[str]) -> bool:
    before = lines[number - 1].rstrip() if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else ""
    value = _value(lines[number])
    if value[:1] in ("[", "{") or before == "---":
        return True
    if not value and _BELOW.match(after):
        return True
    return bool(_name(before, names) or _name(after, names))


def _name(line: str, names: Collection[str]) -> str:
    found = _FIELD.fullmatch(line.rstrip())
    return found["name"] if found and found["name"] in names else ""


def _value(line: str) -> str:
    found = _FIELD.fullmatch(line.rstrip())
    return (found["value"] or "") if found else ""
