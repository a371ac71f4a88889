"""What `sitegen check` does: read, validate, relate; no matching, no output."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sitegen.directory import Directory, relate
from sitegen.errors import ContentError, Problem, has_errors, in_order
from sitegen.read import Sources, read, shown
from sitegen.validate import validate

# Problems do not depend on the day, so `check` needs none.
ANY_DAY = date(2000, 1, 1)


def check(root: Path, paths: Iterable[Path] = ()) -> tuple[Problem, ...]:
    """All problems of the content, sorted; with `paths`, only those of these files and folders."""
    entries, problems = validate(read(root))
    if entries is not None:
        problems += relate(entries, ANY_DAY)[1]
    wanted = tuple(shown(path) for path in paths)
    if wanted:
        problems = [p for p in problems if p.path.startswith(tuple(f"{w}/" for w in wanted)) or p.path in wanted]  # fmt: skip
    return in_order(problems)


def directory_of(sources: Sources, today: date) -> tuple[Directory, tuple[Problem, ...]]:
    """The directory and its warnings. Raises ContentError when anything is an error."""
    entries, problems = validate(sources)
    directory = None
    if entries is not None:
        directory, found = relate(entries, today)
        problems += found
    if directory is None or has_errors(problems):
        raise ContentError(problems)
    return directory, in_order(problems)
