"""Texts → a lunr index that lunr.js loads."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lunr.builder import Builder
from lunr.field_ref import FieldRef
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.stemmer import stemmer
from lunr.stop_word_filter import WORDS
from lunr.token_set import TokenSet
from lunr.vector import Vector

from sitegen.search.fields import BOOSTS, Texts
from sitegen.search.words import words
from sitegen.stems import stem

# Words beside their stems would double what these weigh, and they hold most of the words.
LONG = frozenset(("aliases", "body"))
# How soon a repeated word stops counting, and how much a long field counts less: the usual values.
K1, B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows: a short reference, the texts by field, how much the whole counts."""

    ref: str
    texts: Texts
    boost: float = 1


def index_json(entries: Iterable[Entry]) -> bytes:
    """The index of the entries as JSON: the same bytes for the same entries in the same order."""
    builder = _Builder()
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


@functools.lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """People share skills, and so the aliases of them."""
    return tuple(words(text))


def _terms(field: str, texts: Iterable[str]) -> Iterator[str]:
    """Stems, and outside the long texts the words as well.

    A word that is still being typed is looked up by its beginning, and `cooperati` begins no
    stem (`cooper`). Names keep what are stop words elsewhere: May, Will.
    """
    for text in texts:
        for word in _words(text):
            if word in WORDS and field != "name":
                continue
            stemmed = stem(word)
            yield stemmed
            if stemmed != word and field not in LONG:
                yield word


class _Builder(Builder):  # type: ignore[misc]  # lunr has no types
    """lunr's builder, with the rarity of a term counted in documents.

    lunr adds up the documents of all fields, so that a term in about as many fields as there are
    documents weighs nothing: in a directory of cooperatives, `cooperative`.
    """

    document_count: int
    inverted_index: Mapping[str, Mapping[str, Any]]

    def _create_field_vectors(self) -> None:
        rarity = {term: self._rarity(posting) for term, posting in self.inverted_index.items()}
        self.field_vectors = {
            ref: self._vector(ref, frequencies, rarity)
            for ref, frequencies in self.field_term_frequencies.items()
        }

    def _vector(
        self, ref: str, frequencies: Mapping[str, int], rarity: Mapping[str, float]
    ) -> Vector:
        """BM25 of the terms of one field of one document, times the boosts of both."""
        found = FieldRef.from_string(ref)
        boost = self._fields[found.field_name].boost * self._documents[found.doc_ref]["boost"]
        length = self.field_lengths[ref] / (self.average_field_length[found.field_name] or 1)
        weights = {
            self.inverted_index[term]["_index"]: round(
                boost * rarity[term] * (K1 + 1) * count / (K1 * (1 - B + B * length) + count), 2
            )
            for term, count in frequencies.items()
        }
        return Vector([part for pair in sorted(weights.items()) for part in pair])

    def _rarity(self, posting: Mapping[str, Any]) -> float:
        holding = len({ref for field in BOOSTS for ref in posting[field]})
        return math.log(1 + (self.document_count - holding + 0.5) / (holding + 0.5))


def _empty(pipeline: Pipeline) -> Index:
    """The builder divides by the number of documents; a new directory has none."""
    return Index({}, {}, TokenSet(), list(BOOSTS), pipeline)
