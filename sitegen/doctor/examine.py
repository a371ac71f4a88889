"""What `sitegen doctor` does: every advice, in words or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.check import judged
from sitegen.directory import Directory
from sitegen.doctor.advice import GRADES, TEXTS, Advice
from sitegen.doctor.contents import of_content
from sitegen.doctor.repository import of_repository
from sitegen.doctor.settings import of_settings
from sitegen.errors import Problem, has_errors
from sitegen.i18n import Translator
from sitegen.inert import json_text
from sitegen.local import Local
from sitegen.models.log import Log
from sitegen.read import Sources, read
from sitegen.revisions import work_tree
from sitegen.text import printable
from sitegen.upkeep.findings import Scope, found_in

VERSION = 1
MOST_NAMED = 6
BY_HAND = "docs/maintaining.md#repository-settings-that-no-file-can-hold"


@dataclass(frozen=True, slots=True)
class Examined:
    """All advice, what is most needed first, and the language to say it in."""

    advice: tuple[Advice, ...]
    locale: str = "en"

    @property
    def fails(self) -> bool:
        """Whether something is missing without which no site should be opened."""
        return any(one.grade == "must" for one in self.advice)


def examine(content: Path, today: date | None, clock: date) -> Examined:
    """Look at the content and at the repository around it; no network, and nothing is written.

    Raises SettingsError S001, S005 or S009 where there is nothing to look at.
    """
    sources = read(content)
    directory, problems = judged(sources, today, clock)
    top = work_tree(content.resolve()) or content.resolve().parent
    found = [
        *_of_problems(problems, sources.root),
        *(of_settings(directory, sources.site) if directory and sources.site else ()),
        # What could not be read would be missed as if it were not there.
        *(_of_directory(directory, sources) if directory and not has_errors(problems) else ()),
        *of_repository(top, directory.site.url if directory else None),
    ]
    grades = tuple(GRADES)
    found.sort(key=lambda one: grades.index(one.grade))
    return Examined(tuple(found), directory.site.locales[0] if directory else "en")


def _of_problems(problems: Sequence[Problem], root: str) -> Iterator[Advice]:
    errors = sum(problem.severity == "error" for problem in problems)
    for id, count in (("content-errors", errors), ("warnings", len(problems) - errors)):
        if count:
            yield Advice(id, root, {"count": str(count)})


def _of_directory(directory: Directory, sources: Sources) -> Iterator[Advice]:
    found = found_in(Local(sources, directory, {}, Log()), (), Scope(stale=True))
    due = len(found.pages) + len(found.marks) + len(found.overdue) + len(found.outdated)
    if due:
        yield Advice("due", sources.root, {"count": str(due)})
    yield from of_content(directory, sources.root)


def as_text(examined: Examined) -> str:
    """A list for each grade, an advice on two lines; at the end what no program can look at."""
    t = Translator(examined.locale)
    return "\n".join(_lines(examined, t))


def _lines(examined: Examined, t: Translator) -> Iterator[str]:
    for grade, title in GRADES.items():
        listed = [one for one in examined.advice if one.grade == grade]
        if listed:
            yield t.gettext(title)
        for one in listed:
            text, hint = _said(one, t)
            yield f"- {text} ({printable(one.where, 200)})"
            yield f"  {hint}"
        if listed:
            yield ""
    if not examined.advice:
        yield t.gettext("Nothing is missing.")
    yield t.gettext("Not looked at: settings of the repository, see {where}").format(where=BY_HAND)


def _said(one: Advice, t: Translator) -> tuple[str, str]:
    _, text, hint = TEXTS[one.id]
    few, rest = one.names[:MOST_NAMED], len(one.names) - MOST_NAMED
    more = t.ngettext("and {count} more", "and {count} more", rest).format(count=rest)
    names = ", ".join(printable(name, 120) for name in few)
    named = f"{names} {more}" if rest > 0 else names
    return t.gettext(text).format(**one.params, names=named), t.gettext(hint)


def as_json(examined: Examined) -> str:
    """All advice for programs, names in full. Version 1."""
    t = Translator(examined.locale)
    rows = []
    for one in examined.advice:
        text, hint = _said(one, t)
        rows.append(
            {
                "grade": one.grade,
                "id": one.id,
                "where": one.where,
                "text": text,
                "hint": hint,
                "names": list(one.names),
            }
        )
    report = {"version": VERSION, "advice": rows, "by_hand": BY_HAND}
    return json_text(json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True))
