"""Findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sitegen.errors import Problem
from sitegen.findings.words import words
from sitegen.i18n import Translator

VERSION = 1


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
    report = {"version": VERSION, "findings": findings}
    return json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True)
