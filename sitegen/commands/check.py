"""`sitegen check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypedDict, Unpack

import click

from sitegen.check import check
from sitegen.commands.common import CONTENT, FORM, SUMMARY, clock, say
from sitegen.errors import Problem
from sitegen.read import Sources
from sitegen.revisions import changed_since, top_of
from sitegen.workers import crew_of, worth_having


class _Asked(TypedDict):
    paths: tuple[Path, ...]
    changed_from: str | None
    changed_files: Path | None
    links: bool


@click.command("check")
@CONTENT
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@FORM
@SUMMARY
@click.option(
    "--changed-from",
    metavar="REV",
    help="Judge only what changed since this commit, and what refers to it; runs git.",
)
@click.option(
    "--changed-files",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Judge only the files that this file lists, a line each.",
)
@click.option(
    "--links",
    is_flag=True,
    help="Also ask over the network whether links to other sites still work: warnings only.",
)
@click.pass_context
def command(
    ctx: click.Context, content: Path, form: str, summary: Path | None, **asked: Unpack[_Asked]
) -> None:
    """Validate the content, or only PATHS of it, and write nothing."""
    paths, rev, listed = asked["paths"], asked["changed_from"], asked["changed_files"]
    if sum((bool(paths), rev is not None, listed is not None)) > 1:
        raise click.UsageError("PATHS, --changed-from and --changed-files: give one of them.")
    changed = _changed(content, rev, listed)
    if asked["links"] and changed is not None:
        raise click.UsageError("--links: what others do with their pages judges no change.")
    asking = _asking() if asked["links"] else None
    found = check(content, paths, clock(), changed, asking, crew_of(worth_having()))
    say(found, form, summary)
    ctx.exit(1 if found.fails else 0)


def _asking() -> Callable[[Sources, Callable[[str], bool]], Iterable[Problem]]:
    # Nothing that knows the network is loaded where nobody asked for it.
    from sitegen.outside import outside_problems

    return outside_problems


def _changed(content: Path, rev: str | None, listed: Path | None) -> Iterable[Path] | None:
    if rev is not None:
        top = top_of(content)
        return [top / path for path in changed_since(top, rev)]
    if listed is not None:
        lines = listed.read_text("utf-8").splitlines()
        return [Path(line) for line in lines if line]
    return None
