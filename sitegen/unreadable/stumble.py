"""Where a parser stopped, and the cause that is found for it. Lines and columns count from 0."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.errors import Params

LOOK_BACK = 2


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
        return self.at((self.line, self.column))

    def at(self, place: tuple[int, int]) -> str:
        """The rest of a line from a place."""
        line, column = place
        return self.lines[line][column:] if line < len(self.lines) else ""

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


def quoted(text: str) -> str:
    """A text in double quotes, as YAML reads it back."""
    # No-break spaces could not be told from others in a message.
    inner = re.sub(r"\s", " ", text).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def line_with(field_name: str, text: str) -> str:
    """A field with its text in double quotes: the line as it should be."""
    return f"{field_name}: {quoted(text)}" if field_name else quoted(text)
