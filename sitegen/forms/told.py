"""The messages of what can be wrong in a form, as a browser fills them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any

from sitegen.explain.shapes import ENTRY, GROUP, LIST
from sitegen.forms.lists import REFUSED
from sitegen.i18n import Translator
from sitegen.messages import MESSAGES
from sitegen.models.fields import NUMBER_OR_YES
from sitegen.models.kind import ACCOUNT, TEXT
from sitegen.privacy import THE_TEXT

Json = dict[str, Any]
# The file as a whole, the text below the fields, what must not be public.
OF_FILES = ("P002", "P003", "P013", "P014", "P046", "P047", "P121")
OF_PRIVATE = ("P060", "P061", "P062", "P063")
OF_PROFILES = ("P075", "P116")
_EMPTY = ("P016", "P025")
OF_TYPES: Mapping[str, tuple[str, ...]] = {
    "text": (*_EMPTY, "P024"),
    "whole": (*_EMPTY, "P021", "P022"),
    "years": (*_EMPTY, "P028"),
    "word": (*_EMPTY, "P028"),
    "yes": (*_EMPTY, "P020"),
    "day": (*_EMPTY, "P023"),
    "link": (*_EMPTY, "P029"),
    "login": _EMPTY,
    "slug": (*_EMPTY, "P034"),
    "code": _EMPTY,
    "language": (*_EMPTY, "P031"),
    "id": (*_EMPTY, "P012", "P024"),
    "area": (*_EMPTY, "P012"),
    "group": ("P010", "P011", "P016"),
    "list": ("P016",),
    "map": ("P016",),
}


def codes_in(groups: Mapping[str, Json]) -> Iterator[str]:
    """The codes of what can be wrong in these groups, some more than once."""
    for group in groups.values():
        for rows in (group.get("rules", ()), group.get("orders", ())):
            yield from (row["code"] for row in rows)
        if "distinct" in group:
            yield "P036"
        for field in group["fields"].values():
            for node in nodes_in(field["is"]):
                yield from OF_TYPES[node["type"]]
                yield from ("P026",) if "most" in node and "of" in node else ()
                yield from ("P027",) if "least" in node and "of" in node else ()
                yield from (REFUSED[node["of"]],) if node["type"] == "code" else ()


def nodes_in(node: Json) -> Iterator[Json]:
    """A node of a field and those inside it; not into other groups."""
    yield node
    for inner in (node.get("keys"), node.get("of")):
        if isinstance(inner, dict):
            yield from nodes_in(inner)


def messages(codes: Iterable[str], translator: Translator) -> Json:
    """Text and hint of each code, in the site's language."""
    return {
        code: [
            for_browser(translator.gettext(part))
            for part in (MESSAGES[code].text, MESSAGES[code].hint)
            if part
        ]
        for code in sorted({*codes})
    }


def for_browser(text: str) -> str:
    """A format string for `fill` in sentences.js, where braces around anything but a name stand.

    Raises ValueError for a text that `fill` would take otherwise.
    """
    parts = [(literal, name) for literal, name, _, _ in Formatter().parse(text)]
    made = "".join(literal if name is None else f"{literal}{{{name}}}" for literal, name in parts)
    if re.findall(r"\{(\w+)\}", made) != [name for _, name in parts if name is not None]:
        raise ValueError(f"a name in braces that is not filled in: {text}")
    return made


def said(translator: Translator) -> Json:
    """What stands in messages and is said by the program, by the names that judge.js has for it."""
    words = {
        "theText": THE_TEXT,
        "text": TEXT,
        "login": ACCOUNT,
        "years": NUMBER_OR_YES,
        "list": LIST,
        "group": GROUP,
        "entry": ENTRY,
    }
    return {name: translator.gettext(text) for name, text in words.items()}
