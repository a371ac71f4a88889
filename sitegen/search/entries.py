"""What the index is made of: a person or an assignment as texts by field, and its card."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

from sitegen.compact import compact
from sitegen.search.fields import BOOSTS, SHOWN
from sitegen.search.inverter import Inverter

Kind = Literal["person", "dormant", "assignment"]

# Dormant people sink below whoever has the words in a field of the same weight.
DORMANT_BOOST = 0.25
# The folders of the files of single documents, in the order in which a document gives them.
FOLDERS = ("cards", "texts")

File = TypeVar("File", covariant=True)


class Document(Protocol[File]):
    """A document as the index takes it."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    def files(self) -> Sequence[File]:
        """Its own files, one in each of the folders."""

    def count(self, inverter: Inverter) -> None:
        """Have its words counted, after its files were given."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document: its kind, its texts by field, and what its row in results shows."""

    kind: Kind
    texts: Mapping[str, Iterable[str]]
    card: Mapping[str, Any]

    def files(self) -> Sequence[bytes]:
        """Its card, and what stands word for word on its page, each text with its field."""
        held = self._held()
        shown = [[field, text] for field in SHOWN for text in held[field]]
        return _raw(self.card), _raw(shown)

    def count(self, inverter: Inverter) -> None:
        """Have all its texts counted."""
        inverter.add(self._held())

    def _held(self) -> Mapping[str, list[str]]:
        """The texts without empty ones."""
        return {field: list(filter(None, self.texts[field])) for field in BOOSTS}


def _raw(value: object) -> bytes:
    """A list, though one document stands in each file."""
    return unicodedata.normalize("NFC", f"[{compact(value).decode()}]").encode()
