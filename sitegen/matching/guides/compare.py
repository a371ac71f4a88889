"""One seeker beside one guide: what they have in common, before any points are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sitegen.directory import Directory
from sitegen.i18n import CEFR
from sitegen.matching.guides.people import Guide, Passed, Seeker
from sitegen.models.profile import Venture
from sitegen.terms import fold_words
from sitegen.vocabulary import Vocabulary

Standing = Literal["same", "near", "topic", "any"]
SILO_YEARS = 2


@dataclass(frozen=True, slots=True)
class Lived:
    """A passage the guide completed, and why it counts for the seeker.

    `same`: the seeker is in it; `near`: the vocabulary calls it near to `other`, which the seeker
    is in; `topic`: the seeker names no passage, and it is one that a topic sought is lived in;
    `any`: as `topic`, with one that belongs to every passage and that the guide offers.
    """

    passed: Passed
    standing: Standing
    other: str = ""


class Terms:
    """What the vocabulary says of passages and topics, turned the way it is asked here."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        near: dict[str, set[str]] = {passage: set() for passage in vocabulary.passages}
        for passage in vocabulary.passages.values():
            for other in passage.near:
                near[passage.id].add(other)
                near.setdefault(other, set()).add(passage.id)
        # Near holds both ways, whichever of the two says so.
        self.near: Mapping[str, tuple[str, ...]] = {p: tuple(sorted(n)) for p, n in near.items()}

    def lived_in(self, topic: str) -> tuple[str, ...]:
        """The passages that a topic is lived in; empty for one that belongs to every passage."""
        return self.vocabulary.topics[topic].passages

    def topics_of(self, passages: Iterable[str]) -> frozenset[str]:
        """The topics that belong to these passages and not to all."""
        wanted = {*passages}
        topics = self.vocabulary.topics.values()
        return frozenset(topic.id for topic in topics if wanted & {*topic.passages})


@dataclass(frozen=True)
class Pair:
    """A seeker and a guide; everything in it stands in one of their files."""

    seeker: Seeker
    guide: Guide
    terms: Terms
    directory: Directory

    @cached_property
    def lived(self) -> tuple[Lived, ...]:
        """What the guide completed that counts here: the nearest standing alone."""
        found = tuple(self._same()) or tuple(self._near())
        if found or self.seeker.passages:
            return found
        in_common = self.seeker.topics & (self.guide.offers | self.guide.privately)
        return (
            tuple(self._by_topic(in_common))
            or tuple(self._by_topic(self.seeker.topics))
            or (tuple(self._any()) if any(not self.terms.lived_in(t) for t in in_common) else ())
        )

    def _same(self) -> Iterator[Lived]:
        for passage in self.seeker.passages:
            for passed in self.guide.passed.get(passage, ()):
                yield Lived(passed, "same")

    def _near(self) -> Iterator[Lived]:
        for passage in self.seeker.passages:
            for near in self.terms.near.get(passage, ()):
                for passed in self.guide.passed.get(near, ()):
                    yield Lived(passed, "near", passage)

    def _by_topic(self, topics: Iterable[str]) -> Iterator[Lived]:
        asked = {passage for topic in topics for passage in self.terms.lived_in(topic)}
        for passage, found in self.guide.passed.items():
            if passage in asked:
                yield from (Lived(passed, "topic") for passed in found)

    def _any(self) -> Iterator[Lived]:
        for found in self.guide.passed.values():
            yield from (Lived(passed, "any") for passed in found)

    @cached_property
    def sought(self) -> frozenset[str]:
        """The topics sought; of somebody who names none, those that belong to their passages."""
        return self.seeker.topics or self.terms.topics_of(self.seeker.passages)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The topics sought that the guide talks about."""
        return self.sought & (self.guide.offers | self.guide.privately)

    def has_lived(self, topic: str) -> bool:
        """Whether the guide has been through a passage that the topic is lived in."""
        passages = self.terms.lived_in(topic)
        return not passages or any(passage in self.guide.passed for passage in passages)

    @cached_property
    def languages(self) -> tuple[tuple[int, int, str], ...]:
        """Languages both speak: the lower of the two ranks, the seeker's, the guide's tag."""
        found = []
        for tag, rank in self.seeker.about.spoken.items():
            for other, level in self.guide.about.spoken.items():
                if _serves(tag, other):
                    found.append((min(rank, level), rank, other))
        return tuple(sorted(found, key=lambda one: (-one[0], -one[1], one[2])))

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """Sectors of both profiles, in the guide's order."""
        mine = self.seeker.about.sectors
        return tuple(s for s in self.guide.about.person.profile.sectors if s in mine)

    @cached_property
    def close_sectors(self) -> tuple[str, str] | None:
        """A sector of the guide's and one of the seeker's, of which one is the other's parent.

        Two below one parent may have nothing in common, and are not said to be close.
        """
        parents = self.terms.vocabulary.sector_with_parent
        for sector in self.guide.about.person.profile.sectors:
            for other in self.seeker.about.person.profile.sectors:
                if sector in parents(other) or other in parents(sector):
                    return sector, other
        return None

    @cached_property
    def silos(self) -> tuple[str, ...]:
        """Worlds in which both have worked for two years at least, the seeker's longest first."""
        mine = self.seeker.about.person.profile.silos
        theirs = self.guide.about.person.profile.silos
        found = [s for s in mine if min(mine[s] or 0, theirs.get(s) or 0) >= SILO_YEARS]
        return tuple(sorted(found, key=lambda silo: -(mine[silo] or 0)))


def _serves(one: str, other: str) -> bool:
    """`pt` and `pt-BR` serve each other; `zh-Hans` and `zh-Hant` do not."""
    return one == other or one == other.split("-")[0] or other == one.split("-")[0]


def years_of(venture: Venture, now: int) -> int:
    """Years in the leading role, up to now for somebody who still has it."""
    return max(0, (now if venture.end is None else venture.end) - venture.start)


def role_words(venture: Venture) -> frozenset[str]:
    """The words of a role, to be compared with another: the order says nothing."""
    return frozenset(fold_words(venture.role).split()) - {"and"}


def is_comfortable(rank: int) -> bool:
    """From B2 on a talk needs no patience on either side."""
    return rank >= CEFR.index("B2")
