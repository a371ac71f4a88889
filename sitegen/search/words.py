"""Text → the words of a search: the splitting that assets/js/search-words.js mirrors.

The page never builds an index, so the two only have to agree on words, not on stems. lunr.py
sorts terms by code point and lunr.js by UTF-16 unit; the orders differ above U+FFFF, and an index
out of order does not load. Characters up there therefore count as blanks, on both sides.
"""

from __future__ import annotations

import re
import unicodedata

from sitegen.terms import fold

# Soft hyphens and joiners say how a word is drawn, not which word it is.
UNSEEN = frozenset("\u00ad\u200c\u200d")
# Thai, Lao, Burmese, Khmer, kana, Hangul and Han: no blanks between words, or endings without one.
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+)"
)


class _Letters(dict[int, str | None]):
    """For `str.translate`: letters, marks and numbers stay, joiners go, the rest are blanks."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kept = code <= 0xFFFF and unicodedata.category(character)[0] in "LMN"
        self[code] = None if character in UNSEEN else character if kept else " "
        return self[code]


_LETTERS = _Letters()


def words(text: str) -> list[str]:
    """Folded words in their order; scripts without blanks become overlapping pairs.

    `清洁能源` → `清洁 洁能 能源`, so that a part of it can be found.
    """
    # `fold` can leave capitals where a compatibility character stood for one (`℡`).
    parts = fold(text).lower().translate(_LETTERS).split()
    return [word for part in parts if any(map(str.isalnum, part)) for word in _cut(part)]


def _cut(part: str) -> list[str]:
    found: list[str] = []
    for run in filter(None, UNSPACED.split(part)):
        paired = len(run) > 2 and UNSPACED.fullmatch(run)
        found += [run[i : i + 2] for i in range(len(run) - 1)] if paired else [run]
    return found
