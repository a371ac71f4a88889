"""What was read: every file by what it is of, before anything in it is judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sitegen.errors import Problem
from sitegen.frontmatter import Source
from sitegen.memo import Alike

COLLECTIONS = ("profiles", "assignments", "vetting", "stories", "news", "help-wanted", "pages")
VOCABULARY = (
    "kinds",
    "labels",
    "method",
    "passages",
    "regions",
    "sectors",
    "silos",
    "skills",
    "topics",
)


@dataclass(frozen=True, slots=True)
class Photo(Alike):
    """A photo as sent: its file and its bytes."""

    path: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that was read, by collection and slug, with what could not be read."""

    root: str
    site: Source | None
    vocabulary: Mapping[str, Source]
    collections: Mapping[str, Mapping[str, Source]]
    translations: Mapping[tuple[str, str], Source]
    photos: Mapping[str, Photo]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()
    # The SHA-256 of each file of text, hexadecimal, by path.
    sums: Mapping[str, str] = field(default_factory=dict)

    def texts(self) -> Iterator[Source]:
        """Every file that was read as text."""
        if self.site:
            yield self.site
        yield from self.vocabulary.values()
        for files in self.collections.values():
            yield from files.values()
        yield from self.translations.values()

    def unread_in(self, collection: str) -> frozenset[str]:
        """The slugs of a collection's files that could not be read, translations left out."""
        paths = (PurePosixPath(path) for path in self.unread)
        stems = {path.stem for path in paths if path.parent.name == collection}
        return frozenset(stem for stem in stems if "." not in stem)

    def slugs(self, collection: str) -> frozenset[str]:
        """Every slug of a collection, those of files that cannot be read included."""
        return self.unread_in(collection) | self.collections[collection].keys()
