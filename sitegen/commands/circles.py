"""`sitegen circles`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, PRIVATE_NEEDED, TODAY, asked_day, clock
from sitegen.upkeep.circles import proposed_circles


@click.command("circles")
@CONTENT
@PRIVATE_NEEDED
@TODAY
@click.option("--keep", is_flag=True, help="Write them to circles.txt of the private folder.")
def command(content: Path, private: Path, today: datetime | None, keep: bool) -> None:
    """Propose small groups of those who seek guidance, each with a guide, and why."""
    click.echo(proposed_circles(content, private, asked_day(today), clock(), keep=keep))
