"""Directory → every file that the search page loads. Nothing else knows how search works."""

from __future__ import annotations

from sitegen.search.columns import column_files
from sitegen.search.documents import documents
from sitegen.search.index import index_files
from sitegen.search.records import record_files
from sitegen.views.words import Words


def search_files(words: Words) -> dict[str, bytes]:
    """The index and what results show, by output path; listed people and open assignments only."""
    columns = column_files(words)
    return index_files(documents(words), columns) | record_files(words)
