"""Directory → every file that the search page loads. Nothing else knows how search works."""

from __future__ import annotations

from functools import partial

from sitegen.search.columns import column_files
from sitegen.search.documents import documents
from sitegen.search.index import index_files
from sitegen.search.records import record_files
from sitegen.unmade import Unmade
from sitegen.views.words import Words


def search_files(words: Words) -> dict[str, Unmade]:
    """The index and what results show, by output path; listed people and open assignments only."""
    columns = column_files(words)
    index = index_files(documents(words), columns)
    return {path: Unmade(partial(bytes, raw)) for path, raw in index.items()} | record_files(words)
