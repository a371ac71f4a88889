"""Whether a guide stands outside: shares no organisation with the seeker."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.directory import Person
from sitegen.matching.names import Names
from sitegen.matching.organisations import Party, party, ties_of
from sitegen.matching.results import Check, Reason
from sitegen.models.fields import Organisation
from sitegen.models.profile import Venture

NO_TIE = Check("conflict", "yes", Reason("guide-no-tie"))


class Outside:
    """Some guides, in order: only organisations with a like name are compared."""

    def __init__(self, guides: Sequence[Person]) -> None:
        self._guides = guides
        self._names = Names(guides)

    def perhaps_inside(self, seeker: Person) -> frozenset[int]:
        """The places of those who may share an organisation with a seeker."""
        return frozenset(self._names.like({*ties_of(seeker)}).tolist())

    def judge(self, seeker: Person, place: int, inside: frozenset[int]) -> Check:
        """The condition for the guide at a place; `inside` as `perhaps_inside` gives it."""
        return conflict(seeker, self._guides[place]) if place in inside else NO_TIE


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
    return NO_TIE


def _ties(person: Person) -> list[tuple[str, Party]]:
    found: list[Organisation | Venture] = [*person.profile.ventures, *person.profile.interests]
    return [(one.name, party(one.name, one.url)) for one in found]
