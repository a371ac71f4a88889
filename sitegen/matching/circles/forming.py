"""Who is proposed for which circle: the largest first, and nobody for two.

A bucket is a passage, a language and an hour; in it stand the guides and the seekers who could
meet there. The best circle of all buckets is taken, its people leave, and so on. A bucket only ever
loses people, so one that was judged before is judged again only when it comes first.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sitegen.directory import Person
from sitegen.matching.circles.hours import effort, hours_of
from sitegen.matching.guides.conflict import Outside
from sitegen.matching.guides.features import Guide, Seeker, bare
from sitegen.matching.guides.people import Both
from sitegen.matching.guides.terms import Terms

# With the guide three to six people: fewer are no circle, in more somebody stays silent.
FEWEST, MOST = 2, 5
Bucket = tuple[str, str, int]
Rank = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Circle:
    """A guide and seekers of one passage, who share a language; `hours` are of UTC, all they share.

    `is_near` when the guide has been through something near to the passage only.
    """

    passage: str
    language: str
    hours: tuple[int, ...]
    guide: Guide
    seekers: tuple[Seeker, ...]
    is_near: bool

    @property
    def slugs(self) -> tuple[str, ...]:
        """Who is in it, the guide first."""
        return (self.guide.slug, *(seeker.slug for seeker in self.seekers))


def circles(sides: Both, terms: Terms, day: date) -> tuple[Circle, ...]:
    """The circles proposed, in the order in which they were found; the same for every order."""
    table, found = _Table(sides, terms, day), list[Circle]()
    # Who leaves may have stood between others: then one more circle is possible after the last.
    while made := _largest_first(table):
        found += made
    return tuple(found)


def _largest_first(table: _Table) -> list[Circle]:
    heap = [(rank, bucket) for bucket in table.buckets() if (rank := table.best(bucket)[0])]
    heapq.heapify(heap)
    found = []
    while heap:
        known, bucket = heapq.heappop(heap)
        rank, circle = table.best(bucket)
        if circle is None or rank is None:
            continue
        if rank == known:
            found.append(circle)
            table.free -= {*circle.slugs}
        heapq.heappush(heap, (rank, bucket))
    return found


def passages_of(seeker: Seeker) -> tuple[str, ...]:
    """The passages somebody is in or prepares; where they name none, those of what they seek."""
    lived = (p for p, (standing, _) in seeker.standings.items() if standing == "topic")
    return seeker.passages or tuple(lived)


def zone_of(person: Person) -> str:
    """The time zone in somebody's file; empty where it is not stated."""
    return person.profile.based_in.timezone or ""


def order(passage: str, slug: str) -> str:
    """What decides between equals: never the alphabet."""
    return sha256(f"{passage}\n{slug}".encode()).hexdigest()


class _Table:
    """Everybody by where they could meet; `free` are those who are in no circle yet."""

    def __init__(self, sides: Both, terms: Terms, day: date) -> None:
        self.day = day
        self.seekers = {s.slug: s for s in sides.seekers if zone_of(s.person)}
        self.guides = {g.slug: g for g in sides.guides if zone_of(g.person)}
        self.free = {*self.seekers, *self.guides}
        people = {slug: one.person for slug, one in self.seekers.items()}
        people |= {slug: one.person for slug, one in self.guides.items()}
        self.hours = {slug: hours_of(zone_of(p), day) for slug, p in people.items()}
        self.ties = _ties(people)
        self.near = {p: terms.standings([p], ()) for p in terms.vocabulary.passages}
        self._asking: dict[Bucket, list[str]] = {}
        for slug, seeker in self.seekers.items():
            self._place(slug, passages_of(seeker), seeker.spoken, self._asking)
        self._guiding: dict[Bucket, list[str]] = {}
        for slug, guide in self.guides.items():
            knows = [
                p for p, known in self.near.items() if not guide.passed.keys().isdisjoint(known)
            ]
            self._place(slug, knows, (language for _, language, _ in guide.spoken), self._guiding)

    def _place(
        self,
        slug: str,
        passages: Iterable[str],
        languages: Iterable[str],
        into: dict[Bucket, list[str]],
    ) -> None:
        spoken = {bare(tag) for tag in languages}
        for passage in passages:
            for language in spoken:
                for hour in self.hours[slug]:
                    into.setdefault((passage, language, hour), []).append(slug)

    def buckets(self) -> Iterator[Bucket]:
        """Those in which a circle is possible."""
        for bucket, asking in self._asking.items():
            if len(asking) >= FEWEST and bucket in self._guiding:
                yield bucket

    def best(self, bucket: Bucket) -> tuple[Rank | None, Circle | None]:
        """The best circle of a bucket among those who are free, with its rank, smallest first."""
        passage, language, hour = bucket
        asking = [s for s in self._asking[bucket] if s in self.free]
        guiding = [g for g in self._guiding[bucket] if g in self.free]
        found: tuple[Rank | None, Circle | None] = None, None
        if len(asking) < FEWEST:
            return found
        asking.sort(key=lambda slug: order(passage, slug))
        for slug in guiding:
            chosen = self._with(slug, asking, others=len(guiding) > 1)
            if len(chosen) < FEWEST:
                continue
            is_near = passage not in self.guides[slug].passed
            zones = [zone_of(self.guides[slug].person)]
            zones += [zone_of(self.seekers[one].person) for one in chosen]
            rank = (-len(chosen), int(is_near), effort(zones, hour, self.day), order(passage, slug))
            if found[0] is None or rank < found[0]:
                found = rank, self._circle(passage, language, slug, chosen, is_near)
        return found

    def _with(self, guide: str, asking: Sequence[str], *, others: bool) -> list[str]:
        """Who of those asking may sit with a guide and with each other, in their order."""
        chosen: list[str] = []
        for slug in asking:
            tied = self.ties.get(slug, frozenset())
            may = slug != guide and guide not in self.seekers[slug].met
            if may and tied.isdisjoint((guide, *chosen)):
                chosen.append(slug)
        left = len(chosen) - MOST
        # Who would be left alone can still be two with another guide.
        most = MOST - (FEWEST - left) if others and 0 < left < FEWEST else MOST
        return chosen[:most]

    def _circle(
        self, passage: str, language: str, guide: str, chosen: Sequence[str], is_near: bool
    ) -> Circle:
        shared = frozenset[int].intersection(*(self.hours[slug] for slug in (guide, *chosen)))
        seekers = tuple(self.seekers[slug] for slug in chosen)
        return Circle(
            passage, language, tuple(sorted(shared)), self.guides[guide], seekers, is_near
        )


def _ties(people: Mapping[str, Person]) -> Mapping[str, frozenset[str]]:
    """For each the others with whom they share an organisation, or may do so."""
    slugs = sorted(people)
    outside = Outside([people[slug] for slug in slugs])
    found: dict[str, set[str]] = {slug: set() for slug in slugs}
    for slug in slugs:
        inside = outside.perhaps_inside(people[slug])
        for place in inside:
            if outside.judge(people[slug], place, inside).state != "yes":
                found[slug].add(slugs[place])
                found[slugs[place]].add(slug)
    return {slug: frozenset(others) for slug, others in found.items()}
