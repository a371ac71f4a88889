"""What was found for postings, brought up to date where few of the people have changed.

What is said of a pair hangs on the pair alone: those who have not changed keep their standing and
their reasons, those who have are judged among themselves, and the order is made of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from sitegen.matching.ranking import Found, Ranking, put_together
from sitegen.matching.results import Match
from sitegen.matching.score import Shown
from sitegen.workers import Alone, Crew

# What was found, and those of the changed who may be shown for it now.
Stale = tuple[Found, Shown]
# For fewer postings another process starts later than one is done.
WORTH_SHARING = 60
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Renewal:
    """Those who have changed, and a ranking of them; another of everybody who may be shown."""

    away: AbstractSet[str]
    changed: Ranking
    whole: Ranking

    def each(self, stale: Sequence[Stale], crew: Crew) -> dict[str, Found]:
        """What is found now, by the slug of each posting; a crew shares what is worth it."""
        if len(stale) < WORTH_SHARING:
            crew = Alone()
        cuts = [(start, start + AT_ONCE) for start in range(0, len(stale), AT_ONCE)]
        parts = dict(crew.each(_renewed, (self, stale), cuts))
        return {one.posting.slug: one for cut in cuts for one in parts[cut]}

    def of(self, before: Found, shown: Shown) -> Found:
        """What is found now for one posting."""
        lineup = self.changed.lineup(shown)
        others = self.changed.order(lineup)
        order = before.order.changed(before.posting.slug, self.away, others)
        told = {*chain.from_iterable(order.told)}
        said = {**before.said, **self.changed.said(lineup, told)}
        said |= self._came_up(before, told - said.keys())
        return replace(
            before,
            who=before.who - self.away | self.changed.slugs(shown),
            order=order,
            matches=put_together(before.posting, order, said, self.whole.roster),
        )

    def _came_up(self, before: Found, wanted: AbstractSet[str]) -> Mapping[str, Match]:
        """What is said of those who stood too far behind to be shown."""
        if not wanted:
            return {}
        lineup = self.whole.lineup(self.whole.shown(before.posting, before.brief))
        return self.whole.said(lineup, wanted)


def _renewed(given: tuple[Renewal, Sequence[Stale]], cut: tuple[int, int]) -> list[Found]:
    renewal, stale = given
    return [renewal.of(*one) for one in stale[slice(*cut)]]
