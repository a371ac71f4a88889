"""When somebody can meet: the hours of a day in UTC, seen from their own clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

# Minutes: a meeting takes two hours, begins from eight on, and is over by nine in the evening.
LENGTH = 120
EARLIEST, LATEST = 8 * 60, 21 * 60 - LENGTH
# So much from the early afternoon is no effort for anybody.
BEST = 14 * 60


@lru_cache(maxsize=4096)
def local_minutes(zone: str, hour: int, day: date) -> int:
    """What the clock shows there at an hour of UTC on a day, in minutes since midnight."""
    local = datetime(day.year, day.month, day.day, hour, tzinfo=UTC).astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def hours_of(zone: str, day: date) -> frozenset[int]:
    """The hours of UTC at which a meeting can begin for somebody there."""
    return frozenset(h for h in range(24) if EARLIEST <= local_minutes(zone, h, day) <= LATEST)


def effort(zones: Iterable[str], hour: int, day: date) -> int:
    """How far an hour lies from the early afternoon for all of them, in minutes."""
    return sum(abs(local_minutes(zone, hour, day) - BEST) for zone in zones)


def spans(hours: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Hours in a row as first and last, the earliest first."""
    found = sorted(hours)
    ends = [one for one, after in pairwise(found) if after != one + 1]
    starts = [after for one, after in pairwise(found) if after != one + 1]
    if found:
        yield from zip([found[0], *starts], [*ends, found[-1]], strict=True)
