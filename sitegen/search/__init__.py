"""Directory → what the search page loads. Nothing else knows how search works."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.search.cards import person_card, posting_card
from sitegen.search.entries import Entry, Kind
from sitegen.search.fields import person_texts, posting_texts
from sitegen.search.records import record_files
from sitegen.views.words import Words


def search_files(words: Words) -> dict[str, bytes]:
    """The index and what results show, by output path; listed people and open assignments only."""
    # Imported where they run: both load numpy, which takes a while.
    from sitegen.search.columns import column_files
    from sitegen.search.index import index_files

    columns = column_files(words)
    return index_files(documents(words), columns) | record_files(words)


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
