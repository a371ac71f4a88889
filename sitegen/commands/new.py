"""`sitegen new`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, clock
from sitegen.findings import as_text
from sitegen.i18n import Translator
from sitegen.scaffold import QUESTIONS, Made, interview, lay_out


class _Terminal:
    """Whoever sits in front of it."""

    def say(self, text: str) -> None:
        click.echo(text)

    def ask(self, question: str) -> str:
        suffix = " " if question.endswith("?") else ": "
        said: str = click.prompt(question, "", show_default=False, prompt_suffix=suffix)
        return said


@click.command("new")
@CONTENT
@click.argument("kind", type=click.Choice(list(QUESTIONS)))
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; it is new.")
@click.option(
    "--blank/--ask",
    default=None,
    help="Lay out a commented file, or ask; else ask on a terminal.",
)
@click.pass_context
def command(
    ctx: click.Context, content: Path, kind: str, output: Path | None, blank: bool | None
) -> None:
    """Begin a profile or an assignment: by answering questions, or in a file to fill in."""
    translator = Translator()
    if blank is None:
        blank = not (sys.stdin.isatty() and sys.stdout.isatty())
    made: Made | None = None
    if blank:
        made = lay_out(content, kind, output, translator)
        click.echo(translator.gettext("Written: {path}").format(path=made.path))
        click.echo(translator.gettext("Fill in its empty places, then run: sitegen check"))
        return
    try:
        made = interview(content, kind, output, _Terminal(), translator, clock())
    except click.Abort:
        click.echo()
    if made is None:
        click.echo(translator.gettext("Nothing was written."))
        ctx.exit(1)
    click.echo(translator.gettext("Written: {path}").format(path=made.path))
    if made.problems:
        click.echo(as_text(made.problems, translator))
    else:
        click.echo(translator.gettext("It is in order. How to send it: .github/CONTRIBUTING.md"))
