"""The straight line: read → validate → relate → match → index → pages → render → write.

Imports every stage and decides nothing.
"""

from __future__ import annotations

import re
import time
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace

from sitegen import __version__
from sitegen.check import directory_of, strict_problems
from sitegen.directory import Directory
from sitegen.errors import ContentError, Problem, SettingsError
from sitegen.kept import Entry, Filed, Keeping, Noted, known, raw_of
from sitegen.last_build import Last
from sitegen.links import Lead, Stood, follow, leads_of
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.matcher import match
from sitegen.memo import ONCE, Memo
from sitegen.order import Built, Order
from sitegen.parts import Making, Piece
from sitegen.progress import Progress, Span, measured
from sitegen.read import Sources, read, shown
from sitegen.text import printable
from sitegen.urls import Urls
from sitegen.workers import Crew, crew_of
from sitegen.write import ReplacedError, Stage, check_output, staged

# An id of git, whole or shortened: SHA-1 has 40 digits, SHA-256 has 64.
COMMIT = re.compile(r"[0-9a-f]{7,64}")


def build(order: Order, progress: Progress | None = None, last: Last | None = None) -> Built:
    """Build the site. Raises ContentError or SettingsError, and then writes nothing.

    `progress` is told of each stage. With the `last` build, what holds of it is not done again, and
    what the next one may use is kept.
    """
    check_commit(order.commit)
    check_output(order.output, order.content)
    progress = progress or Progress()
    with crew_for(order) as crew:
        try:
            return _built(order, progress, crew, last)
        except ReplacedError:
            # Whoever builds into one folder at once is rare: the later one makes everything.
            return _built(order, progress, crew, last and replace(last, files=False))


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


def _built(order: Order, progress: Progress, crew: Crew, last: Last | None) -> Built:
    memo = known(last.kept("work")) if last else ONCE
    sources, directory, warnings = _checked(order, progress, memo)
    if memo.has_gone("source"):
        # What is brought up to date knows those who were there.
        memo.let_go()
    urls = Urls(directory.site.url if order.base_url is None else order.base_url)
    with progress.stage("match", len(directory.listed)):
        found = match(directory, crew=crew, memo=memo)
        matches = replace(found, guides=guides_for(directory, memo=memo))
    keeping = Keeping(last, sources, directory, matches)
    making = Making(keeping.ledger, urls, order.commit)
    with progress.stage("decide"):
        # Workers of a cluster inherit nothing.
        if not order.cluster:
            making.prepare(crew, memo)
        keeping.work(memo)
    # It takes as much memory as the rest of a build.
    del memo, sources
    with staged(order.output, last.standing if last else None) as stage:
        with progress.stage("render", len(making.pages)):
            leads = fill(stage, making, crew, progress, keeping)
        with progress.stage("follow", len(stage)):
            followed = follow(stage, urls, leads, Stood(stage.stood, keeping.leads, keeping.paths))
            problems = [*stage.clashes(), *followed.problems]
        if problems:
            raise ContentError(problems)
        with progress.stage("write", len(stage)):
            stage.finish(__version__, made_with(directory, urls, order.commit))
    # The old site has gone, and with it the other link of each file that stands.
    until = time.time_ns()
    keeping.files(stage.sums, followed.leads)
    counts = len(making.pages), len(directory.listed), len(directory.postings)
    as_of = directory.site.as_of
    return Built(*counts, warnings, stage.sums, as_of, frozenset(stage.stood), until, keeping.kept)


def _checked(
    order: Order, progress: Progress, memo: Memo
) -> tuple[Sources, Directory, tuple[Problem, ...]]:
    """What was read, the directory, and its warnings."""
    # Of this machine also where a cluster builds: what a file may take is measured in the main
    # thread of a process, and workers of a cluster work in others.
    crew = crew_of(order.jobs)
    with progress.stage("read"):
        sources = read(order.content, memo, crew)
    with progress.stage("check", len([*sources.texts()])):
        directory, warnings = directory_of(sources, order.today, order.clock, memo, crew)
    if order.strict:
        warnings = strict_problems(shown(order.content), directory, warnings)
    return sources, directory, warnings


def fill(
    stage: Stage, making: Making, crew: Crew, progress: Progress, keeping: Keeping
) -> frozenset[Lead]:
    """Put every file of the site there, as its piece is made; say what the pieces name."""
    leads = set[Lead]()
    # When the disk is full, nobody goes on to make what cannot be written.
    with closing(crew.each(_made, making, making.pieces())) as made:
        for (part, _), (files, noted, found, span) in made:
            leads |= found
            keeping.take(files, noted)
            for path, one in files.items():
                if (raw := raw_of(one)) is not None:
                    stage.put(path, raw, part)
                elif isinstance(one, Entry):
                    stage.keep(path, *keeping.stood(one), part)
            if part in ("search", "compare", "exports"):
                progress.add(span)
    return frozenset(leads)


def _made(making: Making, piece: Piece) -> tuple[Filed, Noted, frozenset[Lead], Span]:
    files, span = measured(piece[0], making.filed, piece)
    made = {path: raw_of(one) for path, one in files.items()}
    new = {path: raw for path, raw in made.items() if raw is not None}
    return files, making.ledger.taken(), leads_of(new, making.urls), span


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
