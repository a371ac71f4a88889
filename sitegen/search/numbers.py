r"""Numbers as text that compresses well and is read fast: assets/js/search/numbers.js reads it.

Printable ASCII without `"` and `\`, so that JSON adds nothing: 57 signs that end a number, 34 that
go on. A number up to 56 takes one sign, up to 1,937 two.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.unsignedinteger[Any] | np.signedinteger[Any]]

SIGNS = "".join(map(chr, range(0x23, 0x7F))).replace("\\", "")
_LAST, _FURTHER = SIGNS[:57].encode(), SIGNS[57:].encode()
_LAST_OF = _LAST.ljust(256)
_FURTHER_OF = np.frombuffer(_FURTHER, np.uint8)


class NumbersTexts:
    """Numbers from 0 on as signs: by place a text for those from each cut to the next."""

    def __init__(self, numbers: Numbers, cuts: Numbers) -> None:
        high = numbers // len(_LAST)
        last = (numbers - high * len(_LAST)).astype(np.uint8).tobytes().translate(_LAST_OF)
        signs, sizes = [np.frombuffer(last, np.uint8)], np.ones(len(numbers), np.uint8)
        while len(places := np.flatnonzero(high)):
            signs.append(np.zeros(len(numbers), np.uint8))
            signs[-1][places] = _FURTHER_OF[high[places] % len(_FURTHER)]
            sizes[places] += 1
            high //= len(_FURTHER)
        # A row for each number, the highest place first, with 0 where it has no such place.
        rows = np.stack(signs[::-1], axis=1)
        self._text = rows[rows > 0].tobytes().decode()
        # There are millions of numbers, and half as many bytes are enough for them.
        ends = np.zeros(len(numbers) + 1, np.uint32)
        np.cumsum(sizes, out=ends[1:])
        # Looked up one by one, which numpy is slow at.
        self._cuts = array("I", ends[cuts].astype(np.uintc).tobytes())

    def __getitem__(self, place: int) -> str:
        return self._text[self._cuts[place] : self._cuts[place + 1]]


def numbers_text(numbers: Iterable[int]) -> str:
    """Numbers from 0 on as signs."""
    held = np.fromiter(numbers, np.int64)
    return NumbersTexts(held, np.array([0, len(held)]))[0]
