"""Lists of values, one for each person, as a column that is small when compressed.

    {"values": [VALUE, …], "once": [VALUE, …], "counts": NUMBERS, "of": NUMBERS}

`counts` says how many values each person has; `of` has the values of one person after the other: 0
is the next of those that only one has, any other number a place in `values`, from 1, the most
frequent first. How NUMBERS are written says sitegen/search/numbers.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from sitegen.search.numbers import numbers_text


def column(rows: Sequence[Sequence[Hashable]]) -> Mapping[str, Any]:
    """The values of everybody, in order, as JSON can hold them."""
    said = [value for row in rows for value in row]
    counts = Counter(said)
    # Of those as frequent as each other the one that was met first.
    values = [value for value, count in counts.most_common() if count > 1]
    place = {value: number for number, value in enumerate(values, 1)}
    return {
        "values": values,
        "once": [value for value in said if value not in place],
        "counts": numbers_text(map(len, rows)),
        "of": numbers_text(place.get(value, 0) for value in said),
    }
