"""What matching found before, and which of it holds after a change of few people.

What a posting gets hangs on the posting, on those who may be shown for it, and on what is counted
over everybody, in steps. So a posting is ranked again only where it is new, or has changed, or one
of its counts took a step, and only before those who may be shown for it. Where somebody who changed
is or was shown, what was found is renewed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.counts import Counts
from sitegen.matching.pool import Pool, asked_words, taking_part
from sitegen.matching.ranking import Found, Ranking, found_by
from sitegen.matching.reading import Texts, read_texts
from sitegen.matching.renewal import Renewal, Stale
from sitegen.matching.skills import Skills
from sitegen.matching.text import Brief
from sitegen.overlay import PrivateFacts
from sitegen.workers import Alone, Crew

# Where more have changed, all are read again: each is looked at with every later change.
MOST_CHANGED = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """A matching: everybody as they were last read, and what has changed since.

    `people` are those who took part last, `counts` what was counted over them.
    """

    ranking: Ranking
    people: Mapping[str, Person]
    counts: Counts
    found: Mapping[str, Found]

    @classmethod
    def of(cls, ranking: Ranking, found: Mapping[str, Found]) -> Kept:
        """Keep what was found before everybody."""
        people = {person.slug: person for person in ranking.pool.people}
        return cls(ranking, people, ranking.pool.counts, found)

    def again(
        self, directory: Directory, private: Mapping[str, PrivateFacts], crew: Crew
    ) -> Kept | None:
        """The matching of a directory that differs in few people; None where it differs in more."""
        before = self.ranking.pool.directory
        frame = (directory.today, directory.site, directory.vocabulary, private)
        if frame != (before.today, before.site, before.vocabulary, self.ranking.private):
            return None
        people = {person.slug: person for person in taking_part(directory)}
        moved = differing(self.people, people)
        change = _Change.of(self.ranking.pool, directory, people, moved)
        if change is None:
            return None
        rest = _Rest(self, change, directory, moved)
        return replace(self, people=people, counts=change.counts, found=rest.found(crew))


@dataclass(frozen=True, slots=True)
class _Change:
    """Those who are not as they were read, or were last: their slugs, and what they say now."""

    away: frozenset[str]
    people: tuple[Person, ...]
    texts: Texts
    counts: Counts

    @classmethod
    def of(
        cls, pool: Pool, directory: Directory, people: Mapping[str, Person], moved: frozenset[str]
    ) -> _Change | None:
        """What differs from those of a pool; None where it is too much, or counts unlike theirs."""
        # Whoever is again as they were read has changed since the last matching all the same.
        away = moved | differing({person.slug: person for person in pool.people}, people)
        if len(away) > MOST_CHANGED:
            return None
        now = tuple(people[slug] for slug in sorted(away & people.keys()))
        texts = read_texts(directory.vocabulary, now, Alone())
        before = pool.texts.at(pool.places(away))
        counts = pool.counts.changed(_counts(before, directory), _counts(texts, directory))
        # By another average every word says more or less of its page, and what weighs nothing even
        # after a step is not kept.
        stepped = steps(pool.counts, counts)
        if counts.average != pool.counts.average or not all(map(pool.counts.halvings, stepped)):
            return None
        return cls(away, now, texts, counts)


class _Rest:
    """Those postings that have to be ranked again, and before whom."""

    def __init__(
        self, kept: Kept, change: _Change, directory: Directory, moved: frozenset[str]
    ) -> None:
        self._kept, self._change, self._directory, self._moved = kept, change, directory, moved
        where = [place for place, one in enumerate(change.people) if one.slug in moved]
        self._moved_now = self._ranking(
            [change.people[place] for place in where], change.texts.at(np.array(where, np.int64))
        )

    def found(self, crew: Crew) -> dict[str, Found]:
        """What holds, and what is found now."""
        anew, stale, holds = list[Posting](), list[Stale](), dict[str, Found]()
        for posting in self._directory.open_postings:
            before = self._kept.found.get(posting.slug)
            if before is None or self._is_asked_anew(posting, before):
                anew.append(posting)
                continue
            shown = self._moved_now.shown(posting, before.brief)
            if len(shown.who) or not self._moved.isdisjoint(before.who):
                stale.append((before, shown))
            else:
                holds[posting.slug] = before
        return holds | self._ranked(anew, crew) | self._renewed(stale)

    def _ranked(self, postings: Sequence[Posting], crew: Crew) -> dict[str, Found]:
        """What is found for postings of which nothing is known that holds."""
        if not postings:
            return {}
        who = frozenset[str]().union(*map(self._shown, postings))
        return found_by(self._before(who), postings, crew)

    def _renewed(self, stale: Sequence[Stale]) -> dict[str, Found]:
        """What is found where somebody changed who was shown, or is now."""
        if not stale:
            return {}
        whole = self._before(frozenset[str]().union(*(before.who for before, _ in stale)))
        return Renewal(self._moved, self._moved_now, whole).each(stale)

    def _is_asked_anew(self, posting: Posting, before: Found) -> bool:
        """Whether another thing is asked, or it weighs more or less."""
        skills, counted = posting.assignment.skills, (self._kept.counts, self._change.counts)
        return (
            posting != before.posting
            or not self._stepped.isdisjoint(before.asked)
            or any(
                counted[0].need(need) != counted[1].need(need)
                for need in (*skills.required, *skills.desirable)
            )
        )

    @cached_property
    def _stepped(self) -> frozenset[str]:
        """Of the words that were asked for, also those nobody uses, which weigh more or less."""
        before, now = self._kept.counts, self._change.counts
        asked = frozenset[str]().union(*(found.asked for found in self._kept.found.values()))
        return frozenset(term for term in asked if before.weight(term) != now.weight(term))

    def _shown(self, posting: Posting) -> frozenset[str]:
        """Whoever of those who have not changed may be shown."""
        ranking = self._kept.ranking
        asked = asked_words(posting, self._directory.vocabulary)
        return ranking.slugs(ranking.shown(posting, Brief.of(asked, self._change.counts)))

    def _before(self, who: AbstractSet[str]) -> Ranking:
        """A ranking of these people and of those who changed."""
        pool, change = self._kept.ranking.pool, self._change
        where = pool.places(who - change.away)
        people = (*(pool.people[place] for place in where.tolist()), *change.people)
        return self._ranking(people, Texts.together([pool.texts.at(where), change.texts]))

    def _ranking(self, people: Sequence[Person], texts: Texts) -> Ranking:
        pool = Pool.of(self._directory, people, texts, self._change.counts)
        return Ranking(pool, self._kept.ranking.private)


def differing(before: Mapping[str, Person], now: Mapping[str, Person]) -> frozenset[str]:
    """The slugs of those who are not as before, have come or have left."""
    every = before.keys() | now.keys()
    return frozenset(slug for slug in every if before.get(slug) != now.get(slug))


def steps(before: Counts, now: Counts) -> frozenset[str]:
    """The stems that weigh more or less than before."""
    every = before.users.keys() | now.users.keys()
    if before.people == now.people:
        every = {term for term, _ in before.users.items() ^ now.users.items()}
    return frozenset(term for term in every if before.weight(term) != now.weight(term))


def _counts(texts: Texts, directory: Directory) -> Counts:
    return Counts.of(texts.pages, Skills.of(texts.voices, directory.vocabulary))
