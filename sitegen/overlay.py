"""The private folder laid over the public sources, for local commands only.

What stands in it wins over the public file, so the models and checks judge the whole. What only
the folder may say stays apart, as `PrivateFacts`; it never enters a source, and so no page.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from sitegen.errors import ContentError, Place, Problem, SettingsError
from sitegen.frontmatter import Node, Source, read_yaml
from sitegen.messages import phrase
from sitegen.models.fields import Content
from sitegen.models.kind import text, whole
from sitegen.private_log import LOG, read_log, unknown_problems
from sitegen.read import YAML_LIMIT, Sources, raw_of, shown
from sitegen.validate import parse

CIRCLES = "circles.txt"
# What may lie at the top beside the overlay itself: whoever keeps a folder keeps notes in it, the
# page of `sitegen mails`, and what `sitegen circles` proposed.
BESIDE = ("README.md", ".html", CIRCLES)


class PrivateFacts(Content):
    """What a coordinator knows and no public file may say."""

    contact: Annotated[str, text(200)] | None = None
    declines_clients: tuple[Annotated[str, text(120)], ...] = ()
    guidance_load: Annotated[int, whole(0, 50)] | None = None
    references: tuple[Annotated[str, text(500)], ...] = ()
    notes: Annotated[str, text(4_000)] | None = None


PRIVATE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "profiles": tuple(PrivateFacts.model_fields),
    "assignments": ("contact", "references", "notes"),
}
KINDS = {"profiles": "profile", "assignments": "assignment"}


def lay_over(sources: Sources, private: Path) -> tuple[Sources, Mapping[str, PrivateFacts]]:
    """The sources with the private folder over them, and the private facts by slug.

    A mapping is merged one level deep, everything else is replaced. The places of a file that was
    laid over are those of the overlay; what the public file says points at its first line.
    Problems join those of the sources. Raises SettingsError S009 without a readable folder.
    """
    if not private.is_dir():
        raise SettingsError("S009", path=shown(private), detail=phrase("it is not a folder"))
    overlay = _Overlay(sources)
    overlay.read(private)
    collections = {
        name: {**files, **overlay.laid.get(name, {})} for name, files in sources.collections.items()
    }
    problems = (*sources.problems, *overlay.problems)
    return replace(sources, collections=collections, problems=problems), overlay.facts


class _Overlay:
    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.laid: dict[str, dict[str, Source]] = {name: {} for name in PRIVATE_FIELDS}
        self.facts: dict[str, PrivateFacts] = {}
        self.owners: dict[str, str] = {}
        self.problems: list[Problem] = []

    def read(self, root: Path) -> None:
        for entry in _entries(root):
            if entry.is_symlink():
                self.problem(entry, "P052")
            elif entry.name in PRIVATE_FIELDS and entry.is_dir():
                for path in _entries(entry):
                    self.file(entry.name, path)
            elif entry.name == LOG:
                # Read here only to say early when it is broken: it changes nothing in the content.
                self.log(root)
            elif not entry.name.endswith(BESIDE):
                allowed = f"what stands here: profiles, assignments, {LOG}"
                self.problem(entry, "P051", allowed=allowed)

    def file(self, collection: str, path: Path) -> None:
        slug = path.stem
        public = self.sources.collections[collection].get(slug)
        if path.suffix != ".yml":
            self.problem(path, "P051", allowed=phrase("the files here end with .yml"))
        elif public is not None:
            private = self.source(path)
            if private is not None:
                self.lay(collection, slug, public, private)
        elif slug not in self.sources.unread_in(collection):
            example = f"it would be the file {collection}/{slug}.md"
            self.problem(path, "P070", kind=KINDS[collection], value=slug, example=example)

    def log(self, root: Path) -> None:
        log, source, problems = read_log(root)
        self.problems += problems
        if source is not None:
            self.problems += unknown_problems(
                log, source, self.sources.slugs("profiles"), self.sources.slugs("assignments")
            )

    def lay(self, collection: str, slug: str, public: Source, private: Source) -> None:
        fields = PRIVATE_FIELDS[collection]
        stated = {name: value for name, value in private.data.items() if name in fields}
        if stated:
            self.keep(slug, private, stated)
        self.laid[collection][slug] = _merged(public, private, fields)

    def keep(self, slug: str, private: Source, stated: Mapping[str, Node]) -> None:
        first = self.owners.setdefault(slug, private.path)
        if first != private.path:
            params = {"value": slug, "first": first, "second": private.path}
            self.problems.append(Problem(private.path, Place(1, 1), "P082", params))
            return
        facts, found = parse(PrivateFacts, private, stated, None)
        self.problems += found
        if facts is not None:
            self.facts[slug] = facts

    def source(self, path: Path) -> Source | None:
        if not stat.S_ISREG(path.lstat().st_mode):
            self.problem(path, "P052")
            return None
        try:
            return read_yaml(shown(path), raw_of(path, YAML_LIMIT), YAML_LIMIT)
        except ContentError as error:
            self.problems += error.problems
            return None

    def problem(self, path: Path, code: str, **params: str) -> None:
        self.problems.append(Problem(shown(path), Place(1, 1), code, params))


def _entries(folder: Path) -> Iterator[Path]:
    """Everything in a folder by name; what starts with a dot belongs to other programs."""
    return (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))


def _merged(public: Source, private: Source, apart: tuple[str, ...]) -> Source:
    data = dict(public.data)
    for name, value in private.data.items():
        if name not in apart:
            data[name] = _over(public.data.get(name), value)
    return Source(private.path, _named(data, private), private.places.without(apart), public.body)


def _over(public: Node | None, private: Node) -> Node:
    if isinstance(public, dict) and isinstance(private, dict):
        return {**public, **private}
    return private


def _named(data: dict[str, Node], private: Source) -> dict[str, Node]:
    """A client whose name the overlay gives is no longer anonymous, unless it says so."""
    client, given = data.get("client"), private.data.get("client")
    if not (isinstance(client, dict) and isinstance(given, dict)):
        return data
    if "name" not in given or "anonymous" in given:
        return data
    return {**data, "client": {key: v for key, v in client.items() if key != "anonymous"}}
