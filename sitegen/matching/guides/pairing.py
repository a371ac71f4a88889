"""Who is proposed to whom: rounds of deferred acceptance within each guide's room.

See docs/decisions/0011-guides-in-rounds.md.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from sitegen.matching.guides.preferences import Fit, Preferences

MOST_ROUNDS = 10


def propose(
    preferences: Iterable[Preferences], left: dict[str, int]
) -> dict[str, tuple[Fit, ...]]:
    """The guides proposed to each seeker, best first.

    A round gives each seeker at most one guide more; nobody gets a second one before everybody had
    their turn at a first. Within a round no seeker and guide would both rather have each other
    (Gale and Shapley 1962, with the room a guide has left as quota). Takes from `left`, which the
    preferences read.
    """
    wishes = {one.seeker.slug: one for one in preferences}
    given: dict[str, list[Fit]] = {slug: [] for slug in wishes}
    for _ in range(MOST_ROUNDS):
        found = one_round(wishes, left, given)
        for fit in found:
            left[fit.guide] -= 1
            given[fit.pair.seeker.slug].append(fit)
        if not found:
            break
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
