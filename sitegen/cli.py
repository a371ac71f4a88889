"""The command line: arguments, printing, exit codes. No logic.

0 fine · 1 the content has problems · 2 usage, settings or a fault of the tool.
"""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.check import check as check_content
from sitegen.errors import has_errors
from sitegen.i18n import Translator
from sitegen.report import as_json, as_text

CONTENT = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True,
    help="The folder of the content.",
)  # fmt: skip


@click.group()
def cli() -> None:
    """Build a directory."""


@cli.command()
@CONTENT
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def check(content: Path, paths: tuple[Path, ...], form: str) -> None:
    """Validate the content and write nothing."""
    problems = check_content(content, paths)
    translator = Translator()
    click.echo(as_json(problems, translator) if form == "json" else as_text(problems, translator))
    raise SystemExit(1 if has_errors(problems) else 0)


def main() -> None:
    """Run."""
    cli()
