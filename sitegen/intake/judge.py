"""A draft beside everything else: the same rules, words and codes as `sitegen check`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from sitegen.check import judged
from sitegen.directory import Directory
from sitegen.errors import (
    ContentError,
    Problem,
    SettingsError,
    Severity,
    has_errors,
    in_order,
)
from sitegen.frontmatter import Source, read_markdown, read_yaml
from sitegen.intake.block import Block
from sitegen.intake.submission import Draft
from sitegen.read import MARKDOWN_LIMIT, VOCABULARY_LIMIT, Photo, Sources
from sitegen.verdict import new_problems

# Members agree to be named, each to the maintainers; a client cannot say it for them.
FOR_MAINTAINERS = frozenset(("P071",))


def directory_before(
    sources: Sources, today: date | None, clock: date
) -> tuple[Directory, list[Problem]]:
    """The directory as it stands, and its problems. Raises SettingsError S024 without one."""
    directory, problems = judged(sources, today, clock)
    if directory is None:
        errors = [p for p in problems if p.severity == "error"]
        raise SettingsError("S024", path=errors[0].path if errors else sources.root)
    return directory, problems


def problems_of(
    draft: Draft,
    source: Source | None,
    sources: Sources,
    before: Iterable[Problem],
    photo: Photo | None,
    today: date,
) -> tuple[Problem, ...]:
    """What the draft brings about, in its own file and in any other.

    `source` is what was read of a block, with its places; the problems then stand where the author
    sees them, on no path; `photo` is clean, and its path is its ending. What was wrong before is
    not held against a small change.
    """
    path = f"{sources.root}/{draft.path}"
    known = (p for p in before if p.path != path or draft.block is None)
    changed = _with(sources, draft, source, photo)
    new = new_problems(known, judged(changed, today, today)[1])
    block = draft.block
    if block is None:
        return in_order(new)
    own = [_seen(p, source, block) for p in new if p.path == path]
    rest = [p for p in new if p.path != path]
    return (*in_order(own), *in_order(rest), *(() if has_errors(own) else _too_long(draft)))


def _seen(found: Problem, source: Source | None, block: Block) -> Problem:
    """A problem where the author sees it.

    What was noticed in reading counts as an error here: the file is written anew from what was
    read, and nobody could see any more what it cut off.
    """
    codes = {noticed.problem.code for noticed in source.noticed} if source else frozenset()
    severity: Severity = "error" if found.code in codes else found.severity
    return replace(found, path="", place=block.seen(found.place), severity=severity)


def _with(sources: Sources, draft: Draft, source: Source | None, photo: Photo | None) -> Sources:
    """The content as it would be."""
    path = f"{sources.root}/{draft.path}"
    unread = sources.unread - {path}
    problems = tuple(p for p in sources.problems if p.path != path)
    folder, name = draft.path.split("/")
    if folder == "vocabulary":
        made = read_yaml(path, draft.text.encode(), VOCABULARY_LIMIT)
        vocabulary = {**sources.vocabulary, Path(name).stem: made}
        return replace(sources, vocabulary=vocabulary, unread=unread, problems=problems)
    made = (
        source.moved(path) if source else read_markdown(path, draft.text.encode(), MARKDOWN_LIMIT)
    )
    files = dict(sorted({**sources.collections[folder], Path(name).stem: made}.items()))
    photos = dict(sources.photos)
    if photo is not None:
        photos[draft.slug] = replace(photo, path=f"{path.removesuffix('.md')}{photo.path}")
    return replace(
        sources,
        collections={**sources.collections, folder: files},
        photos=photos,
        unread=unread,
        problems=problems,
    )


def _too_long(draft: Draft) -> tuple[Problem, ...]:
    """What quotes and order add can exceed the limits of a file."""
    try:
        read_markdown("", draft.text.encode(), MARKDOWN_LIMIT)
    except ContentError as error:
        return error.problems
    return ()
