"""What `sitegen match` does: the content, with the overlay laid over it, matched in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.local import local
from sitegen.matching import match
from sitegen.matching.report import as_json, as_text


def matched(
    content: Path,
    private: Path | None,
    today: date | None,
    clock: date,
    assignment: str | None,
    form: str,
) -> str:
    """The report of all open assignments, or of one. Raises ContentError or SettingsError S007."""
    found = local(content, private, today, clock)
    directory = found.directory
    names = ", ".join(posting.slug for posting in directory.open_postings)
    if assignment is not None and assignment not in {p.slug for p in directory.open_postings}:
        raise SettingsError("S007", value=assignment, example=names)
    matches = match(directory, found.facts)
    translator = Translator(directory.site.locales[0])
    write = as_json if form == "json" else as_text
    return write(matches, directory, translator, assignment)
