"""`sitegen explain`."""

from __future__ import annotations

import click

from sitegen.catalogue import explained
from sitegen.i18n import Translator


@click.command("explain")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def command(codes: tuple[str, ...]) -> None:
    """Say what each CODE means, why it is asked and how it looks when right; or list them all."""
    click.echo(explained(codes, Translator()))
