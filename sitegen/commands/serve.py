"""`sitegen serve`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.commands.common import CONTENT, TODAY, asked_day, clock
from sitegen.serve import serve


@click.command("serve")
@CONTENT
@TODAY
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--open", "show", is_flag=True, help="Open a browser.")
def command(content: Path, today: datetime | None, port: int, host: str, show: bool) -> None:
    """Show the site, rebuild it on every change, and reload the browser."""
    serve(content, asked_day(today), clock(), host, port, show=show, say=click.echo)
