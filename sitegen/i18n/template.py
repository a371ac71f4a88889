"""The template of all message ids, for translators."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import write_po

from sitegen.described import lines_below_fields
from sitegen.i18n.codes import MORE_LANGUAGES
from sitegen.i18n.translator import SENTENCES
from sitegen.reasons import REASONS
from sitegen.resources import templates_dir


def _lines_of_models(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.py")):
        yield from lines_below_fields(path.read_text("utf-8")).values()


def template(package: Path, templates: Path) -> Catalog:
    """Collect every message id of the program and of the templates."""
    catalog = Catalog(project="sitegen", charset="utf-8")
    for message in SENTENCES.values():
        for part in (message.text, message.hint, message.why):
            if part:
                catalog.add(part)
    for name in (*MORE_LANGUAGES.values(), *_lines_of_models(package / "models")):
        catalog.add(name)
    for singular, plural in REASONS.values():
        catalog.add((singular, plural) if plural else singular)
    options = {"**.html": {"newstyle_gettext": "true", "trimmed": "true"}}
    found = [
        *extract_from_dir(
            package, [("**.py", "python")], keywords={**DEFAULT_KEYWORDS, "phrase": None}
        ),
        *extract_from_dir(templates, [("**.html", "jinja2")], options),
    ]
    for name, _, message_id, _, _ in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(message_id, locations=[(name, 0)])
    return catalog


def write_template(stream: BinaryIO) -> None:
    """Write the template of all message ids; without places or dates, so words alone change it."""
    catalog = template(Path(__file__).parent.parent, templates_dir())
    write_po(stream, catalog, omit_header=True, sort_output=True, width=96, no_location=True)
