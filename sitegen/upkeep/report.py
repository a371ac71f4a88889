"""What `sitegen report` does: what has aged, what waits, which words are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.local import local
from sitegen.messages import phrase
from sitegen.upkeep.as_json import as_json
from sitegen.upkeep.findings import Scope, found_in
from sitegen.upkeep.forms import as_markdown, as_text
from sitegen.upkeep.sections import sections
from sitegen.upkeep.waiting import waiting


@dataclass(frozen=True, slots=True)
class Question:
    """What to report: `form` is text, json or markdown; `waiting` a saved list of issues."""

    form: str = "text"
    stale: bool = False
    public: bool = False
    private: Path | None = None
    waiting: Path | None = None


def report(content: Path, question: Question, today: date | None, clock: date) -> str:
    """The report in the form asked for.

    Raises SettingsError S034 for a public report of a private folder, S009 or S033 for a list of
    issues that cannot be read; ContentError for what is broken in the folders.
    """
    if question.public and question.private is not None:
        raise SettingsError("S034", detail=phrase("--public takes no --private"))
    whole = local(content, question.private, today, clock)
    submissions = waiting(question.waiting, whole.directory.today) if question.waiting else ()
    scope = Scope(
        question.stale, question.public, question.private is not None, question.waiting is not None
    )
    found = found_in(whole, submissions, scope)
    if question.form == "json":
        return as_json(found, scope)
    t = Translator(whole.directory.site.locales[0])
    title = t.gettext("Upkeep, {day}").format(day=t.day(found.today))
    write = as_markdown if question.form == "markdown" else as_text
    return write(title, sections(found, whole, t, scope))
