"""Text → the words of a search: the rule that assets/js/search/words.js mirrors.

The index is cut in the order of UTF-16 units, in which JavaScript compares, and Python compares
code points; the orders differ above U+FFFF. Characters up there therefore count as blanks, on both
sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sitegen.terms import fold

# What is a letter changes with Unicode, and neither Pythons nor browsers agree on its version. The
# rule is that of 14.0, which the oldest Python here knows: of what came later (up to 17.0), these
# would be letters, or fold into some, and are blanks everywhere.
LATER = re.compile(
    "[\u088f\u0897\u0c5c\u0cdc\u0cf3\u0ece\u1acf-\u1add\u1ae0-\u1aeb\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4"
    "\ua7da-\ua7dc\ua7f1\U0001ccd6-\U0001ccf9\U0001e030-\U0001e06d]"
)
# Soft hyphens and joiners say how a word is drawn, not which word it is.
UNSEEN = frozenset("\u00ad\u200c\u200d")
# Thai, Lao, Burmese, Khmer, kana, Hangul and Han: no blanks between words, or endings without one.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
UNSPACED = re.compile(f"([{_UNSPACED}]+)")
# Names of programming languages and of little else: `C++` and `C#` are not `C`.
_SIGNED = re.compile(r"[^+#]*?[a-z0-9](?:\+\+|#(?=[+#]|$))|[^+#]+")


class _Letters(dict[int, str | None]):
    """For `str.translate`: letters, marks, numbers, + and # stay, joiners go, others are blanks."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kept = code <= 0xFFFF and unicodedata.category(character)[0] in "LMN"
        kept = kept or character in "+#"
        self[code] = None if character in UNSEEN else character if kept else " "
        return self[code]


_LETTERS = _Letters()


def words(text: str, *, tails: bool = False) -> list[str]:
    """Folded words in their order; scripts without blanks become overlapping pairs.

    `清洁能源` → `清洁 洁能 能源`, so that a part of it can be found. With `tails`, which is for the
    index, the last character stands alone as well (`源`): every character then begins a term.
    """
    # `fold` can leave capitals where a compatibility character stood for one (`℡`).
    plain = text if text.isascii() else LATER.sub(" ", text)
    plain = fold(plain).lower().translate(_LETTERS)
    parts = plain.split()
    if plain.isascii() and "+" not in plain and "#" not in plain:
        return parts
    return [word for part in parts for word in _telling(part, tails)]


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script without blanks, and so a pair or one character."""
    return UNSPACED.fullmatch(word) is not None


def _telling(part: str, tails: bool) -> Iterator[str]:
    """The words of a part without blanks: marks and signs alone tell nothing."""
    if part.isascii() and part.isalnum():
        yield part
        return
    for found in _SIGNED.findall(part):
        if any(map(str.isalnum, found)):
            yield from _cut(found, tails)


def _cut(part: str, tails: bool) -> Iterator[str]:
    for run in filter(None, UNSPACED.split(part)):
        if len(run) == 1 or not is_unspaced(run):
            yield run
            continue
        yield from (run[i : i + 2] for i in range(len(run) - 1))
        if tails:
            yield run[-1]
