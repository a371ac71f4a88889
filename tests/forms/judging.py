"""One draft, judged twice: by the scripts of the forms, and by `sitegen check` of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.canonical import written
from sitegen.check import directory_of, judged
from sitegen.directory import Directory
from sitegen.errors import ContentError, Place, Problem
from sitegen.findings.words import words
from sitegen.forms import form_of
from sitegen.frontmatter import Node, Source, read_markdown
from sitegen.i18n import Translator
from sitegen.read import COLLECTIONS, MARKDOWN_LIMIT, Sources, read
from sitegen.schema import COLLECTIONS as FOLDERS
from tests.conftest import CLOCK, ROOT
from tests.scripts import run_module

SAMPLE = ROOT / "content"
MODULE = Path(__file__).with_name("judging.js").read_text("utf-8")
# What needs the other files of a directory, or its prose: `check` alone says it.
ACROSS_FILES = frozenset(("P070", "P080", "P092", "P129", "P180", "P181", "P182"))


class Draft(NamedTuple):
    """What stands in a form."""

    kind: str
    fields: Mapping[str, Node]
    body: str

    @property
    def file(self) -> str:
        """The file as Python writes it."""
        return written(self.fields, self.body, self.kind)


class Told(NamedTuple):
    """A problem as people read it; the hint is empty where Python suggests a value."""

    code: str
    severity: str
    place: Place
    text: str
    hint: str


@cache
def content(root: Path = SAMPLE) -> Sources:
    """A content folder as it is."""
    return read(root)


@cache
def directory(root: Path = SAMPLE) -> Directory:
    """The directory of a content folder, on its own day."""
    return directory_of(content(root), None, CLOCK)[0]


@cache
def form(root: Path = SAMPLE) -> dict[str, Any]:
    """The data of its forms."""
    found = directory(root)
    return form_of(found.site, found.vocabulary, Translator())


def in_browser(drafts: Iterable[Draft], root: Path = SAMPLE) -> list[dict[str, Any]]:
    """The file and the problems of each draft, as scripts have them."""
    data = {
        "form": form(root),
        "skills": list(directory(root).vocabulary.skills),
        "today": directory(root).today.isoformat(),
        "drafts": [list(draft) for draft in drafts],
    }
    found: list[dict[str, Any]] = run_module(MODULE, data)
    return found


def told_in_browser(draft: Draft, problems: Iterable[Mapping[str, Any]]) -> list[Told]:
    """The problems at their places in the file."""
    return sorted(
        Told(p["code"], p["severity"], _place(draft, p), p["text"], p["hint"]) for p in problems
    )


def _place(draft: Draft, problem: Mapping[str, Any]) -> Place:
    if "line" in problem:
        above = draft.file.split("\n").index("---", 1) + 1
        return Place(above + problem["line"], problem["column"])
    try:
        source = read_markdown("", draft.file.encode(), MARKDOWN_LIMIT)
    except ContentError:
        return Place(1, 1)
    return source.place(tuple(problem["path"]), at_key=problem.get("isKey", False))


def in_check(drafts: Sequence[Draft], root: Path = SAMPLE) -> list[tuple[Problem, ...]]:
    """What `check` says of each draft's file, with the vocabulary and the settings of a folder."""
    collections: dict[str, dict[str, Source]] = {name: {} for name in COLLECTIONS}
    found: dict[str, list[Problem]] = {}
    paths = []
    for number, draft in enumerate(drafts):
        folder, slug = FOLDERS[draft.kind], f"draft-{number}"
        path = f"content/{folder}/{slug}.md"
        paths.append(path)
        found[path] = []
        try:
            raw = draft.file.encode()
            collections[folder][slug] = read_markdown(path, raw, MARKDOWN_LIMIT)
        except ContentError as error:
            found[path] += error.problems
    # The words of pages need some pages; who else is there is nobody's business here.
    collections["pages"] = dict(content(root).collections["pages"])
    sources = replace(content(root), collections=collections, translations={}, photos={})
    for problem in judged(sources, None, CLOCK)[1]:
        if problem.code not in ACROSS_FILES and problem.path in found:
            found[problem.path].append(problem)
    return [tuple(found[path]) for path in paths]


def told_in_check(problems: Iterable[Problem]) -> list[Told]:
    """The same in words."""
    translator = Translator()
    return sorted(
        {
            Told(p.code, p.severity, p.place, text, "" if "suggestion" in p.params else hint)
            for p in problems
            for text, hint in (words(p, translator),)
        }
    )
