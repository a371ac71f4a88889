"""Words of a field → the terms it is found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lunr.stop_word_filter import WORDS

from sitegen.search.stems import stem

# Words beside their stems would double what these weigh, and they hold most of the words.
LONG = frozenset(("aliases", "body", "evidence"))
NAMES = "name"


def terms(field: str, words: Iterable[str]) -> Iterator[str]:
    """What a field's words are found by.

    Stems without stop words; beside the stems the words in short fields, for a word that is still
    being typed is looked up by its beginning, and `cooperati` begins no stem (`cooper`). Names are
    words only, stop words too: May, Will; and `Rivers` is not `River`.
    """
    if field == NAMES:
        yield from words
        return
    both = field not in LONG
    for word in words:
        if word in WORDS:
            continue
        stemmed = stem(word)
        yield stemmed
        if both and stemmed != word:
            yield word
