"""Rules across the fields of a group, as far as JSON Schema can say them.

Those of profiles, assignments and vetting are `sitegen.rules`; those of the settings say what
`sitegen.site_checks` says in words. A test holds them together with `check` over every broken
site. What needs another file or a sum stays with `check` alone.
"""

from __future__ import annotations

from sitegen.models.fields import Content
from sitegen.models.kind import JsonSchema
from sitegen.models.reach import Relay
from sitegen.models.site import Site
from sitegen.rules import DISTINCT, RULES, given, when, yes

_OF_SETTINGS: dict[type[Content], list[JsonSchema]] = {
    Relay: [{"anyOf": [given("mailbox"), given("form")]}],
    Site: [when(yes("sample"), given("as_of"))],
}


def rules_of(model: type[Content]) -> list[JsonSchema]:
    """What the fields of a group must agree on, each rule as a schema of the group."""
    found = [rule.asks for rule in RULES.get(model, ())]
    # Of what stands in groups, JSON Schema cannot say that it stands once.
    lists = [paths[0][0] for _, paths in DISTINCT.get(model, ()) if paths[0][1:] == ("*",)]
    found += [{"properties": {name: {"uniqueItems": True}}} for name in lists]
    return found + _OF_SETTINGS.get(model, [])
