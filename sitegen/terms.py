"""Text → search terms: the folding that assets/js/fold.js mirrors.

`lower()` and not `casefold()`: JavaScript has no casefold, and the two must agree.
"""

from __future__ import annotations

import re
import unicodedata

# Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel marks and tatweel. Not all of
# category Mn: that would delete the vowels of Indic scripts and Thai.
MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]")
WORD = re.compile(r"[^\W_]+", re.UNICODE)


def fold(value: str) -> str:
    """Lower case without accents: `Łódź Straße` → `łodz strasse`."""
    if value.isascii():
        return value.lower()
    lowered = value.lower().replace("ß", "ss").replace("ς", "σ")
    bare = MARKS.sub("", unicodedata.normalize("NFKD", lowered))
    return unicodedata.normalize("NFKC", bare)


def fold_words(value: str) -> str:
    """Folded words with single spaces, punctuation gone: how labels are compared."""
    return " ".join(WORD.findall(fold(value)))
