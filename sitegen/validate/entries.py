"""What is valid: models by what they are of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sitegen.errors import Place
from sitegen.frontmatter import Source
from sitegen.models import (
    Assignment,
    HelpWanted,
    News,
    Page,
    Profile,
    Site,
    Story,
    VettingMark,
)
from sitegen.models.fields import Content
from sitegen.read import Photo
from sitegen.vocabulary import Vocabulary


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


# Targets, each with its place.
Links: TypeAlias = tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid file: its model, the source for places, and where it links to within the site."""

    slug: str
    model: Any
    source: Source
    links: Links = ()


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
