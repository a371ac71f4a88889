"""English word → stem, as lunr.js has it.

lunr.py follows Porter's paper where a word ends with y (`survey` → `survei`); lunr.js follows
Porter2 (`survey` stays). The page stems what is typed with lunr.js, so the index has to.
"""

from __future__ import annotations

import functools

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS


class _Stemmer(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    b: str
    k: int

    def step1c(self) -> None:
        """Turn y into i after a consonant that is not the word's first letter."""
        if self.k >= 2 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i" + self.b[self.k + 1 :]


_STEMMER = _Stemmer()


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word; words of other scripts stay as they are."""
    return str(_STEMMER.stem(word))


# The stems of English words that tell nothing by themselves.
STOP_STEMS = frozenset(stem(word) for word in WORDS)
