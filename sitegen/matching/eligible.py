"""Who meets every hard condition of a posting, or fails one by little: everybody at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from sitegen.directory import Directory, Posting
from sitegen.matching.conditions import CONDITIONS, Condition, declines
from sitegen.matching.groups import Crowd, Flags, Numbers
from sitegen.matching.names import Names
from sitegen.matching.organisations import conflict, parties_of, with_declined_clients
from sitegen.matching.results import Check
from sitegen.overlay import PrivateFacts

# A check as a number; a `no` within what a talk could settle is one of its own.
YES, PARTLY, NO, NOT_STATED, RELAXED = range(5)
_CODES = {"yes": YES, "partly": PARTLY, "no": NO, "not-stated": NOT_STATED}
# Whoever fails two is out, by however little.
_OUT = 2


def code_of(check: Check) -> int:
    """The number of a check."""
    return RELAXED if check.relaxed and check.state == "no" else _CODES[check.state]


# What turns most people away for the least work comes first; the order changes nothing.
_ORDER = (
    "kind", "contract", "open", "declines", "money", "languages", "team language", "place", "days",
    "dates", "conflict",
)  # fmt: skip
_QUICKEST_FIRST = tuple(sorted(CONDITIONS, key=lambda found: _ORDER.index(found.name)))
BY_NAME = {condition.name: condition for condition in CONDITIONS}


class Gate:
    """The conditions before everybody of a directory."""

    def __init__(
        self, crowd: Crowd, directory: Directory, private: Mapping[str, PrivateFacts]
    ) -> None:
        self._crowd, self._directory = crowd, directory
        self._names = Names(crowd.people)
        self._private = {
            crowd.number[slug]: facts
            for slug, facts in private.items()
            if slug in crowd.number and facts.declines_clients
        }

    def eligible(self, posting: Posting, who: Numbers) -> tuple[Numbers, Flags]:
        """Of these people those who fail none, or one by little; and which of them fail one."""
        failed = np.zeros(len(who), np.int64)
        for condition in _QUICKEST_FIRST:
            if not len(who):
                break
            codes = self.codes(condition, posting, who)
            failed += np.where(codes == NO, _OUT, np.where(codes == RELAXED, 1, 0))
            stay = failed < _OUT
            who, failed = who[stay], failed[stay]
        return who, failed > 0

    def codes(self, condition: Condition, posting: Posting, who: Numbers) -> Numbers:
        """How a condition is judged of each, as a number."""
        if condition.judge is conflict:
            return self._conflicts(posting, who)
        codes = self._crowd.by(condition.said).values(
            who,
            (condition.name, condition.asked(posting)),
            lambda person: code_of(condition.judge(person, posting, self._directory)),
        )
        return self._declined(codes, posting, who) if condition.judge is declines else codes

    def _conflicts(self, posting: Posting, who: Numbers) -> Numbers:
        """Only those are compared whose ties are anything like one of the parties."""
        codes = np.full(len(who), NOT_STATED if posting.assignment.client.anonymous else YES)
        like = self._names.like(parties_of(posting))
        for place in np.flatnonzero(np.isin(who, like)).tolist():
            person = self._crowd.people[who[place]]
            codes[place] = code_of(conflict(person, posting, self._directory))
        return codes

    def _declined(self, codes: Numbers, posting: Posting, who: Numbers) -> Numbers:
        """The same with the clients that somebody declines in private."""
        for place in np.flatnonzero(np.isin(who, list(self._private))).tolist():
            person = self._crowd.people[who[place]]
            check = declines(person, posting, self._directory)
            facts = self._private[int(who[place])]
            codes[place] = code_of(with_declined_clients(check, posting, facts))
        return codes
