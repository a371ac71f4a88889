"""Words by their spelling, and how suggestions are handed on."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence

from sitegen.errors import Params
from sitegen.nearest.table import SAID
from sitegen.terms import fold, fold_words
from sitegen.text import printable
from sitegen.urls import is_slug

CLOSE = 0.6
# Letters that no decomposition turns into those of an address.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)


def joined(found: Sequence[str]) -> Params:
    """Suggestions as the parameter of the hint: ``a` or `b``; nothing when there are none."""
    return {"suggestion": "` or `".join(printable(one, 300) for one in found)} if found else {}


def plain_digits(value: str) -> str:
    """Digits of any script as 0 to 9: `٢٠٢٦` → 2026."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and c > "9" else c for c in value)


def choices(value: str, allowed: Sequence[str]) -> Sequence[str]:
    """The closed list's nearest word, whatever the case, blanks or accents; or what people say."""
    written = fold(value).strip().replace(" ", "-").replace("_", "-")
    by_fold = {fold(word): word for word in allowed}
    said = tuple(word for word in SAID.get(fold_words(value), ()) if word in allowed)
    if said and written not in by_fold:
        return said
    close = difflib.get_close_matches(written, by_fold, n=1, cutoff=CLOSE)
    return tuple(by_fold[word] for word in close)


def plain_letters(value: str) -> str:
    """Small letters of the alphabet where a letter has a usual stand-in: `Ødegård` → odegård."""
    return value.lower().translate(_LETTERS)


def slug(value: str) -> Sequence[str]:
    """`Amina Diallo` → amina-diallo."""
    found = fold_words(plain_letters(value)).replace(" ", "-")
    return (found,) if is_slug(found) else ()
