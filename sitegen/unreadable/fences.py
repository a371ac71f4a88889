"""The two lines `---` around the fields, and what people write in their place.

Word processors make one dash of two hyphens and a rule of three; chat programs put the whole in
a block of code; people leave a blank line or a title above the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.unreadable.stumble import Cause

FENCE = "---"
_LONGEST_FENCE = 80
# A rule of any make, bold or escaped or indented: at least two signs, or one long dash.
_LIKE_A_FENCE = re.compile(r"[\s\\*_]*(?:[-=+~_*.‐‑‒–−]\s?){2,}[*_\s]*|[\s\\*_]*[—―⸺⸻][-‐–—―\s*_]*")
_FIELD = re.compile(r"[\w-]+ ?:(?:\s|$)")
_LIKE_A_FIELD = re.compile(r"\s|#|- |[\w-]+:|[}\])]")


def no_opening(lines: Sequence[str]) -> Cause | None:
    """Why the fields do not start on the first line; None when they do."""
    if lines[0].rstrip() == FENCE:
        return None
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if _ends_falsely(lines, first):
        return _false(first, lines[first])
    fence = _index_of_fence(lines)
    # A rule in a text without fields is no start, nor is the end of fields without a start.
    if fence is None or _FIELD.match(lines[first]) or not _FIELD.match(_next(lines, fence)):
        return Cause("P004", 0, 0)
    return Cause("P122", 0, 0, {"line": str(fence + 1)})


def end_of_fields(lines: Sequence[str]) -> int | Cause:
    """The index of the second fence, or why there is none."""
    end = _index_of_fence(lines, 1)
    return _no_end(lines) if end is None else end


def after_a_false_end(lines: Sequence[str], line: int) -> Cause | None:
    """The line that was meant to end the fields, when `line` cannot be read because it did not.

    A rule in the text is taken for the second fence when the true one is misspelt.
    """
    return next(
        (
            _false(n, lines[n])
            for n in range(1, min(line + 1, len(lines)))
            if _ends_falsely(lines, n)
        ),
        None,
    )


def _index_of_fence(lines: Sequence[str], start: int = 0) -> int | None:
    return next((n for n in range(start, len(lines)) if lines[n].rstrip() == FENCE), None)


def _next(lines: Sequence[str], number: int) -> str:
    return next((line for line in lines[number + 1 :] if line.strip()), "")


def _like_a_fence(line: str) -> bool:
    return len(line) <= _LONGEST_FENCE and bool(_LIKE_A_FENCE.fullmatch(line))


def _ends_falsely(lines: Sequence[str], number: int) -> bool:
    return _like_a_fence(lines[number]) and lines[number].rstrip() != FENCE


def _false(number: int, line: str) -> Cause:
    return Cause("P117", number, 0, {"found": line.rstrip()})


def _no_end(lines: Sequence[str]) -> Cause:
    """A line that was meant as the end; else where the text starts, or the last line."""
    first = next((n for n in range(1, len(lines)) if _first_text(lines[n])), len(lines) - 1)
    false = after_a_false_end(lines, first)
    return false or Cause("P005", _with_its_title(lines, first), 0)


def _first_text(line: str) -> bool:
    return bool(line.strip()) and not _LIKE_A_FIELD.match(line)


def _with_its_title(lines: Sequence[str], first: int) -> int:
    """Start at the title above a text: a blank line apart from the fields it is no note."""
    title = first
    while title > 1 and (not lines[title - 1].strip() or lines[title - 1].startswith("#")):
        title -= 1
    while title < first and not lines[title].strip():
        title += 1
    return title if lines[title - 1].strip() == "" else first
