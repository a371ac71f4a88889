"""`log.yml` of the private folder: who was asked to be introduced, and who answered.

Rows are written in one form and none is ever lost; notes on lines of their own stay above the
row they stand on.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.canonical import quoted
from sitegen.errors import ContentError, Place, Problem, SettingsError, has_errors
from sitegen.frontmatter import Loc, Source, read_yaml
from sitegen.messages import phrase
from sitegen.models.log import Answer, Introduction, Log
from sitegen.plan import PRIVATE, put
from sitegen.read import raw_of, shown
from sitegen.validate import parse

LOG = "log.yml"
# Some eight thousand rows: a directory of hundreds for many years.
LOG_LIMIT = 1024 * 1024
SECTIONS = ("introductions", "confirmations")


def read_log(private: Path) -> tuple[Log, Source | None, tuple[Problem, ...]]:
    """The log, where its values stand, and its problems; an empty log where there is none.

    Raises SettingsError S009 where the folder or the file cannot be read.
    """
    path = private / LOG
    try:
        if not private.is_dir():
            raise SettingsError("S009", path=shown(private), detail=phrase("it is not a folder"))
        if not path.is_symlink() and not path.exists():
            return Log(), None, ()
        if not stat.S_ISREG(path.lstat().st_mode):
            return Log(), None, (Problem(shown(path), Place(1, 1), "P052"),)
        source = read_yaml(shown(path), raw_of(path, LOG_LIMIT), LOG_LIMIT)
    except ContentError as error:
        return Log(), None, error.problems
    except OSError as error:
        raise SettingsError("S009", path=shown(path), detail=str(error.strerror)) from error
    log, problems = parse(Log, source, source.data, None)
    if log is None:
        return Log(), source, tuple(problems)
    return log, source, tuple(_row_problems(log, source))


def log_of(private: Path) -> Log:
    """The log. Raises ContentError when anything in it is wrong, and as `read_log` does."""
    log, _, problems = read_log(private)
    if has_errors(problems):
        raise ContentError(problems)
    return log


def unknown_problems(
    log: Log, source: Source, people: Iterable[str], assignments: Iterable[str]
) -> Iterator[Problem]:
    """Warn of introductions of people and assignments that the content does not have.

    Confirmations may be of people who are not listed yet.
    """
    known = {"profile": frozenset(people), "assignment": frozenset(assignments)}
    for index, row in enumerate(log.introductions):
        for field, found in (("profile", row.profile), ("assignment", row.assignment)):
            if found is not None and found not in known[field]:
                place = source.place(("introductions", index, field))
                yield Problem(source.path, place, "P179", {"value": found}, "warning")


def write_log(private: Path, log: Log) -> None:
    """Put the log in place of the one that is there, which `log` was made from.

    Raises as `log_of` does, and SettingsError S003.
    """
    path = private / LOG
    _, source, problems = read_log(private)
    if has_errors(problems):
        raise ContentError(problems)
    notes = _notes(path.read_text("utf-8-sig"), source) if source else {}
    put(path, written(log, notes).encode(), PRIVATE)


def written(log: Log, notes: Mapping[Loc, tuple[str, ...]]) -> str:
    """The one form of a log: a line a row, texts in double quotes, notes above their rows."""
    lines: list[str] = []
    for section in SECTIONS:
        rows = getattr(log, section)
        lines += notes.get((section,), ())
        lines += [f"{section}:"] if rows else []
        for index, row in enumerate(rows):
            lines += [f"  {note}" for note in notes.get((section, index), ())]
            lines.append(f"  - {{{', '.join(_fields(row))}}}")
    return "\n".join([*lines, *notes.get((), ())]) + "\n"


def _fields(row: Introduction | Answer) -> Iterator[str]:
    for name, value in row.model_dump(by_alias=True, exclude_none=True).items():
        free = name in ("seeker", "how")
        yield f"{name}: {quoted(value) if free else value}"


def _notes(text: str, source: Source) -> Mapping[Loc, tuple[str, ...]]:
    """Lines that are notes, by the section or row below them; under () those after the last."""
    anchors: dict[int, Loc] = {p.line: loc for loc, p in source.keys.items() if len(loc) == 1}
    anchors |= {place.line: loc for loc, place in source.values.items() if len(loc) == 2}
    found: dict[Loc, tuple[str, ...]] = {}
    waiting: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if number in anchors and waiting:
            found[anchors[number]] = waiting
            waiting = ()
        elif line.lstrip().startswith("#"):
            waiting = (*waiting, line.strip())
    return {**found, (): waiting} if waiting else found


def _row_problems(log: Log, source: Source) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], Place] = {}
    for index, row in enumerate(log.introductions):
        place = source.place(("introductions", index))
        code = _wrong_with(row)
        if code:
            yield Problem(source.path, place, code)
        before = first.setdefault(row.pair, place)
        if before != place:
            yield Problem(source.path, place, "P178", {"line": str(before.line)})


def _wrong_with(row: Introduction) -> str:
    """The code of what does not go together in a row; empty when all does."""
    if (row.assignment is None) == (row.purpose is None):
        return "P175"
    if row.purpose is not None and row.seeker is None:
        return "P176"
    return "P177" if row.assignment is not None and row.seeker is not None else ""
