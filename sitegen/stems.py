"""English word → stem: Porter's rules as lunr.js 2.3.9 has them, expression by expression.

lunr.py follows Porter's paper where a word ends with y (`survey` → `survei`, `way` → `wai`), and
lunr.js does not. The page stems what is typed with lunr.js, so the index has to.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from lunr.stop_word_filter import WORDS

_SUFFIXES = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate",
    "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous",
    "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_ENDINGS = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
# A rule is tried where a word ends as it asks: most words end otherwise.
_C, _V = "[^aeiou][^aeiouy]*", "[aeiouy][aeiou]*"
_SOME = re.compile(f"(?:{_C})?{_V}{_C}")
_ONE = re.compile(f"(?:{_C})?{_V}{_C}(?:{_V})?$")
_MORE = re.compile(f"(?:{_C})?{_V}{_C}{_V}{_C}")
_VOWEL = re.compile(f"(?:{_C})?[aeiouy]")
_SHORT = re.compile(f"{_C}[aeiouy][^aeiouwxy]$")

_SSES, _S = re.compile(r"(.+?)(ss|i)es$"), re.compile(r"(.+?)([^s])s$")
_EED, _ED = re.compile(r"(.+?)eed$"), re.compile(r"(.+?)(ed|ing)$")
_ATE, _TWICE = re.compile(r"(at|bl|iz)$"), re.compile(r"([^aeiouylsz])\1$")
_Y = re.compile(r"(.+?[^aeiou])y$")
_RESIDUES = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


def _rule(endings: Iterable[str]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """How a word must end, which few do and which is seen at once, and the whole expression."""
    return tuple(endings), re.compile(f"(.+?)({'|'.join(endings)})$")


_STEP2, _STEP3, _STEP4 = _rule(_SUFFIXES), _rule(_ENDINGS), _rule(_RESIDUES)
_ION = re.compile(r"(.+?)(s|t)(ion)$")
_E = re.compile(r"(.+?)e$")


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word; words of other scripts stay as they are."""
    # Every rule begins with an ASCII letter at the end.
    if len(word) < 3 or not "a" <= word[-1] <= "z":
        return word
    initial_y = word[0] == "y"
    if initial_y:
        word = "Y" + word[1:]
    for step in (_plurals, _past, _final_y, _suffixes, _residue, _final_e):
        word = step(word)
    return "y" + word[1:] if initial_y else word


def _plurals(word: str) -> str:
    if word[-1] != "s":
        return word
    found = _SSES.match(word) or _S.match(word)
    return found[1] + found[2] if found else word


def _past(word: str) -> str:
    if word[-1] not in "dg":
        return word
    if found := _EED.match(word):
        return word[:-1] if _SOME.match(found[1]) else word
    found = _ED.match(word)
    if not found or not _VOWEL.match(found[1]):
        return word
    word = found[1]
    if _ATE.search(word):
        return word + "e"
    if _TWICE.search(word):
        return word[:-1]
    return word + "e" if _SHORT.match(word) else word


def _final_y(word: str) -> str:
    return word[:-1] + "i" if word[-1] == "y" and _Y.match(word) else word


def _suffixes(word: str) -> str:
    for (endings, rule), replaced in ((_STEP2, _SUFFIXES), (_STEP3, _ENDINGS)):
        found = rule.match(word) if word.endswith(endings) else None
        if found and _SOME.match(found[1]):
            word = found[1] + replaced[found[2]]
    return word


def _residue(word: str) -> str:
    endings, rule = _STEP4
    if word.endswith(endings) and (found := rule.match(word)):
        return found[1] if _MORE.match(found[1]) else word
    found = _ION.match(word) if word[-1] == "n" else None
    if found and _MORE.match(found[1] + found[2]):
        return found[1] + found[2]
    return word


def _final_e(word: str) -> str:
    found = _E.match(word) if word[-1] == "e" else None
    if found and (_MORE.match(found[1]) or (_ONE.match(found[1]) and not _SHORT.match(found[1]))):
        word = found[1]
    return word[:-1] if word.endswith("ll") and _MORE.match(word) else word


# English words that tell nothing by themselves, and their stems.
STOP_WORDS = frozenset(WORDS)
STOP_STEMS = frozenset(stem(word) for word in WORDS)
