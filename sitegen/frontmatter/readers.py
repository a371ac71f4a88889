"""Bytes → Source, for each kind of file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from sitegen.errors import ContentError, Place, Problem
from sitegen.frontmatter.causes import refused
from sitegen.frontmatter.compose import Composed, compose
from sitegen.frontmatter.marks import Node
from sitegen.frontmatter.source import Source
from sitegen.text import checked_text
from sitegen.unreadable import Cause, after_a_false_end, end_of_fields, no_opening, without_colon

MAX_FRONT_MATTER = 24 * 1024


def read_file(path: str, raw: bytes, limit: int) -> Source:
    """Read a file of the content as its name and folder say. Raises ContentError."""
    if path.endswith(".md"):
        return read_markdown(path, raw, limit)
    if PurePosixPath(path).parent.name == "vetting":
        return read_yaml_list(path, raw, limit, "marks")
    return read_yaml(path, raw, limit)


def read_markdown(path: str, raw: bytes, limit: int) -> Source:
    """Split a Markdown file into front matter and body.

    Raises ContentError with the first thing that makes the file unreadable.
    """
    lines = checked_text(path, raw, limit).split("\n")
    cause = no_opening(lines)
    if cause:
        raise refused(path, cause, 0)
    end = end_of_fields(lines)
    if isinstance(end, Cause):
        raise refused(path, end, 0)
    front = "\n".join(lines[1:end]) + "\n"
    if len(front.encode()) > MAX_FRONT_MATTER:
        limit_kb = str(MAX_FRONT_MATTER // 1024)
        raise ContentError([Problem(path, Place(1, 1), "P013", {"limit": limit_kb})])
    try:
        found = _fields(path, front, 1)
    except ContentError as error:
        false = after_a_false_end(lines[:end], error.problems[0].place.line - 1)
        raise refused(path, false, 0) if false else error from None
    body = "\n".join(lines[end + 1 :])
    return Source(path, _mapping(found), found.places(), body, end + 2, found.noticed)


def read_yaml(path: str, raw: bytes, limit: int) -> Source:
    """Read a whole file as one YAML mapping. Raises ContentError."""
    found = _fields(path, checked_text(path, raw, limit), 0)
    return Source(path, _mapping(found), found.places(), noticed=found.noticed)


def read_yaml_list(path: str, raw: bytes, limit: int, name: str) -> Source:
    """Read a whole file as one YAML list, which then stands in the data under `name`."""
    text = checked_text(path, raw, limit)
    found = compose(path, text, 0)
    if isinstance(found.root, dict) and found.root:
        raise ContentError([Problem(path, found.places().values[()], "P114")])
    if isinstance(found.root, str) and found.root:
        raise _only_text(path, text, found, 0)
    return Source(path, {name: found.root or []}, found.places(name), noticed=found.noticed)


def _fields(path: str, text: str, offset: int) -> Composed:
    """What must be fields. Raises ContentError when it is a list or a text."""
    found = compose(path, text, offset)
    if isinstance(found.root, list):
        raise ContentError([Problem(path, found.places().values[()], "P113")])
    if isinstance(found.root, str) and found.root:
        raise _only_text(path, text, found, offset)
    return found


def _mapping(found: Composed) -> Mapping[str, Node]:
    return found.root if isinstance(found.root, dict) else {}


def _only_text(path: str, text: str, found: Composed, offset: int) -> ContentError:
    """Nothing but text, where fields or a list were expected."""
    place = found.places().values[()]
    line = text.split("\n")[place.line - 1 - offset].strip()
    cause = without_colon(line, "", "")
    return refused(path, Cause(cause.code, place.line - 1, cause.column, cause.params), 0)
