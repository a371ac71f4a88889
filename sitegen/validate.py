"""Sources → models: every error in plain words, with its place and the nearest right value.

All problems of a run at once. A file with errors gives no entry; its neighbours are judged by
themselves.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sitegen.checks import CHECKS, body_problems, site_problems, vocabulary_problems
from sitegen.errors import Place, Problem
from sitegen.examples import EXAMPLES
from sitegen.frontmatter import Loc, Node, Source
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
from sitegen.photos import check_photo
from sitegen.privacy import private_problems
from sitegen.read import Photo, Sources
from sitegen.vocabulary import FILES, WHERE, Vocabulary

ModelT = TypeVar("ModelT", bound=Content)


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
GROUPS: Mapping[type[Content], str] = {
    Profile: "profile",
    Assignment: "assignment",
    Vetting: "vetting",
    Story: "story",
    News: "news",
    HelpWanted: "help-wanted",
    Page: "page",
    Site: "site.yml",
    Method: "method.yml",
    ProfileText: "translation",
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


def validate(sources: Sources, *, private: bool = False) -> tuple[Entries | None, list[Problem]]:
    """Models of every valid file, and all problems; no entries without site and vocabulary.

    With `private`, what only the overlay may say is allowed.
    """
    problems = list(sources.problems)
    vocabulary = _vocabulary(sources, problems)
    site = _site(sources, problems)
    if vocabulary is None or site is None:
        return None, problems
    collections: dict[str, dict[str, Entry]] = {}
    invalid: dict[str, frozenset[str]] = {}
    for name, files in sources.collections.items():
        collections[name], bad = {}, set()
        for slug, source in files.items():
            model, found = _entry(name, source, vocabulary, site, private)
            problems += found
            if model is None:
                bad.add(slug)
            else:
                collections[name][slug] = Entry(slug, model, source)
        invalid[name] = frozenset(bad | _unread(sources, name))
    translations = dict(_translations(sources, problems))
    problems += _photo_problems(sources.photos.values())
    entries = Entries(
        site, vocabulary, collections, translations, sources.photos, invalid, sources.root
    )
    return entries, problems


def _photo_problems(photos: Iterable[Photo]) -> Iterator[Problem]:
    for photo in photos:
        reason = check_photo(photo.raw)
        if reason is not None:
            yield Problem(photo.path, Place(1, 1), "P057", {"detail": reason})


def _unread(sources: Sources, collection: str) -> set[str]:
    prefix = f"{sources.root}/{collection}/"
    return {
        path.removeprefix(prefix).rsplit(".", 1)[0]
        for path in sources.unread
        if path.startswith(prefix)
    }


def _entry(
    collection: str, source: Source, vocabulary: Vocabulary, site: Site, private: bool
) -> tuple[Content | None, list[Problem]]:
    model, found = parse(MODELS[collection], source, source.data, vocabulary)
    problems = list(found)
    if collection != "vetting":
        problems += body_problems(collection, source)
    problems += private_problems(source)
    if model is not None and collection in CHECKS:
        problems += CHECKS[collection](model, source, site)
    if private:
        problems = [problem for problem in problems if problem.code not in ("P040", "P048")]
    failed = any(problem.severity == "error" for problem in problems)
    return (None if failed else model), problems


def _translations(
    sources: Sources, problems: list[Problem]
) -> Iterator[tuple[tuple[str, str], Entry]]:
    for key, source in sources.translations.items():
        model, found = parse(ProfileText, source, source.data, None)
        problems += [*found, *body_problems("profiles", source), *private_problems(source)]
        if model is not None:
            yield key, Entry(key[0], model, source)


def _site(sources: Sources, problems: list[Problem]) -> Site | None:
    if sources.site is None:
        return None
    site, found = parse(Site, sources.site, sources.site.data, None)
    problems += found
    if site is not None:
        problems += site_problems(site, sources.site)
    return site


def _vocabulary(sources: Sources, problems: list[Problem]) -> Vocabulary | None:
    tables: dict[str, Any] = {}
    for name, kind in FILES.items():
        source = sources.vocabulary.get("skills" if name == "families" else name)
        rows = source.data.get(name, []) if source else []
        if source is None or not isinstance(rows, list):
            path = f"{sources.root}/vocabulary/{name}.yml"
            problems.append(Problem(path, Place(1, 1), "P070", {"kind": "file", "value": path, "example": f"{name}: []"}))  # fmt: skip
            return None
        tables[name] = _terms(kind, source, name, rows, problems)
    source = sources.vocabulary.get("method")
    method = parse(Method, source, source.data, None) if source else (None, ())
    problems += method[1]
    if source is None or method[0] is None:
        return None
    vocabulary = Vocabulary(**tables, method=method[0])
    problems += vocabulary_problems(vocabulary, sources.vocabulary)
    return vocabulary


def _terms(
    kind: type[Term], source: Source, name: str, rows: list[Node], problems: list[Problem]
) -> dict[str, Term]:
    table: dict[str, Term] = {}
    for index, row in enumerate(rows):
        term, found = parse(kind, source, row, None, base=(name, index))
        problems += found
        if term is not None and term.id in table:
            place = source.place((name, index, "id"))
            problems.append(Problem(source.path, place, "P036", {"value": term.id, "field": "id"}))
        elif term is not None:
            table[term.id] = term
    return table


def parse(
    model: type[ModelT],
    source: Source,
    data: Any,
    vocabulary: Vocabulary | None,
    base: Loc = (),
) -> tuple[ModelT | None, list[Problem]]:
    """One model from one piece of a source, or its problems."""
    context: Known | None = vocabulary.known if vocabulary else None
    try:
        return model.model_validate(_stated(data), context=context), []
    except ValidationError as error:
        explain = _Explainer(model, source, vocabulary, base)
        return None, [explain(details) for details in error.errors(include_url=False)]


def _stated(node: Any) -> Any:
    """What is stated: a field with nothing behind it is as good as absent."""
    if isinstance(node, dict):
        return {key: _stated(value) for key, value in node.items() if value != ""}
    return [_stated(value) for value in node] if isinstance(node, list) else node


class _Explainer:
    """pydantic's error → Problem."""

    def __init__(
        self, model: type[Content], source: Source, vocabulary: Vocabulary | None, base: Loc
    ) -> None:
        self.model = model
        self.source = source
        self.vocabulary = vocabulary
        self.base = base

    def __call__(self, error: ErrorDetails) -> Problem:
        loc = tuple(part for part in error["loc"] if part != "[key]")
        names = [part for part in loc if isinstance(part, str)]
        field = names[-1] if names else ""
        params = {"field": field, "example": EXAMPLES.get(field, f"{field}: …")}
        place = self.source.place((*self.base, *loc), at_key=error["loc"][-1:] == ("[key]",))
        code = error["type"]
        if code == "missing":
            code, params["group"] = "P011", self.group(names)
            place = self.source.place((*self.base, *loc[:-1]))
        elif code == "extra_forbidden":
            code, place = "P010", self.source.place((*self.base, *loc), at_key=True)
            params |= self.unknown(names)
        elif code.startswith("P"):
            given = {key: str(value) for key, value in error.get("ctx", {}).items()}
            params |= given | self.suggestion(code, given)
        else:
            code, params["expected"] = "P016", _expected(code)
        params.pop("code", None)
        return Problem(self.source.path, place, code, params)

    def group(self, names: list[str]) -> str:
        return names[-2] if len(names) > 1 else GROUPS.get(self.model, self.model.__name__.lower())

    def unknown(self, names: list[str]) -> dict[str, str]:
        fields = list(_fields(self.model, names[:-1]))
        close = difflib.get_close_matches(names[-1], fields, n=1, cutoff=0.6)
        found = {"group": self.group(names), "allowed": ", ".join(fields)}
        return found | ({"suggestion": close[0]} if close else {})

    def suggestion(self, code: str, given: Mapping[str, str]) -> dict[str, str]:
        if code == "P012" and self.vocabulary:
            kind = given["kind"]
            ids = self.vocabulary.suggest(kind, given["value"])
            found = {"where": WHERE.get(kind, "")}
            return found | ({"suggestion": "` or `".join(ids)} if ids else {})
        if code in ("P020", "P028"):
            allowed = ("yes", "no") if code == "P020" else given["allowed"].split(", ")
            words = {"true": "yes", "false": "no", "y": "yes", "n": "no", "on": "yes", "off": "no"}
            value = given["value"].lower()
            close = difflib.get_close_matches(words.get(value, value), allowed, n=1, cutoff=0.6)
            return {"suggestion": close[0]} if close else {}
        if code == "P030" and given["value"].upper() == "UK":
            return {"suggestion": "GB"}
        return {"where": ""} if code == "P012" else {}


def _fields(model: type[Content], path: Iterable[str]) -> Iterator[str]:
    """Names of the fields at a path below a model, as they are written in files."""
    current: type[Content] | None = model
    for name in path:
        info = next((f for n, f in current.model_fields.items() if (f.alias or n) == name), None)
        current = _inner(info) if info else None
        if current is None:
            return
    assert current is not None  # noqa: S101  # for the type checker: the loop returns otherwise
    for name, info in current.model_fields.items():
        yield info.alias or name


def _inner(info: FieldInfo) -> type[Content] | None:
    """The model inside a field's type, however it is wrapped."""
    waiting = [info.annotation]
    while waiting:
        found: Any = waiting.pop()
        if isinstance(found, type) and issubclass(found, Content):
            return found
        waiting += getattr(found, "__args__", ())
    return None


def _expected(kind: str) -> str:
    if kind.startswith("tuple"):
        return "a list: [first, second]"
    if kind.startswith(("mapping", "dict", "model")):
        return "a group of fields: {name: value}"
    return "text"
