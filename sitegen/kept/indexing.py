"""The index of the search, in which those documents are not read again that are as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.kept.ledger import Anew, File, Filed, Ledger
from sitegen.kept.work import packed, unpacked
from sitegen.manifest import sum_of
from sitegen.search.columns import column_files
from sitegen.search.documents import Listed, documents
from sitegen.search.entries import FOLDERS, Entry, Kind
from sitegen.search.index import index_files
from sitegen.search.inverter import Inverter
from sitegen.views.words import Words


def indexed(words: Words, ledger: Anew) -> Filed:
    """The files of the index; what the next one may know is left with the ledger."""
    places, kept = _kept(ledger.index)
    listed, inverter = [*documents(words)], Inverter(kept)
    found = (_Document(one, words, ledger, places.get(one)) for one in listed)
    files = index_files(found, column_files(words), inverter, lambda file: _sum(file, ledger))
    if isinstance(ledger, Ledger):
        inverter.trim()
        numbered = {one: number for number, one in enumerate(listed)}
        ledger.counted = packed((numbered, inverter))
    return files


class _Document:
    """A document that may stand; `place` is its number in the index that was kept."""

    def __init__(self, listed: Listed, words: Words, ledger: Anew, place: int | None) -> None:
        self._listed, self._words, self._ledger, self._place = listed, words, ledger, place
        self._entry: Entry | None = None

    @property
    def kind(self) -> Kind:
        return self._listed.kind

    def files(self) -> Sequence[File]:
        names = [f"search/{name}/{self.kind}/{self._listed.slug}" for name in FOLDERS]
        return self._ledger.files(names, (), lambda: self._read().files())

    def count(self, inverter: Inverter) -> None:
        if self._entry is None and self._place is not None:
            inverter.again(self._place)
        else:
            (self._entry or self._read()).count(inverter)

    def _read(self) -> Entry:
        self._entry = self._listed.entry(self._words)
        return self._entry


def _sum(file: File, ledger: Anew) -> str:
    if isinstance(file, bytes):
        return sum_of(file)
    return ledger.digest(file.name) if file.raw is None else sum_of(file.raw)


def _kept(raw: bytes | None) -> tuple[Mapping[Listed, int], Inverter | None]:
    """The documents of the last index, each with its number, and what was counted of them."""
    found = unpacked(raw)
    return found if isinstance(found, tuple) else ({}, None)
