"""Findings as annotations of GitHub Actions: they stand beside the line in the proposal."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.errors import Problem
from sitegen.findings.words import counted_all, words
from sitegen.i18n import Translator
from sitegen.inert import command_data, command_property
from sitegen.text import printable


def as_github(
    problems: Sequence[Problem], translator: Translator, elsewhere: Sequence[Problem] = ()
) -> str:
    """One workflow command a problem, and a count.

    GitHub shows ten of each kind a step: those of other files are only counted here, the job
    summary lists them all.
    """
    lines = [_command(problem, translator) for problem in problems]
    return "\n".join([*lines, *counted_all(problems, elsewhere, translator)])


def _command(problem: Problem, translator: Translator) -> str:
    text, hint = words(problem, translator)
    properties = {
        "file": printable(problem.path, 300),
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": problem.code,
    }
    stated = ",".join(f"{name}={command_property(value)}" for name, value in properties.items())
    message = f"{text}\n{hint}" if hint else text
    return f"::{problem.severity} {stated}::{command_data(message)}"
