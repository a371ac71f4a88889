"""The index of the search, in which those documents are not read again that are as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.kept.ledger import Anew, File, Filed, Ledger
from sitegen.kept.work import packed, unpacked
from sitegen.manifest import sum_of
from sitegen.search.columns import column_files
from sitegen.search.documents import Document, documents
from sitegen.search.entries import Kind
from sitegen.search.index import (
    document_path,
    document_raw,
    folder_of,
    held_texts,
    inverted_files,
    shown_texts,
)
from sitegen.search.inverter import Inverter
from sitegen.views.words import Words

FOLDERS = ("cards", "texts")
# The documents of an index, each with its number, and what was counted of them.
Kept = tuple[dict[Document, int], Inverter]


def indexed(words: Words, ledger: Anew) -> Filed:
    """The files of the index; what the next one may know is left with the ledger."""
    kept = _kept(ledger.index)
    places: Mapping[Document, int] = kept[0] if kept else {}
    inverter, kinds = Inverter(kept[1] if kept else None), Counter[Kind]()
    found = list[Sequence[File]]()
    for document in documents(words):
        kinds[document.kind] += 1
        held: Mapping[str, list[str]] | None = None

        def make(document: Document = document) -> tuple[bytes, bytes]:
            nonlocal held
            entry = document.entry(words)
            held = held_texts(entry.texts)
            return document_raw(entry.card), document_raw(shown_texts(held))

        found.append(ledger.files(_names(document), (), make))
        if held is None and document in places:
            inverter.again(places[document])
        else:
            inverter.add(held or held_texts(document.entry(words).texts))
    sums = ([_sum(files[at], ledger) for files in found] for at in range(len(FOLDERS)))
    folders = {name: folder_of(those) for name, those in zip(FOLDERS, sums, strict=True)}
    made: dict[str, File] = {**inverted_files(inverter, kinds, folders, column_files(words))}
    for number, files in enumerate(found):
        for name, file in zip(FOLDERS, files, strict=True):
            made[document_path(name, folders[name], number)] = file
    if isinstance(ledger, Ledger):
        numbered = {document: number for number, document in enumerate(documents(words))}
        ledger.counted = packed((numbered, inverter))
    return made


def _names(document: Document) -> list[str]:
    return [f"search/{name}/{document.kind}/{document.slug}" for name in FOLDERS]


def _sum(file: File, ledger: Anew) -> str:
    if isinstance(file, bytes):
        return sum_of(file)
    return ledger.digest(file.name) if file.raw is None else sum_of(file.raw)


def _kept(raw: memoryview | None) -> Kept | None:
    found = unpacked(raw)
    return found if isinstance(found, tuple) else None
