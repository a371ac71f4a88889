"""`sitegen match`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, PRIVATE, TEXT_OR_JSON, TODAY, asked_day, clock
from sitegen.match import matched


@click.command("match")
@CONTENT
@TODAY
@click.argument("assignment", required=False)
@TEXT_OR_JSON
@PRIVATE
def command(
    content: Path,
    today: datetime | None,
    assignment: str | None,
    form: str,
    private: Path | None,
) -> None:
    """Show who fits ASSIGNMENT, or every open one, with all reasons."""
    click.echo(matched(content, private, asked_day(today), clock(), assignment, form))
