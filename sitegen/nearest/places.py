"""Countries, languages, currencies and time zones by their names in many languages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sitegen.i18n import (
    countries,
    currencies,
    languages,
    names_of,
    older_codes,
    time_zones,
    zones_of,
)
from sitegen.models.fields import is_language
from sitegen.nearest.table import (
    CITIES,
    CLOCKS,
    COUNTRIES,
    CURRENCIES,
    LANGUAGES,
    SIGNS,
)
from sitegen.terms import fold_words

MISSPELT = 0.84
_AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def country(value: str) -> Sequence[str]:
    """`ma`, `Maroc`, `MAR`, `UK` → the code; two codes for `Congo`."""
    code = value.strip().upper()
    if code in countries():
        return (code,)
    if code in older_codes("territory_aliases"):
        return tuple(c for c in (older_codes("territory_aliases")[code],) if c in countries())
    words = re.sub(r"^(?:the|la|le|les|l|el|die) ", "", fold_words(value))
    return _codes_of(words, _country_names(), COUNTRIES)


def language(value: str) -> Sequence[str]:
    """`FR`, `français`, `fra`, `zh_hant` → the tag."""
    words = fold_words(value)
    if words in LANGUAGES:
        return LANGUAGES[words]
    parts = re.split("[-_]", value.strip().lower())
    tag = "-".join(parts[:1] + [p.upper() if len(p) == 2 else p.title() for p in parts[1:]])
    if is_language(tag):
        return (tag,)
    if tag in older_codes("language_aliases"):
        return (older_codes("language_aliases")[tag],)
    found = _codes_of(words, _language_names(), LANGUAGES)
    return found or _codes_of(words.partition(" ")[0], _language_names(), LANGUAGES, misspelt=False)


def currency(value: str) -> Sequence[str]:
    """`eur`, `€`, `US dollars` → the code; up to three for a name that several share."""
    written = value.strip().lower()
    if written in SIGNS:
        return SIGNS[written]
    codes = [word for word in re.findall(r"\b[A-Z]{3}\b", value.upper()) if word in currencies()]
    if len(codes) == 1 and len(re.findall(r"[^\W\d_]+", value)) == 1:
        return tuple(codes)
    words = fold_words(value)
    one = words.removesuffix("s")
    for name in (words, one):
        if name in CURRENCIES:
            return CURRENCIES[name]
    return _codes_of(words, _currency_names(), {}) or _codes_of(one, _currency_names(), {})


def time_zone(value: str) -> Sequence[str]:
    """`casablanca`, `Delhi`, `Maroc`, `EAT`, `GMT+1` → names of zones."""
    clock = re.sub(r"\s|:?00$", "", value.upper().replace("UTC", "GMT")).replace("+0", "+")
    if clock in CLOCKS:
        return CLOCKS[clock]
    city = fold_words(value.rsplit("/", 1)[-1])
    if city in CITIES:
        return (CITIES[city],)
    zones = _zones_by_city()
    if city in zones:
        return zones[city]
    near = difflib.get_close_matches(city, zones, n=1, cutoff=MISSPELT)
    if near:
        return zones[near[0]]
    found = [zone for code in country(value)[:1] for zone in zones_of(code)]
    return tuple(found) if len(found) <= 2 else ()


@cache
def _zones_by_city() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for zone in sorted(time_zones()):
        if zone.startswith(_AREAS) and "/" in zone:
            found.setdefault(fold_words(zone.rsplit("/", 1)[1].replace("_", " ")), []).append(zone)
    return {city: tuple(zones[:2]) for city, zones in found.items()}


def _by_words(
    names: Iterable[tuple[str, str]], known: Iterable[str]
) -> Mapping[str, Sequence[str]]:
    """Codes by folded name; the first names win, short codes before long ones."""
    table: dict[str, list[str]] = {}
    allowed = frozenset(known)
    for name, code in names:
        codes = table.setdefault(fold_words(name), [])
        if code in allowed and code not in codes:
            codes.append(code)
    return {words: tuple(sorted(codes, key=len)[:1]) for words, codes in table.items() if codes}


@cache
def _country_names() -> Mapping[str, Sequence[str]]:
    return _by_words(
        [*((n, c) for c, n in countries().items()), *names_of("territories")], countries()
    )


@cache
def _language_names() -> Mapping[str, Sequence[str]]:
    return _by_words(
        [*((n, c) for c, n in languages().items()), *names_of("languages")], languages()
    )


@cache
def _currency_names() -> Mapping[str, Sequence[str]]:
    return _by_words(names_of("currencies"), currencies())


def _codes_of(
    words: str,
    names: Mapping[str, Sequence[str]],
    more: Mapping[str, Sequence[str]],
    *,
    misspelt: bool = True,
) -> Sequence[str]:
    for table in (more, names):
        if words in table:
            return table[words]
    cutoff = MISSPELT if misspelt and len(words) > 3 else 1.0
    close = difflib.get_close_matches(words, [*names, *more], n=1, cutoff=cutoff)
    return (names.get(close[0]) or more[close[0]]) if close else ()
