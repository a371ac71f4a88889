"""Directory → the documents of the index, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.search.cards import person_card, posting_card
from sitegen.search.entries import Entry, Kind
from sitegen.search.texts import person_texts, posting_texts
from sitegen.views.words import Words


class Listed(NamedTuple):
    """Somebody listed or an open assignment: its kind and its slug."""

    kind: Kind
    slug: str

    def entry(self, words: Words) -> Entry:
        """What the index is made of."""
        directory, translator = words.directory, words.t
        if self.kind == "assignment":
            posting = directory.postings[self.slug]
            texts = posting_texts(posting, directory, translator)
            return Entry(self.kind, texts, posting_card(posting, words))
        person = directory.people[self.slug]
        texts = person_texts(person, directory, translator)
        return Entry(self.kind, texts, person_card(person, words))


def documents(words: Words) -> Iterator[Listed]:
    """People in the order of the list, the dormant last, then assignments by deadline."""
    directory = words.directory
    for person in directory.listed:
        yield Listed("dormant" if person.freshness == "dormant" else "person", person.slug)
    for posting in directory.open_postings:
        yield Listed("assignment", posting.slug)
