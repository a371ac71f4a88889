"""What YAML reads without complaint, and reads as nobody meant it.

Each is a warning, since it may be meant; where the value is refused as well, it is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.unreadable.lookalikes import BLANKS, CLOSERS, COMMAS, CURLY, bullet, odd_blank
from sitegen.unreadable.stumble import Cause, line_with

# An unquoted text of several words, one blank, `# `: much likelier a sentence that goes on ("a
# team # of ten") than a note. Whoever writes a note sets it apart by two blanks, as our own files
# do, or puts it on a line of its own; so that costs nobody their note, and nobody their text.
_GOES_ON = re.compile(r" (?P<lost># +\S.*)")
_ENDS_BADLY = re.compile(r"[,;]$")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text without quotes: its value, field and place; lines and columns count from 0."""

    value: str
    field: str
    lines: Sequence[str]
    start: tuple[int, int]
    end: tuple[int, int]
    in_brackets: bool = False
    is_entry: bool = False

    @property
    def rest(self) -> str:
        """What follows on the last line."""
        return self.lines[self.end[0]][self.end[1] :] if self.end[0] < len(self.lines) else ""

    @property
    def written(self) -> Sequence[str]:
        """The whole lines on which it stands."""
        return self.lines[self.start[0] : self.end[0] + 1]

    def as_it_should_be(self, text: str) -> str:
        """The line, or the entry of a list, with another text in double quotes."""
        return line_with("" if self.is_entry else self.field, text)

    def cut(self, code: str, column: int, lost: str) -> Cause:
        """The cause of a text that ends at a `#` in `column` of its last line."""
        whole = re.sub(r"[\]}\s]+$", "", lost) if self.in_brackets else lost.rstrip()
        between = " " if self.rest.startswith(" ") else ""
        example = self.as_it_should_be(f"{self.value}{between}{whole}")
        params = {"found": whole, "field": self.field, "example": example}
        return Cause(code, self.end[0], column, params)


def misread_name(name: str, line: str) -> Cause | None:
    """What a field's name holds that is no part of it; `line` and the place start with it."""
    marked = bullet(line)
    if marked:
        return marked
    blank = re.search(f"^(?P<sign>[{BLANKS}])|(?<=.)(?P<last>[{BLANKS}])$", name)
    if blank:
        return Cause("P124", 0, blank.start(), odd_blank(blank[0]))
    closers = CLOSERS.get(name[:1], "")
    if closers and not set(closers) & set(name[1:]):
        return Cause("P119", 0, 0, {"found": name[0], "example": '"…"'})
    return None


def cut_by_a_comma(scalar: Scalar, rest: str) -> Cause | None:
    """A text in curly quotes that a comma cuts; `rest` is what follows the comma."""
    if scalar.value[:1] not in CLOSERS:
        return None
    text = f"{scalar.value[1:]}, {rest}".rstrip('”“»’›"')
    params = {"found": scalar.value[0], "example": scalar.as_it_should_be(text)}
    return Cause("P119", *scalar.start, params)


def noticed(scalar: Scalar) -> Iterator[Cause]:
    """What an unquoted text was probably meant to be."""
    for rule in (_curly, _cut, _odd_blank, _bullets, _comma_of_another_script, _ends_badly):
        cause = rule(scalar)
        if cause:
            yield cause


def _curly(scalar: Scalar) -> Cause | None:
    value = scalar.value
    closers = CLOSERS.get(value[:1], "")
    if closers and not set(closers + "\"'") & set(value[1:]):
        return _torn(scalar, closers)
    if len(value) < 3 or not closers or value[-1] not in closers + "\"'":
        return None
    inner = value[1:-1]
    if CURLY & set(inner):
        return None
    params = {
        "found": f"{value[0]} {value[-1]}",
        "field": scalar.field,
        "example": scalar.as_it_should_be(inner),
    }
    return Cause("P118", *scalar.start, params)


def _torn(scalar: Scalar, closers: str) -> Cause | None:
    """A text in curly quotes that ends before they do."""
    found = re.match(rf"[^{closers}]*", scalar.rest)
    if found is None or found.end() == len(scalar.rest):
        return None
    example = scalar.as_it_should_be(scalar.value[1:] + found[0])
    return Cause("P119", *scalar.start, {"found": scalar.value[0], "example": example})


def _cut(scalar: Scalar) -> Cause | None:
    found = _GOES_ON.match(scalar.rest)
    if not found or " " not in scalar.value:
        return None
    return scalar.cut("P120", scalar.end[1] + found.start("lost"), found["lost"])


def _odd_blank(scalar: Scalar) -> Cause | None:
    found = re.match(f"-?(?P<sign>[{BLANKS}])", scalar.value)
    if not found:
        return None
    line, column = scalar.start
    return Cause("P124", line, column + found.start("sign"), odd_blank(found["sign"]))


def _bullets(scalar: Scalar) -> Cause | None:
    if scalar.in_brackets:
        return None
    for number, line in enumerate(scalar.written, scalar.start[0]):
        found = bullet(line)
        if found and (number, found.column) >= scalar.start:
            return Cause(found.code, number, found.column, found.params)
    return None


def _comma_of_another_script(scalar: Scalar) -> Cause | None:
    found = re.search(f"[{COMMAS}]", scalar.value) if scalar.in_brackets else None
    if not found or scalar.start[0] != scalar.end[0]:
        return None
    parts = [part.strip() for part in re.split(f"[{COMMAS}]", scalar.value)]
    params = {"found": found[0], "example": ", ".join(parts)}
    return Cause("P125", scalar.start[0], scalar.start[1] + found.start(), params)


def _ends_badly(scalar: Scalar) -> Cause | None:
    found = _ENDS_BADLY.search(scalar.value)
    if not found or scalar.in_brackets:
        return None
    line, column = scalar.end
    better = scalar.value.rstrip(",; ")
    example = better if scalar.is_entry else f"{scalar.field}: {better}"
    params = {"found": found[0], "field": scalar.field, "example": example}
    return Cause("P127", line, column - 1, params)
