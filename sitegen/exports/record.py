"""What every JSON file is made of: models that both build the output and describe it.

A field that has no value is left out: absent means "not stated", and null never occurs.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from sitegen import markup
from sitegen.views.words import Words


class Record(BaseModel):
    """Base of everything in a JSON file: closed, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Record):
    """A text by its author: as safe HTML with absolute links, and as plain words."""

    html: str
    text: str


def text_of(body: str, words: Words) -> Text:
    """A Markdown body for other sites and programs."""
    return Text(html=str(markup.render(body, words.urls.absolute)), text=markup.plain(body))


def value_of(record: Record) -> dict[str, Any]:
    """The record as JSON values, fields without a value left out."""
    return record.model_dump(mode="json", by_alias=True, exclude_none=True)


class _Schemas(GenerateJsonSchema):
    """Schemas that say what `value_of` does: no null, no defaults, no made-up titles."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_of(kind: type[Record], address: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file; `address` is its own full URL."""
    # As written by us; how people may write the same fields in a file is `sitegen.schema`.
    schema = kind.model_json_schema(by_alias=True, schema_generator=_Schemas, mode="serialization")
    return {"$schema": _Schemas.schema_dialect, "$id": address, **schema}
