"""When somebody is free: the numbers that a search compares, as the person's own page says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sitegen.directory import Person


@dataclass(frozen=True, slots=True)
class Free:
    """The first and the last free day, and days a month; None where it is not said."""

    start: date
    until: date | None
    days: int | None


def free_from(person: Person, today: date) -> Free | None:
    """When the person is free, from `today` on; None where the page does not offer any time.

    Who asks to be asked first is free, and the page says so. Who is paused, whose time is over,
    or who has not confirmed the page for so long that it may not be true is not.
    """
    offered = person.profile.availability
    over = offered.until is not None and offered.until < today
    if offered.status == "paused" or person.freshness == "dormant" or over:
        return None
    start = max(offered.start, today) if offered.start else today
    return Free(start, offered.until, offered.days_per_month)
