"""The table of rules: every number and list that `sitegen.matching` judges and counts by.

The browser has the functions (assets/js/match/) and takes all values from here, so that a limit
is written down once.

    rarity  for each skill four digits, one a level: how often everybody can be halved until only
            those who have it at that level are left
    close   for each skill the skills one step away
    shows   for each passage the skills that it shows once it is completed
    bands   the rate bands, the lowest first: above `low` and up to `up` whole units, null for none
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from sitegen.directory import Directory
from sitegen.i18n import CEFR
from sitegen.matching import conditions, credit, evidence, free_time, reasoning, sentences
from sitegen.matching.counts import RARER, rarity
from sitegen.matching.organisations import NEAR
from sitegen.matching.place import AWAY_PARTLY
from sitegen.matching.pool import neighbours
from sitegen.matching.score import MISSING
from sitegen.matching.skills import Skills
from sitegen.matching.voice import LISTED_LIKE, Voice
from sitegen.models import Site

LIMITS = {
    "covered_partly": conditions.COVERED_PARTLY,
    "late_partly": free_time.LATE_PARTLY,
    "late_relaxed": free_time.LATE_RELAXED,
    "days_partly": free_time.DAYS_PARTLY,
    "away_partly": AWAY_PARTLY,
    "rate_partly": conditions.RATE_PARTLY,
    "rate_relaxed": conditions.RATE_RELAXED,
    "near_name": NEAR,
}
CREDIT = {
    "whole": credit.WHOLE,
    "fit": credit.FIT,
    "related": credit.RELATED,
    "unproven": credit.UNPROVEN,
    "listed_like": LISTED_LIKE,
    "missing": MISSING,
    "rarer": RARER,
}
EVIDENCE = {
    "least": evidence.LEAST,
    "habit": evidence.HABIT,
    "numbers": sorted(evidence.NUMBERS),
    "praise": sorted(evidence.PRAISE),
    "german": sorted(evidence.GERMAN),
    "fewest_german": evidence.FEWEST_GERMAN,
    "ends": evidence.ENDS,
}
SAID = {
    "strengths": reasoning.MOST_STRENGTHS,
    "quote": reasoning.LONGEST_QUOTE,
    "helpful": sentences.MOST_HELPFUL,
}


def rules(directory: Directory, voices: Collection[Voice]) -> Mapping[str, Any]:
    """The table for one directory on one day; `voices` are those of all who are matched."""
    site, vocabulary = directory.site, directory.vocabulary
    weights = site.matching.weights
    return {
        "today": directory.today.isoformat(),
        "months": {
            "ageing": site.thresholds.ageing_months,
            "dormant": site.thresholds.dormant_months,
        },
        "weights": {"required": weights.required, "desirable": weights.desirable},
        "limits": LIMITS,
        "credit": CREDIT,
        "evidence": EVIDENCE,
        "said": SAID,
        "cefr": CEFR,
        "kinds": conditions.KINDS_ASKED_FOR,
        "rarity": _rarity(Skills.of([*voices], vocabulary), len(voices)),
        "close": neighbours(vocabulary),
        "shows": {one.id: one.shows for one in vocabulary.passages.values() if one.shows},
        "parents": {one.id: one.parent for one in vocabulary.sectors.values() if one.parent},
        "regions": {one.id: one.countries for one in vocabulary.regions.values()},
        "bands": _bands(site),
        "currencies": _currencies(site),
    }


def _rarity(skills: Skills, everybody: int) -> Mapping[str, str]:
    levels = [skills.holders(level) for level in range(1, credit.HIGHEST + 1)]
    return {
        skill: "".join(str(rarity(holders[skill], everybody)) for holders in levels)
        for skill in skills.row
    }


def _bands(site: Site) -> Iterable[Mapping[str, Any]]:
    """A band begins where the one before ends, if that can be said in the same currency."""
    before = [None, *site.bands]
    return [
        {
            "low": below.up_to if below and below.currency == band.currency else None,
            "up": band.up_to,
            "currency": band.currency,
        }
        for below, band in zip(before, site.bands, strict=False)
    ]


def _currencies(site: Site) -> Mapping[str, str] | None:
    """Units of each currency for one of the base, as text: no digit may be lost."""
    if site.currencies is None:
        return None
    rates = {**site.currencies.rates, site.currencies.base: Decimal(1)}
    return {currency: format(rate, "f") for currency, rate in sorted(rates.items())}
