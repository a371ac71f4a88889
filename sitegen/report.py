"""Problems as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sitegen.errors import Problem, SettingsError
from sitegen.i18n import Translator
from sitegen.text import printable

JSON_VERSION = 1


def as_text(problems: Sequence[Problem], translator: Translator) -> str:
    """Two lines a problem: where, code, what; then what to do. A count at the end."""
    lines = [line for problem in problems for line in _lines(problem, translator)]
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    parts = []
    if errors:
        parts.append(translator.ngettext("{n} error", "{n} errors", errors).format(n=errors))
    if warnings:
        parts.append(
            translator.ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
        )
    return "\n".join([*lines, ", ".join(parts)]) if parts else ""


def _lines(problem: Problem, translator: Translator) -> list[str]:
    text, hint = words(problem, translator)
    severity = translator.gettext(problem.severity)
    where = f"{printable(problem.path, 300)}:{problem.place.line}:{problem.place.column}"
    first = f"{where}: {severity} {problem.code} {text}"
    return [first, f"  {hint}"] if hint else [first]


def words(problem: Problem, translator: Translator) -> tuple[str, str]:
    """Text and hint of a problem; a suggestion wins over the general hint."""
    text, hint = translator.problem(problem.code, problem.params)
    if "suggestion" in problem.params:
        hint = translator.gettext("did you mean `{suggestion}`?").format_map(problem.params)
    return text, hint


def settings_text(error: SettingsError, translator: Translator) -> str:
    """One or two lines for a failure that is not in the content."""
    text, hint = translator.problem(error.code, error.params)
    return f"sitegen: {error.code} {text}" + (f"\n  {hint}" if hint else "")


def as_json(problems: Sequence[Problem], translator: Translator) -> str:
    """`{"version": 1, "findings": [...]}`, findings in the order of printing."""
    findings = []
    for problem in problems:
        text, hint = words(problem, translator)
        findings.append(
            {
                "path": problem.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": problem.severity,
                "code": problem.code,
                "params": dict(problem.params),
                "text": text,
                "hint": hint,
            }
        )
    report = {"version": JSON_VERSION, "findings": findings}
    return json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True)


def built_text(pages: int, people: int, folder: str, seconds: float, translator: Translator) -> str:
    """What a build did, in one line."""
    shown = translator.ngettext("{n} person", "{n} people", people).format(n=people)
    text = translator.ngettext(
        "Built {n} page ({people}) in {folder} in {seconds} s.",
        "Built {n} pages ({people}) in {folder} in {seconds} s.",
        pages,
    )
    return text.format(n=pages, people=shown, folder=folder, seconds=f"{seconds:.1f}")
