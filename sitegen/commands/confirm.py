"""`sitegen confirm`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, PRIVATE_NEEDED, asked_day, clock
from sitegen.upkeep.confirm import WAYS, Confirming, confirm


@click.command("confirm")
@CONTENT
@PRIVATE_NEEDED
@click.argument("slug")
@click.option("--how", type=click.Choice(WAYS), required=True, help="How the answer came.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the answer; else SOURCE_DATE_EPOCH, else this day.",
)
@click.option("--new", is_flag=True, help="The person is not in the content yet.")
def command(
    content: Path, private: Path, slug: str, how: str, on: datetime | None, new: bool
) -> None:
    """Remember that the person SLUG answered from their own address."""
    today = asked_day(None) or clock()
    answer = Confirming(slug, how, on.date() if on else today, new)
    click.echo(confirm(content, private, answer, today))
