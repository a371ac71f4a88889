"""Words of a field → the terms it is found by."""

from __future__ import annotations

from collections.abc import Iterable

from lunr.stop_word_filter import WORDS

from sitegen.stems import stem

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
    telling = [word for word in words if not is_common(word)]
    if field in LONG:
        return [stem(word) for word in telling]
    return [term for word in telling for term in dict.fromkeys((stem(word), word))]
