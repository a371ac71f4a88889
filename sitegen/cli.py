"""The command line: finding a command, turning failures into words and exit codes.

0 fine · 1 the content has problems · 2 usage, settings or a fault of the tool.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import Any, NoReturn

import click

from sitegen import __version__
from sitegen.errors import ContentError, SettingsError

# In the order in which people meet them; the line is what `sitegen --help` says, so that help
# imports no command.
COMMANDS = {
    "new": "Begin a profile or an assignment, by questions or in a file to fill in.",
    "check": "Validate the content and say every problem in words.",
    "explain": "Say what a code of a problem means, with an example.",
    "build": "Build the whole site, or nothing.",
    "verify": "Hold a built site against the list of its files.",
    "serve": "Show the site while you write.",
    "photo": "Take out of a photo what it tells besides its picture.",
    "guard": "Judge whether a proposal changes only what is its author's.",
    "match": "Show who fits an assignment, with all reasons.",
    "intake": "Take in what somebody sent by form or mail.",
    "forget": "Take a person out of everything that will be built.",
    "confirm": "Remember that somebody answered from their own address.",
    "introduce": "Draft the mail that asks a person, then the one that introduces both.",
    "circles": "Propose small groups of those who seek guidance, each with a guide.",
    "mails": "Draft the mails of the week.",
    "report": "Say what has aged, what waits, and which words are missing.",
    "doctor": "Say what is missing of the site before and after it opens.",
    "schema": "Write the JSON Schema of a kind of file, for editors.",
}


class _Commands(click.Group):
    """Imports a command when it is asked for, and turns every failure into words.

    A traceback is shown only with SITEGEN_DEBUG set.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"sitegen.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ContentError, SettingsError) as error:
            _fail(ctx, error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # the last door: a user gets words, never a traceback
            if os.environ.get("SITEGEN_DEBUG"):
                raise
            _fail(ctx, SettingsError("S011", detail=_place_of(error)))


def _fail(ctx: click.Context, error: ContentError | SettingsError) -> NoReturn:
    # Help and versions are said without the words of all languages.
    from sitegen.commands.common import failure

    click.echo(failure(error), err=True)
    ctx.exit(error.exit_code)


def _place_of(error: Exception) -> str:
    """Which failure, and where in the program; its own words may hold private values.

    Whoever is asked to report it may do so in public.
    """
    import traceback

    package = Path(__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    frame = (ours or frames)[-1]
    place = Path(frame.filename).relative_to(package.parent).as_posix() if ours else frame.name
    return f"{type(error).__name__}, {place}:{frame.lineno}"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def cli() -> None:
    """Build a directory of deployable expertise from a folder of Markdown files."""
