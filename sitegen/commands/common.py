"""Options and questions that several commands share."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import click

from sitegen.catalogue import more_about
from sitegen.errors import ContentError, SettingsError
from sitegen.findings import FORMS, as_markdown, settings_text
from sitegen.i18n import Translator
from sitegen.plan import append
from sitegen.verdict import Verdict

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
    help="The day to work for; else SOURCE_DATE_EPOCH, else as_of in site.yml, else this day.",
)


def default_form() -> str:
    """The form of findings for where the program runs: annotations under GitHub Actions."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _not_in_a_log(_: click.Context, __: click.Parameter, private: Path | None) -> Path | None:
    """The folder, where nobody else reads what is printed. Raises SettingsError S042."""
    if private is not None and default_form() == "github":
        raise SettingsError("S042")
    return private


_private = partial(
    click.option,
    "--private",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=_not_in_a_log,
    help="The private folder; what it says is printed here, never published.",
)
PRIVATE = _private()
PRIVATE_NEEDED = _private(required=True)
TEXT_OR_JSON = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would happen; touch nothing.")


FORM = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default=default_form,
    help="How to say it; annotations where GITHUB_ACTIONS is set, else text.",
)
SUMMARY = click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file to which the findings are added as Markdown: $GITHUB_STEP_SUMMARY.",
)


def say(found: Verdict, form: str, summary: Path | None) -> None:
    """Print the findings, where to read more, and add them to the summary when there is one."""
    said = FORMS[form](found.problems, Translator(), found.elsewhere)
    if said:
        click.echo(said)
    elif form == "text" and sys.stdout.isatty():
        click.echo(Translator().gettext("Everything is in order"))
    if found.problems and form == "text":
        click.echo(more_about(found.problems, Translator()), err=True)
    if summary is not None:
        append(summary, as_markdown(found.problems, Translator(), found.elsewhere) + "\n")


def failure(error: ContentError | SettingsError) -> str:
    """What a command says that ends with a failure."""
    if isinstance(error, ContentError):
        told = FORMS[default_form()](error.problems, Translator())
        return f"{told}\n{more_about(error.problems, Translator())}"
    return settings_text(error, Translator())


def asked_day(today: datetime | None) -> date | None:
    """The day somebody asked for, by option or by SOURCE_DATE_EPOCH; SettingsError S015."""
    if today:
        return today.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return None
    # At most ten digits: the year 2286, which is far enough and fits every platform.
    if not re.fullmatch(r"[0-9]{1,10}", epoch):
        raise SettingsError("S015", value=epoch)
    return datetime.fromtimestamp(int(epoch), UTC).date()


def clock() -> date:
    """The only reading of the clock."""
    return datetime.now(UTC).date()
