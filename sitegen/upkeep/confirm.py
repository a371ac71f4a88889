"""What `sitegen confirm` does: remember that somebody answered from their own address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.models.log import Answer
from sitegen.nearest import choices
from sitegen.nearest import slug as slug_of
from sitegen.private_log import LOG, log_of, write_log
from sitegen.read import read, shown
from sitegen.upkeep.places import check_place
from sitegen.urls import is_slug

WAYS = ("mail", "call", "letter", "in-person")


@dataclass(frozen=True, slots=True)
class Confirming:
    """Who answered, how (one of `WAYS`), on which day; `new` for who is not listed yet."""

    slug: str
    how: str
    on: date
    new: bool = False


def confirm(content: Path, private: Path, answer: Confirming, clock: date) -> str:
    """Write the answer into the log, once a person and day; what was done, in a line.

    Raises SettingsError S030 for somebody who is not in the content, S035 for a day to come, S032
    where the private folder lies in a public one; ContentError for a broken log.
    """
    check_place(private / LOG, content, private)
    if answer.on > clock:
        raise SettingsError("S035", value=answer.on.isoformat())
    _check_person(answer, tuple(sorted(read(content).slugs("profiles"))))
    log = log_of(private)
    row = Answer(profile=answer.slug, on=answer.on, how=answer.how)
    after = log.with_answer(row)
    t = Translator()
    if after == log:
        text = t.gettext("{slug}: an answer of {day} is in the log already.")
    else:
        write_log(private, after)
        text = t.gettext("{slug}: the answer of {day} is in the log, {path}.")
    return text.format(slug=answer.slug, day=t.day(answer.on), path=shown(private / LOG))


def _check_person(answer: Confirming, people: tuple[str, ...]) -> None:
    if answer.slug in people or (answer.new and is_slug(answer.slug)):
        return
    hint = phrase("for somebody who is not listed yet, add --new")
    near = slug_of(answer.slug) if answer.new else choices(answer.slug, people)
    if answer.new:
        hint = phrase("name the person like the file to come: amina-diallo")
    raise no_person(answer.slug, near, hint)


def no_person(value: str, near: Sequence[str], hint: str) -> SettingsError:
    """S030 with the nearest slug where there is one, and what else can be done."""
    t = Translator()
    found = [t.gettext("did you mean `{suggestion}`?").format(suggestion=near[0])] if near else []
    return SettingsError("S030", value=value, example="; ".join([t.gettext(hint), *found]))
