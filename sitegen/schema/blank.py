"""A commented file to fill in with nothing but a text editor.

What is needed stands there with an empty place; everything else is there too, behind a `#`, with
a line that says what it holds and an example. The file passes `check` once its places are filled.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from sitegen.bodies import BODY
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.models import Site
from sitegen.models.kind import JsonSchema
from sitegen.schema.allowed import Words
from sitegen.schema.generate import schema_of
from sitegen.schema.outline import COLLECTIONS, KINDS, Field, fields
from sitegen.text import printable
from sitegen.vocabulary import Vocabulary

# Not required by themselves, and yet nearly everybody needs them.
LIVE: Mapping[str, tuple[str, ...]] = {
    "based_in": ("country",),
    "skills": ("evidence",),
    "client": ("name", "consent"),
}
INTRODUCTION = (
    phrase("Write between the quotes, or behind the colon where there are none."),
    phrase("A line that starts with # is a note: leave it, or delete it."),
    phrase("To use a field that stands behind a #, take away the # and the blank after it."),
    phrase("Leave out what you do not want to say; it then counts as not stated."),
)
PLACE_OF_TEXT = phrase("(your text)")
WIDTH = 98


def blank(kind: str, site: Site, vocabulary: Vocabulary, translator: Translator) -> str:
    """The file of a kind (profile or assignment), in the reader's language."""
    return _Blank(kind, site, vocabulary, translator).text()


class _Blank:
    def __init__(
        self, kind: str, site: Site, vocabulary: Vocabulary, translator: Translator
    ) -> None:
        self.kind = kind
        self.site = site
        self.say = translator.gettext
        self.schema = schema_of(kind, vocabulary)
        self.words = Words(self.schema, translator)

    def text(self) -> str:
        lines = ["---", *(f"# {self.say(line)}" for line in INTRODUCTION)]
        for field in fields(KINDS[self.kind], self.kind):
            lines += ["", *self.field(field, self.kind, self.schema, live=True)]
        least, most = BODY[COLLECTIONS[self.kind]]
        form = self.say("Below the next line: the text, {least} to {most} characters")
        said = form.format(least=least, most=self.words.number(most))
        lines += ["", f"# {said}", "---", self.say(PLACE_OF_TEXT)]
        return "\n".join(lines) + "\n"

    def field(self, field: Field, group: str, node: JsonSchema, *, live: bool) -> list[str]:
        """The note and the lines of a field; behind a # when it is optional in a live group."""
        shape = node["properties"][field.name]
        wanted = live and (field.required or field.name in LIVE.get(group, ()))
        lines = list(self.value(field, shape, live=wanted))
        if live and not wanted:
            lines = [f"# {line}" for line in lines]
        return [*self.notes(field, group, shape, live=wanted), *lines]

    def notes(self, field: Field, group: str, shape: JsonSchema, *, live: bool) -> Iterator[str]:
        """What it holds and what is allowed; an example where none stands behind the name."""
        group_alone = field.inner is not None and _shape(shape).get("type") != "array"
        parts = [self.say(field.description), "" if group_alone else self.words(shape)]
        if live and field.inner is None and field.example:
            example = field.example.removeprefix(f"{field.name}: ")
            parts.append(self.say("for example {example}").format(example=example))
        yield f"# {' · '.join(part for part in parts if part)}"
        if (group, field.name) == ("consent", "wording"):
            for name, wording in self.site.consent.items():
                yield "# " + self.say("This is the wording {name}:").format(name=name)
                text = textwrap.wrap(printable(wording, 10_000), WIDTH)
                yield from (f"# > {line}" for line in text)

    def value(self, field: Field, shape: JsonSchema, *, live: bool) -> Iterator[str]:
        """A field with its empty place when it is live, else with its example."""
        if field.inner is None:
            yield f"{field.name}:{_place(shape)}" if live else field.example
            return
        node = self.words.group(field.inner)
        inner = [
            self.field(part, field.name, node, live=live)
            for part in fields(field.inner, field.name)
        ]
        yield f"{field.name}:"
        if _shape(shape).get("type") != "array":
            yield from _indented(line for lines in inner for line in lines)
            return
        yield from _indented(_entry(inner))
        bare = _entry([[line for line in lines if not _is_note(line)] for lines in inner])
        for _ in range(1, shape.get("minItems", 1) if live else 1):
            yield from _indented(bare)


def _entry(parts: Iterable[list[str]]) -> list[str]:
    """Lines of a group as an entry of a list: notes before the first field stand above it."""
    lines = [line for part in parts for line in part]
    first = next(index for index, line in enumerate(lines) if not _is_note(line))
    return [*lines[:first], f"- {lines[first]}", *_indented(lines[first + 1 :])]


def _is_note(line: str) -> bool:
    return line.startswith("#")


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _shape(shape: JsonSchema) -> JsonSchema:
    """The schema of what stands in a field, without that it may stand empty."""
    found: JsonSchema = shape.get("anyOf", [shape])[0]
    return found


def _place(shape: JsonSchema) -> str:
    """The place to fill in: between quotes; named values take the whole rest of the line."""
    return {"array": ' [""]', "object": ""}.get(str(_shape(shape).get("type")), ' ""')
