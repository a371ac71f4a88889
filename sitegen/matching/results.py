"""What matching finds, as values: nothing here is in words yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

State = Literal["yes", "partly", "no", "not-stated"]
Band = Literal["strong", "good", "possible"]
# So many required skills may be missing before no sum makes up for it.
MISSING_ALLOWED = 1


@dataclass(frozen=True, slots=True)
class Reason:
    """A code of `sitegen.reasons` with what it cites: ids, days as ISO text, counts, quotes."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One hard condition, judged; `relaxed` when a `no` is within what a talk could settle."""

    condition: str
    state: State
    reason: Reason
    relaxed: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One person and one posting.

    `parts` add up to `score`; their keys are the fields of `Weights`. `strengths` come best first,
    `gaps` with the required skills first. `missing` counts required skills as good as absent.
    `change` is the one thing that would change it, in one step, where there is one.
    """

    profile: str
    assignment: str
    score: int
    band: Band
    parts: Mapping[str, int]
    checks: tuple[Check, ...]
    strengths: tuple[Reason, ...]
    gaps: tuple[Reason, ...]
    missing: int
    change: Reason | None = None

    def rank(self) -> tuple[int, int, int, str]:
        """Sort key, best first."""
        return rank(self.profile, self.assignment, self.score, self.missing)

    @property
    def behind(self) -> int:
        """What no sum makes up for: the missing skills, once they are more than one."""
        return self.rank()[0]


def rank(profile: str, assignment: str, score: int, missing: int) -> tuple[int, int, int, str]:
    """Sort key, best first; ties by a hash of both: the alphabet would starve its end."""
    behind = missing if missing > MISSING_ALLOWED else 0
    return behind, -score, missing, sha256(f"{profile}\n{assignment}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PostingMatches:
    """The best of those eligible, and at most three who fail one condition by little."""

    ranking: tuple[Match, ...]
    nearly: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches of every open posting, by its slug."""

    postings: Mapping[str, PostingMatches]
    _people: Mapping[str, tuple[Match, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[Match]] = {}
        for posting in self.postings.values():
            for match in posting.ranking:
                found.setdefault(match.profile, []).append(match)
        people = {slug: tuple(sorted(rows, key=Match.rank)) for slug, rows in found.items()}
        object.__setattr__(self, "_people", people)

    def for_person(self, slug: str) -> tuple[Match, ...]:
        """What a person is eligible for, best first."""
        return self._people.get(slug, ())
