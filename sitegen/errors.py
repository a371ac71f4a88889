"""What can go wrong, as values.

SitegenError             every deliberate failure; carries its exit code
├── ContentError         the content has problems: all of them, sorted (exit 1)
└── SettingsError        the command line, the folder or the tool itself (exit 2)

A `Problem` says where and which; the words for it live in `sitegen.messages` and are
looked up when somebody reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Params = Mapping[str, str]


class Place(NamedTuple):
    """A line and column in a file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place; `code` and `params` become words in `messages`."""

    path: str
    place: Place
    code: str
    params: Params = field(default_factory=dict)
    severity: Severity = "error"

    def key(self) -> tuple[bool, str, Place, str, tuple[tuple[str, str], ...]]:
        """Sort by severity, then file, place and code, whatever the order of finding."""
        return (
            self.severity != "error",
            self.path,
            self.place,
            self.code,
            tuple(sorted(self.params.items())),
        )


class SitegenError(Exception):
    """Base of every failure that sitegen raises on purpose."""

    exit_code = 2


class ContentError(SitegenError):
    """The content has problems: all of them, errors first, then by file and place."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(f"{len(self.problems)} problems")

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        # What another process raises is made again here, and a message has no problems in it.
        return type(self), (self.problems,)


class SettingsError(SitegenError):
    """The command line, a folder or the tool itself is not as it should be.

    `code` and `params` become words in `messages`, like those of a `Problem`.
    """

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params: Params = params
        super().__init__(code)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems for printing and drop repetitions."""
    unique = {problem.key(): problem for problem in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether a build must stop."""
    return any(problem.severity == "error" for problem in problems)
