"""`sitegen report`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from sitegen.commands.common import CONTENT, PRIVATE, TODAY, asked_day, clock
from sitegen.upkeep.report import Question, report


class _Asked(TypedDict):
    form: str
    stale: bool
    public: bool
    private: Path | None
    waiting: Path | None


@click.command("report")
@CONTENT
@TODAY
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.option("--stale", is_flag=True, help="Only what has aged.")
@click.option("--public", is_flag=True, help="Only what is public: counts in place of names.")
@click.option(
    "--waiting",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A list of issues as GitHub's API gives it, saved as JSON.",
)
@PRIVATE
def command(content: Path, today: datetime | None, **asked: Unpack[_Asked]) -> None:
    """Say what has aged, what waits, and which words the vocabulary lacks."""
    click.echo(report(content, Question(**asked), asked_day(today), clock()))
