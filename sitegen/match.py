"""What `sitegen match` does: the content, with the overlay laid over it, matched in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sitegen.directory import relate
from sitegen.errors import ContentError, SettingsError, has_errors
from sitegen.i18n import Translator
from sitegen.matching import match
from sitegen.matching.report import as_json, as_text
from sitegen.overlay import PrivateFacts, lay_over
from sitegen.read import read
from sitegen.validate import validate


def matched(
    content: Path,
    private: Path | None,
    today: date | None,
    clock: date,
    assignment: str | None,
    form: str,
) -> str:
    """The report of all open assignments, or of one. Raises ContentError or SettingsError S007."""
    sources = read(content)
    facts: Mapping[str, PrivateFacts] = {}
    if private is not None:
        sources, facts = lay_over(sources, private)
    entries, problems = validate(sources, private=private is not None)
    if entries is None:
        raise ContentError(problems)
    directory, found = relate(entries, today or entries.site.as_of or clock)
    if has_errors([*problems, *found]):
        raise ContentError([*problems, *found])
    names = ", ".join(posting.slug for posting in directory.open_postings)
    if assignment is not None and assignment not in {p.slug for p in directory.open_postings}:
        raise SettingsError("S007", value=assignment, example=names)
    matches = match(directory, facts)
    translator = Translator(directory.site.locales[0])
    write = as_json if form == "json" else as_text
    return write(matches, directory, translator, assignment)
