"""A JSON Schema in words: what may stand in a field, for tables and for new files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.models.kind import JsonSchema, written_slug
from sitegen.rules import NOTHING
from sitegen.vocabulary import WHERE

# Lists that are too long to be said in words.
CODES = {
    "country": phrase("a country (two capital letters)"),
    "language": phrase("a language (two or three small letters)"),
    "currency": phrase("a currency (three capital letters)"),
    "timezone": phrase("a time zone"),
}
# So many ids are said one by one.
FEW = 12
FORMS = {
    "date": phrase("a day (year-month-day)"),
    "iri": phrase("an address that starts with https://"),
    "email": phrase("an e-mail address"),
    "color-hex": phrase("a colour such as #9c3a16"),
}


class Words:
    """Says what the parts of one schema allow."""

    def __init__(self, schema: JsonSchema, translator: Translator) -> None:
        self.definitions: Mapping[str, JsonSchema] = schema["$defs"]
        self.translator = translator

    def group(self, model: type) -> JsonSchema:
        """The schema of a group of fields."""
        return self.definitions[model.__name__]

    def __call__(self, node: JsonSchema) -> str:
        """What may stand there, in a few words."""
        if "$ref" in node:
            return self._reference(node["$ref"].rsplit("/", 1)[1])
        if "anyOf" in node:
            parts = [self({**part, **_sizes(node)}) for part in node["anyOf"]]
            return self.translator.either(dict.fromkeys(part for part in parts if part))
        if "enum" in node:
            return ", ".join(str(word) for word in node["enum"] if isinstance(word, str))
        return self._shape(node)

    def _reference(self, name: str) -> str:
        say = self.translator.gettext
        if name == NOTHING["$anchor"]:
            return ""
        if name in CODES:
            return say(CODES[name])
        ids = self.definitions[name].get("enum", ())
        if name in WHERE and ids and len(ids) <= FEW:
            return ", ".join(ids)
        if name in WHERE:
            return say("an id of {file}").format(file=WHERE[name].removeprefix("content/"))
        return say("a group of fields")

    def _shape(self, node: JsonSchema) -> str:
        if node["type"] == "array":
            return self._list(node)
        if node["type"] == "object":
            keys, values = self(node["propertyNames"]), self(node["additionalProperties"])
            form = self.translator.gettext("{keys}, each with: {values}")
            return form.format(keys=keys, values=values)
        return self._value(node)

    def _list(self, node: JsonSchema) -> str:
        say, least, most = self.translator.gettext, node.get("minItems"), node.get("maxItems")
        what = self(node["items"])
        if least:
            form = say("a list of {least} to {most}: {what}")
        else:
            form = say("a list of up to {most}: {what}") if most else say("a list: {what}")
        return form.format(least=least, most=most, what=what)

    def _value(self, node: JsonSchema) -> str:
        say = self.translator.gettext
        if "format" in node:
            return say(FORMS[node["format"]])
        if "minimum" in node:
            form = say("a whole number from {least} to {most}")
            return form.format(least=node["minimum"], most=self.number(node["maximum"]))
        if "exclusiveMinimum" in node:
            return say("a number, with a point")
        if node["pattern"] == written_slug()["pattern"]:
            return say("small letters, digits and hyphens")
        if "maxLength" not in node:
            return say("text")
        return say("text, up to {most} characters").format(most=node["maxLength"])

    def number(self, value: int) -> str:
        """A number as people read it; a year is not parted."""
        return self.translator.number(value) if value >= 10_000 else str(value)


def _sizes(node: JsonSchema) -> dict[str, Any]:
    return {key: node[key] for key in ("minItems", "maxItems") if key in node}
