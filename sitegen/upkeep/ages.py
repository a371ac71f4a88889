"""How old things are on a day: pages, marks, introductions. What is due, and what lies behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.directory import Directory, Mark, Person, months_later
from sitegen.i18n import Translator
from sitegen.models.log import Introduction

# So many days ahead the mails ask whether a page is still true, and say that a mark ends.
SOON = timedelta(days=14)
EXPIRING = timedelta(days=60)
# The mails are read once a week: what is due stands in them for that long, and so once.
WEEK = timedelta(days=7)
# A page is asked about once more before it leaves matching, and then twice a year: whoever does
# not answer is left in peace.
LAST_CALL = timedelta(days=28)
RARELY = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class PageAge:
    """When a page was confirmed, when it starts to age, when it leaves matching (the day after)."""

    person: Person
    days: int
    ageing: date
    dormant: date


def page_age(person: Person, directory: Directory) -> PageAge:
    """The dates of one page; a confirmation of a day to come counts as today's."""
    on = min(person.profile.confirmed.on, directory.today)
    limits = directory.site.thresholds
    ageing = months_later(on, limits.ageing_months)
    dormant = months_later(on, limits.dormant_months)
    return PageAge(person, (directory.today - on).days, ageing, dormant)


def aged_pages(directory: Directory, ahead: timedelta) -> tuple[PageAge, ...]:
    """Pages that are ageing or dormant, or will be within `ahead`; the oldest first."""
    pages = (page_age(person, directory) for person in directory.people.values())
    until = directory.today + ahead
    found = (page for page in pages if min(page.ageing, page.dormant) < until)
    return tuple(sorted(found, key=lambda page: (-page.days, page.person.slug)))


def talks_begun(rows: Iterable[Introduction]) -> tuple[tuple[int, int], ...]:
    """The years with how many were introduced to a guide in each, the latest first."""
    done = (row.on.year for row in rows if row.purpose and row.state == "introduced")
    return tuple(sorted(Counter(done).items(), reverse=True))


def is_asked_now(page: PageAge, today: date) -> bool:
    """Whether this is a week in which the person is asked if the page is still true.

    Two weeks before it ages, when it has aged, four weeks before it leaves matching, when it has
    left, and every half-year from then on.
    """
    left = page.dormant + timedelta(days=1)
    if today >= left:
        return (today - left) % RARELY < WEEK
    asked = (
        min(page.ageing, page.dormant) - SOON + timedelta(days=1),
        page.ageing + timedelta(days=1),
        left - LAST_CALL,
    )
    return any(timedelta(0) <= today - day < WEEK for day in asked)


def ending_marks(directory: Directory, *, expired: bool) -> tuple[tuple[Person, Mark], ...]:
    """Marks that end within 60 days, with `expired` those that have ended too; by their end.

    A mark that a later one of the same label renews is left out.
    """
    found = [
        (person, mark)
        for person in directory.people.values()
        for mark in person.marks
        if not _is_renewed(mark, person.marks)
        and mark.until - directory.today <= EXPIRING
        and (expired or not mark.expired)
    ]
    return tuple(sorted(found, key=lambda row: (row[1].until, row[0].slug, row[1].mark.label)))


def _is_renewed(mark: Mark, marks: Iterable[Mark]) -> bool:
    return any(m.mark.label == mark.mark.label and m.until > mark.until for m in marks)


def waiting_rows(
    rows: Iterable[Introduction], directory: Directory, state: str, *, beyond: int
) -> tuple[Introduction, ...]:
    """Introductions in a state for more than `beyond` days, the oldest first.

    Those of people whose page is gone are left out: nobody can be written to.
    """
    found = (
        row
        for row in rows
        if row.state == state
        and row.profile in directory.people
        and (directory.today - row.on).days > beyond
    )
    return tuple(sorted(found, key=lambda row: (row.on, row.pair)))


def is_recent(day: date, directory: Directory) -> bool:
    """Whether a day lies in the week that ends today."""
    return timedelta(0) <= directory.today - day < WEEK


def ago(days: int, t: Translator) -> str:
    """`today`, `1 day ago`, `3 days ago`."""
    if days == 0:
        return t.gettext("today")
    return t.ngettext("{count} day ago", "{count} days ago", days).format(count=days)
