"""`sitegen check`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.catalogue import more_about
from sitegen.check import check
from sitegen.commands.common import CONTENT, TEXT_OR_JSON, clock
from sitegen.errors import has_errors
from sitegen.findings import as_json, as_text
from sitegen.i18n import Translator


@click.command("check")
@CONTENT
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@TEXT_OR_JSON
@click.pass_context
def command(ctx: click.Context, content: Path, paths: tuple[Path, ...], form: str) -> None:
    """Validate the content, or only PATHS of it, and write nothing."""
    problems = check(content, paths, clock())
    if form == "json":
        click.echo(as_json(problems, Translator()))
    elif problems:
        click.echo(as_text(problems, Translator()))
        click.echo(more_about(problems, Translator()), err=True)
    ctx.exit(1 if has_errors(problems) else 0)
