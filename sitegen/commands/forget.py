"""`sitegen forget`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cache import clear
from sitegen.commands.common import CONTENT, DRY_RUN, PRIVATE, clock
from sitegen.forget import forgetting, told
from sitegen.i18n import Translator
from sitegen.plan import carry_out


@click.command("forget")
@click.argument("slug")
@CONTENT
@PRIVATE
@DRY_RUN
def command(slug: str, content: Path, private: Path | None, dry_run: bool) -> None:
    """Take SLUG out of the content, and say what stays elsewhere."""
    found = forgetting(content, slug, private, clock())
    if not dry_run:
        carry_out(found.plan)
    click.echo(told(found, Translator(), done=not dry_run))
    if not dry_run:
        # Builds keep texts of whoever was there.
        clear()
