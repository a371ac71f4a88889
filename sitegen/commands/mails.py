"""`sitegen mails`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, PRIVATE_NEEDED, TODAY, asked_day, clock
from sitegen.upkeep.mails import Sheet, mails

OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, outside every public folder; else they are printed.",
)
FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html"]),
    help="Else html for a file that ends with .html, text for anything else.",
)


@click.command("mails")
@CONTENT
@PRIVATE_NEEDED
@TODAY
@FORM
@OUTPUT
def command(
    content: Path, private: Path, today: datetime | None, form: str | None, output: Path | None
) -> None:
    """Draft the mails of the week, each with its reason, a text to copy and a link."""
    is_page = output is not None and output.suffix == ".html"
    sheet = Sheet(output, form or ("html" if is_page else "text"))
    click.echo(mails(content, private, sheet, asked_day(today), clock()))
