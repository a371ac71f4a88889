"""`sitegen photo`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.i18n import Translator
from sitegen.retouch import crop_of, retouch, retouched_text


@click.command("photo")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--crop",
    metavar="X,Y,SIDE|square",
    help="The part to keep, in pixels of the upright picture; or its square middle.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the clean photo; else it replaces FILE.",
)
def command(file: Path, crop: str | None, output: Path | None) -> None:
    """Draw a photo anew, upright and small, without where, when and with what it was taken."""
    done = retouch(file, crop_of(crop) if crop else None, output)
    click.echo(retouched_text(done, Translator()))
