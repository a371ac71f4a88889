"""For each seeker the guides who may be proposed, best first, worked out only as far as asked.

Guides are looked up by passage (or topic) and by language, so that pairs without anything in
common cost nothing: O(S + G + P) for P pairs that share a passage or a near one and a language.
Of these only those that can still come first are compared in full.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sitegen.directory import Directory
from sitegen.matching.guides.compare import Pair, Terms
from sitegen.matching.guides.conflict import conflict
from sitegen.matching.guides.people import Guide, Seeker
from sitegen.matching.guides.score import DEAR, cheap_parts, parts_of
from sitegen.matching.results import Check


def tie(seeker: str, guide: str) -> str:
    """What decides between equal points, the same from both sides: never the alphabet."""
    return sha256(f"{seeker}\n{guide}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Fit:
    """A pair that meets every hard condition, with its points and what decides between equals."""

    pair: Pair
    parts: Mapping[str, int]
    conflict: Check
    tie: str

    @property
    def guide(self) -> str:
        """Who is proposed."""
        return self.pair.guide.slug

    @property
    def rank(self) -> tuple[int, str]:
        """Sort key, best first; the same for both sides, so no two pairs are ever equal."""
        return -sum(self.parts.values()), self.tie


class Index:
    """The guides by what makes them worth a look."""

    def __init__(self, guides: tuple[Guide, ...], terms: Terms) -> None:
        self.guides = guides
        self.terms = terms
        self._by_passage: dict[str, set[int]] = {}
        self._by_topic: dict[str, set[int]] = {}
        self._by_language: dict[str, set[int]] = {}
        for number, guide in enumerate(guides):
            for passage in guide.passed:
                self._by_passage.setdefault(passage, set()).add(number)
            for topic in guide.offers | guide.privately:
                self._by_topic.setdefault(topic, set()).add(number)
            for tag in guide.about.spoken:
                self._by_language.setdefault(_bare(tag), set()).add(number)

    def worth_a_look(self, seeker: Seeker) -> Iterator[Guide]:
        """Guides who share a passage, or a topic where no passage is stated, and a language."""
        speaking = _union(self._by_language, {_bare(tag) for tag in seeker.about.spoken})
        if seeker.passages:
            near = (n for passage in seeker.passages for n in self.terms.near.get(passage, ()))
            knowing = _union(self._by_passage, {*seeker.passages, *near})
        else:
            asked = {p for topic in seeker.topics for p in self.terms.lived_in(topic)}
            knowing = _union(self._by_passage, asked) | _union(self._by_topic, seeker.topics)
        for number in knowing & speaking:
            guide = self.guides[number]
            if guide.slug != seeker.slug and guide.slug not in seeker.met:
                yield guide


def _union(groups: Mapping[str, set[int]], keys: set[str] | frozenset[str]) -> set[int]:
    return set().union(*(groups.get(key, ()) for key in keys))


def _bare(tag: str) -> str:
    return tag.split("-")[0]


class Preferences:
    """A seeker's guides, best first; how they come out depends on the two of each pair alone."""

    def __init__(self, seeker: Seeker, index: Index, directory: Directory) -> None:
        self.seeker = seeker
        self._known: list[Fit] = []
        self._rest = _best_first(seeker, index, directory)

    def __getitem__(self, place: int) -> Fit | None:
        """The guide at a place of the list, or None after its end."""
        while len(self._known) <= place:
            found = next(self._rest, None)
            if found is None:
                return None
            self._known.append(found)
        return self._known[place]


def _best_first(seeker: Seeker, index: Index, directory: Directory) -> Iterator[Fit]:
    """Compare in full only whom the cheap parts still let come first."""
    waiting: list[tuple[int, int, str, Pair, Fit | None]] = []
    for guide in index.worth_a_look(seeker):
        pair = Pair(seeker, guide, index.terms, directory)
        if pair.languages and pair.lived:
            most = sum(cheap_parts(pair).values()) + DEAR
            waiting.append((-most, 0, tie(seeker.slug, guide.slug), pair, None))
    heapq.heapify(waiting)
    while waiting:
        _, _, mark, pair, fit = heapq.heappop(waiting)
        if fit is not None:
            yield fit
            continue
        judged = conflict(seeker, pair.guide)
        if judged.state != "no":
            fit = Fit(pair, parts_of(pair), judged, mark)
            heapq.heappush(waiting, (fit.rank[0], 1, mark, pair, fit))
