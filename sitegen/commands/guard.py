"""`sitegen guard`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.commands.common import FORM, SUMMARY, say
from sitegen.guard import BOT, Order, guard
from sitegen.verdict import Verdict


@click.command("guard")
@click.option("--base", required=True, metavar="REV", help="Where the proposal would be merged.")
@click.option("--head", default="HEAD", show_default=True, metavar="REV", help="Its last commit.")
@click.option("--author", required=True, metavar="LOGIN", help="The account that proposes it.")
@click.option("--author-id", type=click.IntRange(1), metavar="N", help="Its numeric id.")
@click.option(
    "--bot",
    default=BOT,
    show_default=True,
    metavar="LOGIN",
    help="The account of the intake: what it proposes is judged by the author its commits record.",
)
@click.option(
    "--repository",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The folder of the repository; else this one.",
)
@click.option(
    "--content",
    default="content",
    show_default=True,
    help="The folder of the content, from the top of the repository.",
)
@FORM
@SUMMARY
@click.pass_context
def command(ctx: click.Context, /, form: str, summary: Path | None, **asked: Any) -> None:
    """Judge whether a proposal changes only what is its author's; runs git."""
    found = Verdict(guard(Order(**asked)))
    say(found, form, summary)
    ctx.exit(1 if found.fails else 0)
