"""What the models say about their fields: names, groups inside, what is required."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from sitegen.models.fields import Content


def inner_model(info: FieldInfo | None) -> type[Content] | None:
    """Find the model inside a field's type, however it is wrapped."""
    waiting = [info.annotation] if info else []
    while waiting:
        found: Any = waiting.pop()
        if isinstance(found, type) and issubclass(found, Content):
            return found
        waiting += getattr(found, "__args__", ())
    return None


def fields_of(model: type[Content]) -> dict[str, FieldInfo]:
    """Fields of a model by the name that stands in files."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


@cache
def inner_models(model: type[Content]) -> Mapping[str, type[Content] | None]:
    """The model inside each field of a model, by the name that stands in files."""
    return {name: inner_model(info) for name, info in fields_of(model).items()}


def model_at(model: type[Content], path: Iterable[str]) -> type[Content] | None:
    """The model at a path of fields below a model."""
    current: type[Content] | None = model
    for name in path:
        current = inner_model(fields_of(current).get(name)) if current else None
    return current


def owners_of(model: type[Content], name: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Paths of the groups that have a field of this name; models do not nest in themselves."""
    for field, info in fields_of(model).items():
        if field == name:
            yield path
        inner = inner_model(info)
        if inner:
            yield from owners_of(inner, name, (*path, field))


def required_of(model: type[Content] | None) -> list[str]:
    """The fields of a model that must be there."""
    return [name for name, info in fields_of(model).items() if info.is_required()] if model else []
