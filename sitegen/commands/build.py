"""`sitegen build`."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path

import click

from sitegen.build import Order, build
from sitegen.catalogue import more_about
from sitegen.commands.common import CONTENT, TODAY, asked_day, clock
from sitegen.findings import as_text, built_text
from sitegen.i18n import Translator
from sitegen.workers import worth_having

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


@click.command("build")
@CONTENT
@OUTPUT
@click.option("--base-url", help="Where the site will stand; else url in site.yml.")
@TODAY
@JOBS
@click.option("--commit", default="", help="The commit of the content, shown where people select.")
@click.option("--strict", is_flag=True, help="Warnings fail; a real site names its operator.")
def command(
    content: Path,
    output: Path,
    base_url: str | None,
    today: datetime | None,
    jobs: int,
    commit: str,
    strict: bool,
) -> None:
    """Build the whole site; with any error nothing is written."""
    start = time.perf_counter()
    order = Order(content, output, clock(), asked_day(today), base_url, jobs, strict, commit)
    report = build(order)
    if report.warnings:
        click.echo(as_text(report.warnings, Translator()), err=True)
        click.echo(more_about(report.warnings, Translator()), err=True)
    seconds = time.perf_counter() - start
    click.echo(built_text(report.pages, report.people, f"{output}{os.sep}", seconds, Translator()))
