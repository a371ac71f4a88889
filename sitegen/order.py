"""What a build is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sitegen.cache import Kind
from sitegen.errors import Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: `today` wins over the site's `as_of`, which wins over `clock`.

    `commit` is that of the content, for those who must show later what they read. `cluster` is the
    address of a scheduler, or `local`; without one, so many `jobs` of this machine build.
    """

    content: Path
    output: Path
    clock: date
    today: date | None = None
    base_url: str | None = None
    jobs: int = 1
    strict: bool = False
    commit: str = ""
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What people are told of a build."""

    pages: int
    people: int
    assignments: int
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built(Report):
    """What a build did: the SHA-256 of every file of the site, by path, and the site's `as_of`.

    `stood` are the paths whose files were taken over from the last site; that was over at
    `linked_until`, in nanoseconds since 1970. `kept` is the SHA-256 of each that the next build may
    use.
    """

    sums: Mapping[str, str]
    as_of: date | None
    stood: frozenset[str] = frozenset()
    linked_until: int = 0
    kept: Mapping[Kind, str] = field(default_factory=dict)
