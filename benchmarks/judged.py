"""The judged sets under tests/judged: the texts as a content folder, and the grades."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sitegen.directory import Directory
from sitegen.local import local

ROOT = Path(__file__).parent.parent
SETS = ("first", "second", "third")
DAY = date(2026, 11, 16)
Grades = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class TeamNeed:
    """What a complete team covers: sizes allowed, skills at levels, languages of one in it."""

    least: int
    most: int
    skills: Mapping[str, int]
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A set: `content` is a folder to read, the overlay in `private` lies over `directory`.

    `grades` and `guides` hold whoever has at least 1; `prose` whom only the own text rules out.
    `harder` are the assignments of the harder part, none in a set of one part.
    """

    content: Path
    private: Path
    directory: Directory
    grades: Grades
    prose: Mapping[str, Mapping[str, str]]
    guides: Grades
    teams: Mapping[str, TeamNeed]
    harder: frozenset[str]


def folder_of(name: str) -> Path:
    """Where a set of SETS is kept."""
    return ROOT / "tests" / "judged" / name


@contextmanager
def judged_set(name: str) -> Iterator[Judged]:
    """A set in a folder of its own, under the settings and the vocabulary of the directory."""
    kept = folder_of(name)
    private = kept / "private"
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(kept / "content", content)
        shutil.copytree(ROOT / "content" / "vocabulary", content / "vocabulary")
        shutil.copyfile(ROOT / "content" / "site.yml", content / "site.yml")
        directory = local(content, private, DAY, DAY).directory
        written = yaml.safe_load((kept / "grades.yml").read_text("utf-8"))
        assignments = written["assignments"]
        yield Judged(
            content,
            private,
            directory,
            {slug: _by_person(row) for slug, row in assignments.items()},
            {slug: row.get("prose", {}) for slug, row in assignments.items()},
            {slug: _by_person(row) for slug, row in written["guides"].items()},
            {slug: _need(row) for slug, row in written["teams"].items()},
            frozenset(written.get("harder_part", ())),
        )


def _by_person(row: Mapping[Any, Any]) -> dict[str, int]:
    return {person: grade for grade in (3, 2, 1) for person in row.get(grade, ())}


def _need(row: Mapping[str, Any]) -> TeamNeed:
    least, most = row["size"]
    return TeamNeed(least, most, row["skills"], row["languages"])
