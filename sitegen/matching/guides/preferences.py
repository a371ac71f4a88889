"""For each seeker the guides who may be proposed, best first, worked out only as far as asked.

Guides are looked up by passage (or topic) and by language, so that pairs without anything in
common cost nothing: O(S + G + P) for P pairs that share a passage or a near one and a language.
Of these only those that can still come first are compared in full.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sitegen.directory import Directory
from sitegen.matching.guides.compare import Pair
from sitegen.matching.guides.conflict import Outside
from sitegen.matching.guides.features import Guide, Seeker, bare
from sitegen.matching.guides.points import REST, TEXT
from sitegen.matching.guides.score import first_parts, more_parts, text_part
from sitegen.matching.guides.terms import Terms
from sitegen.matching.guides.texts import Texts
from sitegen.matching.results import Check
from sitegen.memo import Memo

# How much of a pair is counted; what is counted less far stands before its equals.
FIRST, ALIKE, WHOLE = range(3)


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

    def __init__(self, guides: tuple[Guide, ...], directory: Directory, memo: Memo) -> None:
        self.guides = guides
        self.terms = Terms(directory.vocabulary)
        self.texts = Texts(directory, memo)
        self.outside = Outside([guide.person for guide in guides])
        self._by_passage: dict[str, set[int]] = {}
        self._by_topic: dict[str, set[int]] = {}
        self._by_language: dict[str, set[int]] = {}
        for number, guide in enumerate(guides):
            for passage in guide.passed:
                self._by_passage.setdefault(passage, set()).add(number)
            for topic in guide.credits:
                self._by_topic.setdefault(topic, set()).add(number)
            for _, language, _ in guide.spoken:
                self._by_language.setdefault(language, set()).add(number)

    def worth_a_look(self, seeker: Seeker) -> Iterator[int]:
        """Places of guides with a passage that counts, or a topic of all, and with a language."""
        knowing = _union(self._by_passage, seeker.standings)
        if not seeker.passages:
            knowing |= _union(self._by_topic, self.terms.free(seeker.topics))
        speaking = _union(self._by_language, {bare(tag) for tag in seeker.spoken})
        for number in knowing & speaking:
            guide = self.guides[number]
            if guide.slug != seeker.slug and guide.slug not in seeker.met:
                yield number


def _union(groups: Mapping[str, set[int]], keys: Iterable[str]) -> set[int]:
    return set().union(*(groups.get(key, ()) for key in keys))


class Preferences:
    """A seeker's guides, best first; how they come out depends on the two of each pair alone.

    `left` is the room of each guide as it is now. It only ever gets less, so whoever has none when
    their turn comes is left out.
    """

    def __init__(self, seeker: Seeker, index: Index, left: Mapping[str, int]) -> None:
        self.seeker = seeker
        self._known: list[Fit] = []
        self._rest = _best_first(seeker, index, left)

    def __getitem__(self, place: int) -> Fit | None:
        """The guide at a place of the list, or None after its end."""
        while len(self._known) <= place:
            found = next(self._rest, None)
            if found is None:
                return None
            self._known.append(found)
        return self._known[place]


def _best_first(seeker: Seeker, index: Index, left: Mapping[str, int]) -> Iterator[Fit]:
    """Count in full only whom the first parts still let come first; the dearest part last."""
    inside = index.outside.perhaps_inside(seeker.person)
    counted: dict[int, dict[str, int]] = {}
    heap = [
        (-sum(parts.values()) - REST - TEXT, FIRST, "", number)
        for number in index.worth_a_look(seeker)
        if (parts := first_parts(Pair(seeker, index.guides[number], index.terms)))
    ]
    heapq.heapify(heap)
    while heap:
        _, stage, mark, number = heapq.heappop(heap)
        guide = index.guides[number]
        if left[guide.slug] < 1:
            counted.pop(number, None)
            continue
        pair = Pair(seeker, guide, index.terms)
        if stage == FIRST:
            # Counted again: to keep the parts of all pairs would take most of the memory.
            parts = counted[number] = first_parts(pair) | more_parts(pair)
            heapq.heappush(heap, (-sum(parts.values()) - TEXT, ALIKE, "", number))
        elif stage == ALIKE:
            parts = counted[number]
            parts |= text_part(pair, index.texts)
            mark = tie(seeker.slug, guide.slug)
            heapq.heappush(heap, (-sum(parts.values()), WHOLE, mark, number))
        else:
            judged = index.outside.judge(seeker.person, number, inside)
            if judged.state != "no":
                yield Fit(pair, counted.pop(number), judged, mark)
