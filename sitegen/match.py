"""What `sitegen match` does: the content, with the overlay laid over it, matched in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.local import Local, local
from sitegen.matching.as_json import as_json, guides_json
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.guides.report import guides_text
from sitegen.matching.matcher import match
from sitegen.matching.report import as_text
from sitegen.matching.results import Guides
from sitegen.workers import crew_of, worth_having


def matched(
    content: Path,
    private: Path | None,
    today: date | None,
    clock: date,
    assignment: str | None,
    form: str,
) -> str:
    """The report of all open assignments, or of one. Raises ContentError or SettingsError S007.

    For programs the report of all has the guides too.
    """
    found = local(content, private, today, clock)
    directory = found.directory
    names = ", ".join(posting.slug for posting in directory.open_postings)
    if assignment is not None and assignment not in {p.slug for p in directory.open_postings}:
        raise SettingsError("S007", value=assignment, example=names)
    matches = match(directory, found.facts, crew_of(worth_having()))
    if form == "json" and assignment is None:
        matches = replace(matches, guides=_guides(found, private))
    translator = Translator(directory.site.locales[0])
    write = as_json if form == "json" else as_text
    return write(matches, directory, translator, assignment)


def guided(content: Path, private: Path | None, today: date | None, clock: date, form: str) -> str:
    """The report of who seeks guidance and who could give it. Raises ContentError."""
    found = local(content, private, today, clock)
    translator = Translator(found.directory.site.locales[0])
    write = guides_json if form == "json" else guides_text
    return write(_guides(found, private), found.directory, translator)


def _guides(found: Local, private: Path | None) -> Guides:
    return guides_for(found.directory, found.facts, found.log, private=private is not None)
