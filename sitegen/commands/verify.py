"""`sitegen verify`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.commands.build import JOBS
from sitegen.commands.common import CONTENT, FORM, SUMMARY, say
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.verdict import Verdict
from sitegen.verify import copy_of, verify, verify_by_rebuilding


@click.command("verify")
@click.argument("site", type=click.Path(path_type=Path), default=Path("_site"))
@CONTENT
@click.option("--rebuild", is_flag=True, help="Build again from the content, too, and compare.")
@JOBS
@FORM
@SUMMARY
@click.pass_context
def command(
    ctx: click.Context,
    site: Path,
    content: Path,
    rebuild: bool,
    jobs: int,
    form: str,
    summary: Path | None,
) -> None:
    """Hold the built site in SITE (default _site) against its list of files."""
    copy = copy_of(site)
    found = verify(copy)
    if rebuild:
        found += verify_by_rebuilding(copy, content, jobs)
    say(Verdict(found), form, summary)
    if not found and form == "text":
        said = Translator().gettext(phrase("All {count} files are as they were built"))
        click.echo(said.format(count=len(copy.sums)))
    ctx.exit(1 if found else 0)
