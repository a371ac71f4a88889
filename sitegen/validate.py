"""Sources → models: every error in plain words, with its place and the nearest right value.

All problems of a run at once. A file with errors gives no entry; its neighbours are judged by
themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from sitegen.bodies import BODY, body_problems
from sitegen.bounded import bounded
from sitegen.checks import CHECKS, rule_problems
from sitegen.errors import ContentError, Place, Problem
from sitegen.explain import Explainer
from sitegen.explain.echoes import with_causes, with_private, without_echoes
from sitegen.explain.stated import stated
from sitegen.frontmatter import Loc, Source
from sitegen.memo import ONCE, Memo
from sitegen.models import (
    Assignment,
    HelpWanted,
    Method,
    News,
    Page,
    Profile,
    ProfileText,
    Site,
    Story,
    VettingMark,
)
from sitegen.models.fields import Content, Known
from sitegen.models.terms import Term
from sitegen.photo_checks import photo_problems
from sitegen.privacy import private_problems
from sitegen.read import Photo, Sources
from sitegen.site_checks import site_problems
from sitegen.unfinished import unfinished_problems
from sitegen.vocabulary import FILES, Vocabulary
from sitegen.vocabulary_checks import list_problems, vocabulary_problems

ModelT = TypeVar("ModelT", bound=Content)
# Of one file or row: each takes a search for the nearest right value, and nobody mends more.
MOST_ERRORS = 100


class Vetting(Content):
    """A vetting file."""

    marks: tuple[VettingMark, ...]


MODELS: Mapping[str, type[Content]] = {
    "profiles": Profile,
    "assignments": Assignment,
    "vetting": Vetting,
    "stories": Story,
    "news": News,
    "help-wanted": HelpWanted,
    "pages": Page,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid file: its model, and the source for places."""

    slug: str
    model: Any
    source: Source


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything valid, by collection and slug."""

    site: Site
    vocabulary: Vocabulary
    collections: Mapping[str, Mapping[str, Entry]]
    translations: Mapping[tuple[str, str], Entry]
    photos: Mapping[str, Photo]
    invalid: Mapping[str, frozenset[str]]
    root: str


def validate(
    sources: Sources, *, private: bool = False, memo: Memo = ONCE
) -> tuple[Entries | None, list[Problem]]:
    """Models of every valid file, and all problems; no entries without site and vocabulary.

    With `private`, what only the overlay may say is allowed.
    """
    entries, problems = _judged(sources, private, memo)
    noticed = [found for source in sources.texts() for found in source.noticed]
    return entries, with_causes(problems, noticed)


def _judged(sources: Sources, private: bool, memo: Memo) -> tuple[Entries | None, list[Problem]]:
    problems = list(sources.problems)
    vocabulary, found = memo.of(
        "vocabulary",
        (*sources.vocabulary.values(), *sorted(sources.unread)),
        lambda: _vocabulary(sources),
    )
    site, wrong = memo.of("site", (sources.site, vocabulary), lambda: _site(sources, vocabulary))
    problems += [*found, *wrong]
    if vocabulary is None or site is None:
        return None, problems
    collections: dict[str, dict[str, Entry]] = {}
    invalid: dict[str, frozenset[str]] = {}
    for name, files in sources.collections.items():
        collections[name], bad = {}, set()
        for slug, source in files.items():
            given = (source, vocabulary, site)
            model, found = memo.of(
                (name, slug, private), given, partial(_bounded_entry, name, *given, private)
            )
            problems += found
            if model is None:
                bad.add(slug)
            else:
                collections[name][slug] = Entry(slug, model, source)
        invalid[name] = frozenset(bad | sources.unread_in(name))
    translations = dict(_translations(sources, problems))
    photos = tuple(sources.photos.values())
    problems += memo.of("photos", photos, lambda: [*photo_problems(photos)])
    rest = (collections, translations, sources.photos, invalid, sources.root)
    return Entries(site, vocabulary, *rest), problems


def _bounded_entry(
    collection: str, source: Source, *rest: Any
) -> tuple[Content | None, list[Problem]]:
    try:
        with bounded(source.path):
            return _entry(collection, source, *rest)
    except ContentError as error:
        return None, list(error.problems)


def _entry(
    collection: str, source: Source, vocabulary: Vocabulary, site: Site, private: bool
) -> tuple[Content | None, list[Problem]]:
    model, found = parse(MODELS[collection], source, source.data, vocabulary)
    problems = list(found)
    if collection != "vetting":
        problems += body_problems(collection, source)
    longest = BODY[collection][1] if collection in BODY else 0
    problems = with_private(problems, private_problems(source, longest))
    if model is not None and collection in CHECKS:
        problems += CHECKS[collection](model, source, site)
    elif model is None:
        problems += unfinished_problems(collection, source)
    if private:
        problems = [problem for problem in problems if problem.code not in ("P040", "P048", "P115")]
    failed = any(problem.severity == "error" for problem in problems)
    return (None if failed else model), problems


def _translations(
    sources: Sources, problems: list[Problem]
) -> Iterator[tuple[tuple[str, str], Entry]]:
    for key, source in sources.translations.items():
        try:
            with bounded(source.path):
                model, found = parse(ProfileText, source, source.data, None)
                private = private_problems(source, BODY["profiles"][1])
                problems += with_private([*found, *body_problems("profiles", source)], private)
        except ContentError as error:
            problems += error.problems
            continue
        if model is not None:
            yield key, Entry(key[0], model, source)


def _site(sources: Sources, vocabulary: Vocabulary | None) -> tuple[Site | None, list[Problem]]:
    if sources.site is None:
        return None, []
    site, found = parse(Site, sources.site, sources.site.data, vocabulary)
    if site is not None:
        found += [*rule_problems(site, sources.site), *site_problems(site, sources.site)]
    return site, found


def _vocabulary(sources: Sources) -> tuple[Vocabulary | None, list[Problem]]:
    """The whole vocabulary, or None: what cannot be looked up truly is not judged."""
    found: list[Problem] = []
    tables = {name: _table(sources, name, found) for name in FILES}
    source = _vocabulary_file(sources, "method", "version", found)
    method = None
    if source:
        method, wrong = parse(Method, source, source.data, None)
        found += wrong
    if method is None or found or any(table is None for table in tables.values()):
        return None, found
    vocabulary = Vocabulary(**tables, method=method)  # type: ignore[arg-type]  # by FILES
    return vocabulary, list(vocabulary_problems(vocabulary, sources.vocabulary))


def _vocabulary_file(
    sources: Sources, name: str, first: str, problems: list[Problem]
) -> Source | None:
    """A file of the vocabulary; one that could not be read has its problem already."""
    source = sources.vocabulary.get(name)
    path = f"{sources.root}/vocabulary/{name}.yml"
    if source is None and path not in sources.unread:
        params = {
            "kind": "file",
            "value": path,
            "example": f"a site needs it; it starts with {first}:",
        }
        problems.append(Problem(path, Place(1, 1), "P070", params))
    return source


def _table(sources: Sources, name: str, problems: list[Problem]) -> dict[str, Term] | None:
    """The terms of one list by id; None when its file is missing or unreadable."""
    file = "skills" if name == "families" else name
    source = _vocabulary_file(sources, file, name, problems)
    if source is None:
        return None
    problems += list_problems(source, file, name)
    rows = source.data.get(name)
    table: dict[str, Term] = {}
    places: dict[str, Place] = {}
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        term, found = parse(FILES[name], source, row, None, base=(name, index))
        problems += found
        if term is None:
            continue
        place = source.place((name, index, "id"))
        first = places.setdefault(term.id, place)
        if first != place:
            params = {"value": term.id, "field": name, "line": str(first.line)}
            problems.append(Problem(source.path, place, "P036", params))
        table.setdefault(term.id, term)
    return table


def parse(
    model: type[ModelT],
    source: Source,
    data: Any,
    vocabulary: Vocabulary | None,
    base: Loc = (),
) -> tuple[ModelT | None, list[Problem]]:
    """One model from one piece of a source, or its first MOST_ERRORS problems."""
    context: Known | None = vocabulary.known if vocabulary else None
    try:
        return model.model_validate(stated(data, model), context=context), []
    except ValidationError as error:
        explain = Explainer(model, source, vocabulary, base)
        found = error.errors(include_url=False)[:MOST_ERRORS]
        return None, without_echoes([explain(e) for e in found])
