"""Everybody before every open posting: conditions first, then points, then an order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sitegen.directory import Directory, Posting
from sitegen.matching.change import change_of
from sitegen.matching.conditions import NOTHING_PRIVATE
from sitegen.matching.eligible import Gate
from sitegen.matching.exposure import spread
from sitegen.matching.once import Once
from sitegen.matching.pair import pair_of
from sitegen.matching.pool import Pool, pool_of
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Match, Matches, PostingMatches, Standing, rank
from sitegen.matching.score import Lineup, band_of, lineup_of
from sitegen.matching.teams.composing import teams_of
from sitegen.matching.teams.roster import Roster
from sitegen.memo import ONCE, Memo
from sitegen.overlay import PrivateFacts
from sitegen.workers import Alone, Crew

MOST_NEARLY = 3
# Nobody reads further, and reasons for everybody would fill the memory.
MOST_RANKED = 50
NOBODY: Mapping[str, PrivateFacts] = {}
# Pairs of a person and a posting from which on a second process saves more than it costs.
WORTH_SHARING = 100_000
# Postings that a process takes at a time: few enough that all have work to the end.
AT_ONCE = 16


def match(
    directory: Directory,
    private: Mapping[str, PrivateFacts] = NOBODY,
    crew: Crew | None = None,
    memo: Memo = ONCE,
) -> Matches:
    """Match the people who take part with the open postings; a crew shares what is worth it.

    Whoever fails a condition is left out, and so is whoever neither lists nor tells anything of
    what is required: there is nothing true to say for them. Nearly are those who fail one condition
    by little and have half of the required skills. `private` are the facts of the overlay by slug.
    """
    found = sorted(posting.slug for posting in directory.open_postings)
    if not found:
        return Matches({})
    if crew is None or len(directory.people) * len(found) < WORTH_SHARING:
        crew = Alone()
    pool = pool_of(directory, crew, memo)
    judged = _Ranking(pool, Gate(pool.crowd, directory, private), private, memo)
    cuts = [tuple(found[start : start + AT_ONCE]) for start in range(0, len(found), AT_ONCE)]
    parts = crew.each(_Ranking.of_all, judged, cuts)
    ranked = {slug: matches for _, part in parts for slug, matches in part.items()}
    return Matches(spread({slug: ranked[slug] for slug in found}))


class _Ranking:
    """Ranks the people of a pool for one posting after the other."""

    def __init__(
        self, pool: Pool, gate: Gate, private: Mapping[str, PrivateFacts], memo: Memo
    ) -> None:
        self._pool, self._gate, self._roster, self._private = pool, gate, Roster(pool), private
        self._once, self._memo = Once(), memo

    def of_all(self, slugs: Sequence[str]) -> dict[str, PostingMatches]:
        """The matches of some postings, by slug."""
        postings = self._pool.directory.postings
        return {slug: self._of(postings[slug]) for slug in slugs}

    def _of(self, posting: Posting) -> PostingMatches:
        lineup = lineup_of(posting, self._pool, self._gate)
        # Whoever is not in the lineup has no part in what comes of it.
        directory, who = self._pool.directory, lineup.who.tolist()
        known = (directory.site, directory.vocabulary, self._private, str(directory.today))
        people = (self._pool.people[place] for place in who)
        made_from = (posting, *known, lineup.fingerprint, *people)
        return self._memo.of(("match", posting.slug), made_from, lambda: self._found(lineup))

    def _found(self, lineup: Lineup) -> PostingMatches:
        required, missing = len(lineup.required), lineup.missing
        eligible = ~lineup.refused & (missing < required)
        nearly = lineup.refused & (missing * 2 <= required)
        ranking = self._ordered(lineup, eligible.nonzero()[0].tolist())
        # Whoever alone has a rare skill may stand behind the fifty who are kept: teams see all.
        scores = lineup.scores
        standings = [
            Standing(self._pool.people[lineup.who[place]].slug, int(scores[place]))
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
        slug, people, who = lineup.posting.slug, self._pool.people, lineup.who.tolist()
        return sorted(
            places,
            key=lambda place: rank(people[who[place]].slug, slug, scores[place], missing[place]),
        )

    def _matches(self, lineup: Lineup, places: Sequence[int]) -> Iterator[Match]:
        """Put those who are shown into reasons."""
        limits, scores = self._pool.directory.site.matching.bands, lineup.scores
        for place in places:
            slug = self._pool.people[lineup.who[place]].slug
            pair = pair_of(lineup, place, self._pool, self._private.get(slug, NOTHING_PRIVATE))
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
            )
