"""What `sitegen mails` does: the week's mails, on a page or in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.local import local
from sitegen.plan import PRIVATE, put
from sitegen.read import shown
from sitegen.render import render_alone
from sitegen.resources import templates_dir
from sitegen.text import printable
from sitegen.upkeep.letters import Letters
from sitegen.upkeep.mail import Mail, addressed
from sitegen.upkeep.places import check_place
from sitegen.upkeep.week import Batch, week

TEMPLATE = "private/mails.html"
# Lines that a text takes at the width of the page.
WIDTH = 80


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the mails go (None: the terminal), and in which form, `text` or `html`."""

    output: Path | None
    form: str


def mails(content: Path, private: Path, sheet: Sheet, today: date | None, clock: date) -> str:
    """The mails of the week, or where they were written.

    Raises SettingsError S032 where the file could be published by accident, S003 or S018
    where it cannot be written; ContentError for what is broken in either folder.
    """
    if sheet.output is not None:
        check_place(sheet.output, content, private)
    letters = Letters(local(content, private, today, clock), private)
    batches = week(letters)
    made = _page(batches, letters) if sheet.form == "html" else _text(batches, letters)
    if sheet.output is None:
        return made
    put(sheet.output, f"{made}\n".encode(), PRIVATE)
    count = sum(len(batch.mails) for batch in batches)
    text = letters.t.ngettext("{n} mail in {path}.", "{n} mails in {path}.", count)
    return text.format(n=count, path=shown(sheet.output))


def _title(letters: Letters) -> str:
    day = letters.t.day(letters.directory.today)
    return letters.t.gettext("Mails of {site}, {day}").format(site=letters.site.title, day=day)


def _text(batches: tuple[Batch, ...], letters: Letters) -> str:
    return "\n".join(_lines(batches, letters))


def _lines(batches: tuple[Batch, ...], letters: Letters) -> Iterator[str]:
    t = letters.t
    yield _title(letters)
    for batch in batches:
        yield from ("", f"# {t.gettext(batch.title)}")
        if not batch.mails:
            yield from ("", t.gettext(batch.nothing))
        for mail in batch.mails:
            yield from ("", f"## {printable(mail.why, 200)}")
            yield from mail.lines(t)


def _page(batches: tuple[Batch, ...], letters: Letters) -> str:
    t = letters.t
    context = {
        "lang": t.tag,
        "direction": t.direction,
        "title": _title(letters),
        "batches": [
            {
                "title": t.gettext(batch.title),
                "nothing": t.gettext(batch.nothing),
                "mails": [_mail_view(mail, letters) for mail in batch.mails],
            }
            for batch in batches
        ],
    }
    return render_alone(templates_dir(), TEMPLATE, t.tag, context)


def _mail_view(mail: Mail, letters: Letters) -> dict[str, object]:
    return {
        "subject": mail.subject,
        "why": mail.why,
        "to": [addressed(recipient, letters.t) for recipient in mail.to],
        "text": mail.text,
        "rows": sum(1 + len(line) // WIDTH for line in mail.text.split("\n")),
        "link": mail.link(letters.t),
        "form": mail.form,
    }
