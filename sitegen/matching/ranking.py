"""Those who may be shown for a posting, in order, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.directory import Posting
from sitegen.matching.change import change_of
from sitegen.matching.conditions import NOTHING_PRIVATE
from sitegen.matching.eligible import Gate
from sitegen.matching.once import Once
from sitegen.matching.pair import pair_of
from sitegen.matching.pool import Pool, asked_words
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Match, PostingMatches, Standing, rank
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
class Found:
    """What was found for a posting that asks in these words: `who` may be shown, and how."""

    posting: Posting
    asked: tuple[str, ...]
    brief: Brief
    who: frozenset[str]
    matches: PostingMatches


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
        self._gate, self._roster = Gate(pool.crowd, pool.directory, private), Roster(pool)
        self._once = Once()

    def found(self, posting: Posting) -> Found:
        """What is found for a posting."""
        asked = asked_words(posting, self.pool.vocabulary)
        brief = Brief.of(asked, self.pool.counts)
        shown = self.shown(posting, brief)
        return Found(posting, asked, brief, self.slugs(shown), self.matches(shown))

    def shown(self, posting: Posting, brief: Brief) -> Shown:
        """Whoever may be shown for a posting."""
        return shown_for(posting, brief, self.pool, self._gate)

    def slugs(self, shown: Shown) -> frozenset[str]:
        """Who that is."""
        return frozenset(self.pool.people[place].slug for place in shown.who.tolist())

    def matches(self, shown: Shown) -> PostingMatches:
        """What is said of them."""
        lineup = lineup_of(shown, self.pool, self._gate)
        required, missing = len(lineup.required), lineup.missing
        eligible = ~lineup.refused & lineup.bring_something
        nearly = lineup.refused & (missing * 2 <= required)
        ranking = self._ordered(lineup, eligible.nonzero()[0].tolist())
        # Whoever alone has a rare skill may stand behind the fifty who are kept: teams see all.
        scores = lineup.scores
        standings = [
            Standing(self.pool.people[lineup.who[place]].slug, int(scores[place]))
            for place in ranking
        ]
        return PostingMatches(
            tuple(self._matches(lineup, ranking[:MOST_RANKED])),
            tuple(
                self._matches(
                    lineup, self._ordered(lineup, nearly.nonzero()[0].tolist())[:MOST_NEARLY]
                )
            ),
            teams_of(lineup.posting, standings, self._roster),
        )

    def _ordered(self, lineup: Lineup, places: Sequence[int]) -> list[int]:
        """These places of a lineup, best first."""
        scores, missing = lineup.scores.tolist(), lineup.missing.tolist()
        slug, people, who = lineup.posting.slug, self.pool.people, lineup.who.tolist()
        required = len(lineup.required)

        def key(place: int) -> tuple[int, int, int, str]:
            lacks = missing[place]
            name, only_text = people[who[place]].slug, lacks == required
            return rank(name, slug, scores[place], lacks, only_text=only_text)

        return sorted(places, key=key)

    def _matches(self, lineup: Lineup, places: Sequence[int]) -> Iterator[Match]:
        """Put those who are shown into reasons."""
        limits, scores = self.pool.directory.site.matching.bands, lineup.scores
        for place in places:
            slug = self.pool.people[lineup.who[place]].slug
            pair = pair_of(lineup, place, self.pool, self.private.get(slug, NOTHING_PRIVATE))
            score, change = int(scores[place]), change_of(pair)
            yield Match(
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
