"""Directory → what the search page loads. Nothing else knows how search works."""

from __future__ import annotations

import json
import unicodedata

from sitegen.search.documents import documents, person_ref, posting_ref
from sitegen.search.fields import person_texts, posting_texts
from sitegen.search.index import Entry, index_json
from sitegen.search.records import record_files
from sitegen.views.words import Words

# Dormant people sink below whoever has the words in a field of the same weight.
DORMANT_BOOST = 0.25


def search_files(words: Words) -> dict[str, bytes]:
    """The index and what results show, by output path; listed people and open assignments only."""
    directory, translator = words.directory, words.t
    people = (
        Entry(
            person_ref(person),
            person_texts(person, directory, translator),
            DORMANT_BOOST if person.freshness == "dormant" else 1,
        )
        for person in directory.listed
    )
    postings = (
        Entry(posting_ref(posting), posting_texts(posting, directory, translator))
        for posting in directory.open_postings
    )
    shown = documents(words)
    text = json.dumps(shown, separators=(",", ":"), ensure_ascii=False)
    return {
        "search/index.json": index_json([*people, *postings]),
        "search/documents.json": unicodedata.normalize("NFC", text).encode(),
        **record_files(words),
    }
