"""Who is proposed to whom: first everybody in turn, then where the room that is left fits best.

See docs/decisions/0011-guides-in-rounds.md.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.matching.guides.preferences import Fit, Preferences

# Everybody has a turn at so many guides: what a page shows.
TURNS = 3
MOST = 10


def propose(preferences: Iterable[Preferences], left: dict[str, int]) -> dict[str, tuple[Fit, ...]]:
    """The guides proposed to each seeker, best first.

    A round gives each seeker at most one guide more; nobody gets a second one before everybody had
    their turn at a first. Within a round no seeker and guide would both rather have each other
    (Gale and Shapley 1962, with the room a guide has left as quota). After three rounds the room
    that is left goes where it fits best. Takes from `left`, which the preferences read.
    """
    wishes = {one.seeker.slug: one for one in preferences}
    given: dict[str, list[Fit]] = {slug: [] for slug in wishes}
    for _ in range(TURNS):
        found = one_round(wishes, left, given)
        for fit in found:
            left[fit.guide] -= 1
            given[fit.pair.seeker.slug].append(fit)
    share_rest(wishes, left, given)
    return {slug: tuple(sorted(fits, key=lambda fit: fit.rank)) for slug, fits in given.items()}


def one_round(
    wishes: Mapping[str, Preferences],
    left: Mapping[str, int],
    given: Mapping[str, Iterable[Fit]],
) -> list[Fit]:
    """One guide at most for each seeker: seekers ask down their lists, guides keep the best."""
    had = {slug: {fit.guide for fit in fits} for slug, fits in given.items()}
    held: dict[str, list[Fit]] = {}
    asking = deque((slug, 0) for slug in sorted(wishes))
    places: dict[str, int] = {}
    while asking:
        slug, place = asking.popleft()
        fit = wishes[slug][place]
        if fit is None:
            continue
        places[slug] = place
        if fit.guide in had[slug] or left[fit.guide] < 1:
            asking.append((slug, place + 1))
            continue
        kept = held.setdefault(fit.guide, [])
        kept.append(fit)
        if len(kept) > left[fit.guide]:
            refused = max(kept, key=lambda one: one.rank)
            kept.remove(refused)
            again = refused.pair.seeker.slug
            asking.append((again, places[again] + 1))
    return [fit for kept in held.values() for fit in kept]


def share_rest(
    wishes: Mapping[str, Preferences], left: dict[str, int], given: Mapping[str, list[Fit]]
) -> None:
    """Give what room is left to the best pairs of all, as long as a seeker has too few.

    Both sides go by the same order, so no two would then rather have each other.
    """
    lists = (_as_long_as_wanted(wish, given[slug]) for slug, wish in wishes.items())
    for fit in heapq.merge(*lists, key=lambda fit: fit.rank):
        had = given[fit.pair.seeker.slug]
        if left[fit.guide] > 0 and all(fit.guide != other.guide for other in had):
            left[fit.guide] -= 1
            had.append(fit)


def _as_long_as_wanted(wish: Preferences, had: Sequence[Fit]) -> Iterator[Fit]:
    place = 0
    while len(had) < MOST and (fit := wish[place]):
        yield fit
        place += 1
