"""Signs that look like those of YAML and are others: what a word processor or a keyboard puts.

Curly quotes, bullets, no-break spaces, the colons and commas of other scripts. YAML takes each
for a letter, so it either stops later, for a reason that helps nobody, or reads on in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from sitegen.errors import Params
from sitegen.unreadable.stumble import Cause, Stumble, line_with, quoted

# Which quotes close which: by language “…”, „…“, ”…”, «…», »…«, ‘…’, ‚…‘, ‹…›.
CLOSERS = {"“": "”“", "„": "“”", "”": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›"}
CURLY = frozenset("“”„«»‘‚‹›")
BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
COMMAS = "،，、﹐"
_COLONS = "：﹕︓∶꞉׃"
_BULLET = re.compile(
    r"\s*(?P<sign>[•·▪‣◦●○■□➢►∙⁃]|(?:[*–—−‐]|[0-9]{1,2}[.)])(?=\s))\s*(?P<rest>\S.*)"
)
# Word's bullet of the second rank; a word in several languages, so it counts where nothing is read.
_WORDS_BULLET = re.compile(r"\s*(?P<sign>o)\s+(?P<rest>\S.*)")
_TIGHT_HYPHEN = re.compile(r"\s*(?P<sign>-)(?P<rest>[^\W\d].*|[{\[\"].*)")
_INDENT = re.compile(rf"[ \t]*(?:- ?)?(?P<sign>[{BLANKS}])[\s]*\S")
# Here and below, what may not stand before a name keeps a search from trying its every letter.
_COMMA = re.compile(
    rf"(?<![\w.+\"'-])(?P<before>[\w.+\"'-]+)(?P<sign>[{COMMAS}])\s*(?P<after>[\w-]+ ?:(?=\s))"
)
_START = r"(?:^\s*|[:,-]\s+|[\[{]\s*)"
_HELD = re.compile(
    _START + r"(?P<open>[“„”«‘‚‹])(?P<text>[^“”„«»‘’‚‹›\"]*(?:’\w[^“”„«»‘’‚‹›\"]*)*)[“”»’›\"]"
)
_FIELD_BEFORE = re.compile(r"(?<![\w-])(?P<field>[\w-]+) ?:\s+$")
_MEANS_SOMETHING = re.compile(r"[:,\[\]{}]|#")
_FIELD = re.compile(
    rf"(?P<lead>\s*(?:- )?)(?P<name>[\w-]+)[ {BLANKS}]?"
    rf"(?P<sign>[{_COLONS}]|:[ ]?[{BLANKS}]|:=|=>?|->|→|[–—-](?=\s))\s*(?P<value>\S.*)"
)


def held_in_curly(stumble: Stumble) -> Cause | None:
    """A text in curly quotes with a colon or a comma in it: curly quotes hold nothing together."""
    for number, line in stumble.back():
        for found in _HELD.finditer(line):
            if _MEANS_SOMETHING.search(found["text"]):
                column = found.start("open")
                params = {"found": found["open"], "example": held(line, column, found["text"])}
                return Cause("P119", number, column, params)
    return None


def held(line: str, column: int, text: str) -> str:
    """The text in double quotes, after the field that stands before it on its line."""
    before = _FIELD_BEFORE.search(line[:column])
    return line_with(before["field"] if before else "", text)


def uncurled(text: str) -> str:
    """A text without the curly quotes that stand around the whole of it."""
    closers = CLOSERS.get(text[:1], "")
    return text[1:-1] if closers and len(text) > 2 and text[-1] in closers else text


def half_curly(line: str, column: int) -> Cause | None:
    """A text that starts with a straight quote at `column` and ends with a curly one."""
    end = line.rstrip().rstrip(",}] ")
    if end and end[-1] in "”“’»" and len(end) > column + 1:
        text = end[column + 1 : -1]
        params = {"found": end[-1], "example": held(line, column, text)}
        return Cause("P119", 0, len(end) - 1, params)
    return None


def indented_oddly(stumble: Stumble) -> Cause | None:
    """A line indented with spaces that are none to YAML."""
    for number, line in stumble.back():
        found = _INDENT.match(line)
        if found:
            return Cause("P124", number, found.start("sign"), odd_blank(found["sign"]))
    return None


def odd_blank(sign: str) -> Params:
    """The params of P124: the name of a space that is none to YAML."""
    return {"found": unicodedata.name(sign[-1], "a no-break space").lower()}


def bullet(line: str, sign: re.Pattern[str] = _BULLET) -> Cause | None:
    """What stands on a line in place of a hyphen and a blank; the line counts as 0."""
    found = sign.match(line) or _TIGHT_HYPHEN.match(line)
    if not found:
        return None
    params = {"found": found["sign"], "example": f"- {found['rest'].strip()}"}
    return Cause("P123", 0, found.start("sign"), params)


def bulleted(stumble: Stumble) -> Cause | None:
    """A list whose entries start with a bullet: its first."""
    return _first_of_run(stumble, _as_bullet)


def _as_bullet(line: str) -> Cause | None:
    return bullet(line) or bullet(line, _WORDS_BULLET)


def _first_of_run(stumble: Stumble, rule: Callable[[str], Cause | None]) -> Cause | None:
    """The cause on the topmost of the neighbouring lines to which a rule applies."""
    nearest = next((number for number, line in stumble.back() if rule(line)), None)
    if nearest is None:
        return None
    while nearest and rule(stumble.lines[nearest - 1]):
        nearest -= 1
    cause = rule(stumble.lines[nearest])
    return cause and Cause(cause.code, nearest, cause.column, cause.params)


def other_sign(line: str) -> Cause | None:
    """A field with another sign in place of its colon and blank; the line counts as 0."""
    found = _FIELD.fullmatch(line.rstrip())
    if not found:
        return None
    sign = found["sign"]
    if sign[0] == ":" and sign != ":=":
        return Cause("P124", 0, found.end("sign") - 1, odd_blank(sign))
    code = "P125" if sign in _COLONS else "P126"
    value = found["value"]
    needs_quotes = ": " in value and value[0] not in "[{\"'"
    example = f"{found['name']}: {quoted(value) if needs_quotes else value}"
    return Cause(code, 0, found.start("sign"), {"found": sign, "example": example})


def with_other_sign(stumble: Stumble) -> Cause | None:
    """The same, where the parser stopped."""
    return _first_of_run(stumble, other_sign)


def with_other_comma(stumble: Stumble) -> Cause | None:
    """A comma of another script before the next field in braces."""
    for number, line in stumble.back():
        found = _COMMA.search(line)
        if found:
            params = {"found": found["sign"], "example": f"{found['before']}, {found['after']} …"}
            return Cause("P125", number, found.start("sign"), params)
    return None
