"""Where a new file goes, and that it is written once, whole, over nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sitegen.canonical import TITLES, written
from sitegen.check import judged
from sitegen.errors import ContentError, Problem, SettingsError, in_order
from sitegen.frontmatter import read_markdown
from sitegen.i18n import Translator
from sitegen.nearest import slug
from sitegen.plan import check_folder, put
from sitegen.read import MARKDOWN_LIMIT, Sources, read, shown
from sitegen.scaffold.asking import Answers, Interview, Talk
from sitegen.scaffold.assignment import ask_for_assignment
from sitegen.scaffold.profile import ask_for_profile
from sitegen.schema import COLLECTIONS, KINDS
from sitegen.schema.blank import PLACE_OF_TEXT, blank
from sitegen.urls import RESERVED, is_slug
from sitegen.validate import Entries, validate

Questions = Callable[[Interview, date], Answers | None]
QUESTIONS: Mapping[str, Questions] = {
    "profile": ask_for_profile,
    "assignment": ask_for_assignment,
}


@dataclass(frozen=True, slots=True)
class Made:
    """The new file, and what `check` says about it."""

    path: Path
    problems: tuple[Problem, ...] = ()


def lay_out(root: Path, kind: str, output: Path | None, translator: Translator) -> Made:
    """Write a commented file to fill in.

    Raises ContentError and SettingsError S001, S003, S017, S018.
    """
    _, entries = _ground(root)
    path = _free(output or _folder(root, kind) / f"your-{kind}.md")
    _save(path, blank(kind, entries.site, entries.vocabulary, translator))
    return Made(path)


def interview(
    root: Path, kind: str, output: Path | None, talk: Talk, translator: Translator, clock: date
) -> Made | None:
    """Ask, then write what was answered; None when they do not agree to be listed.

    Days are those of the directory: its `as_of`, else `clock`. Raises ContentError and
    SettingsError S001, S003, S017, S018.
    """
    if output is not None:
        _free(output)
    sources, entries = _ground(root)
    asked = Interview(talk, KINDS[kind], entries, COLLECTIONS[kind], translator)
    answers = QUESTIONS[kind](asked, entries.site.as_of or clock)
    if answers is None:
        return None
    path = output or _named(asked, _folder(root, kind), answers, kind)
    body = answers.body or translator.gettext(PLACE_OF_TEXT)
    text = written(answers.fields, body, kind)
    _save(path, text)
    return Made(path, _problems(sources, kind, path, text, clock))


def _ground(root: Path) -> tuple[Sources, Entries]:
    """What new files are checked against: the settings and the vocabulary."""
    sources = read(root)
    entries, problems = validate(sources)
    if entries is None:
        raise ContentError(problems)
    return sources, entries


def _folder(root: Path, kind: str) -> Path:
    """The folder of the collection; a new directory may not have it yet."""
    folder = root / COLLECTIONS[kind]
    folder.mkdir(exist_ok=True)
    return folder


def _named(asked: Interview, folder: Path, answers: Answers, kind: str) -> Path:
    """The file called like the person or the work; another name where that is taken."""
    names = slug(str(answers.fields[TITLES[kind]]))
    name = names[0] if names else ""
    while not is_slug(name) or name in RESERVED or _taken(folder / f"{name}.md"):
        if _taken(folder / f"{name}.md"):
            form = asked.tr("There is a file {path} already.")
            asked.say(form.format(path=shown(folder / f"{name}.md")))
        name = asked.answer(asked.tr("What shall the file be called? Such as amina-diallo"))
    return folder / f"{name}.md"


def _free(path: Path) -> Path:
    """The path, where a new file can stand. Raises SettingsError S017, S018."""
    if _taken(path):
        raise SettingsError("S017", path=shown(path))
    check_folder(path)
    return path


def _taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _save(path: Path, text: str) -> None:
    put(_free(path), text.encode())


def _problems(
    sources: Sources, kind: str, path: Path, text: str, clock: date
) -> tuple[Problem, ...]:
    """What `check` says about the file, wherever it was written."""
    name, collections = COLLECTIONS[kind], dict(sources.collections)
    source = read_markdown(shown(path), text.encode(), MARKDOWN_LIMIT)
    collections[name] = {**collections[name], path.stem: source}
    _, found = judged(replace(sources, collections=collections), None, clock)
    return in_order(problem for problem in found if problem.path == source.path)
