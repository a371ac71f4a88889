"""Sorted terms → blocks, cut where the terms themselves say so."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

# Characters of JSON. A block is at least this long, then ends before the next term that says so,
# and before the one with which it would be longer than this.
LEAST, MOST = 6_000, 18_000
# One term of so many says so.
CUTTING = 16


def blocks(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """(term, its entry as JSON) in order → (from where it begins, the block).

    Where a block begins is the shortest text that stands after all terms before it and not after
    its own: whole terms would make the manifest longer.

    Where a block ends hangs on the terms there and on no count of them: a term that comes or goes
    leaves the blocks further on as they were, and with them what browsers keep.
    """
    start, before, held, size = "", "", list[str](), 0
    for term, entry in entries:
        if held and (size + len(entry) > MOST or (size >= LEAST and _cuts(term))):
            yield start, _block(held)
            held, size = [], 0
        if not held:
            start = _between(before, term)
        held.append(entry)
        before = term
        size += len(entry) + 1
    if held:
        yield start, _block(held)


def _between(before: str, term: str) -> str:
    """The shortest beginning of a term that stands after the term before it."""
    for length, (one, other) in enumerate(zip(before, term, strict=False), 1):
        if one != other:
            return term[:length]
    return term[: len(before) + 1]


def _cuts(term: str) -> bool:
    return zlib.crc32(term.encode()) % CUTTING == 0


def _block(entries: list[str]) -> bytes:
    return f"[{','.join(entries)}]".encode()
