"""Values → JSON for programs: as short as it can be, in UTF-8. Only user of orjson."""

from __future__ import annotations

from typing import Any

import orjson


def compact(value: Any, *, is_sorted: bool = False) -> bytes:
    """The JSON of a value, on one line; keys in their order, or with `is_sorted` by code point.

    Of numbers only finite ones: others would be written as null.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS if is_sorted else None)


def parsed(raw: bytes) -> Any:
    """A value from its JSON. Raises ValueError."""
    return orjson.loads(raw)
