"""The JSON Schema of a kind of file → its fields as a form needs them, much smaller.

A field is `{"is": NODE}` with `required`, `says` (what it holds, in the site's language),
`example` (a right line) and `default` (as text) where it has them; `sitegen.forms.asks` puts
what is asked in place of `says`. The `order` of a group is that
of a file, where fields are left out. A NODE is one of

- `{"type": "group", "of": NAME}`, with `"bare": MOST` where a text may stand for its name
- `{"type": "list", "of": NODE}`, `{"type": "map", "keys": NODE, "of": NODE}`, both with `least`
  and `most` entries where there is a limit
- a value: text, whole, years, word, yes, day, link, login, slug, code, id, area; with its limits,
  its `words`, or the list that it is looked up in
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sitegen.explain import fields_of
from sitegen.i18n import Translator
from sitegen.models.fields import Content
from sitegen.models.kind import JsonSchema, login, written_slug
from sitegen.rules import DISTINCT, NOTHING, ORDERS, RULES
from sitegen.schema import KINDS, schema_of
from sitegen.schema.outline import fields, groups
from sitegen.vocabulary import WHERE

Json = dict[str, Any]
# What a form does not ask for: the number of an account, which nobody knows and the intake fills
# in; and what only maintainers write of an assignment (see `sitegen.reserved`). Drafts keep them.
LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    "profile": ("github_id",),
    "assignment": ("github_id", "members", "outcome"),
}
CODES = ("country", "currency", "timezone")


def groups_of(kind: str, translator: Translator) -> Json:
    """Every group that the form of a kind asks for: its fields, and the rules across them."""
    schema = schema_of(kind, None)
    found = groups(kind)
    made, waiting = {}, [KINDS[kind]]
    by_name = {model.__name__: model for model in found}
    while waiting:
        model = waiting.pop()
        node = schema["$defs"].get(model.__name__, schema)
        left = LEFT_OUT[kind] if model is KINDS[kind] else ()
        made[model.__name__] = {
            "fields": _fields(model, found[model], node, left, translator),
            **({"order": list(fields_of(model))} if left else {}),
            **_across(model, left),
        }
        inner = (each.inner for each in fields(model, found[model]) if each.name not in left)
        waiting += [by_name[one.__name__] for one in inner if one and one.__name__ not in made]
    return made


def _fields(
    model: type[Content],
    group: str,
    node: JsonSchema,
    left: tuple[str, ...],
    translator: Translator,
) -> Json:
    made: Json = {}
    for field in fields(model, group):
        if field.name in left:
            continue
        made[field.name] = {
            "is": node_of(node["properties"][field.name]),
            **({"required": True} if field.required else {}),
            "says": translator.gettext(field.description),
            **({"example": field.example} if field.example else {}),
            **_default(fields_of(model)[field.name].default),
        }
    return made


def _default(value: object) -> Json:
    """What counts where nothing is stated, as people would write it."""
    if isinstance(value, bool):
        return {"default": "yes" if value else "no"}
    return {"default": str(value)} if isinstance(value, int) else {}


def _across(model: type[Content], left: tuple[str, ...]) -> Json:
    """The rules across the fields of a group that its form can break."""
    rules = [
        {
            "code": rule.code,
            "asks": _without_anchors(rule.asks),
            **({"at": rule.at} if rule.at else {}),
            **({"params": dict(rule.params)} if rule.params else {}),
            **({"early": True} if rule.early else {}),
        }
        for rule in RULES.get(model, ())
        if rule.at not in left
    ]
    orders = [order._asdict() for order in ORDERS.get(model, ())]
    distinct = [one._asdict() for one in DISTINCT.get(model, ())]
    found = {"rules": rules, "orders": orders, "distinct": distinct}
    return {name: rows for name, rows in found.items() if rows}


def _without_anchors(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_anchors(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {key: _without_anchors(part) for key, part in node.items() if key != "$anchor"}


def node_of(schema: JsonSchema) -> Json:
    """What may stand in a field. Raises ValueError for a kind of value that no form knows."""
    if "anyOf" in schema:
        rest = [part for part in schema["anyOf"] if part != {"$ref": _ref(NOTHING["$anchor"])}]
        return {**_either(rest), **_sizes(schema)}
    if "$ref" in schema:
        return {**_named(schema["$ref"].rsplit("/", 1)[1]), **_sizes(schema)}
    if schema.get("type") == "array":
        return {"type": "list", "of": node_of(schema["items"]), **_sizes(schema)}
    if schema.get("type") == "object":
        keys, values = schema["propertyNames"], schema["additionalProperties"]
        return {"type": "map", "keys": node_of(keys), "of": node_of(values), **_sizes(schema)}
    for fits, made in _VALUES:
        if fits(schema):
            return made(schema)
    raise ValueError(f"no form knows how to ask for {schema}")


def _ref(name: str) -> str:
    return f"#/$defs/{name}"


def _sizes(schema: JsonSchema) -> Json:
    found = {
        end: schema.get(f"{short}Items", schema.get(f"{short}Properties"))
        for end, short in (("least", "min"), ("most", "max"))
    }
    return {end: size for end, size in found.items() if size is not None}


def _named(name: str) -> Json:
    if name in CODES:
        return {"type": "code", "of": name}
    if name == "language":
        return {"type": "language"}
    return {"type": "id", "of": name} if name in WHERE else {"type": "group", "of": name}


def _either(parts: list[JsonSchema]) -> Json:
    """One of several shapes of the same thing: a code or an id, a number or yes, a name or more."""
    made = [node_of(part) for part in parts]
    types = {node["type"]: node for node in made}
    if len(made) == 1:
        return made[0]
    if types.keys() == {"whole", "word"}:
        return {**types["whole"], "type": "years"}
    if types.keys() == {"text", "group"}:
        return {**types["group"], "bare": types["text"]["most"]}
    if types.keys() <= {"word", "code", "id"} and "code" in types and "id" in types:
        return {"type": "area", **({"words": types["word"]["words"]} if "word" in types else {})}
    raise ValueError(f"no form knows how to ask for one of {parts}")


def _whole(schema: JsonSchema) -> Json:
    return {"type": "whole", "least": schema["minimum"], "most": schema["maximum"]}


def _word(schema: JsonSchema) -> Json:
    written = [word for word in schema["enum"] if isinstance(word, str)]
    return {"type": "yes"} if written == ["yes", "no"] else {"type": "word", "words": written}


_VALUES: tuple[tuple[Callable[[JsonSchema], bool], Callable[[JsonSchema], Json]], ...] = (
    (lambda schema: "enum" in schema, _word),
    (lambda schema: schema.get("format") == "date", lambda _: {"type": "day"}),
    (lambda schema: schema.get("format") == "iri", lambda _: {"type": "link"}),
    (lambda schema: "minimum" in schema, _whole),
    (lambda schema: schema == written_slug(), lambda _: {"type": "slug"}),
    (lambda schema: schema == login().written(), lambda _: {"type": "login"}),
    (
        lambda schema: schema.get("pattern") == r"\S" and "maxLength" in schema,
        lambda schema: {"type": "text", "most": schema["maxLength"]},
    ),
)
