"""Directory → the documents of the index, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.search.cards import person_card, posting_card
from sitegen.search.entries import Entry, Kind
from sitegen.search.texts import person_texts, posting_texts
from sitegen.views.words import Words


def documents(words: Words) -> Iterator[Entry]:
    """People in the order of the list, the dormant last, then assignments by deadline."""
    directory, translator = words.directory, words.t
    for person in directory.listed:
        kind: Kind = "dormant" if person.freshness == "dormant" else "person"
        texts = person_texts(person, directory, translator)
        yield Entry(kind, texts, person_card(person, words))
    for posting in directory.open_postings:
        texts = posting_texts(posting, directory, translator)
        yield Entry("assignment", texts, posting_card(posting, words))
