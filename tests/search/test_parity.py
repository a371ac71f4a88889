"""The index that is cut by term answers as the complete index of stock lunr.js."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.search.documents import documents
from sitegen.search.entries import Entry
from sitegen.search.index import index_files
from tests.conftest import sample_directory
from tests.scripts import run_module
from tests.search.opened import URLS
from tests.search.parity import entries, queries, tokens

QUERIES = 1000
# With 10,000 people lunr takes its time.
SECONDS = 1800
MODULE = Path(__file__).with_name("parity.js").read_text("utf-8")


def answers(found: list[Entry]) -> Any:
    """How many hits the queries have, and the queries with other answers than lunr.js gives."""
    files = index_files(found)
    manifest = json.loads(files["search/manifest.json"])
    vocabulary = sorted(
        term
        for length, name in manifest["vocabulary"].items()
        for term in json.loads(files[f"search/vocabulary/{length}-{name}.json"])
    )
    data = {
        "files": {path: raw.decode() for path, raw in files.items() if "/texts-" not in path},
        "documents": [(tokens(entry), entry.kind == "dormant") for entry in found],
        "vocabulary": vocabulary,
        "queries": list(queries(vocabulary, QUERIES)),
    }
    return run_module(MODULE, data, seconds=SECONDS)


def sample_entries() -> list[Entry]:
    words = words_for(sample_directory(), Translator(), URLS)
    return [document.entry(words) for document in documents(words)]


@pytest.mark.parametrize(
    "people",
    [
        pytest.param(sample_entries, id="the sample, some 60 people"),
        pytest.param(lambda: entries(1000, 0.1), id="1,000 people", marks=pytest.mark.slow),
        pytest.param(lambda: entries(10_000, 0.1), id="10,000 people", marks=pytest.mark.slow),
    ],
)
def test_a_thousand_queries_find_what_lunr_finds(people: Callable[[], list[Entry]]) -> None:
    found = answers(people())
    assert found["differing"] == []
    assert found["hits"] > 10 * QUERIES
    assert found["empty"] < QUERIES / 4
