"""`sitegen check`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from sitegen.check import check
from sitegen.commands.common import CONTENT, FORM, SUMMARY, clock, say
from sitegen.revisions import changed_since, top_of


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
@click.pass_context
def command(
    ctx: click.Context,
    content: Path,
    paths: tuple[Path, ...],
    form: str,
    summary: Path | None,
    changed_from: str | None,
    changed_files: Path | None,
) -> None:
    """Validate the content, or only PATHS of it, and write nothing."""
    if sum((bool(paths), changed_from is not None, changed_files is not None)) > 1:
        raise click.UsageError("PATHS, --changed-from and --changed-files: give one of them.")
    found = check(content, paths, clock(), _changed(content, changed_from, changed_files))
    say(found, form, summary)
    ctx.exit(1 if found.fails else 0)


def _changed(content: Path, rev: str | None, listed: Path | None) -> Iterable[Path] | None:
    if rev is not None:
        top = top_of(content)
        return [top / path for path in changed_since(top, rev)]
    if listed is not None:
        lines = listed.read_text("utf-8").splitlines()
        return [Path(line) for line in lines if line]
    return None
