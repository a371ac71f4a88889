"""When a person is free for an assignment: the window they state, less what is already taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sitegen.directory import Person, months_later
from sitegen.models import Assignment

LATE_PARTLY = 31
LATE_RELAXED = 62
DAYS_PARTLY = 60  # per cent of the days asked


@dataclass(frozen=True, slots=True)
class FreeTime:
    """`covered` of `total` days are free; `days` are those left in each month of that time.

    `first` is the first free day, None when there is none up to 62 days after the start;
    `to_the_end` says that nothing comes between that day and the end.
    """

    start: date
    first: date | None
    covered: int
    total: int
    to_the_end: bool
    days: int | None

    @property
    def late(self) -> int:
        """Days from the start to the first free one."""
        return (self.first - self.start).days if self.first else 0

    @property
    def percent(self) -> int:
        """Share of the time that is free."""
        return self.covered * 100 // self.total


@dataclass(frozen=True, slots=True)
class _Span:
    start: date
    end: date
    days: int | None
    free: bool


def free_time(person: Person, assignment: Assignment, today: date) -> FreeTime:
    """Compare the window and the taken days with the time of the work.

    Work without a start is taken to begin today, work without a length to last a month.
    """
    start = assignment.starts or today
    end = months_later(start, assignment.work.months or 1)
    horizon = max(end, start + timedelta(days=LATE_RELAXED + 1))
    spans = tuple(_spans(person, assignment, (start, end, horizon)))
    free = [span for span in spans if span.free]
    first = free[0].start if free else None
    covered = sum((span.end - span.start).days for span in free if span.end <= end)
    reach = max(end, first + timedelta(days=1)) if first else end
    left = [span.days for span in free if span.start < reach and span.days is not None]
    return FreeTime(
        start,
        first,
        covered,
        (end - start).days,
        first is not None and covered == max(0, (end - first).days),
        min(left, default=person.profile.availability.days_per_month),
    )


def _spans(
    person: Person, assignment: Assignment, frame: tuple[date, date, date]
) -> Iterator[_Span]:
    """Stretches of time within which nothing changes."""
    window = person.profile.availability
    changes = {*frame}
    changes |= {window.start} if window.start else set()
    changes |= {window.until + timedelta(days=1)} if window.until else set()
    changes |= {day for taken in person.taken for day in (taken.start, taken.end)}
    start, _, horizon = frame
    for first, end in pairwise(sorted(day for day in changes if start <= day <= horizon)):
        taken = sum(t.days for t in person.taken if t.start <= first < t.end)
        inside = (window.start is None or window.start <= first) and (
            window.until is None or first <= window.until
        )
        left = None if window.days_per_month is None else max(0, window.days_per_month - taken)
        fits = not taken or left is None or is_enough(left, assignment.work.days_per_month)
        yield _Span(first, end, left, inside and fits)


def is_enough(days: int, asked: int | None) -> bool:
    """Whether these days a month leave a person eligible."""
    return days > 0 if asked is None else days * 100 >= asked * DAYS_PARTLY
