"""Findings for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.errors import Problem
from sitegen.findings.words import counted_all, words
from sitegen.i18n import Translator
from sitegen.text import printable


def as_text(
    problems: Sequence[Problem], translator: Translator, elsewhere: Sequence[Problem] = ()
) -> str:
    """Two lines a problem: where, code, what; then what to do. A count at the end.

    Problems elsewhere stand first, so that the last lines are those that matter.
    """
    lines = []
    if elsewhere:
        lines += [translator.gettext("Elsewhere on the site, in files that did not change:")]
        lines += [*_lines(elsewhere, translator), ""]
    lines += _lines(problems, translator)
    return "\n".join([*lines, *counted_all(problems, elsewhere, translator)])


def _plain(path: str) -> str:
    """A path of which no line can start with `::`, as a workflow command does."""
    shown = printable(path, 300)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


def _lines(problems: Sequence[Problem], translator: Translator) -> Iterator[str]:
    for problem in problems:
        text, hint = words(problem, translator)
        severity = translator.gettext(problem.severity)
        where = f"{_plain(problem.path)}:{problem.place.line}:{problem.place.column}"
        yield f"{where}: {severity} {problem.code} {text}"
        if hint:
            yield f"  {hint}"
