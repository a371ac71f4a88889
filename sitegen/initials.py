"""A name → the letters that stand in for a photo."""

from __future__ import annotations

import unicodedata

ZERO_WIDTH_JOINER = "\u200d"
# Viramas that tie the next consonant to the cluster (UAX #29, rule GB9c, and the stacking scripts
# Gurmukhi, Kannada, Myanmar and Khmer). Tamil's and Thai's are seen as dots and tie nothing.
TYING = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u1039\u17d2")
# Letters by category, but never the start of a cluster: Thai and Lao SARA AM.
TRAILING = frozenset("\u0e33\u0eb3")
# Thai and Lao vowels written before the consonant that they follow: alone they are no initial.
LEADING = frozenset("เแโใไເແໂໃໄ")


def initials(name: str) -> str:
    """`Nadia Benali` → `NB`; `陳美玲` → `陳`; `अर्जुन मेहता` → `अ`. Empty only for an empty name.

    First and last word where the script has capital letters, else the first letter alone. Letters
    keep their marks and the case in which the person writes them; quotes, brackets and modifier
    letters before them are passed over.
    """
    name = unicodedata.normalize("NFC", name).strip()
    words = [word for word in name.split() if _start(word) is not None]
    if not words:
        return _initial(name)
    if not _is_cased(words[0]):
        return _initial(words[0])
    cased = [word for word in words if _is_cased(word)]
    return "".join(_initial(word) for word in (cased if len(cased) < 2 else (cased[0], cased[-1])))


def _initial(word: str) -> str:
    """The grapheme cluster of the word's first letter."""
    start = _start(word) or 0
    end = start + 1
    while end < len(word) and _continues(word[end - 1], word[end]):
        end += 1
    return word[start:end]


def _continues(before: str, character: str) -> bool:
    """Tell whether a character belongs to the cluster that `before` ends."""
    return (
        unicodedata.category(character).startswith("M")
        or character in TRAILING
        or before in TYING | LEADING
        or ZERO_WIDTH_JOINER in (before, character)
    )


def _start(word: str) -> int | None:
    """Where the initial stands: the first letter with a case, else the first letter or digit."""
    cased = (i for i, character in enumerate(word) if _is_cased(character))
    plain = (i for i, character in enumerate(word) if character.isalnum())
    return next(cased, next(plain, None))


def _is_cased(text: str) -> bool:
    return text.lower() != text.upper()
