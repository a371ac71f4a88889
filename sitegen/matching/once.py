"""Equal reasons kept once: in a large directory most of them are said again and again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from sitegen.matching.results import Check, Reason


class Once:
    """Gives the first of equal reasons and checks, so that the others can be let go."""

    def __init__(self) -> None:
        self._reasons: dict[Hashable, Reason] = {}
        self._checks: dict[Hashable, Check] = {}

    def reason(self, reason: Reason) -> Reason:
        """The reason as it was first met."""
        return self._reasons.setdefault(_key(reason), reason)

    def reasons(self, found: Iterable[Reason]) -> tuple[Reason, ...]:
        """The same for each."""
        return tuple(map(self.reason, found))

    def checks(self, found: Iterable[Check]) -> tuple[Check, ...]:
        """The same for checks."""
        return tuple(map(self._check, found))

    def _check(self, check: Check) -> Check:
        key = check.condition, check.state, check.relaxed, _key(check.reason)
        if key not in self._checks:
            self._checks[key] = replace(check, reason=self.reason(check.reason))
        return self._checks[key]


def _key(reason: Reason) -> Hashable:
    return reason.code, *reason.params.items()
