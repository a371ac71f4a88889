"""Whether a guide stands outside: shares no organisation with the seeker."""

from __future__ import annotations

from sitegen.directory import Person
from sitegen.matching.organisations import Party, party
from sitegen.matching.results import Check, Reason
from sitegen.models.fields import Organisation
from sitegen.models.profile import Venture


def conflict(seeker: Person, guide: Person) -> Check:
    """Judge the ventures and interests of both against each other.

    A co-founder, a successor or a trustee of the same house is no guide for it. A near name is a
    question.
    """
    mine = [tie for _, tie in _ties(seeker)]
    theirs = _ties(guide)
    for name, tie in theirs:
        if any(tie.is_same(other) for other in mine):
            return Check("conflict", "no", Reason("guide-tie", {"name": name}))
    for name, tie in theirs:
        if any(tie.is_near(other) for other in mine):
            return Check("conflict", "not-stated", Reason("conflict-near", {"name": name}))
    return Check("conflict", "yes", Reason("guide-no-tie"))


def _ties(person: Person) -> list[tuple[str, Party]]:
    found: list[Organisation | Venture] = [*person.profile.ventures, *person.profile.interests]
    return [(one.name, party(one.name, one.url)) for one in found]
