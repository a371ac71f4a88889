"""What a form lets people choose from: the vocabulary without its skills, codes with names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.i18n import (
    Translator,
    countries,
    currencies,
    languages,
    time_zones,
    zones_of,
)
from sitegen.models.terms import Phase, Term
from sitegen.vocabulary import WHERE, Vocabulary

Json = dict[str, Any]
# In a list of their own, with all that is told of them.
ELSEWHERE = ("skill",)
# The problem of a code that is not in its list.
REFUSED = {"country": "P030", "currency": "P033", "timezone": "P032"}


def terms_in(vocabulary: Vocabulary, kinds: Iterable[str]) -> Json:
    """Where the ids of these kinds are kept, and each id with its label."""
    tables: Mapping[str, Mapping[str, Term | Phase]] = {
        "phase": {phase.id: phase for phase in vocabulary.method.phases}
    }
    found: Json = {}
    for kind in sorted(kinds):
        table = tables.get(kind, vocabulary.terms(kind))
        labels = {name: term.label for name, term in table.items()}
        found[kind] = {"where": WHERE[kind]} | ({} if kind in ELSEWHERE else {"names": labels})
    return found


def codes_in(translator: Translator) -> Json:
    """Codes with their names in the site's language.

    A time zone has the code of its country, which is in the same file; a currency of the past,
    which is taken and not offered, has no name.
    """
    zones = {zone: code for code in countries() for zone in zones_of(code)}
    money = {code: translator.currency(code) for code in sorted(currencies())}
    names = {
        "country": {code: translator.country(code) for code in countries()},
        "currency": {code: "" if "(" in name else name for code, name in money.items()},
        "timezone": {zone: zones.get(zone, "") for zone in sorted(time_zones())},
    }
    return {kind: {"refused": REFUSED[kind], "names": table} for kind, table in names.items()}


def languages_in(translator: Translator) -> Json:
    """Tags of languages with their names."""
    return {tag: translator.language(tag) for tag in languages()}
