"""Findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sitegen.errors import Problem
from sitegen.findings.words import words
from sitegen.i18n import Translator
from sitegen.inert import json_text

# Raised when a key changes its meaning or goes; a new key leaves it as it is.
VERSION = 1


def as_json(
    problems: Sequence[Problem], translator: Translator, elsewhere: Sequence[Problem] = ()
) -> str:
    """`{"version": 1, "findings": [...], "elsewhere": [...]}`, each in the order of printing."""
    report = {
        "version": VERSION,
        "findings": [_finding(problem, translator) for problem in problems],
        "elsewhere": [_finding(problem, translator) for problem in elsewhere],
    }
    return json_text(json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True))


def _finding(problem: Problem, translator: Translator) -> dict[str, Any]:
    text, hint = words(problem, translator)
    return {
        "path": problem.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "params": dict(problem.params),
        "text": text,
        "hint": hint,
    }
