"""`sitegen intake`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import IO, Any

import click

from sitegen.commands.common import CONTENT, DRY_RUN, TODAY, asked_day, clock
from sitegen.i18n import Translator
from sitegen.intake import LIMIT, Order, outputs, report, taken_in
from sitegen.issue_forms import FORMS
from sitegen.ownership import account
from sitegen.photos import TAKEN_LIMIT
from sitegen.plan import append, carry_out, put

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("intake")
@click.argument("file", type=click.File("rb"))
@click.option("--kind", type=click.Choice(sorted(FORMS)), required=True, help="Which form it is.")
@click.option("--author", required=True, metavar="LOGIN", help="The account that sends it.")
@click.option("--author-id", type=click.IntRange(1), metavar="N", help="Its numeric id.")
@click.option("--base", metavar="REV", help="The commit that says who owns what; runs git.")
@click.option("--photo", type=click.File("rb"), help="A photo, with a profile.")
@CONTENT
@TODAY
@click.option("--report", "told", type=FILE, help="Write the report here, not to the screen.")
@click.option("--outputs", "named", type=FILE, help="Add lines name=value here: GITHUB_OUTPUT.")
@DRY_RUN
@click.pass_context
def command(
    ctx: click.Context,
    /,
    told: Path | None,
    named: Path | None,
    *,
    dry_run: bool,
    **asked: Any,
) -> None:
    """Take in what somebody sent: FILE, or - for the standard input.

    Writes one file of the content, or none: with 1, something must be changed first.
    """
    result, desk = taken_in(_order(**asked))
    if not dry_run:
        carry_out(result.plan)
    text = report(result, desk, Translator())
    if told:
        put(told, text.encode())
    else:
        click.echo(text, nl=False)
    if named:
        append(named, outputs(result, desk))
    ctx.exit(0 if result.state == "ready" else 1)


def _order(*, author: str, author_id: int | None, today: datetime | None, **asked: Any) -> Order:
    """What the command line says; one byte more than a limit shows that it is passed."""
    sent: IO[bytes] = asked["file"]
    photo: IO[bytes] | None = asked["photo"]
    return Order(
        sent.read(LIMIT + 1),
        asked["kind"],
        account(author, author_id),
        asked["content"],
        clock(),
        asked_day(today),
        asked["base"],
        photo.read(TAKEN_LIMIT + 1) if photo else None,
    )
