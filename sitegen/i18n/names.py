"""Codes of countries, languages, currencies and time zones, and what people call them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Literal

from babel import Locale
from babel.core import get_global

ENGLISH = Locale.parse("en")


@functools.cache
def countries() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 codes with their English names."""
    return {
        code: name
        for code, name in sorted(ENGLISH.territories.items())
        if len(code) == 2
        and code.isalpha()
        and code not in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB")
    }


# Languages that members speak and that CLDR has no English name for.
MORE_LANGUAGES = {"ber": "Berber", "mnk": "Mandinka", "snk": "Soninke", "quy": "Ayacucho Quechua"}


@functools.cache
def languages() -> Mapping[str, str]:
    """BCP 47 codes with their English names; `zh-Hant` style for scripts and regions."""
    named = {**MORE_LANGUAGES, **ENGLISH.languages}
    return {
        code.replace("_", "-"): name
        for code, name in sorted(named.items())
        if code not in ("mul", "und", "zxx", "mis")
    }


@functools.cache
def currencies() -> frozenset[str]:
    """ISO 4217 codes."""
    return frozenset(ENGLISH.currencies)


@functools.cache
def time_zones() -> frozenset[str]:
    """Names of the IANA database, from the pinned `tzdata` and not from this machine."""
    names = (resources.files("tzdata") / "zones").read_text("utf-8").split()
    return frozenset(names)


# Languages in which people write names of countries, languages and months to us.
SPOKEN = (
    "en", "fr", "es", "pt", "ar", "de", "it", "nl", "ru", "sw", "tr", "zh", "hi", "id", "pl", "uk",
    "ja", "ko",
)  # fmt: skip


@functools.cache
def names_of(kind: str) -> tuple[tuple[str, str], ...]:
    """Names in the main languages with their codes, English first.

    `kind` is territories, languages, currencies (without those of the past) or months.
    """
    found: list[tuple[str, str]] = []
    for locale in map(Locale.parse, SPOKEN):
        if kind == "months":
            tables = [
                locale.months[form][width]
                for form in locale.months
                for width in ("wide", "abbreviated")
            ]
        else:
            tables = [getattr(locale, kind)]
        found += [(name, str(code).replace("_", "-")) for t in tables for code, name in t.items()]
    return tuple((name, code) for name, code in found if kind != "currencies" or "(" not in name)


def older_codes(kind: Literal["territory_aliases", "language_aliases"]) -> Mapping[str, str]:
    """Codes of other standards with ours: `GBR` → `GB`."""
    table = get_global(kind)
    return {k: (v if isinstance(v, str) else v[0]).replace("_", "-") for k, v in table.items()}


def zones_of(country: str) -> tuple[str, ...]:
    """The time zones of a country."""
    zones = get_global("zone_territories")
    return tuple(sorted(zone for zone, code in zones.items() if code == country))
