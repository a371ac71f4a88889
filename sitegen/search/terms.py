"""Words of a field → the terms it is found by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lunr.stop_word_filter import WORDS

from sitegen.search.stems import stem

# Words beside their stems would double what these weigh, and they hold most of the words.
LONG = frozenset(("aliases", "body", "evidence"))
NAMES = "name"


def is_common(word: str) -> bool:
    """Whether a word stands in every text and tells nothing."""
    return word in WORDS


def terms(field: str, words: Iterable[str]) -> list[str]:
    """What a field's words are found by.

    Stems without stop words; beside the stems the words in short fields, for a word that is still
    being typed is looked up by its beginning, and `cooperati` begins no stem (`cooper`). Names are
    words only, stop words too: May, Will; and `Rivers` is not `River`.
    """
    if field == NAMES:
        return list(words)
    if field in LONG:
        return list(filter(None, map(_stem, words)))
    return [term for word in words for term in _stem_and_word(word)]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return "" if is_common(word) else stem(word)


@lru_cache(maxsize=1 << 16)
def _stem_and_word(word: str) -> tuple[str, ...]:
    stemmed = _stem(word)
    return tuple(filter(None, dict.fromkeys((stemmed, word if stemmed else ""))))
