"""What `sitegen check` does: read, validate, relate; no matching, no output."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sitegen.directory import Directory, relate
from sitegen.errors import ContentError, Place, Problem, has_errors, in_order
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
        folders = tuple(f"{path}/" for path in wanted)
        problems = [p for p in problems if p.path in wanted or p.path.startswith(folders)]
    return in_order(problems)


def directory_of(
    sources: Sources, today: date | None, clock: date
) -> tuple[Directory, tuple[Problem, ...]]:
    """The directory and its warnings. Raises ContentError when anything is an error.

    The day is `today`, else the site's `as_of`, else `clock`.
    """
    entries, problems = validate(sources)
    directory = None
    if entries is not None:
        directory, found = relate(entries, today or entries.site.as_of or clock)
        problems += found
    if directory is None or has_errors(problems):
        raise ContentError(problems)
    return directory, in_order(problems)


OPERATOR = ("legal_form", "answers_for_data", "funding", "complaints", "last_review")


def strict_problems(directory: Directory, warnings: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Hold a real site to more: every warning counts, and the operator says who answers.

    Raises ContentError; gives back the warnings, of which there are then none.
    """
    site, problems = directory.site, list(warnings)
    if not site.sample:
        missing = [name for name in OPERATOR if getattr(site.operator, name, None) is None]
        problems += [
            Problem(
                "site.yml", Place(1, 1), "P084", {"field": f"operator.{name}", "other": "--strict"}
            )
            for name in missing
        ]
    if problems:
        raise ContentError(problems)
    return ()
