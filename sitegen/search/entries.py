"""What the index is made of: a person or an assignment as texts by field, and its card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["person", "dormant", "assignment"]
KINDS: tuple[Kind, ...] = ("person", "dormant", "assignment")

# Dormant people sink below whoever has the words in a field of the same weight.
DORMANT_BOOST = 0.25


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the index: its kind, its texts by field, and what its row in results shows."""

    kind: Kind
    texts: Mapping[str, Iterable[str]]
    card: Mapping[str, Any]
