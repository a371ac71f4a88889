"""What usually stands behind a line that YAML cannot read, in words for people who never met YAML.

The parser says what it expected; people want to know what they did: a text with a colon and no
quotes, a bracket left open, a tab. The rules are tried in order, at the line of the failure and
at the two above, since the parser often stumbles one line late.
"""

from __future__ import annotations

import re

from sitegen.errors import Params
from sitegen.unreadable.lookalikes import (
    bulleted,
    half_curly,
    held_in_curly,
    indented_oddly,
    other_sign,
    uncurled,
    with_other_comma,
    with_other_sign,
)
from sitegen.unreadable.quotes import apostrophe, left_open, mended, quotes_in_quotes
from sitegen.unreadable.stumble import Cause, Stumble, line_with

_FIELD = re.compile(r"(?P<lead>\s*(?:- )?)(?P<name>\w[\w -]*?): +(?P<value>\S.*)")
_TIGHT = re.compile(r"(?P<lead>\s*(?:- )?)(?P<name>\w+):(?P<value>[^\s/].*)")
# Inside braces: a field, a text without quotes, and a second colon before any comma or brace.
_IN_GROUP = re.compile(
    r"\b(?P<field>\w+): (?P<text>[^\s\"'{\[][^,{}\[\]\"]*?)\b(?P<found>\w+):(?= |$)"
)
_TO_NEXT_FIELD = re.compile(r".*?(?=, *\w+: |[{}\[\]\"]|$)")
_INDENT = re.compile(r"\s*(?:-\s+)?")
_OPENERS = ("'", '"', "{", "[", "|", ">", "&", "*", "!")


def cause_of(stumble: Stumble) -> Cause:
    """Name the likeliest mistake behind a parser's failure."""
    for rule in _RULES:
        cause = rule(stumble)
        if cause:
            return cause
    return Cause("P006", stumble.line, stumble.column, {"detail": stumble.problem})


def _tab(stumble: Stumble) -> Cause | None:
    for number, line in stumble.back():
        indent = _INDENT.match(line)
        if indent and "\t" in indent[0]:
            return Cause("P007", number, indent[0].index("\t"))
    return None


def _colon_in_text(stumble: Stumble) -> Cause | None:
    if "mapping values" in stumble.problem:
        return _second_colon(stumble)
    if "expected ','" in stumble.problem:
        for number, line in stumble.back():
            found = _IN_GROUP.search(line)
            if found:
                whole = _TO_NEXT_FIELD.match(line, found.start("text"))
                example = _with_comma(found) or line_with(found["field"], whole[0] if whole else "")
                params = {"field": found["field"], "found": found["found"], "example": example}
                return Cause("P103", number, found.start("text"), params)
    return None


def _with_comma(found: re.Match[str]) -> str:
    """After a single word a comma is likelier to be missing than quotes."""
    text = found["text"].strip()
    return "" if " " in text else f"{found['field']}: {text}, {found['found']}: …"


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
            text = uncurled(found["value"].strip())
            params = {"field": found["name"], "example": line_with(found["name"], text)}
            return Cause("P017", number, column, params)
    return _above_without_colon(stumble) or _out_of_line(stumble)


def _out_of_line(stumble: Stumble) -> Cause:
    line = stumble.lines[stumble.line]
    return Cause("P106", stumble.line, len(line) - len(line.lstrip()))


def _above_without_colon(stumble: Stumble) -> Cause | None:
    """A first line without a colon: the parser reads on, and stops at the colon below."""
    line, above = stumble.lines[stumble.line], stumble.lines[stumble.line - 1].rstrip()
    indent = len(line) - len(line.lstrip())
    if not stumble.line or len(above) - len(above.lstrip()) != indent or not above.strip():
        return None
    if re.search(r":(?:\s|$)|^\s*[-#]", above):
        return None
    return Cause("P101", stumble.line - 1, indent, {"found": above.strip()})


def _by_phrase(stumble: Stumble) -> Cause | None:
    first = stumble.start or (stumble.line, stumble.column)
    return _where_it_began(stumble, first) or _where_it_stopped(stumble)


def _where_it_began(stumble: Stumble, first: tuple[int, int]) -> Cause | None:
    """Causes that stand where the thing began that the parser could not finish."""
    problem, begun = stumble.problem, stumble.at(first)
    params: Params = {"found": begun[:1]}
    if "expected ','" in problem:
        return Cause("P102", *first, params)
    if "end of stream" in problem or "document indicator" in problem:
        return _half_curly(stumble, first) or Cause("P104", *first, params)
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


def _half_curly(stumble: Stumble, first: tuple[int, int]) -> Cause | None:
    cause = half_curly(stumble.lines[first[0]], first[1]) if first[0] < len(stumble.lines) else None
    return Cause(cause.code, first[0], cause.column, cause.params) if cause else None


def _after_a_value(stumble: Stumble) -> Cause:
    before = stumble.lines[stumble.line][: stumble.column].rstrip()
    if not before:
        return Cause("P106", stumble.line, stumble.column)
    opened = left_open(stumble, before[-1]) if before[-1] in "'\"" else None
    if opened:
        return _half_curly(stumble, opened) or Cause("P104", *opened, {"found": before[-1]})
    params = {"found": stumble.here, "before": before[-1], "example": mended(stumble, before)}
    return Cause("P105", stumble.line, stumble.column, params)


def _without_colon(stumble: Stumble, first: tuple[int, int]) -> Cause:
    found = stumble.at(first).strip()
    empty = re.match(r"(\w+):[,}\]]", found)
    if empty:
        return Cause("P025", *first, {"field": empty[1]})
    tight = _TIGHT.fullmatch(found)
    if tight:
        params = {"found": found, "example": f"{tight['name']}: {tight['value']}"}
        return Cause("P111", first[0], first[1] + tight.end("name"), params)
    return Cause("P101", *first, {"found": found})


def without_colon(name: str, field: str, unquoted: str) -> Cause:
    """The cause behind a name in braces that no colon follows; its place counts from the name.

    `field` is the one before it when its text, `unquoted`, has no quotes: the comma cut it.
    """
    tight, other = _TIGHT.fullmatch(name), other_sign(name)
    if tight:
        params = {"found": name, "example": f"{tight['name']}: {tight['value']}"}
        return Cause("P111", 0, tight.end("name"), params)
    if other:
        return other
    if field:
        example = line_with(field, f"{unquoted}, {name}")
        return Cause("P100", 0, 0, {"found": name, "field": field, "example": example})
    return Cause("P101", 0, 0, {"found": name})


_RULES = (
    _tab,
    indented_oddly,
    bulleted,
    held_in_curly,
    apostrophe,
    quotes_in_quotes,
    with_other_sign,
    with_other_comma,
    _colon_in_text,
    _by_phrase,
)
