"""`sitegen introduce`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal, TypedDict, Unpack

import click

from sitegen.commands.common import CONTENT, PRIVATE_NEEDED, TODAY, asked_day, clock
from sitegen.errors import SettingsError
from sitegen.messages import phrase
from sitegen.upkeep.introduce import Wish, introduce
from sitegen.upkeep.steps import Step


class _Asked(TypedDict):
    purpose: str
    seeker: str | None
    answer: Literal["yes", "no"] | None
    sent: bool


@click.command("introduce")
@CONTENT
@PRIVATE_NEEDED
@TODAY
@click.argument("person")
@click.option(
    "--for", "purpose", required=True, metavar="ASSIGNMENT|guidance", help="What it is about."
)
@click.option("--seeker", help="Who seeks guidance: a person of the directory, or a name.")
@click.option("--answer", type=click.Choice(["yes", "no"]), help="What the person answered.")
@click.option("--sent", is_flag=True, help="The mail that introduces both is sent.")
def command(
    content: Path,
    private: Path,
    today: datetime | None,
    person: str,
    **asked: Unpack[_Asked],
) -> None:
    """Draft the mail that asks PERSON first; after their yes, the one that introduces both."""
    if asked["answer"] and asked["sent"]:
        raise SettingsError("S034", detail=phrase("--answer and --sent are two steps"))
    step: Step = "sent" if asked["sent"] else asked["answer"] or "ask"
    wish = Wish(person, asked["purpose"], asked["seeker"], step)
    drafted = introduce(content, private, wish, asked_day(today), clock())
    for note in drafted.notes:
        click.echo(note, err=True)
    if drafted.mail:
        click.echo(drafted.mail)
