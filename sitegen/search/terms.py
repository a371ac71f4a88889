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


def terms_of(field: str, word: str, root: str) -> tuple[str, ...]:
    """What a word of a field is found by, given its stem: one term or two, none for a stop word.

    The stem; beside the stem the word in short fields, for a word that is still being typed is
    looked up by its beginning, and `cooperati` begins no stem (`cooper`). Names are words only,
    stop words too: May, Will; and `Rivers` is not `River`.
    """
    if field == NAMES:
        return (word,)
    if is_common(word):
        return ()
    return (root,) if field in LONG or root == word else (root, word)


def terms(field: str, words: Iterable[str]) -> list[str]:
    """What a field's words are found by, one after the other."""
    return [term for word in words for term in terms_of(field, word, stem(word))]
