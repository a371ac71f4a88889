"""`sitegen match`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, PRIVATE, TEXT_OR_JSON, TODAY, asked_day, clock
from sitegen.match import guided, matched


@click.command("match")
@CONTENT
@TODAY
@click.argument("assignment", required=False)
@click.option("--guides", is_flag=True, help="Show who could guide those who seek guidance.")
@TEXT_OR_JSON
@PRIVATE
def command(
    content: Path,
    today: datetime | None,
    assignment: str | None,
    guides: bool,
    form: str,
    private: Path | None,
) -> None:
    """Show who fits ASSIGNMENT, or every open one, with all reasons; or who guides whom."""
    if guides and assignment:
        raise click.UsageError("ASSIGNMENT, --guides: give one of them.")
    if guides:
        click.echo(guided(content, private, asked_day(today), clock(), form))
        return
    click.echo(matched(content, private, asked_day(today), clock(), assignment, form))
