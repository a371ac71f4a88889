"""What every JSON file is made of: models that both build the output and describe it.

A field that is None by default is left out where it has no value: absent means "not stated". Null
stands only where a field without a default may be None.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import WithDefaultSchema


class Record(BaseModel):
    """Base of everything in a JSON file: closed, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Schemas(GenerateJsonSchema):
    """Schemas of what is written: no defaults, no null for what is left out, no made-up titles."""

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        inner = schema["schema"]
        return self.generate_inner(inner["schema"] if inner["type"] == "nullable" else inner)

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_of(kind: type[Record], head: Mapping[str, str]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file; `head` is what it says of itself, as `$id`."""
    return {"$schema": _Schemas.schema_dialect, **_described(kind), **head}


@cache
def _described(kind: type[Record]) -> Mapping[str, Any]:
    # As written by us; how people may write the same fields in a file is `sitegen.schema`.
    return kind.model_json_schema(by_alias=True, schema_generator=_Schemas, mode="serialization")
