"""Those who may be shown for a posting, in order, with what is said of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from sitegen.directory import Posting
from sitegen.matching.change import change_of
from sitegen.matching.conditions import NOTHING_PRIVATE
from sitegen.matching.eligible import Gate
from sitegen.matching.groups import Flags
from sitegen.matching.once import Once
from sitegen.matching.pair import pair_of
from sitegen.matching.pool import Pool, asked_words
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Match, PostingMatches, Standing
from sitegen.matching.score import Lineup, Shown, band_of, lineup_of, shown_for
from sitegen.matching.teams.composing import teams_of
from sitegen.matching.teams.roster import Roster
from sitegen.matching.text import Brief
from sitegen.overlay import PrivateFacts
from sitegen.workers import Alone, Crew

MOST_NEARLY = 3
# Nobody reads further, and reasons for everybody would fill the memory.
MOST_RANKED = 50


# Pairs of a person and a posting from which on a second process saves more than it costs.
WORTH_SHARING = 30_000
# Postings that a process takes at a time: few enough that all have work to the end.
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Order:
    """Who stands where for a posting, best first: the eligible, and who fails one condition."""

    eligible: tuple[Standing, ...]
    nearly: tuple[Standing, ...]

    def changed(self, assignment: str, away: AbstractSet[str], others: Order) -> Order:
        """The same without some people, and with others."""

        def together(ours: Iterable[Standing], theirs: Iterable[Standing]) -> list[Standing]:
            return [*(one for one in ours if one.profile not in away), *theirs]

        return Order.of(
            assignment,
            together(self.eligible, others.eligible),
            together(self.nearly, others.nearly),
        )

    @classmethod
    def of(cls, assignment: str, eligible: Iterable[Standing], nearly: Iterable[Standing]) -> Order:
        """Put them in order."""

        def key(one: Standing) -> tuple[int, int, int, str]:
            return one.rank(assignment)

        return cls(tuple(sorted(eligible, key=key)), tuple(sorted(nearly, key=key)))

    @property
    def told(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of whom something is said: the best of the eligible, and of the others."""
        first, near = self.eligible[:MOST_RANKED], self.nearly[:MOST_NEARLY]
        return tuple(one.profile for one in first), tuple(one.profile for one in near)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a posting that asks in these words: `who` may be shown, and how."""

    posting: Posting
    asked: tuple[str, ...]
    brief: Brief
    who: frozenset[str]
    order: Order
    matches: PostingMatches

    @property
    def said(self) -> Mapping[str, Match]:
        """What is said of each who is shown."""
        return {one.profile: one for one in (*self.matches.ranking, *self.matches.nearly)}


def found_by(ranking: Ranking, postings: Sequence[Posting], crew: Crew) -> dict[str, Found]:
    """What a ranking finds for each of these postings, by slug; a crew shares what is worth it."""
    if len(ranking.pool.people) * len(postings) < WORTH_SHARING:
        crew = Alone()
    cuts = [(start, start + AT_ONCE) for start in range(0, len(postings), AT_ONCE)]
    parts = dict(crew.each(_found, (ranking, postings), cuts))
    return {one.posting.slug: one for cut in cuts for one in parts[cut]}


def _found(given: tuple[Ranking, Sequence[Posting]], cut: tuple[int, int]) -> list[Found]:
    ranking, postings = given
    return [ranking.found(posting) for posting in postings[slice(*cut)]]


class Ranking:
    """Ranks the people of a pool for one posting after the other."""

    def __init__(self, pool: Pool, private: Mapping[str, PrivateFacts]) -> None:
        self.pool, self.private = pool, private
        self._gate, self.roster = Gate(pool.crowd, pool.directory, private), Roster(pool)
        self._once = Once()

    def found(self, posting: Posting) -> Found:
        """What is found for a posting."""
        asked = asked_words(posting, self.pool.vocabulary)
        brief = Brief.of(asked, self.pool.counts)
        shown = self.shown(posting, brief)
        lineup = self.lineup(shown)
        order = self.order(lineup)
        said = self.said(lineup, {*chain.from_iterable(order.told)})
        matches = put_together(posting, order, said, self.roster)
        return Found(posting, asked, brief, self.slugs(shown), order, matches)

    def shown(self, posting: Posting, brief: Brief, among: Collection[str] | None = None) -> Shown:
        """Whoever may be shown for a posting, of everybody or among some."""
        places = None if among is None else self.pool.places(among)
        return shown_for(posting, brief, self.pool, self._gate, places)

    def slugs(self, shown: Shown) -> frozenset[str]:
        """Who that is."""
        return frozenset(self.pool.people[place].slug for place in shown.who.tolist())

    def lineup(self, shown: Shown) -> Lineup:
        """What each of them brings."""
        return lineup_of(shown, self.pool, self._gate)

    def order(self, lineup: Lineup) -> Order:
        """Who of a lineup stands where."""
        required, missing = len(lineup.required), lineup.missing
        eligible = ~lineup.refused & lineup.bring_something
        nearly = lineup.refused & (missing * 2 <= required)
        scores, lacks = lineup.scores.tolist(), missing.tolist()

        def standings(chosen: Flags) -> Iterator[Standing]:
            for place in chosen.nonzero()[0].tolist():
                slug = self.pool.people[lineup.who[place]].slug
                yield Standing(slug, scores[place], lacks[place], lacks[place] == required)

        return Order.of(lineup.posting.slug, standings(eligible), standings(nearly))

    def said(self, lineup: Lineup, wanted: AbstractSet[str]) -> dict[str, Match]:
        """Put those of a lineup who are wanted into reasons, by slug."""
        limits, scores = self.pool.directory.site.matching.bands, lineup.scores
        found = {}
        for place, number in enumerate(lineup.who.tolist()):
            slug = self.pool.people[number].slug
            if slug not in wanted:
                continue
            pair = pair_of(lineup, place, self.pool, self.private.get(slug, NOTHING_PRIVATE))
            score, change = int(scores[place]), change_of(pair)
            found[slug] = Match(
                slug,
                lineup.posting.slug,
                score,
                band_of(score, pair.unlisted, limits),
                {name: int(points[place]) for name, points in lineup.parts.items()},
                self._once.checks(pair.checks.values()),
                self._once.reasons(strengths(pair)),
                self._once.reasons(gaps(pair)),
                int(lineup.missing[place]),
                change and self._once.reason(change),
                int(lineup.missing[place]) == len(lineup.required),
            )
        return found


def put_together(
    posting: Posting, order: Order, said: Mapping[str, Match], roster: Roster
) -> PostingMatches:
    """What is said of the first; whoever alone has a rare skill may stand behind: teams see all."""
    ranking, nearly = (tuple(said[slug] for slug in told) for told in order.told)
    return PostingMatches(ranking, nearly, teams_of(posting, order.eligible, roster))
