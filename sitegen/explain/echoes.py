"""One cause, one message: what repeats another problem is left out or takes its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.errors import Place, Problem, Severity
from sitegen.frontmatter import Noticed


def without_echoes(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out that a field is missing where it stands, misspelt or in the wrong group."""
    found = {
        (problem.params["group"], problem.params.get("suggestion"))
        for problem in problems
        if problem.code == "P010"
    }
    moved = [p.params for p in problems if p.code == "P019"]
    found |= {(params["owner"], params.get("meant", params["field"])) for params in moved}
    shapeless = {problem.place for problem in problems if problem.code == "P016"}
    return [
        problem
        for problem in problems
        if problem.code != "P011"
        or (
            (problem.params["group"], problem.params["field"]) not in found
            and problem.place not in shapeless
        )
    ]


def with_private(problems: Sequence[Problem], private: Iterable[Problem]) -> list[Problem]:
    """Add the private details: instead of what else is wrong with their values, which it repeats.

    In a field that is one itself (`phone: …`), that field is enough.
    """
    contact = {(p.params["field"], p.place.line) for p in problems if p.code == "P064"}
    found = [p for p in private if (p.params["field"], p.place.line) not in contact]
    values = {(p.params["field"], p.place) for p in found}
    told = (
        p
        for p in problems
        if "value" not in p.params or (p.params.get("field"), p.place) not in values
    )
    return [*told, *found]


def with_causes(problems: Iterable[Problem], noticed: Sequence[Noticed]) -> list[Problem]:
    """Add what was noticed in reading: as the error at a value that is refused, else a warning.

    A value that was not read as it was meant is refused for a reason that would mislead.
    """
    causes: dict[tuple[str, Place], list[Problem]] = {}
    for found in noticed:
        causes.setdefault((found.problem.path, found.value), []).append(found.problem)
    told, refused = [], set()
    for problem in problems:
        where = (problem.path, problem.place)
        if problem.severity == "error" and where in causes:
            refused.add(where)
        else:
            told.append(problem)
    for where, found_here in causes.items():
        severity: Severity = "error" if where in refused else "warning"
        told += [replace(problem, severity=severity) for problem in found_here]
    return told
