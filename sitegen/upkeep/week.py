"""The mails that are due in one week, by the reason for sending them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from sitegen.messages import phrase
from sitegen.models.log import Introduction
from sitegen.upkeep.ages import (
    EXPIRING,
    SOON,
    WEEK,
    PageAge,
    aged_pages,
    ago,
    ending_marks,
    is_asked_now,
    is_recent,
    waiting_rows,
)
from sitegen.upkeep.letters import Letters
from sitegen.upkeep.mail import Mail


@dataclass(frozen=True, slots=True)
class Batch:
    """The mails of one reason; its title is a message id, and so is what an empty one says."""

    title: str
    nothing: str
    mails: tuple[Mail, ...]


def week(letters: Letters) -> tuple[Batch, ...]:
    """Every batch in the order of working, empty ones included."""
    return (
        Batch(
            phrase("Introductions to follow up"),
            phrase("Nobody is to be asked again, and nobody waits for the other side."),
            (*_unanswered(letters), *_not_introduced(letters)),
        ),
        Batch(
            phrase("Still true?"),
            phrase("No page is due this week."),
            tuple(
                _still_true(page, letters)
                for page in aged_pages(letters.directory, SOON)
                if is_asked_now(page, letters.directory.today)
            ),
        ),
        Batch(phrase("Marks that end soon"), phrase("No mark ends soon."), tuple(_marks(letters))),
        Batch(
            phrase("Thanks"),
            phrase("Nothing came to its end of late."),
            (*_completed(letters), *_introduced(letters)),
        ),
    )


def _unanswered(letters: Letters) -> Iterator[Mail]:
    directory = letters.directory
    patience = directory.site.relay.answers_within
    for row in waiting_rows(letters.found.log.introductions, directory, "asked", beyond=patience):
        # Once more, and then in peace: it says so.
        if not is_recent(row.on + timedelta(days=patience + 1), directory):
            continue
        why = letters.t.gettext("asked on {day}, {ago}, and no answer yet")
        yield replace(
            letters.again(directory.people[row.profile], row), why=_since(why, row, letters)
        )


def _not_introduced(letters: Letters) -> Iterator[Mail]:
    directory = letters.directory
    for row in waiting_rows(letters.found.log.introductions, directory, "agreed", beyond=-1):
        person = directory.people[row.profile]
        posting = directory.postings.get(row.assignment or "")
        why = letters.t.gettext("said yes on {day}, {ago}, and not introduced yet")
        if posting:
            mail = letters.introduce(person, posting)
        elif row.seeker:
            mail = letters.introduce_guide(person, row.seeker)
        else:
            continue
        yield replace(mail, why=_since(why, row, letters))


def _since(text: str, row: Introduction, letters: Letters) -> str:
    count = (letters.directory.today - row.on).days
    return text.format(day=letters.t.day(row.on), ago=ago(count, letters.t))


def _still_true(page: PageAge, letters: Letters) -> Mail:
    t, today = letters.t, letters.directory.today
    last = t.day(page.dormant)
    if page.dormant < today:
        state = t.gettext("Since {day} it is no longer matched, and stands at the end of lists.")
        why = t.gettext("dormant: last confirmed {ago}")
    elif page.ageing < today:
        state = t.gettext("After {day} it is no longer matched, and stands at the end of lists.")
        why = t.gettext("ageing: last confirmed {ago}, dormant after {day}")
    else:
        state = t.gettext("After {day} it says that it was not confirmed for long.")
        why = t.gettext("still fresh: last confirmed {ago}, ageing after {day}")
        last = t.day(page.ageing)
    mail = letters.still_true(page.person, state.format(day=last))
    return replace(mail, why=why.format(ago=ago(page.days, t), day=last))


def _marks(letters: Letters) -> Iterator[Mail]:
    t = letters.t
    today = letters.directory.today
    for person, mark in ending_marks(letters.directory, expired=False):
        if not any(
            timedelta(0) <= today - (mark.until - ahead) < WEEK for ahead in (EXPIRING, SOON)
        ):
            continue
        count = (mark.until - today).days
        why = t.ngettext("ends in {count} day", "ends in {count} days", count).format(count=count)
        yield replace(letters.mark(person, mark), why=why)


def _completed(letters: Letters) -> Iterator[Mail]:
    directory, t = letters.directory, letters.t
    for slug, posting in sorted(directory.postings.items()):
        outcome = posting.assignment.outcome
        if outcome is None or not is_recent(outcome.on, directory):
            continue
        why = t.gettext("{slug} ended on {day}").format(slug=slug, day=t.day(outcome.on))
        for member in posting.assignment.members:
            if member.profile is not None and member.profile in directory.people:
                person = directory.people[member.profile]
                yield replace(letters.done(person, posting, outcome.on), why=why)


def _introduced(letters: Letters) -> Iterator[Mail]:
    directory = letters.directory
    why = letters.t.gettext("introduced on {day}, {ago}")
    for row in waiting_rows(letters.found.log.introductions, directory, "introduced", beyond=-1):
        if is_recent(row.on, directory):
            mail = letters.met(directory.people[row.profile], row)
            yield replace(mail, why=_since(why, row, letters))
