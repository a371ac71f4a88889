"""Directory → every file that the search page loads. Nothing else knows how search works."""

from __future__ import annotations

from sitegen.search.columns import column_files
from sitegen.search.documents import documents
from sitegen.search.index import index_files
from sitegen.search.records import record_files
from sitegen.unmade import made
from sitegen.views.words import Words


def search_files(words: Words) -> dict[str, bytes]:
    """The index and what results show, by output path; listed people and open assignments only."""
    entries = (document.entry(words) for document in documents(words))
    return index_files(entries, column_files(words)) | made(record_files(words))
