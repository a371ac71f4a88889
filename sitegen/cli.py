"""The command line: arguments, printing, exit codes. No logic.

0 fine · 1 the content has problems · 2 usage, settings or a fault of the tool.
"""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from sitegen import __version__
from sitegen.build import Order, build
from sitegen.check import check
from sitegen.errors import ContentError, SettingsError, has_errors
from sitegen.i18n import Translator
from sitegen.report import as_json, as_text, built_text, settings_text
from sitegen.workers import worth_having


class _Commands(click.Group):
    """Turns every failure into words and an exit code; a traceback only with SITEGEN_DEBUG."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ContentError as error:
            click.echo(as_text(error.problems, Translator()), err=True)
            ctx.exit(error.exit_code)
        except SettingsError as error:
            click.echo(settings_text(error, Translator()), err=True)
            ctx.exit(error.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # the last door: a user gets words, never a traceback
            if os.environ.get("SITEGEN_DEBUG"):
                raise
            fault = SettingsError("S011", detail=f"{type(error).__name__}: {error}")
            click.echo(settings_text(fault, Translator()), err=True)
            ctx.exit(fault.exit_code)


CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The folder of the content.",
)
TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day to build for; else SOURCE_DATE_EPOCH, else as_of in site.yml, else this day.",
)
OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("_site"),
    show_default=True,
    help="The folder to write; it is replaced as a whole.",
)
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=worth_having,
    help="Processes to use; the same bytes with any number.",
)


def _asked(today: datetime | None) -> date | None:
    """The day somebody asked for, by option or by SOURCE_DATE_EPOCH."""
    if today:
        return today.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return None
    # At most ten digits: the year 2286, which is far enough and fits every platform.
    if not re.fullmatch(r"[0-9]{1,10}", epoch):
        raise SettingsError("S015", value=epoch)
    return datetime.fromtimestamp(int(epoch), UTC).date()


def _clock() -> date:
    """The only reading of the clock."""
    return datetime.now(UTC).date()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def cli() -> None:
    """Build a directory of deployable expertise from a folder of Markdown files."""


@cli.command("build")
@CONTENT
@OUTPUT
@click.option("--base-url", help="Where the site will stand; else url in site.yml.")
@TODAY
@JOBS
@click.option("--strict", is_flag=True, help="Warnings fail; a real site names its operator.")
def build_command(
    content: Path,
    output: Path,
    base_url: str | None,
    today: datetime | None,
    jobs: int,
    strict: bool,
) -> None:
    """Build the whole site; with any error nothing is written."""
    start = time.perf_counter()
    order = Order(content, output, _clock(), _asked(today), base_url, jobs, strict)
    report = build(order)
    if report.warnings:
        click.echo(as_text(report.warnings, Translator()), err=True)
    seconds = time.perf_counter() - start
    click.echo(built_text(report.pages, report.people, f"{output}{os.sep}", seconds, Translator()))


@cli.command("check")
@CONTENT
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def check_command(ctx: click.Context, content: Path, paths: tuple[Path, ...], form: str) -> None:
    """Validate the content, or only PATHS of it, and write nothing."""
    problems = check(content, paths, _clock())
    if form == "json":
        click.echo(as_json(problems, Translator()))
    elif problems:
        click.echo(as_text(problems, Translator()))
    ctx.exit(1 if has_errors(problems) else 0)


@cli.command("serve")
@CONTENT
@TODAY
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--open", "show", is_flag=True, help="Open a browser.")
def serve_command(content: Path, today: datetime | None, port: int, host: str, show: bool) -> None:
    """Show the site, rebuild it on every change, and reload the browser."""
    # Here, because no other command needs a server.
    from sitegen.serve import serve

    serve(content, _asked(today), _clock(), host, port, show=show, say=click.echo)


@cli.command("match")
@CONTENT
@TODAY
@click.argument("assignment", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--private",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The private folder to lay over the content; what it says is printed, never published.",
)
def match_command(
    content: Path,
    today: datetime | None,
    assignment: str | None,
    form: str,
    private: Path | None,
) -> None:
    """Show who fits ASSIGNMENT, or every open one, with all reasons."""
    from sitegen.match import matched

    click.echo(matched(content, private, _asked(today), _clock(), assignment, form))
