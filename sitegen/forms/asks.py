"""What a form asks, which is not what a file holds: questions, notes and words for its values.

A field without a question is asked for by its description; those are named in `AS_DESCRIBED` of
`of_profiles` and `of_assignments`, so that a new field is not overlooked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.forms import of_assignments, of_profiles
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.schema import KINDS
from sitegen.views.words import FLUENCY, FORMS, MODES, OUTCOMES

Json = dict[str, Any]
ASKS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "profile": of_profiles.ASKS,
    "assignment": of_assignments.ASKS,
}
# What values are called. A word that has no name is not offered: what is prepared stays private.
NAMED: Mapping[str, str] = {
    **OUTCOMES,
    **MODES,
    **FORMS,
    **FLUENCY,
    "leading": phrase("I lead what I founded"),
    "stepping-back": phrase("I am stepping back"),
    "between": phrase("I am between two ventures"),
    "serial": phrase("I have founded more than one"),
    "post-venture": phrase("I have handed on what I founded"),
    "in-it": phrase("in the middle of it"),
    "through-it": phrase("through it"),
    "yes": phrase("yes"),
    "some": phrase("sometimes"),
    "no": phrase("no"),
    "anywhere": phrase("anywhere"),
    "none": phrase("nowhere"),
    "open": phrase("open"),
    "limited": phrase("limited: ask first"),
    "paused": phrase("paused: the page stays"),
    "draft": phrase("a draft"),
    "staffed": phrase("staffed"),
    "completed": phrase("completed"),
    "ended-early": phrase("ended early"),
    "withdrawn": phrase("withdrawn"),
}
# Names already, in every language.
AS_WRITTEN = ("C2", "C1", "B2", "B1", "A2", "A1")


def words_of(translator: Translator) -> Mapping[str, str]:
    """What the values of enumerations are called."""
    named = {word: translator.gettext(text) for word, text in NAMED.items()}
    return named | {word: word for word in AS_WRITTEN}


def ask(groups: Json, kind: str, translator: Translator) -> None:
    """Write into the fields of a kind's groups what is asked, in place of `says`, and its note."""
    for path, field in paths_in(groups, KINDS[kind].__name__):
        question, note = ASKS[kind].get(path, ("", ""))
        if question:
            field["asks"] = translator.gettext(question)
            # What a file holds is no help to whoever is asked. A group may stand at two paths.
            field.pop("says", None)
        if note:
            field["note"] = translator.gettext(note)
        if kind == "assignment" and path in of_assignments.UNFOLDED:
            field["unfolded"] = True


def paths_in(groups: Json, group: str, above: str = "") -> Iterator[tuple[str, Json]]:
    """Every field with its path, entries of lists without their number."""
    for name, field in groups[group]["fields"].items():
        path = f"{above}{name}"
        yield path, field
        inner = field["is"]
        while isinstance(inner.get("of"), dict):
            inner = inner["of"]
        if inner["type"] == "group":
            yield from paths_in(groups, inner["of"], f"{path}.")
