"""Files of text → sources, by whoever helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from sitegen.bounded import bounded
from sitegen.errors import ContentError, Problem
from sitegen.frontmatter import Source, read_file
from sitegen.manifest import sum_of
from sitegen.memo import Memo
from sitegen.read.files import raw_of
from sitegen.workers import Crew, in_turn


class File(NamedTuple):
    """A file of text, of which so many bytes are allowed; `name` is how messages show its path."""

    path: Path
    limit: int
    name: str


Found: TypeAlias = "Source | tuple[Problem, ...]"


class Texts(NamedTuple):
    """Of each file, in order, its source or why it cannot be read, and the SHA-256 of its bytes."""

    found: Sequence[Found]
    sums: Sequence[str]


def texts_of(files: Sequence[File], memo: Memo, crew: Crew) -> Texts:
    """Read files; a crew shares what the memo does not know. Raises SettingsError S009."""
    raw = [raw_of(file.path, file.limit) for file in files]
    sums = [*map(sum_of, raw)]
    asked = [(("source", file.name), (digest,)) for file, digest in zip(files, sums, strict=True)]

    def make(places: Sequence[int]) -> Iterable[Found]:
        given = [(files[place].name, raw[place], files[place].limit) for place in places]
        return in_turn(crew, _found, given, range(len(given)))

    return Texts(memo.each(asked, make), sums)


def _found(given: Sequence[tuple[str, bytes, int]], place: int) -> Found:
    path, raw, limit = given[place]
    try:
        with bounded(path):
            return read_file(path, raw, limit)
    except ContentError as error:
        return error.problems
