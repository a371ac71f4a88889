"""Days as people write them: in other orders, with names of months in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache

from sitegen.i18n import names_of
from sitegen.nearest.spelling import plain_digits
from sitegen.terms import fold

_SIGN = r"\s*[-./ \u2010-\u2015\u2212]\s*"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_SIGN}([0-9]{{1,2}}){_SIGN}([0-9]{{1,2}})(?:T.*)?")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}}){_SIGN}([0-9]{{1,2}}){_SIGN}([0-9]{{2}}|[0-9]{{4}})")
_TOGETHER = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_IDEOGRAPHS = str.maketrans({"年": "-", "月": "-", "日": ""})


def days(value: str) -> Sequence[str]:
    """Both readings of 12.10.2026; one where the other is no day."""
    written = plain_digits(value).translate(_IDEOGRAPHS).strip(" .")
    first = _YEAR_FIRST.fullmatch(written) or _TOGETHER.fullmatch(written)
    if first:
        year, month, day = map(int, first.groups())
        return _real((year, month, day)) or _real((year, day, month))
    last = _YEAR_LAST.fullmatch(written)
    if last:
        one, other, year = map(int, last.groups())
        year += 2000 if year < 100 else 0
        return _real((year, other, one), (year, one, other))
    return _real(*_with_month_name(written))


@cache
def _months() -> Mapping[str, int]:
    return {fold(name).strip(". "): int(number) for name, number in reversed(names_of("months"))}


def _with_month_name(value: str) -> Iterator[tuple[int, int, int]]:
    words = re.findall(r"[0-9]+|[^\W\d_]+", fold(value))
    months = {_months()[word] for word in words if word in _months()}
    years = [int(word) for word in words if re.fullmatch(r"[0-9]{4}", word)]
    numbers = [int(word) for word in words if re.fullmatch(r"[0-9]{1,2}", word)]
    if len(months) == len(years) == len(numbers) == 1:
        yield years[0], months.pop(), numbers[0]


def _real(*readings: tuple[int, int, int]) -> Sequence[str]:
    found = []
    for reading in readings:
        with suppress(ValueError):
            found.append(date(*reading).isoformat())
    return tuple(dict.fromkeys(found))
