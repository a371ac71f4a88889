"""Everybody before every open posting: conditions first, then points, then an order."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.directory import Directory
from sitegen.matching.again import Kept
from sitegen.matching.exposure import spread
from sitegen.matching.pool import pool_of
from sitegen.matching.ranking import Ranking, found_by
from sitegen.matching.results import Matches
from sitegen.memo import ONCE, Memo
from sitegen.overlay import PrivateFacts
from sitegen.workers import Alone, Crew

NOBODY: Mapping[str, PrivateFacts] = {}
# What a memo keeps of the last matching.
NAME = "matching"


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
    What the memo knows of an earlier matching is found again where it still holds.
    """
    if not directory.open_postings:
        return Matches({})
    crew = crew or Alone()
    kept: Kept | None = memo.last(NAME)
    found = kept and kept.again(directory, private, crew)
    now = found or _anew(directory, private, crew)
    memo.keep(NAME, now, is_new=found is None)
    return Matches(spread({slug: one.matches for slug, one in sorted(now.found.items())}))


def _anew(directory: Directory, private: Mapping[str, PrivateFacts], crew: Crew) -> Kept:
    ranking = Ranking(pool_of(directory, crew), private)
    return Kept.of(ranking, found_by(ranking, directory.open_postings, crew))
