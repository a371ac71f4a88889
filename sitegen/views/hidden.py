"""Which counts of a table are not shown, so that a small one cannot be worked out either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Table = Sequence[Sequence[int]]
Cell = tuple[int, int]


def with_small_hidden(table: Table, least: int) -> tuple[tuple[int | None, ...], ...]:
    """The table without counts below `least`, and without more where one gap would tell.

    Somebody who knows the sum of a row or a column could work out its only gap. So no row and no
    column has exactly one: the smallest other count goes too.
    """
    hidden = {cell for cell, count in _cells(table) if count < least}
    while (more := _given_away(table, hidden)) is not None:
        hidden.add(more)
    return tuple(
        tuple(None if (row, column) in hidden else count for column, count in enumerate(counts))
        for row, counts in enumerate(table)
    )


def _cells(table: Table) -> Iterator[tuple[Cell, int]]:
    for row, counts in enumerate(table):
        for column, count in enumerate(counts):
            yield (row, column), count


def _given_away(table: Table, hidden: set[Cell]) -> Cell | None:
    """The cell to hide next: the smallest beside an only gap; None when no gap is alone."""
    counts = dict(_cells(table))
    for axis in (0, 1):
        for line in sorted({cell[axis] for cell in counts}):
            cells = [cell for cell in counts if cell[axis] == line]
            shown = [cell for cell in cells if cell not in hidden]
            if shown and len(cells) - len(shown) == 1:
                return min(shown, key=lambda cell: (counts[cell], cell))
    return None
