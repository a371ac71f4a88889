"""When a person is free for an assignment: the window they state, less what is already taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.directory import Person, Taken, months_later
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


class _Window(NamedTuple):
    opens: date | None
    closes: date | None
    days: int | None
    taken: tuple[Taken, ...]


def free_time(person: Person, assignment: Assignment, today: date) -> FreeTime:
    """Compare the window and the taken days with the time of the work.

    Work without a start is taken to begin today, work without a length to last a month.
    """
    window, work = person.profile.availability, assignment.work
    frame = (assignment.starts or today, work.months or 1, work.days_per_month)
    return _compared(window.start, window.until, window.days_per_month, person.taken, frame)


# Many people state the same window, and each pair asks three times.
@lru_cache(maxsize=1 << 16)
def _compared(
    opens: date | None,
    closes: date | None,
    days: int | None,
    taken: tuple[Taken, ...],
    frame: tuple[date, int, int | None],
) -> FreeTime:
    start, months, asked = frame
    end = months_later(start, months)
    horizon = max(end, start + timedelta(days=LATE_RELAXED + 1))
    window = _Window(opens, closes, days, taken)
    free = [span for span in _spans(window, asked, (start, end, horizon)) if span.free]
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
        min(left, default=days),
    )


def _spans(window: _Window, asked: int | None, frame: tuple[date, date, date]) -> Iterator[_Span]:
    """Stretches of time within which nothing changes."""
    changes = {*frame}
    changes |= {window.opens} if window.opens else set()
    changes |= {window.closes + timedelta(days=1)} if window.closes else set()
    changes |= {day for taken in window.taken for day in (taken.start, taken.end)}
    start, _, horizon = frame
    for first, end in pairwise(sorted(day for day in changes if start <= day <= horizon)):
        taken = sum(t.days for t in window.taken if t.start <= first < t.end)
        inside = (window.opens is None or window.opens <= first) and (
            window.closes is None or first <= window.closes
        )
        left = None if window.days is None else max(0, window.days - taken)
        fits = not taken or left is None or is_enough(left, asked)
        yield _Span(first, end, left, inside and fits)


def is_enough(days: int, asked: int | None) -> bool:
    """Whether these days a month leave a person eligible."""
    return days > 0 if asked is None else days * 100 >= asked * DAYS_PARTLY
