"""One seeker beside one guide: what they have in common, before any points are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sitegen.i18n import CEFR
from sitegen.matching.guides.features import Guide, Passed, Seeker, bare
from sitegen.matching.guides.terms import Standing, Terms

# The nearest standing alone counts, in this order.
STANDINGS: tuple[Standing, ...] = ("same", "topic", "near", "any")


@dataclass(frozen=True, slots=True)
class Lived:
    """A passage the guide completed, why it counts, and which of the seeker's it is near to."""

    passed: Passed
    standing: Standing
    other: str = ""


@dataclass(frozen=True)
class Pair:
    """A seeker and a guide; everything in it stands in one of their files."""

    seeker: Seeker
    guide: Guide
    terms: Terms

    @cached_property
    def lived(self) -> tuple[Lived, ...]:
        """What the guide completed that counts here: the nearest standing alone."""
        standings, done = self.seeker.standings, self.guide.passed
        known = {standings[passage][0] for passage in done if passage in standings}
        if not known:
            return tuple(self._any())
        nearest = min(known, key=STANDINGS.index)
        found = tuple(
            Lived(passed, nearest, standings[passage][1])
            for passage in done
            if passage in standings and standings[passage][0] == nearest
            for passed in done[passage]
        )
        return self._offered(found) or found if nearest == "topic" else found

    def _offered(self, found: tuple[Lived, ...]) -> tuple[Lived, ...]:
        """Of passages that topics sought are lived in, those of topics that are offered too."""
        return tuple(
            lived
            for lived in found
            if any(
                lived.passed.transition.passage in self.terms.vocabulary.topics[topic].passages
                for topic in self.topics
            )
        )

    def _any(self) -> Iterator[Lived]:
        if not self.seeker.passages and self.terms.free(self.topics):
            for found in self.guide.passed.values():
                yield from (Lived(passed, "any") for passed in found)

    @property
    def topics(self) -> frozenset[str]:
        """The topics sought that the guide talks about."""
        return self.seeker.sought & self.guide.credits.keys()

    @property
    def languages(self) -> tuple[tuple[int, int, str], ...]:
        """Languages both speak, best first: the lower rank, the seeker's, the guide's tag."""
        found = (
            (min(rank, level), rank, tag)
            for tag, _, level in self.guide.spoken
            for other, rank in self.seeker.spoken.items()
            if _serves(tag, other)
        )
        return tuple(sorted(found, key=lambda one: (-one[0], -one[1], one[2])))

    @property
    def sectors(self) -> tuple[str, ...]:
        """Sectors of both profiles, in the guide's order."""
        mine = self.seeker.sectors
        return tuple(s for s in self.guide.person.profile.sectors if s in mine)

    @property
    def close_sectors(self) -> tuple[str, str] | None:
        """A sector of the guide's and one of the seeker's, of which one is the other's parent."""
        parents = self.terms.vocabulary.sector_with_parent
        for sector in self.guide.person.profile.sectors:
            for other in self.seeker.person.profile.sectors:
                if sector != other and (sector in parents(other) or other in parents(sector)):
                    return sector, other
        return None

    @property
    def silos(self) -> tuple[str, ...]:
        """Worlds in which both have worked for two years at least, the seeker's longest first."""
        return tuple(silo for silo in self.seeker.worlds if silo in self.guide.worlds)


def _serves(one: str, other: str) -> bool:
    """`pt` and `pt-BR` serve each other; `zh-Hans` and `zh-Hant` do not."""
    return one == other or one == bare(other) or other == bare(one)


def is_comfortable(rank: int) -> bool:
    """From B2 on a talk needs no patience on either side."""
    return rank >= CEFR.index("B2")
