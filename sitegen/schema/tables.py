"""docs/fields.md: every field of every kind of file, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.bodies import BODY
from sitegen.i18n import Translator
from sitegen.models.fields import Content
from sitegen.schema.allowed import Words
from sitegen.schema.generate import schema_of
from sitegen.schema.outline import COLLECTIONS, KINDS, fields, groups

HEADINGS = {
    "profile": "A profile: `profiles/NAME.md`",
    "assignment": "An assignment: `assignments/NAME.md`",
    "vetting": "What was checked: `vetting/NAME.yml`, a list of",
    "site": "The settings: `site.yml`",
}
INTRODUCTION = """\
# Fields

Made from the program by `make docs`; a test keeps it true. A field of a group stands behind the
group's name: `based_in.country` is `country` inside `based_in`. What is not required may be left
out, and then means "not stated". In a group that is left out, nothing is required. Ids are those
of `content/vocabulary/`.
"""


def tables_text() -> str:
    """The whole page, in Markdown."""
    return "\n".join([INTRODUCTION, *(_table(kind) for kind in KINDS)])


def _table(kind: str) -> str:
    schema = schema_of(kind, None)
    words = Words(schema, Translator())
    lines = [
        f"## {HEADINGS[kind]}\n",
        "| field | what it holds | allowed | required | example |",
        "| --- | --- | --- | --- | --- |",
        *_rows(KINDS[kind], groups(kind)[KINDS[kind]], "", schema, words),
    ]
    if kind in COLLECTIONS:
        least, most = BODY[COLLECTIONS[kind]]
        lines.append(
            f"\nBelow the second `---`: the text, in Markdown, {least} to {most:,} characters."
        )
    return "\n".join(lines) + "\n"


def _rows(
    model: type[Content], group: str, before: str, schema: dict[str, object], words: Words
) -> Iterator[str]:
    node = words.definitions.get(model.__name__, schema)
    for field in fields(model, group):
        name = f"{before}{field.name}"
        cells = (
            f"`{name}`",
            field.description,
            words(node["properties"][field.name]),
            "yes" if field.required else "",
            f"`{field.example}`" if field.example else "",
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
        if field.inner:
            yield from _rows(field.inner, field.name, f"{name}.", schema, words)
