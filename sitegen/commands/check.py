"""`sitegen check`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from sitegen.catalogue import more_about
from sitegen.check import check
from sitegen.commands.common import CONTENT, clock, default_form
from sitegen.findings import FORMS, as_markdown
from sitegen.i18n import Translator
from sitegen.revisions import changed_since, top_of


@click.command("check")
@CONTENT
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default=default_form,
    help="How to say it; annotations where GITHUB_ACTIONS is set, else text.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file to which the findings are added as Markdown: $GITHUB_STEP_SUMMARY.",
)
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
    said = FORMS[form](found.problems, Translator(), found.elsewhere)
    if said:
        click.echo(said)
    if found.problems and form == "text":
        click.echo(more_about(found.problems, Translator()), err=True)
    if summary is not None:
        with summary.open("a", encoding="utf-8") as stream:
            stream.write(as_markdown(found.problems, Translator(), found.elsewhere) + "\n")
    ctx.exit(1 if found.fails else 0)


def _changed(content: Path, rev: str | None, listed: Path | None) -> Iterable[Path] | None:
    if rev is not None:
        top = top_of(content)
        return [top / path for path in changed_since(top, rev)]
    if listed is not None:
        lines = listed.read_text("utf-8").splitlines()
        return [Path(line) for line in lines if line]
    return None
