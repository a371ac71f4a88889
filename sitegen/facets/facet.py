"""What a facet is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sitegen.directory import Person, Posting
from sitegen.i18n import Translator
from sitegen.vocabulary import Vocabulary

# Ids of values, each with its level: a place in the facet's `levels` from 1, or 0 without levels.
Held: TypeAlias = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Facet:
    """A way of finding: what it is called, who has which values, and how its pages are laid out.

    `key` is its name in the address of a search, `collection` the folder of its pages. Values in
    `order` stand first, the rest by label; `about` says a line of one. `levels` are the names of
    levels, lowest first, `least` those that can be asked for. Who has the value `whole` has all the
    others too. A value stands below its `parent`, which is one of the facet `under`. `across` is
    the facet that tells the people on one of its pages apart, `find` the label of the box that
    narrows a long list of its values. Where the label alone does not say how people hold a value,
    `told` does before one (“Lives or has worked in: Kenya”) and `here` on its page. Without
    `of_posting` it says nothing about assignments, and never hides one.
    """

    key: str
    collection: str
    label: str
    lede: str
    of_person: Callable[[Person, Vocabulary], Held]
    of_posting: Callable[[Posting, Vocabulary], Held] | None
    value_label: Callable[[str, Vocabulary, Translator], str]
    order: Callable[[Vocabulary], Iterable[str]] | None = None
    about: Callable[[str, Vocabulary], str] | None = None
    levels: tuple[str, ...] = ()
    least: tuple[str, ...] = ()
    under: str = ""
    parent: Callable[[str, Vocabulary], str | None] | None = None
    across: str = ""
    whole: str = ""
    find: str = ""
    told: str = ""
    here: str = ""

    def column(self, value: str, vocabulary: Vocabulary) -> str:
        """The name of the values that a search fetches together: skills go by family."""
        if self.parent is None or self.under == self.key:
            return self.key
        return f"{self.key}-{self.parent(value, vocabulary)}"
