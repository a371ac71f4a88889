r"""Numbers as text that compresses well and is read fast: assets/js/search/numbers.js reads it.

Printable ASCII without `"` and `\`, so that JSON adds nothing: 57 signs that end a number, 34 that
go on. A number up to 56 takes one sign, up to 1,937 two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

SIGNS = "".join(map(chr, range(0x23, 0x7F))).replace("\\", "")
_LAST, _FURTHER = SIGNS[:57], SIGNS[57:]
# Lengths are exact below 16; above, eight steps an octave.
LARGEST = len(SIGNS) - 1


def _signs(number: int) -> str:
    high, low = divmod(number, len(_LAST))
    text = _LAST[low]
    while high:
        high, low = divmod(high, len(_FURTHER))
        text = _FURTHER[low] + text
    return text


_SMALL = tuple(map(_signs, range(4096)))


def postings_text(postings: Iterable[tuple[int, int]]) -> str:
    """(document, how often) in the order of the documents.

    For each twice the documents skipped since the one before, plus one where the term stands more
    than once; then how often beyond twice.
    """
    parts: list[str] = []
    add, small, after = parts.append, _SMALL, 0
    for document, often in postings:
        number = (document - after) * 2 + (often > 1)
        add(small[number] if number < 4096 else _signs(number))
        if often > 1:
            add(_signs(often - 2))
        after = document + 1
    return "".join(parts)


def length_code(length: int) -> int:
    """A length in steps, rounded down: exact below 16, then eight an octave, as Lucene's norms.

    How long a field is matters little, and a code of few values compresses to a third.
    """
    octave = max(0, length.bit_length() - 4)
    return min((octave << 3) + (length >> octave), LARGEST)


def length_of(code: int) -> int:
    """The length that a code stands for."""
    octave = max(0, (code >> 3) - 1)
    return (code - (octave << 3)) << octave


def lengths_text(codes: Sequence[int]) -> str:
    """One sign a document."""
    return "".join(SIGNS[code] for code in codes)
