"""What usually stands behind a line that YAML cannot read, in words for people who never met YAML.

The parser says what it expected; people want to know what they did: a text with a colon and no
quotes, a bracket left open, a tab. The rules are tried in order, at the line of the failure and
at the two above, since the parser often stumbles one line late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.errors import Params

LOOK_BACK = 2
_FIELD = re.compile(r"(?P<lead>\s*(?:- )?)(?P<name>\w[\w -]*?): +(?P<value>\S.*)")
_TIGHT = re.compile(r"(?P<lead>\s*(?:- )?)(?P<name>\w+):(?P<value>[^\s/].*)")
# Inside braces: a field, a text without quotes, and a second colon before any comma or brace.
_IN_GROUP = re.compile(
    r"\b(?P<field>\w+): (?P<text>[^\s\"'{\[][^,{}\[\]\"]*?)\b(?P<found>\w+):(?= |$)"
)
_OPENERS = ("'", '"', "{", "[", "|", ">", "&", "*", "!")


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where the parser stopped and why; lines and columns count from 0, as YAML counts them."""

    lines: Sequence[str]
    line: int
    column: int
    problem: str
    start: tuple[int, int] | None = None

    @property
    def here(self) -> str:
        """The rest of the line from where the parser stopped."""
        return self.lines[self.line][self.column :] if self.line < len(self.lines) else ""

    def back(self) -> Iterator[tuple[int, str]]:
        """The line of the failure and those just above it, nearest first."""
        last = min(self.line, len(self.lines) - 1)
        for number in range(last, max(last - LOOK_BACK - 1, -1), -1):
            yield number, self.lines[number]


@dataclass(frozen=True, slots=True)
class Cause:
    """A code with its place, counted from 0, and its params."""

    code: str
    line: int
    column: int
    params: Params = field(default_factory=dict)


def cause_of(stumble: Stumble) -> Cause:
    """Name the likeliest mistake behind a parser's failure."""
    for rule in (_tab, _colon_in_text, _by_phrase):
        cause = rule(stumble)
        if cause:
            return cause
    return Cause("P006", stumble.line, stumble.column, {"detail": stumble.problem})


def _tab(stumble: Stumble) -> Cause | None:
    for number, line in stumble.back():
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return Cause("P007", number, indent.index("\t"))
    return None


def _colon_in_text(stumble: Stumble) -> Cause | None:
    if "mapping values" in stumble.problem:
        return _second_colon(stumble)
    if "expected ','" in stumble.problem:
        for number, line in stumble.back():
            found = _IN_GROUP.search(line)
            if found:
                params = {"field": found["field"], "found": found["found"]}
                return Cause("P103", number, found.start("text"), params)
    return None


def _second_colon(stumble: Stumble) -> Cause:
    for number, line in stumble.back():
        tight = _TIGHT.fullmatch(line)
        if tight:
            params = {"found": line.strip(), "example": f"{tight['name']}: {tight['value']}"}
            return Cause("P111", number, tight.end("name"), params)
        found = _FIELD.fullmatch(line)
        colon = re.search(r":(?=\s|$)", found["value"]) if found else None
        if found and colon and not found["value"].startswith(_OPENERS):
            column = found.start("value") + colon.start()
            return Cause("P017", number, column, {"field": found["name"]})
    line = stumble.lines[stumble.line]
    return Cause("P106", stumble.line, len(line) - len(line.lstrip()))


def _by_phrase(stumble: Stumble) -> Cause | None:
    first = stumble.start or (stumble.line, stumble.column)
    return _where_it_began(stumble, first) or _where_it_stopped(stumble)


def _where_it_began(stumble: Stumble, first: tuple[int, int]) -> Cause | None:
    """Causes that stand where the thing began that the parser could not finish."""
    problem, begun = stumble.problem, _at(stumble, first)
    params: Params = {"found": begun[:1]}
    if "expected ','" in problem:
        return Cause("P102", *first, params)
    if "end of stream" in problem or "document indicator" in problem:
        return Cause("P104", *first, params)
    if "line break" in problem:
        return Cause("P107", *first, params)
    if "alphabetic or numeric" in problem or "tag" in problem:
        return Cause("P009", *first, {"found": (begun.split() or [""])[0]})
    return _without_colon(stumble, first) if "expected ':'" in problem else None


def _where_it_stopped(stumble: Stumble) -> Cause | None:
    if "expected key" in stumble.problem and stumble.column:
        return _after_a_value(stumble)
    code = next((code for phrase, code in _PHRASES if phrase in stumble.problem), None)
    if code is None:
        return None
    params = {"found": stumble.here[:2] if code == "P110" else stumble.here[:1]}
    return Cause(code, stumble.line, stumble.column, params)


_PHRASES = (
    ("expected key", "P106"),
    ("'-' indicator", "P106"),
    ("document start", "P106"),
    ("cannot start any token", "P107"),
    ("mapping keys", "P107"),
    ("node content", "P108"),
    ("block sequence", "P109"),
    ("escape character", "P110"),
)


def _at(stumble: Stumble, place: tuple[int, int]) -> str:
    line, column = place
    return stumble.lines[line][column:] if line < len(stumble.lines) else ""


def _after_a_value(stumble: Stumble) -> Cause:
    before = stumble.lines[stumble.line][: stumble.column].rstrip()
    if not before:
        return Cause("P106", stumble.line, stumble.column)
    opened = _left_open(stumble, before[-1]) if before[-1] in "'\"" else None
    if opened:
        return Cause("P104", *opened, {"found": before[-1]})
    return Cause(
        "P105", stumble.line, stumble.column, {"found": stumble.here, "before": before[-1]}
    )


def _left_open(stumble: Stumble, quote: str) -> tuple[int, int] | None:
    """The nearest line above on which a text in quotes starts and does not end."""
    starts = re.compile(rf"(?:^|[:,-] +|[\[{{])({quote})")
    for number in range(stumble.line - 1, -1, -1):
        line = stumble.lines[number]
        found = list(starts.finditer(line))
        if found and line.count(quote) % 2:
            return number, found[-1].start(1)
    return None


def _without_colon(stumble: Stumble, first: tuple[int, int]) -> Cause:
    found = _at(stumble, first).strip()
    empty = re.match(r"(\w+):[,}\]]", found)
    if empty:
        return Cause("P025", *first, {"field": empty[1]})
    tight = _TIGHT.fullmatch(found)
    if tight:
        params = {"found": found, "example": f"{tight['name']}: {tight['value']}"}
        return Cause("P111", first[0], first[1] + tight.end("name"), params)
    return Cause("P101", *first, {"found": found})


def without_colon(name: str, unquoted: str) -> tuple[str, Params]:
    """Code and params for a name in braces that no colon follows.

    `unquoted` is the field before it when its text stands without quotes: the comma cut it.
    """
    tight = _TIGHT.fullmatch(name)
    if tight:
        return "P111", {"found": name, "example": f"{tight['name']}: {tight['value']}"}
    if unquoted:
        return "P100", {"found": name, "field": unquoted}
    return "P101", {"found": name}
