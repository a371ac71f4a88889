"""What stands in a field and has the wrong shape, with the shape it could have."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import ErrorDetails

from sitegen import nearest
from sitegen.explain.models import model_at, required_of
from sitegen.models.fields import Content

LIST = "a list: [first, second]"
GROUP = "a group of fields: {name: value}"
ENTRY = "a list of groups, each with its fields: [{…}, {…}]"
_BY_FIELD = {
    "languages": nearest.spoken,
    "based_in": nearest.located,
    "day_rate": nearest.paid,
    "budget": nearest.paid,
}


def entry_shape(required: Sequence[str], value: object) -> dict[str, str]:
    """An entry of a list of groups that is no group, or one with a value for its only field."""
    return {"expected": ENTRY, **nearest.joined(nearest.entry_of(required, value))}


def shape_of(kind: str, field: str, error: ErrorDetails, model: type[Content]) -> dict[str, str]:
    """What stands there has the wrong shape: a text for a list, a list for a group."""
    names = [part for part in error["loc"] if isinstance(part, str)]
    value, required = error["input"], required_of(model_at(model, names))
    if kind.startswith("tuple"):
        return {"expected": LIST, **nearest.joined(_as_list(field, required, value))}
    if error["loc"] and isinstance(error["loc"][-1], int):
        return entry_shape(required, value)
    named = _BY_FIELD.get(field)
    found = named(field, value) if named else nearest.filled(field, required, value)
    return {"expected": GROUP, **nearest.joined(found)}


def _as_list(field: str, required: Sequence[str], value: object) -> Sequence[str]:
    """The line with the list; entries that are groups keep what they have."""
    if not required:
        return nearest.listed(field, value)
    given = value.items() if isinstance(value, dict) else ()
    entries = [nearest.entry_of(required, {name: second}) for name, second in given]
    if not entries or not all(entries):
        return ()
    return (f"{field}: [{', '.join(entry[0] for entry in entries)}]",)
