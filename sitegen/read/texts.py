"""Files of text → sources, by whoever helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from sitegen.bounded import bounded
from sitegen.errors import ContentError, Problem
from sitegen.frontmatter import Source, read_file
from sitegen.memo import ONCE, Memo
from sitegen.read.files import raw_of, shown
from sitegen.workers import Crew, in_turn


class File(NamedTuple):
    """A file of text, of which so many bytes are allowed."""

    path: Path
    limit: int


Found: TypeAlias = "Source | tuple[Problem, ...]"


def sources_of(files: Sequence[File], memo: Memo, crew: Crew) -> Iterable[Found]:
    """For each file, in order, its source or why it cannot be read. Raises SettingsError S009.

    A crew shares them where it is worth it; with a memo this process reads, and keeps them.
    """
    if memo is not ONCE:
        return (_found(memo, file) for file in files)
    return in_turn(crew, _found, ONCE, files)


def _found(memo: Memo, file: File) -> Found:
    path, raw = shown(file.path), raw_of(*file)
    try:
        return memo.of(("source", path), (raw,), lambda: _source(path, raw, file.limit))
    except ContentError as error:
        return error.problems


def _source(path: str, raw: bytes, limit: int) -> Source:
    with bounded(path):
        return read_file(path, raw, limit)
