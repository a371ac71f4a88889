"""Where content still speaks of somebody whose own files are gone: for a human to read."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Node, Source
from sitegen.ownership import owner_of, owns
from sitegen.read import Sources
from sitegen.terms import fold_words

NAMES = ("name", "name_native", "sort_name")


def names_of(profile: Source | None, slug: str) -> frozenset[str]:
    """What a person is called, folded: each of their names, and the words of the slug."""
    data = profile.data if profile else {}
    given = [slug, *(data.get(name) for name in NAMES)]
    return frozenset(fold_words(name) for name in given if isinstance(name, str)) - {""}


def mentions(left: Sources, profile: Source | None, names: frozenset[str]) -> Iterator[Problem]:
    """Where running text names the person, and what their account still owns, as warnings."""
    account = owner_of(profile.data if profile else {})
    for source in left.texts():
        for line in sorted(_lines_with(source, names)):
            yield Problem(source.path, Place(line, 1), "P171", severity="warning")
        if account and owns(account, source.data):
            yield Problem(source.path, source.place(("github",)), "P170", severity="warning")


def _lines_with(source: Source, names: frozenset[str]) -> set[int]:
    """The lines on which one of the names stands."""
    lines = [(source.body_line + n, line) for n, line in enumerate(source.body.split("\n"))]
    lines += [(source.place(loc).line, text) for loc, text in _texts(dict(source.data), ())]
    return {line for line, text in lines if holds(text, names)}


def _texts(node: Node, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(node, str):
        yield loc, node
        return
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in pairs:
        yield from _texts(value, (*loc, key))


def holds(text: str, names: frozenset[str]) -> bool:
    """Whether a text names the person, however it is written.

    Names in scripts that put no blanks between words are found within a word, too.
    """
    words = fold_words(text)
    return any(
        f" {name} " in f" {words} " if " " in name or name.isascii() else name in words
        for name in names
    )
