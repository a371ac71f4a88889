"""Findings for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.errors import Problem
from sitegen.findings.words import counted, words
from sitegen.i18n import Translator
from sitegen.text import printable


def as_text(problems: Sequence[Problem], translator: Translator) -> str:
    """Two lines a problem: where, code, what; then what to do. A count at the end."""
    if not problems:
        return ""
    lines = [line for problem in problems for line in _lines(problem, translator)]
    errors = sum(problem.severity == "error" for problem in problems)
    return "\n".join([*lines, counted(errors, len(problems) - errors, translator)])


def _lines(problem: Problem, translator: Translator) -> list[str]:
    text, hint = words(problem, translator)
    severity = translator.gettext(problem.severity)
    where = f"{printable(problem.path, 300)}:{problem.place.line}:{problem.place.column}"
    first = f"{where}: {severity} {problem.code} {text}"
    return [first, f"  {hint}"] if hint else [first]
