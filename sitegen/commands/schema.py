"""`sitegen schema`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.plan import put
from sitegen.schema import KINDS, schema_text, vocabulary_of


@click.command("schema")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    help="The folder of the content: ids are then those of its vocabulary.",
)
@click.option("--output", type=click.Path(path_type=Path), help="The file to write.")
def command(kind: str, content: Path | None, output: Path | None) -> None:
    """Write the JSON Schema of a kind of file, as people write it, for editors."""
    text = schema_text(kind, vocabulary_of(content) if content else None)
    if output is None:
        click.echo(text, nl=False)
    else:
        put(output, text.encode())
