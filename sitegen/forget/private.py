"""The private folder without a person: their own file, rows of the log, members of teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.edits import LIMIT, Changes, in_place
from sitegen.errors import Place, Problem, SettingsError
from sitegen.forget.fields import changes_without
from sitegen.forget.mentions import holds
from sitegen.frontmatter import Loc, Node, Source, read_yaml
from sitegen.overlay import CIRCLES
from sitegen.read import shown
from sitegen.terms import fold_words
from sitegen.text import checked_text

# Who a row of the log is about, by slug, or, of somebody who is looking for guidance, by name.
WHO = ("profile", "seeker")


def own_files(private: Path, slug: str) -> Iterator[Path]:
    """What the folder keeps about the person alone."""
    path = private / "profiles" / f"{slug}.yml"
    if path.is_file():
        yield path


def private_writes(private: Path, slug: str, names: frozenset[str]) -> dict[Path, bytes]:
    """The log and the assignments without the person, where they name them.

    Raises SettingsError S029 for a row that cannot be taken out where it stands, and ContentError
    for a file that cannot be read.
    """
    texts = {path: _text(path) for path in _files(private, "log.yml", "assignments/*.yml")}
    made = {path: _without(text, path, slug, names) for path, text in texts.items()}
    return {path: text.encode() for path, text in made.items() if text != texts[path]}


def private_mentions(
    private: Path, slug: str, writes: Mapping[Path, bytes], names: frozenset[str]
) -> Iterator[Problem]:
    """Lines that still name the person, as warnings; in notes, mails and circles, too."""
    notes = ("*.yml", "*.md", "*.html", CIRCLES)
    for path in _files(private, *notes, "profiles/*.yml", "assignments/*.yml"):
        text = writes[path].decode() if path in writes else _text(path)
        for number, line in enumerate(text.split("\n"), 1):
            if path.stem != slug and holds(line, names):
                yield Problem(shown(path), Place(number, 1), "P171", severity="warning")


def _files(private: Path, *patterns: str) -> list[Path]:
    return sorted(p for pattern in patterns for p in private.glob(pattern) if p.is_file())


def _text(path: Path) -> str:
    return checked_text(shown(path), path.read_bytes(), LIMIT)


def _without(text: str, path: Path, slug: str, names: frozenset[str]) -> str:
    def reader(found: str) -> Source:
        return read_yaml(shown(path), found.encode(), LIMIT)

    data = reader(text).data
    for loc, value in [*changes_without(data, slug), *_rows(data, names)]:
        made = in_place(text, reader, loc, value)
        if made is None:
            raise SettingsError("S029", path=shown(path), value=slug)
        text = made
    return text


def _rows(data: Mapping[str, Node], names: frozenset[str]) -> Changes:
    """The entries of the log about the person; the last one first, so that places hold."""
    found: list[tuple[Loc, Node | None]] = []
    for name, rows in data.items():
        if not isinstance(rows, list) or name == "members":
            continue
        about = [n for n, row in enumerate(rows) if isinstance(row, dict) and _is_about(row, names)]
        if about and len(about) == len(rows):
            found.append(((name,), []))
        else:
            found += [((name, index), None) for index in reversed(about)]
    return found


def _is_about(row: Mapping[str, Node], names: frozenset[str]) -> bool:
    given = (row.get(field) for field in WHO)
    return any(isinstance(value, str) and fold_words(value) in names for value in given)
