"""Whether a guide stands outside: shares no organisation with the seeker."""

from __future__ import annotations

from sitegen.matching.guides.people import Guide, Seeker
from sitegen.matching.results import Check, Reason


def conflict(seeker: Seeker, guide: Guide) -> Check:
    """Judge the ventures and interests of both against each other.

    A co-founder, a successor or a trustee of the same house is no guide for it. A near name is a
    question.
    """
    mine = [tie for _, tie in seeker.about.ties]
    for name, tie in guide.about.ties:
        if any(tie.is_same(other) for other in mine):
            return Check("conflict", "no", Reason("guide-tie", {"name": name}))
    for name, tie in guide.about.ties:
        if any(tie.is_near(other) for other in mine):
            return Check("conflict", "not-stated", Reason("conflict-near", {"name": name}))
    return Check("conflict", "yes", Reason("guide-no-tie"))
