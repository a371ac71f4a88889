"""`sitegen doctor`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, TEXT_OR_JSON, TODAY, asked_day, clock
from sitegen.doctor.examine import as_json, as_text, examine


@click.command("doctor")
@CONTENT
@TODAY
@TEXT_OR_JSON
@click.pass_context
def command(ctx: click.Context, content: Path, today: datetime | None, form: str) -> None:
    """Say what is missing of the site: what it must have, should have, could have.

    Ends with 1 while something is missing that it must have.
    """
    found = examine(content, asked_day(today), clock())
    click.echo(as_json(found) if form == "json" else as_text(found))
    ctx.exit(1 if found.fails else 0)
