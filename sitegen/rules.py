"""Rules across the fields of a group, as data: `sitegen.checks`, editors and the forms read them.

What a rule asks of a group is a JSON Schema of it, of the few keywords that `holds` knows. It takes
the values of a model (3, True, None where nothing is stated) and what people write ("3", "yes",
""), so that a rule can be told while other fields of the file are still wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sitegen.explain import inner_models
from sitegen.frontmatter import Loc
from sitegen.models import Assignment, Profile, Site, VettingMark
from sitegen.models.assignment import Budget, Client, Member, SkillNeeds, Team
from sitegen.models.fields import Content
from sitegen.models.kind import JsonSchema
from sitegen.models.offer import Availability, DayRate
from sitegen.models.profile import Based, Guidance, SkillClaim, Transition, Venture
from sitegen.models.vetting import Network

# A field that stands there with nothing behind it is as good as absent.
NOTHING: JsonSchema = {"$anchor": "nothing", "enum": ["", None]}
Group = Mapping[str, Any]


class Rule(NamedTuple):
    """What the fields of a group must agree on, and the problem where they do not.

    `at` is the field that the problem stands at, empty for the group. `params` are filled with
    the values of the group. A rule that is `early` is told of files with wrong fields as well.
    """

    code: str
    asks: JsonSchema
    at: str = ""
    params: Mapping[str, str] = {}
    early: bool = False


class Order(NamedTuple):
    """Two fields of a group, of which the first is not larger or later than the second."""

    first: str
    second: str
    code: str


class Distinct(NamedTuple):
    """Values below a group that may not stand twice; `*` in a path is any entry of a list."""

    field: str
    paths: tuple[tuple[str, ...], ...]


def given(*fields: str) -> JsonSchema:
    """The fields are there, each with a value."""
    return {"required": [*fields], "properties": {field: {"not": NOTHING} for field in fields}}


def is_one_of(field: str, *values: Any) -> JsonSchema:
    """The field is there with one of the values."""
    return {"required": [field], "properties": {field: {"enum": [*values]}}}


def yes(field: str) -> JsonSchema:
    """The field says yes."""
    return is_one_of(field, "yes", True)


def some(field: str) -> JsonSchema:
    """The field is a list with entries."""
    return {"required": [field], "properties": {field: {"type": "array", "minItems": 1}}}


def when(condition: JsonSchema, then: JsonSchema) -> JsonSchema:
    """What is asked only where something else is so."""
    return {"if": condition, "then": then}


def _both(*asked: JsonSchema) -> JsonSchema:
    return {"allOf": [*asked]}


_PAID, _FREE = given("max_day_rate", "currency"), _both(yes("pro_bono"), given("reason"))
_NONE = {"count": "0", "least": "1"}
_DONE = ("completed", "ended-early")
_ENDED = is_one_of("status", *_DONE)

RULES: Mapping[type[Content], tuple[Rule, ...]] = {
    SkillClaim: (
        Rule(
            "P035",
            when(is_one_of("level", 3, 4, "3", "4"), given("evidence")),
            "level",
            {"level": "{level}"},
            early=True,
        ),
    ),
    Based: (Rule("P041", {"oneOf": [given("country"), given("region")]}),),
    Guidance: (Rule("P040", when(some("seeks"), yes("seeking_in_public")), "seeks"),),
    Transition: (Rule("P048", {"not": is_one_of("state", "preparing")}, "state", early=True),),
    Client: (
        Rule("P042", {"not": _both(given("name"), yes("anonymous"))}, early=True),
        Rule("P042", {"anyOf": [given("name"), yes("anonymous")]}),
        Rule("P115", when(_both(given("name"), {"not": yes("anonymous")}), yes("consent"))),
    ),
    Budget: (
        Rule("P043", _both({"oneOf": [_PAID, _FREE]}, when(_FREE, {"not": given("max_day_rate")}))),
    ),
    Assignment: (
        Rule("P044", when(_ENDED, given("outcome")), "status", {"status": "{status}"}),
        Rule(
            "P045",
            when(given("outcome"), _ENDED),
            "outcome",
            {"field": "outcome", "allowed": "completed or ended-early"},
        ),
        Rule(
            "P045",
            when(some("members"), is_one_of("status", "staffed", *_DONE)),
            "members",
            {"field": "members", "allowed": "staffed, completed or ended-early"},
        ),
    ),
    Network: (Rule("P027", some("counts_for"), "counts_for", _NONE | {"field": "counts_for"}),),
    Member: (Rule("P172", {"oneOf": [given("profile"), yes("withheld")]}),),
}
ORDERS: Mapping[type[Content], tuple[Order, ...]] = {
    Venture: (Order("from", "to", "P037"),),
    Availability: (Order("from", "until", "P038"),),
    DayRate: (Order("min", "max", "P037"),),
    Assignment: (Order("posted", "deadline", "P038"), Order("posted", "starts", "P038")),
    Team: (Order("min", "max", "P037"),),
    Budget: (Order("min_day_rate", "max_day_rate", "P037"),),
    VettingMark: (Order("on", "until", "P038"),),
}
DISTINCT: Mapping[type[Content], tuple[Distinct, ...]] = {
    Profile: (
        Distinct("skills", (("skills", "*", "skill"),)),
        Distinct("sectors", (("sectors", "*"),)),
    ),
    Site: (
        Distinct("bands", (("bands", "*", "id"),)),
        Distinct("prices", (("prices", "*", "kind"),)),
        Distinct("networks", (("networks", "*", "name"),)),
    ),
    SkillNeeds: (Distinct("skills", (("required", "*", "skill"), ("desirable", "*", "skill"))),),
}
# Entries of lists and of groups with free names: at least, at most.
COUNTS: Mapping[type[Content], Mapping[Loc, tuple[int, int]]] = {
    Profile: {
        ("skills",): (3, 15),
        ("sectors",): (1, 5),
        ("languages",): (1, 15),
        ("in_my_words",): (0, 10),
        ("regions",): (0, 30),
        ("ventures",): (0, 8),
        ("transitions",): (0, 4),
        ("links",): (0, 6),
        ("interests",): (0, 12),
        ("engagement", "motivations"): (0, 5),
    },
    Assignment: {
        ("skills", "required"): (1, 12),
        ("skills", "desirable"): (0, 12),
        ("sectors",): (0, 5),
        ("deliverables",): (0, 12),
        ("excludes",): (0, 20),
        ("members",): (0, 4),
    },
}


def holds(asks: JsonSchema, value: Any) -> bool:
    """Tell whether a value is as a rule asks."""
    return all(_KEYWORDS[keyword](part, value, asks) for keyword, part in asks.items())


def _if(part: JsonSchema, value: Any, asks: JsonSchema) -> bool:
    return not holds(part, value) or holds(asks["then"], value)


def _properties(part: Mapping[str, JsonSchema], value: Any, _: JsonSchema) -> bool:
    return all(holds(inner, value[name]) for name, inner in part.items() if name in value)


_KEYWORDS: Mapping[str, Any] = {
    "$anchor": lambda part, value, asks: True,
    "then": lambda part, value, asks: True,
    "if": _if,
    "enum": lambda part, value, asks: value in part,
    "type": lambda part, value, asks: isinstance(value, list | tuple),
    "minItems": lambda part, value, asks: len(value) >= part,
    "required": lambda part, value, asks: all(name in value for name in part),
    "properties": _properties,
    "not": lambda part, value, asks: not holds(part, value),
    "allOf": lambda part, value, asks: all(holds(inner, value) for inner in part),
    "anyOf": lambda part, value, asks: any(holds(inner, value) for inner in part),
    "oneOf": lambda part, value, asks: sum(holds(inner, value) for inner in part) == 1,
}


def groups_in(
    model: type[Content], value: Any, loc: Loc = ()
) -> Iterator[tuple[type[Content], Loc, Group]]:
    """Every group of a file with its model and its place: those in lists, too.

    `value` is a model or what was written, by the names that stand in files.
    """
    if isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from groups_in(model, part, (*loc, index))
    elif isinstance(value, dict):
        yield model, loc, value
        for name, inner in _inner(model):
            if name in value:
                yield from groups_in(inner, value[name], (*loc, name))


@cache
def _inner(model: type[Content]) -> tuple[tuple[str, type[Content]], ...]:
    """The fields of a model that hold groups."""
    return tuple((name, inner) for name, inner in inner_models(model).items() if inner)


def values_at(value: Any, path: Sequence[str], loc: Loc) -> Iterator[tuple[Any, Loc]]:
    """The values at a path below a group, with their places."""
    if not path:
        yield value, loc
    elif path[0] == "*" and isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from values_at(part, path[1:], (*loc, index))
    elif isinstance(value, dict) and path[0] in value:
        yield from values_at(value[path[0]], path[1:], (*loc, path[0]))
