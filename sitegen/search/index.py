"""Texts → a lunr index that lunr.js loads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.stemmer import stemmer
from lunr.stop_word_filter import WORDS
from lunr.token_set import TokenSet

from sitegen.search.fields import BOOSTS, Texts
from sitegen.search.stems import stem
from sitegen.search.words import words

# Words beside their stems would double what these weigh, and they hold most of the words.
LONG = frozenset(("aliases", "body"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows: a short reference, the texts by field, how much the whole counts."""

    ref: str
    texts: Texts
    boost: float = 1


def index_json(entries: Iterable[Entry]) -> bytes:
    """The index of the entries as JSON: the same bytes for the same entries in the same order."""
    builder = Builder()
    builder.ref("ref")
    for field, boost in BOOSTS.items():
        builder.field(field, boost)
    builder.search_pipeline.add(stemmer)
    for entry in entries:
        texts = {field: list(_terms(field, entry.texts[field])) for field in BOOSTS}
        builder.add({"ref": entry.ref, **texts}, {"boost": entry.boost})
    index = builder.build() if builder.document_count else _empty(builder.search_pipeline)
    serialised = index.serialize()
    text = json.dumps(serialised, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _terms(field: str, texts: Iterable[str]) -> Iterator[str]:
    """Stems, and outside the long texts the words as well.

    A word that is still being typed is looked up by its beginning, and `cooperati` begins no
    stem (`cooper`). Names keep what are stop words elsewhere: May, Will.
    """
    for text in texts:
        for word in words(text):
            if word in WORDS and field != "name":
                continue
            stemmed = stem(word)
            yield stemmed
            if stemmed != word and field not in LONG:
                yield word


def _empty(pipeline: Pipeline) -> Index:
    """The builder divides by the number of documents; a new directory has none."""
    return Index({}, {}, TokenSet(), list(BOOSTS), pipeline)
