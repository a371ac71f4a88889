"""What the vocabulary says of passages, topics and sectors, turned the way it is asked here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from sitegen.vocabulary import Vocabulary

# Why a completed passage counts for a seeker, the nearest first. `same`: they are in it; `topic`:
# they name no passage, and a topic they seek is lived in it; `near`: the vocabulary calls it near
# to theirs; `any`: as `topic`, with a topic that belongs to every passage and is offered.
Standing = Literal["same", "topic", "near", "any"]


class Terms:
    """Relations between terms; near and close hold both ways, whichever of the two says so."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._near: dict[str, set[str]] = {passage: set() for passage in vocabulary.passages}
        for passage in vocabulary.passages.values():
            for other in passage.near:
                self._near[passage.id].add(other)
                self._near[other].add(passage.id)

    def is_lived(self, topic: str, passages: Collection[str]) -> bool:
        """Whether a topic is lived in one of these passages, or belongs to every passage."""
        lived_in = self.vocabulary.topics[topic].passages
        return not lived_in or any(passage in passages for passage in lived_in)

    def topics_of(self, passages: Iterable[str]) -> frozenset[str]:
        """The topics that belong to these passages and not to all."""
        wanted = {*passages}
        topics = self.vocabulary.topics.values()
        return frozenset(topic.id for topic in topics if wanted & {*topic.passages})

    def standings(
        self, passages: Collection[str], topics: Collection[str]
    ) -> Mapping[str, tuple[Standing, str]]:
        """Why each passage counts for somebody in these, or, in none, seeking these topics."""
        found: dict[str, tuple[Standing, str]] = {}
        for passage in passages:
            for near in sorted(self._near[passage]):
                found.setdefault(near, ("near", passage))
        found |= dict.fromkeys(passages, ("same", ""))
        if passages:
            return found
        lived_in = {p for topic in topics for p in self.vocabulary.topics[topic].passages}
        return dict.fromkeys(sorted(lived_in), ("topic", ""))

    def free(self, topics: Iterable[str]) -> frozenset[str]:
        """Those of the topics that belong to every passage."""
        return frozenset(t for t in topics if not self.vocabulary.topics[t].passages)

    def close_sectors(self, sectors: Iterable[str]) -> frozenset[str]:
        """The parents of these sectors and the sectors below them; two below one are not close."""
        wanted = {*sectors}
        above = {self.vocabulary.sectors[sector].parent for sector in wanted} - {None}
        below = (s.id for s in self.vocabulary.sectors.values() if s.parent in wanted)
        return frozenset({*(parent for parent in above if parent), *below})

    def neighbours(self, country: str | None) -> frozenset[str]:
        """The countries of the smallest region that holds a country."""
        region = self.home_region(country)
        return self.vocabulary.countries_in(region) if region else frozenset()

    def home_region(self, country: str | None) -> str | None:
        """The smallest region that holds a country."""
        regions = self.vocabulary.regions_of_country.get(country or "", ())
        return regions[0] if regions else None
