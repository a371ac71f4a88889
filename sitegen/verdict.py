"""Which problems a change answers for: those of its files, and of what refers to them.

A member's proposal must not fail because of somebody else's file; a proposal that takes away
what others name must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from sitegen.errors import Problem, has_errors, in_order

# Problems that stand in one file and are about another one, which a parameter or the file's own
# name tells.
_ABOUT_OTHERS = frozenset(
    (
        "P036", "P054", "P056", "P070", "P071", "P073", "P074", "P076", "P080", "P082", "P091",
        "P092", "P129",
    )
)  # fmt: skip
# A change of these can break any file.
_COMMON = re.compile(r"/(?:site\.yml|vocabulary/[^/]+)$")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The problems that count, those of files that did not change, each in order of printing."""

    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether anything that counts is an error."""
        return has_errors(self.problems)


def verdict(problems: Iterable[Problem], changed: frozenset[str]) -> Verdict:
    """Divide problems by the paths of a change, written as the problems' paths are.

    Within the problems that count, errors stand before warnings and files of the change before
    those that refer to them.
    """
    found = in_order(problems)
    if any(_COMMON.search(f"/{path}") for path in changed):
        return Verdict(_changed_first(found, changed))
    names = {PurePosixPath(path).name.partition(".")[0] for path in changed}
    here = [p for p in found if p.path in changed or _refers(p, names)]
    return Verdict(_changed_first(here, changed), tuple(p for p in found if p not in here))


def new_problems(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """What was not there before, wherever it stood: lines move when others come or go."""
    known = {_sameness(problem) for problem in before}
    return tuple(problem for problem in after if _sameness(problem) not in known)


def _sameness(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    params = {name: value for name, value in problem.params.items() if name != "line"}
    return problem.path, problem.code, tuple(sorted(params.items()))


def _changed_first(problems: Iterable[Problem], changed: frozenset[str]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.severity != "error", p.path not in changed)))


def _refers(problem: Problem, names: set[str]) -> bool:
    if problem.code not in _ABOUT_OTHERS:
        return False
    told = {word for value in problem.params.values() for word in _WORD.findall(value)}
    return not names.isdisjoint(told | {PurePosixPath(problem.path).name.partition(".")[0]})
