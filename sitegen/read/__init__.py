"""Folders → sources: every file of the content, in the order of its path. Disk in."""

from sitegen.read.files import (
    MARKDOWN_LIMIT,
    VOCABULARY_LIMIT,
    YAML_LIMIT,
    entries_of,
    raw_of,
    shown,
)
from sitegen.read.reader import PHOTO_SUFFIXES, TRANSLATION, read
from sitegen.read.sources import COLLECTIONS, VOCABULARY, Photo, Sources

__all__ = [
    "COLLECTIONS",
    "MARKDOWN_LIMIT",
    "PHOTO_SUFFIXES",
    "TRANSLATION",
    "VOCABULARY",
    "VOCABULARY_LIMIT",
    "YAML_LIMIT",
    "Photo",
    "Sources",
    "entries_of",
    "raw_of",
    "read",
    "shown",
]
