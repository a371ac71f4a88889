"""Why a text could not be read, as the error of its file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from sitegen.errors import ContentError, Place, Problem
from sitegen.unreadable import Cause, Stumble, cause_of


def refused(path: str, cause: Cause, offset: int) -> ContentError:
    """A cause as the error of a file; `offset` is the number of lines above the text."""
    place = Place(cause.line + 1 + offset, cause.column + 1)
    return ContentError([Problem(path, place, cause.code, cause.params)])


def moved(cause: Cause, mark: Any) -> Cause:
    """A cause whose place counts from a mark of the parser."""
    return Cause(cause.code, mark.line, mark.column + cause.column, cause.params)


def cause_behind(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Cause:
    """Say in plain words what usually stands behind a YAML error, at the true line."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened = (start.line, start.column) if start else None
    return cause_of(Stumble(lines, line, column, str(error.problem), opened))
