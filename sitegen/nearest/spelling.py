"""What somebody probably meant: from a value that is refused to the nearest values that are not.

Pure functions, one a kind of value, from the text as written to suggestions, best first; none
when there is no good one, since a wrong suggestion is worse than the general hint.
"""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

from sitegen.errors import Params
from sitegen.i18n import countries, currencies, languages, time_zones
from sitegen.models.fields import is_language, is_public_url
from sitegen.terms import fold, fold_words
from sitegen.urls import is_slug

CLOSE = 0.6
YES_NO = {"true": "yes", "false": "no", "y": "yes", "n": "no", "on": "yes", "off": "no"}
SIGNS = {"€": "EUR", "£": "GBP", "euro": "EUR", "euros": "EUR", "pounds": "GBP", "us$": "USD"}
SIGNS |= {"$": "USD", "dollars": "USD", "cfa": "XOF", "fcfa": "XOF", "₹": "INR", "¥": "JPY"}
COUNTRIES = {"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US"}
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_THOUSANDS = re.compile(r"\D*?([0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+|[0-9]+)\D*")


def joined(found: Sequence[str]) -> Params:
    """Suggestions as the parameter of the hint: ``a` or `b``; nothing when there are none."""
    return {"suggestion": "` or `".join(found)} if found else {}


def days(value: str) -> Sequence[str]:
    """Both readings of 12.10.2026; one where the other is no day."""
    first, last = _YEAR_FIRST.fullmatch(value), _YEAR_LAST.fullmatch(value)
    if first:
        year, month, day = map(int, first.groups())
        return _real((year, month, day))
    if last:
        one, other, year = map(int, last.groups())
        return _real((year, other, one), (year, one, other))
    return _real(*_with_month_name(value))


def _with_month_name(value: str) -> Iterator[tuple[int, int, int]]:
    words = re.findall(r"[0-9]+|[a-z]+", value.lower())
    months = [_MONTHS[word[:3]] for word in words if word[:3] in _MONTHS]
    years = [int(word) for word in words if re.fullmatch(r"[0-9]{4}", word)]
    numbers = [int(word) for word in words if re.fullmatch(r"[0-9]{1,2}", word)]
    if len(months) == len(years) == len(numbers) == 1:
        yield years[0], months[0], numbers[0]


def _real(*readings: tuple[int, int, int]) -> Sequence[str]:
    found = []
    for reading in readings:
        with suppress(ValueError):
            found.append(date(*reading).isoformat())
    return tuple(dict.fromkeys(found))


def yes_or_no(value: str) -> Sequence[str]:
    """`True` → yes."""
    return choices(value, ("yes", "no"))


def whole_number(value: str) -> Sequence[str]:
    """`€450`, `1,200` and `8 years` → the digits; nothing where two numbers or a part stand."""
    found = _THOUSANDS.fullmatch(value)
    return (re.sub(r"\D", "", found[1]),) if found and "-" not in value else ()


def decimal_number(value: str) -> Sequence[str]:
    """`1,08` → 1.08."""
    return (value.replace(",", "."),) if re.fullmatch(r"[0-9]+,[0-9]+", value) else ()


def choices(value: str, allowed: Sequence[str]) -> Sequence[str]:
    """The closed list's nearest word, whatever the case, blanks or accents."""
    written = fold(value).strip().replace(" ", "-").replace("_", "-")
    by_fold = {fold(word): word for word in allowed}
    written = YES_NO.get(written, written) if "yes" in allowed else written
    close = difflib.get_close_matches(written, by_fold, n=1, cutoff=CLOSE)
    return tuple(by_fold[word] for word in close)


def years(value: str) -> Sequence[str]:
    """Years in a silo, or yes."""
    return whole_number(value) or choices(value, ("yes",))


def country(value: str) -> Sequence[str]:
    """`ma`, `Morocco`, `UK` → the code."""
    if value.upper() in countries():
        return (value.upper(),)
    return _code_of(value, countries(), COUNTRIES)


def language(value: str) -> Sequence[str]:
    """`FR`, `French`, `zh_hant` → the tag."""
    parts = re.split("[-_]", value.lower())
    tag = "-".join(parts[:1] + [p.upper() if len(p) == 2 else p.title() for p in parts[1:]])
    return (tag,) if is_language(tag) else _code_of(value, languages(), {})


def currency(value: str) -> Sequence[str]:
    """`eur`, `€` → the code."""
    code = SIGNS.get(value.lower(), value.upper())
    return (code,) if code in currencies() else ()


def time_zone(value: str) -> Sequence[str]:
    """`casablanca` → Africa/Casablanca."""
    city = value.rsplit("/", 1)[-1].strip().replace(" ", "_").lower()
    return tuple(
        sorted(z for z in time_zones() if "/" in z and z.rsplit("/", 1)[1].lower() == city)
    )[:2]


def slug(value: str) -> Sequence[str]:
    """`Amina Diallo` → amina-diallo."""
    found = fold_words(value).replace(" ", "-")
    return (found,) if is_slug(found) else ()


def web_address(value: str) -> Sequence[str]:
    """`www.example.org` → https://www.example.org."""
    found = "https://" + re.sub(r"(?i)^(https?:/{0,2})?", "", value)
    host = found.removeprefix("https://").split("/")[0]
    return (found,) if "." in host and is_public_url(found) else ()


def link(value: str) -> Sequence[str]:
    """A link to elsewhere as a web address; `about.md` as a page of this site."""
    if re.match(r"https?:|www\.", value):
        return web_address(value)
    page = re.fullmatch(r"(?:\./)?([a-z0-9-]+)(?:\.md|\.html|/)?", value)
    return (f"/{page[1]}/",) if page else ()


def listed(field: str, value: object) -> Sequence[str]:
    """A list written as a sentence, or as a group of fields → the line with the list."""
    if isinstance(value, dict):
        parts = list(value)
    else:
        parts = [part.strip(" -•") for part in re.split(r"[,;\n]| and ", str(value))]
    named = [part if re.fullmatch(r"\w[\w' -]*", part) else f'"{part}"' for part in parts if part]
    return (f"{field}: [{', '.join(named)}]",) if named else ()


def _code_of(value: str, names: Mapping[str, str], more: Mapping[str, str]) -> Sequence[str]:
    words = fold_words(value)
    found = [more[words]] if words in more else []
    found += sorted((code for code, name in names.items() if fold_words(name) == words), key=len)
    return tuple(found[:1])


BY_CODE: Mapping[str, Callable[[str], Sequence[str]]] = {
    "P020": yes_or_no,
    "P021": whole_number,
    "P023": days,
    "P029": web_address,
    "P030": country,
    "P031": language,
    "P032": time_zone,
    "P033": currency,
    "P034": slug,
    "P039": decimal_number,
}
