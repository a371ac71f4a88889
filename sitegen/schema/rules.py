"""Rules across the fields of a group, as far as JSON Schema can say them.

They say what `sitegen.checks` and `sitegen.site_checks` say in words; a test holds the two
together over every broken site. What needs another file or a sum stays with `check` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sitegen.models.assignment import Assignment, Budget, Client, Member
from sitegen.models.fields import Content
from sitegen.models.kind import JsonSchema
from sitegen.models.profile import Based, Guidance, Profile, SkillClaim, Transition
from sitegen.models.site import Relay, Site

# A field that stands there with nothing behind it is as good as absent.
NOTHING: JsonSchema = {"$anchor": "nothing", "enum": ["", None]}


def _given(*fields: str) -> JsonSchema:
    """The fields are there, each with a value."""
    return {"required": [*fields], "properties": {field: {"not": NOTHING} for field in fields}}


def _is(field: str, *values: Any) -> JsonSchema:
    """The field is there with one of the values."""
    return {"required": [field], "properties": {field: {"enum": [*values]}}}


def _if(condition: JsonSchema, then: JsonSchema, otherwise: JsonSchema | None = None) -> JsonSchema:
    return {"if": condition, "then": then} | ({"else": otherwise} if otherwise else {})


def _yes(field: str) -> JsonSchema:
    return _is(field, "yes", True)


def _some(field: str) -> JsonSchema:
    return {"required": [field], "properties": {field: {"type": "array", "minItems": 1}}}


_PAID, _FREE = _given("max_day_rate", "currency"), {"allOf": [_yes("pro_bono"), _given("reason")]}
_DONE = ("completed", "ended-early")

RULES: Mapping[type[Content], list[JsonSchema]] = {
    Profile: [{"properties": {"sectors": {"uniqueItems": True}}}],
    SkillClaim: [_if(_is("level", 3, 4, "3", "4"), _given("evidence"))],
    Based: [{"oneOf": [_given("country"), _given("region")]}],
    Guidance: [_if(_some("seeks"), _yes("seeking_in_public"))],
    Transition: [{"not": _is("state", "preparing")}],
    Client: [
        {"oneOf": [_given("name"), _yes("anonymous")]},
        _if(_given("name"), _yes("consent")),
    ],
    Budget: [
        {"oneOf": [_PAID, _FREE]},
        _if(_FREE, {"not": _given("max_day_rate")}),
    ],
    Assignment: [
        _if(_is("status", *_DONE), _given("outcome"), {"not": _given("outcome")}),
        _if(_some("members"), _is("status", "staffed", *_DONE)),
    ],
    Member: [{"oneOf": [_given("profile"), _yes("withheld")]}],
    Relay: [{"anyOf": [_given("mailbox"), _given("form")]}],
    Site: [_if(_yes("sample"), _given("as_of"))],
}
