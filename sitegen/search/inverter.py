"""Texts → who has which term in which field, how long fields are, which words were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import numpy as np

from sitegen.search.fields import ALIASES, BOOSTS, SHARED
from sitegen.search.lengths import steps
from sitegen.search.numbers import Numbers
from sitegen.search.occurrences import Field, Numbered, Occurrences, OwnTexts, SharedTexts, Spelled
from sitegen.search.postings import Postings, postings
from sitegen.search.terms import is_common
from sitegen.search.words import is_unspaced


class Inverter:
    """Takes documents one by one, in the order of their numbers.

    One that was `kept` has counted documents before: it may then be asked for them again.
    """

    def __init__(self, kept: Inverter | None = None) -> None:
        self._kept = kept
        self._size = 0
        # The same numbers as those of the one that was kept.
        self._words: Spelled = kept._words if kept else Spelled()
        self._fields: dict[str, Field] = {
            name: (SharedTexts if name in SHARED else OwnTexts)(name, self._words)
            for name in BOOSTS
        }

    def __getstate__(self) -> Mapping[str, object]:
        return {**self.__dict__, "_kept": None}

    def add(self, texts: Mapping[str, Iterable[str]]) -> None:
        """Count one document."""
        for name, field in self._fields.items():
            field.add(texts[name])
        self._size += 1

    def again(self, document: int) -> None:
        """Count one that the kept one has under this number."""
        assert self._kept  # noqa: S101  # whoever asks has given it
        for name, field in self._fields.items():
            field.again(self._kept._fields[name], document)
        self._size += 1

    def trim(self) -> None:
        """Let go of words that no document has: somebody had them who is gone."""
        used = np.zeros(len(self._words), np.bool_)
        for field in self._fields.values():
            field.mark(used)
        places = np.flatnonzero(used)
        numbers = np.zeros(len(used), np.int64)
        numbers[places] = np.arange(len(places))
        self._words = self._words.only(places.tolist())
        for field in self._fields.values():
            field.renumber(self._words, numbers)

    def inverted(self) -> Inverted:
        """What was counted."""
        found = Inverted(self._words)
        for name, field in self._fields.items():
            found.add(name, field.occurrences(found.numbered, self._size), self._size)
        return found


class Inverted:
    """All documents by field: how long they are, who has which term, which words they wrote."""

    def __init__(self, words: Numbered) -> None:
        self.steps: dict[str, bytes] = {}
        self.numbered = Numbered()
        self._spelled = words
        self._postings = list[tuple[int, Postings]]()
        self._texts = list[tuple[Numbers, Numbers]]()
        self._written = list[Numbers]()

    def add(self, name: str, occurrences: Occurrences, size: int) -> None:
        """Count a field; they come in the order of the manifest.

        How many aliases there are, and how often they repeat a word, is the vocabulary's doing and
        not theirs who have them: they are there or not.
        """
        keys, written, words, terms = occurrences
        is_counted = name != ALIASES
        lengths = np.bincount(keys % size, minlength=size) if is_counted else np.ones(size, int)
        self.steps[name] = steps(lengths)
        texts = np.zeros(len(self.numbered), np.int64)
        for found in postings(keys, size, is_counted=is_counted):
            texts[found.terms] = found.documents
            self._postings.append((len(self.steps) - 1, found))
        self._texts.append((words, texts[terms]))
        self._written.append(written)

    def terms(self) -> Iterator[tuple[str, str]]:
        """Every term in the order of UTF-16 units, and its entry, as JSON, as the manifest says.

        Terms and signs hold nothing that JSON would escape.
        """
        spelled = sorted(self.numbered)
        ranks = np.empty(len(spelled), np.int64)
        ranks[[self.numbered[term] for term in spelled]] = np.arange(len(spelled))
        for rank, rows in groupby(self._rows(ranks), itemgetter(0)):
            written = f'["{spelled[rank]}"'
            for _, part, place in rows:
                field, found = self._postings[part]
                written += f',{field},"{found.gaps[place]}"'
                if often := found.often[place]:
                    written += f',"{often}"'
            yield spelled[rank], f"{written}]"

    def _rows(self, ranks: Numbers) -> Iterator[tuple[int, int, int]]:
        """(rank of a term, a part of the postings that has it, place there) in order."""
        by_part = [ranks[found.terms] for _, found in self._postings] or [ranks]
        sizes = list(map(len, by_part))
        found = np.concatenate(by_part)
        order = np.argsort(found, kind="stable")
        parts = np.repeat(np.arange(len(sizes)), sizes)[order]
        places = np.concatenate(list(map(np.arange, sizes)))[order]
        return zip(found[order].tolist(), parts.tolist(), places.tolist(), strict=True)

    def words(self) -> Iterator[tuple[str, int]]:
        """In order the words that somebody may have meant.

        With each, how many texts it finds: those that have it in whatever form.
        """
        counts = np.zeros(len(self._spelled), np.int64)
        for numbers, texts in self._texts:
            counts[numbers] += texts
        spelled, written = list(self._spelled), np.unique(np.concatenate(self._written))
        for word, count in sorted((spelled[place], int(counts[place])) for place in written):
            if not is_common(word) and not is_unspaced(word):
                yield word, count
