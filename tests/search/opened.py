"""Reads the files of the search index back: what the page's script does, in Python."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any

from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.kept import Anew
from sitegen.matching import Matches
from sitegen.pages import words_for
from sitegen.parts import Making
from sitegen.search.manifest import LETTERS
from sitegen.search.numbers import SIGNS
from sitegen.search.records import record_files
from sitegen.search.words import words
from sitegen.stems import stem
from sitegen.unmade import made
from sitegen.urls import Urls

URLS = Urls("https://commonweave.example/directory/")


def search_of(found: Directory) -> Opened:
    """The search of a directory."""
    index = Making(Anew(found, Matches({})), URLS).files(("search", 0))
    return Opened({**index, **made(record_files(words_for(found, Translator(), URLS)))})


def read_numbers(text: str) -> list[int]:
    """The numbers that signs stand for."""
    numbers, high = [], 0
    for sign in map(SIGNS.index, text):
        if sign < 57:
            numbers.append(high * 57 + sign)
            high = 0
        else:
            high = high * 34 + sign - 57
    return numbers


class Opened:
    """The files of a search by path, and what stands in them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.manifest: Any = json.loads(files["search/manifest.json"])
        self.fields: list[str] = [name for name, _, _ in self.manifest["fields"]]

    def json(self, path: str) -> Any:
        """What a file below `search/` holds."""
        return json.loads(self.files[f"search/{path}.json"])

    @cached_property
    def blocks(self) -> Mapping[str, list[Any]]:
        """The blocks of terms by where they begin."""
        starts, _ = self.manifest["terms"]
        names = self.block_names
        return {s: self.json(f"terms/{n}") for s, n in zip(starts.split(), names, strict=True)}

    @property
    def block_names(self) -> list[str]:
        """The names of the blocks of terms."""
        names = self.manifest["terms"][1]
        return [names[start : start + LETTERS] for start in range(0, len(names), LETTERS)]

    @cached_property
    def postings(self) -> Mapping[str, Mapping[str, Mapping[int, int]]]:
        """By term and field how often a document has the term."""
        return {
            entry[0]: self._read(entry[1:]) for block in self.blocks.values() for entry in block
        }

    def _read(self, written: list[Any]) -> Mapping[str, Mapping[int, int]]:
        fields: dict[str, dict[int, int]] = {}
        for part in written:
            if isinstance(part, int):
                name = self.fields[part]
            elif name not in fields:
                documents = list(accumulate(read_numbers(part)))
                assert documents == sorted(set(documents))
                fields[name] = dict.fromkeys(documents, 1)
            else:
                pairs = read_numbers(part)
                for place, times in zip(accumulate(pairs[::2]), pairs[1::2], strict=True):
                    fields[name][documents[place]] = times + 2
        return fields

    def listed(self, name: str) -> list[Any]:
        """All of `words` or `vocabulary`, whatever the length."""
        lists = self.manifest[name].items()
        return [entry for length, key in lists for entry in self.json(f"{name}/{length}-{key}")]

    def documents(self, name: str) -> list[Any]:
        """All of `cards` or `texts`, in the order of the documents."""
        key, size = self.manifest[name]
        count = -(-sum(self.manifest["documents"].values()) // size)
        return [found for n in range(count) for found in self.json(f"{name}-{key}/{n}")]

    def found(self, typed: str) -> set[str]:
        """The slugs of the entries that have the one word that is typed."""
        (word,) = words(typed)
        held = [self.postings.get(term, {}) for term in {stem(word), word}]
        numbers = {
            number for fields in held for documents in fields.values() for number in documents
        }
        return {self.documents("cards")[number]["slug"] for number in numbers}
