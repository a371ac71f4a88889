"""What was found for postings, brought up to date where few of the people have changed.

What is said of a pair hangs on the pair alone: those who have not changed keep their standing and
their reasons, those who have are judged among themselves, and the order is made of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from sitegen.matching.ranking import Found, Ranking, put_together
from sitegen.matching.results import Match
from sitegen.matching.score import Shown

# What was found, and those of the changed who may be shown for it now.
Stale = tuple[Found, Shown]


@dataclass(frozen=True, slots=True)
class Renewal:
    """Those who have changed, and a ranking of them; another of everybody who may be shown."""

    away: AbstractSet[str]
    changed: Ranking
    whole: Ranking

    def each(self, stale: Iterable[Stale]) -> dict[str, Found]:
        """What is found now, by the slug of each posting.

        One process does it: to send what is found takes as long as to find it.
        """
        return {before.posting.slug: self.of(before, shown) for before, shown in stale}

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
        shown = self.whole.shown(before.posting, before.brief, wanted)
        return self.whole.said(self.whole.lineup(shown), wanted)
