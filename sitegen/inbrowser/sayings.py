"""Reasons as the browser says them: sentences by code, words by what a parameter holds.

lang     the language of all of it
reasons  {CODE: {plural category: sentence}}; `other` alone where nothing is counted
says     {KIND: {ID: words}}; an id that is missing says itself
kinds    {PARAMETER: KIND} where the name of the parameter is not the kind itself
lists    {PARAMETER: KIND} of those that hold several, with commas between
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.i18n import countries, languages
from sitegen.matching.words import KINDS, LISTS, SAYS
from sitegen.reasons.people import PEOPLE
from sitegen.views.words import FLUENCY, FORMS, Words

# Of texts, sectors, worlds and the private folder, of which the browser knows nothing; and single
# words, which stand in `says`.
ELSEWHERE = frozenset((
    "told-skill", "text-near", "tells-skills", "tells-near", "unlisted", "required-told",
    "required-text", "desirable-told", "where-headline", "where-evidence", "where-ventures",
    "where-text", "silos", "sectors", "country-known", "declines-client", "declines-near",
    "declines-anonymous", "level-native", "form-individual", "form-company", "form-cooperative",
    "form-association", "form-umbrella",
))  # fmt: skip
# `money-ask` is of the browser alone: see sitegen/inbrowser/people.py.
CODES = tuple(code for code in PEOPLE if code not in ELSEWHERE)


def sayings(words: Words) -> Mapping[str, Any]:
    """Everything that conditions and skills can make a browser say, in the language of a site."""
    vocabulary = words.vocabulary
    ids: Mapping[str, Iterable[str]] = {
        "skill": vocabulary.skills,
        "sector": vocabulary.sectors,
        "kind": vocabulary.kinds,
        "silo": vocabulary.silos,
        "region": vocabulary.regions,
        "passage": vocabulary.passages,
        "country": countries(),
        "language": languages(),
        "level": FLUENCY,
        "form": FORMS,
    }
    return {
        "lang": words.t.tag,
        "reasons": {code: words.t.reason_forms(code) for code in CODES},
        "says": {
            kind: {one: SAYS[kind](one, vocabulary, words.t) for one in known}
            for kind, known in ids.items()
        },
        "kinds": KINDS,
        "lists": LISTS,
    }
