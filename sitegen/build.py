"""The straight line: read → validate → relate → match → index → pages → render → write.

Imports every stage and decides nothing.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace

from sitegen import __version__
from sitegen.check import directory_of, strict_problems
from sitegen.directory import Directory
from sitegen.errors import ContentError, Problem, SettingsError
from sitegen.links import Lead, broken_links, leads_of
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.matcher import match
from sitegen.order import Built, Order
from sitegen.parts import Files, Making, Piece
from sitegen.progress import Progress, Span, measured
from sitegen.read import read, shown
from sitegen.text import printable
from sitegen.urls import Urls
from sitegen.workers import Crew, crew_of
from sitegen.write import Stage, check_output, staged

# An id of git, whole or shortened: SHA-1 has 40 digits, SHA-256 has 64.
COMMIT = re.compile(r"[0-9a-f]{7,64}")


def build(order: Order, progress: Progress | None = None) -> Built:
    """Build the site. Raises ContentError or SettingsError, and then writes nothing.

    `progress` is told of each stage.
    """
    check_commit(order.commit)
    check_output(order.output, order.content)
    with crew_for(order) as crew:
        return _built(order, progress or Progress(), crew)


def crew_for(order: Order) -> AbstractContextManager[Crew]:
    """Who builds. Raises SettingsError S046 to S050 for a cluster that cannot."""
    if not order.cluster:
        return nullcontext(crew_of(order.jobs))
    try:
        # Dask takes longer to import than most sites take to build, and few have it.
        from sitegen.cluster import on_cluster
    except ModuleNotFoundError as error:
        raise SettingsError("S050") from error
    return on_cluster(order.cluster, order.jobs)


def _built(order: Order, progress: Progress, crew: Crew) -> Built:
    directory, warnings = _checked(order, progress)
    urls = Urls(directory.site.url if order.base_url is None else order.base_url)
    with progress.stage("match", len(directory.listed)):
        matches = replace(match(directory, crew=crew), guides=guides_for(directory))
    making = Making(directory, matches, urls, order.commit)
    with progress.stage("decide"):
        # Workers of a cluster inherit nothing.
        if not order.cluster:
            making.prepare(crew)
    with staged(order.output) as stage:
        with progress.stage("render", len(making.pages)):
            leads = fill(stage, making, crew, progress)
        with progress.stage("follow", len(stage)):
            problems = [*stage.clashes(), *broken_links(stage, urls, leads)]
        if problems:
            raise ContentError(problems)
        with progress.stage("write", len(stage)):
            stage.finish(__version__, made_with(directory, urls, order.commit))
    counts = len(making.pages), len(directory.listed), len(directory.postings)
    return Built(*counts, warnings, stage.sums, directory.site.as_of)


def _checked(order: Order, progress: Progress) -> tuple[Directory, tuple[Problem, ...]]:
    """The directory and its warnings. What was read for it is let go: it takes as much again."""
    # Of this machine also where a cluster builds: what a file may take is measured in the main
    # thread of a process, and workers of a cluster work in others.
    crew = crew_of(order.jobs)
    with progress.stage("read"):
        sources = read(order.content, crew=crew)
    with progress.stage("check", len([*sources.texts()])):
        directory, warnings = directory_of(sources, order.today, order.clock, crew=crew)
    if order.strict:
        warnings = strict_problems(shown(order.content), directory, warnings)
    return directory, warnings


def fill(stage: Stage, making: Making, crew: Crew, progress: Progress) -> set[Lead]:
    """Put every file of the site there, as its piece is made; say what the pieces name."""
    leads: set[Lead] = set()
    # When the disk is full, nobody goes on to make what cannot be written.
    with closing(crew.each(_made, making, making.pieces())) as made:
        for (part, _), (files, found, span) in made:
            leads |= found
            for path, raw in files.items():
                stage.put(path, raw, part)
            if part in ("search", "exports"):
                progress.add(span)
    return leads


def _made(making: Making, piece: Piece) -> tuple[Files, frozenset[Lead], Span]:
    files, span = measured(piece[0], making.files, piece)
    return files, leads_of(files, making.urls), span


def made_with(directory: Directory, urls: Urls, commit: str) -> dict[str, str]:
    """What `sitegen verify` needs to build the same again."""
    return {
        "sitegen": __version__,
        "day": directory.today.isoformat(),
        "url": urls.origin + urls.path,
        "commit": commit,
    }


def check_commit(commit: str) -> None:
    """Refuse what is no commit's id, with SettingsError S040; none at all is fine."""
    if commit and not COMMIT.fullmatch(commit):
        raise SettingsError("S040", value=printable(commit))
