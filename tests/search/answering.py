"""Answers of the page's own script from the index of a few entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sitegen.search.entries import Entry
from sitegen.search.index import index_files
from tests.scripts import run_module

MODULE = Path(__file__).with_name("answering.js").read_text("utf-8")


def answers(entries: Iterable[Entry], asked: Iterable[str | tuple[str, Mapping[str, Any]]]) -> Any:
    """The answer to each text, or text and options; with what `matched` in each of its docs."""
    pairs = [(each, {}) if isinstance(each, str) else each for each in asked]
    files = {path: raw.decode() for path, raw in index_files(entries).items()}
    return run_module(MODULE, {"files": files, "asked": pairs})
