"""The guides proposed to everybody who seeks."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.directory import Directory
from sitegen.matching.guides.pairing import propose
from sitegen.matching.guides.people import both_sides
from sitegen.matching.guides.preferences import Fit, Index, Preferences
from sitegen.matching.guides.reasoning import checks_of, reasons_of
from sitegen.matching.results import GuideMatch, Guides
from sitegen.memo import ONCE, Memo
from sitegen.models.log import Log
from sitegen.overlay import PrivateFacts

NOBODY: Mapping[str, PrivateFacts] = {}


def guides_for(
    directory: Directory,
    facts: Mapping[str, PrivateFacts] = NOBODY,
    log: Log | None = None,
    memo: Memo = ONCE,
    *,
    private: bool = False,
) -> Guides:
    """The guides proposed to everybody who seeks, by the seeker's slug, in its order.

    Without `private` only those seek who chose `seeking_in_public`, and only public offers count.
    With it everybody does who seeks or prepares to leave; private topics count, the real load and
    those who are being asked take room, and whom the log names for a seeker is not proposed again.
    """
    sides = both_sides(directory, facts, log or Log(), memo, private=private)
    index = Index(sides.guides, directory, memo)
    left = {guide.slug: guide.room for guide in sides.guides}
    found = propose([Preferences(seeker, index, left) for seeker in sides.seekers], left)
    # What the private folder laid over a page is not quoted: a quote is copied into mails.
    return {
        slug: tuple(_match(fit, quote=not private) for fit in fits)
        for slug, fits in sorted(found.items())
    }


def _match(fit: Fit, *, quote: bool) -> GuideMatch:
    pair = fit.pair
    return GuideMatch(
        pair.guide.slug,
        pair.seeker.slug,
        sum(fit.parts.values()),
        fit.parts,
        checks_of(pair, fit.conflict),
        reasons_of(pair, quote=quote),
    )
