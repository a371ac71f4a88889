"""Claims with nothing to check: the levels 3 and 4 of a page whose evidence names no fact.

Evidence is a sentence, so every claim can have one. What tells a deed from a phrase is something
that another person could check: a number, a year, a name. Single sentences do without, if they do
not praise instead; a page of which half the claims do counts for less, since nobody could tell it
from one that is made up.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sitegen.models import Profile
from sitegen.terms import fold_words

LEAST = 3
# One or two sentences without a fact are chance, three are the way a page is written.
HABIT = 3
# Languages in which members write; "hundreds of workshops" gives nothing to check.
_WRITTEN = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million dozen twice half third quarter
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent cents mille
    dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta
    cuarenta cincuenta cien mil
    dois duas quatro sete oito nove dez doze treze vinte trinta quarenta cinquenta
    zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn
    siebzehn achtzehn neunzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig
    hundert tausend millionen dutzend
    mbili tatu nne tano sita saba nane tisa kumi
"""
NUMBERS = frozenset(_WRITTEN.split())
# How people praise where they could tell. What also tells a deed, or of a trade, is left out:
# `known`, `trusted`, `recognised`, `experience`, `expert`, `familiar`.
_PRAISE = """
    experienced expertise renowned acclaimed proven passionate passion visionary pioneer champion
    guru acumen holistic globally worldwide internationally
    reconnu reconnue reconnus reconnues passionne passionnee passionnes passionnees
    reconocido reconocida reconocidos reconocidas apasionado apasionada
    reconhecido reconhecida reconhecidos reconhecidas apaixonado apaixonada
    anerkannt anerkannte anerkannter anerkannten fuhrender fuhrende leidenschaft ganzheitlich
    ganzheitliche
"""
PRAISE = frozenset(_PRAISE.split())
ENDS = (".", "!", "?", ":", "…")
# German gives every noun a capital. It is told by its small words, of which one in ten is enough;
# those that French or Danish know too are left out.
_SMALL = """
    der dem und eine einen einer mit von vom fur auf aus bei beim im zum zur ist nicht uber
"""
GERMAN = frozenset(_SMALL.split())
FEWEST_GERMAN = 10


def can_be_checked(evidence: str, *, by_capitals: bool = True) -> bool:
    """Whether a text gives a number, a year or a name.

    A name is a capital that begins no sentence, `by_capitals` of a language that gives them to
    names alone; where a script has no capitals, it is believed.
    """
    words = fold_words(evidence).split()
    if any(any(map(str.isdigit, word)) or word in NUMBERS for word in words):
        return True
    if evidence and evidence.lower() == evidence.upper():
        return True
    return by_capitals and any(
        word[0].isupper() and word not in ("I", "I'd", "I've") and not before.endswith(ENDS)
        for before, word in pairwise(evidence.split())
    )


def is_german(texts: Iterable[str]) -> bool:
    """Whether some texts of one page are in German; MIT is no small word."""
    said = " ".join(word for text in texts for word in text.split() if not word.isupper())
    words = fold_words(said).split()
    return sum(word in GERMAN for word in words) * FEWEST_GERMAN > len(words)


def praises(evidence: str) -> bool:
    """Whether a text says how good somebody is."""
    return not PRAISE.isdisjoint(fold_words(evidence).split())


def unproven(profile: Profile, confirmed: frozenset[str]) -> frozenset[str]:
    """The skills claimed at level 3 or 4 that count for less; none that others confirmed."""
    claims = [c for c in profile.skills if c.level >= LEAST and c.skill not in confirmed]
    told = {c.skill: c.evidence or "" for c in claims}
    names = not is_german(told.values())
    bare = {s: text for s, text in told.items() if not can_be_checked(text, by_capitals=names)}
    if len(bare) >= HABIT and len(bare) * 2 > len(claims):
        return frozenset(bare)
    return frozenset(skill for skill, text in bare.items() if praises(text))
