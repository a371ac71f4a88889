r"""Numbers as text that compresses well and is read fast: assets/js/search/numbers.js reads it.

Printable ASCII without `"` and `\`, so that JSON adds nothing: 57 signs that end a number, 34 that
go on. A number up to 56 takes one sign, up to 1,994 two.
"""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = "".join(map(chr, range(0x23, 0x7F))).replace("\\", "")
_LAST, _FURTHER = SIGNS[:57], SIGNS[57:]


class _Numbers(dict[int, str]):
    """Number → signs, the highest place first."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number, len(_LAST))
        text = _LAST[low]
        while high:
            high, low = divmod(high, len(_FURTHER))
            text = _FURTHER[low] + text
        self[number] = text
        return text


_NUMBERS = _Numbers()


def numbers_text(numbers: Iterable[int]) -> str:
    """Numbers from 0 on as signs."""
    return "".join(map(_NUMBERS.__getitem__, numbers))
