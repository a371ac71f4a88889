"""Models → JSON Schema of the file as people write it.

The models describe what a program reads; `sitegen.models.kind` gives each kind of field the side
that people write, and pydantic puts them together. Added here is what only the whole knows: lines
and examples for the hover text of an editor, sizes of lists, rules across fields, and the ids of
a vocabulary where there is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sitegen.errors import ContentError
from sitegen.explain import model_at
from sitegen.frontmatter import Loc, Node
from sitegen.models.kind import JsonSchema, words
from sitegen.models.terms import Phase, Role
from sitegen.read import read
from sitegen.rules import COUNTS, NOTHING
from sitegen.schema.outline import KINDS, fields, groups
from sitegen.schema.rules import rules_of
from sitegen.validate import validate
from sitegen.vocabulary import Vocabulary

TITLES = {
    "profile": "A profile: the fields between the two lines ---",
    "assignment": "An assignment: the fields between the two lines ---",
    "vetting": "What was checked about a person",
    "site": "The settings of the site",
}


def vocabulary_of(root: Path) -> Vocabulary:
    """The vocabulary of a content folder. Raises ContentError, SettingsError S001, S005, S009."""
    entries, problems = validate(read(root))
    if entries is None:
        raise ContentError(problems)
    return entries.vocabulary


def schema_text(kind: str, vocabulary: Vocabulary | None) -> str:
    """The schema of a kind of file, as the text of a JSON file."""
    return file_text(schema_of(kind, vocabulary))


def file_text(schema: JsonSchema) -> str:
    """A schema as the text of a JSON file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: str, vocabulary: Vocabulary | None) -> JsonSchema:
    """The JSON Schema (2020-12) of one of `KINDS`; ids are those of the vocabulary, if any."""
    model = KINDS[kind]
    whole: Any = tuple[model, ...] if kind == "vetting" else model  # type: ignore[valid-type]
    shared: dict[str, JsonSchema] = {}
    # What a field holds is said beside a shared list, so the lists go first.
    made = _without_anchors(_by_pydantic(whole), shared)
    _describe(made, kind)
    made = _without_anchors(made, shared)
    for name in shared:
        if vocabulary and name in vocabulary.known:
            shared[name] = words(_labels(vocabulary, name))
    definitions = {**made.pop("$defs"), **shared}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": TITLES[kind],
        **made,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


@cache
def _by_pydantic(whole: Any) -> JsonSchema:
    """What pydantic makes of a model: always the same, slow, and each build asks twice."""
    return TypeAdapter(whole).json_schema(schema_generator=_Written)


def _labels(vocabulary: Vocabulary, kind: str) -> Mapping[str, str]:
    """The ids of one kind of thing with what they are called."""
    of_method: Mapping[str, Iterable[Phase | Role]] = {
        "phase": vocabulary.method.phases,
        "role": vocabulary.method.roles,
    }
    terms = of_method.get(kind) or vocabulary.terms(kind).values()
    return {term.id: term.label for term in terms}


def _describe(made: JsonSchema, kind: str) -> None:
    """Add to each group what its fields hold, how many there may be, and its rules."""
    for model, group in groups(kind).items():
        node = made["$defs"].get(model.__name__, made)
        node.pop("title")
        for field in fields(model, group):
            node["properties"][field.name]["description"] = field.description
            if field.example:
                node["properties"][field.name]["examples"] = [_typed(field.value())]
        rules = rules_of(model)
        if rules:
            node["allOf"] = rules
    for loc, sizes in COUNTS.get(KINDS[kind], {}).items():
        _bound(made, kind, loc, sizes)


def _bound(made: JsonSchema, kind: str, loc: Loc, sizes: tuple[int, int]) -> None:
    """Say how many entries a list or a group of free names takes."""
    model = model_at(KINDS[kind], map(str, loc[:-1]))
    node = made["$defs"].get(model and model.__name__, made)["properties"][loc[-1]]
    shape = node.get("anyOf", [node])[0]
    unit = "Items" if shape["type"] == "array" else "Properties"
    node |= {f"{end}{unit}": size for end, size in zip(("min", "max"), sizes, strict=True) if size}


class _Written(GenerateJsonSchema):
    """What people write: no null of a program, and no defaults that an editor would put in."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(schema["schema"]), NOTHING]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _without_anchors(node: Any, shared: dict[str, JsonSchema]) -> Any:
    """The schema with everything that has an anchor moved to `shared`, by that name."""
    if isinstance(node, list):
        return [_without_anchors(part, shared) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: _without_anchors(value, shared) for key, value in node.items()}
    name = made.pop("$anchor", None)
    if name is None:
        return made
    shared[name] = made
    return {"$ref": f"#/$defs/{name}"}


def _typed(node: Node | None) -> Any:
    """A value as an editor's YAML reads it: numbers as numbers, the rest as text."""
    if isinstance(node, list):
        return [_typed(part) for part in node]
    if isinstance(node, dict):
        return {key: _typed(part) for key, part in node.items()}
    return int(node) if node and node.isdigit() else node
