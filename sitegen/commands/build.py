"""`sitegen build`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from sitegen.catalogue import more_about
from sitegen.commands.common import CONTENT, TODAY, asked_day, clock
from sitegen.findings import (
    as_text,
    built_text,
    stage_text,
    timings_text,
    unchanged_text,
    uploaded_text,
)
from sitegen.i18n import Translator
from sitegen.inputs import Inputs, inputs_of
from sitegen.last_build import Last, last_of, remember
from sitegen.order import Order, Report
from sitegen.plan import check_folder, put
from sitegen.progress import Progress, Span, Stage, trace
from sitegen.workers import worth_having

if TYPE_CHECKING:
    from sitegen.storage import Uploaded

OUTPUT = click.option(
    "--output",
    type=click.Path(),
    default="_site",
    show_default=True,
    help="The folder to write, replaced as a whole; or s3://BUCKET/PREFIX, object storage.",
)
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=worth_having,
    help="Processes to use; the same bytes with any number.",
)
CLUSTER = click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Build on a Dask cluster: tcp://HOST:8786, or local for one of --jobs processes.",
)


# Seconds after which somebody who waits is told the stage: before a terminal, and in a log, which
# is read later and should not grow by a line a stage for every short build.
PATIENCE, PATIENCE_OF_LOGS = 2.0, 10.0


@contextmanager
def told(stream: TextIO) -> Iterator[Progress]:
    """Say each stage of what takes long: on a terminal in one line, which is gone at the end."""
    on_terminal = stream.isatty()
    said = False

    def tell(stage: Stage, count: int) -> None:
        nonlocal said
        said = True
        line = f"{stage_text(stage, count, Translator())} …"
        stream.write(f"\r\x1b[2K{line}" if on_terminal else f"{line}\n")
        stream.flush()

    try:
        yield Progress(tell, PATIENCE if on_terminal else PATIENCE_OF_LOGS)
    finally:
        if said and on_terminal:
            stream.write("\r\x1b[2K")
            stream.flush()


@click.command("build")
@CONTENT
@OUTPUT
@click.option("--base-url", help="Where the site will stand; else url in site.yml.")
@TODAY
@JOBS
@CLUSTER
@click.option("--commit", default="", help="The commit of the content, shown where people select.")
@click.option("--strict", is_flag=True, help="Warnings fail; a real site names its operator.")
@click.option("--no-cache", is_flag=True, help="Build all anew, and leave nothing to build on.")
@click.option(
    "--timings",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Build, say how long each stage took, and write it to this file for a trace viewer.",
)
def command(
    output: str, today: datetime | None, no_cache: bool, timings: Path | None, **asked: Any
) -> None:
    """Build the whole site; with any error nothing is written."""
    start = time.perf_counter()
    if timings:
        check_folder(timings)
    order = Order(output=Path(output), clock=clock(), today=asked_day(today), **asked)
    # A cluster is asked for what is large, and a bucket knows itself what changed.
    inputs = None if order.cluster or "://" in output else inputs_of(order)
    last = None if no_cache else last_of(order, inputs)
    if last and last.report and not timings:
        _say_warnings(last.report)
        folder = f"{order.output}{os.sep}"
        click.echo(unchanged_text(last.report.pages, last.report.people, folder, Translator()))
        return
    report, uploaded, spans = _built(output, order, inputs, last)
    _say_warnings(report)
    seconds = time.perf_counter() - start
    if timings:
        put(timings, trace(spans).encode())
        click.echo(timings_text(spans, Translator()), err=True)
    place = output if uploaded else f"{order.output}{os.sep}"
    click.echo(built_text(report.pages, report.people, place, seconds, Translator()))
    if uploaded:
        click.echo(uploaded_text(uploaded.sent, uploaded.total, uploaded.deleted, Translator()))


def _built(
    output: str, order: Order, inputs: Inputs | None, last: Last | None
) -> tuple[Report, Uploaded | None, Sequence[Span]]:
    # Neither what builds nor what knows the network is loaded where it is not needed.
    with told(sys.stderr) as progress:
        if "://" in output:
            from sitegen.storage import build_into

            return *build_into(output, order, progress), progress.spans
        from sitegen.build import build

        report = build(order, progress, last)
    remember(order, inputs, report, last)
    return report, None, progress.spans


def _say_warnings(report: Report) -> None:
    if report.warnings:
        click.echo(as_text(report.warnings, Translator()), err=True)
        click.echo(more_about(report.warnings, Translator()), err=True)
