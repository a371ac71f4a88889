"""What matching finds, as values: nothing here is in words yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal, NamedTuple

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
    `change` is the one thing that would change it, in one step, where there is one. `only_text`:
    no required skill counts, and a text near the brief speaks for one.
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
    only_text: bool = False

    def rank(self) -> tuple[int, int, int, str]:
        """Sort key, best first."""
        return rank(
            self.profile, self.assignment, self.score, self.missing, only_text=self.only_text
        )

    @property
    def behind(self) -> int:
        """What no sum makes up for: the missing skills, once they are more than one, or all."""
        return _behind(self.missing, only_text=self.only_text)


def rank(
    profile: str, assignment: str, score: int, missing: int, *, only_text: bool = False
) -> tuple[int, int, int, str]:
    """Sort key, best first; ties by a hash of both: the alphabet would starve its end."""
    return (
        _behind(missing, only_text=only_text),
        -score,
        missing,
        sha256(f"{profile}\n{assignment}".encode()).hexdigest(),
    )


def _behind(missing: int, *, only_text: bool) -> int:
    if only_text:
        return missing + 1
    return missing if missing > MISSING_ALLOWED else 0


class Standing(NamedTuple):
    """Somebody who may be shown for a posting: what the order goes by."""

    profile: str
    score: int
    missing: int
    only_text: bool

    def rank(self, assignment: str) -> tuple[int, int, int, str]:
        """Sort key, best first."""
        return rank(self.profile, assignment, self.score, self.missing, only_text=self.only_text)


@dataclass(frozen=True, slots=True)
class GuideMatch:
    """One guide proposed to one seeker; `parts` add up to `score`, `reasons` come best first."""

    profile: str
    seeker: str
    score: int
    parts: Mapping[str, int]
    checks: tuple[Check, ...]
    reasons: tuple[Reason, ...]


# Everybody who seeks, by slug, with the guides proposed to them, best first.
Guides = Mapping[str, tuple[GuideMatch, ...]]


@dataclass(frozen=True, slots=True)
class Alone:
    """What one member alone brings to a team: a skill, or a language of the team."""

    kind: Literal["skill", "language"]
    id: str
    profile: str


@dataclass(frozen=True, slots=True)
class Team:
    """People who could take one posting together; nobody among them fails a hard condition.

    `covers`: each required skill that some have at its level, with who has it, whoever would do it
    first; `languages`: each language asked of the team with who speaks it, perhaps nobody.
    `missing` are required skills that nobody here has at the level. `silos` and `sectors` are those
    asked for that somebody knows. `alone` is what rests on one of them.
    `needed` are those without whom no team found covers as much. `parts` add up to what the order
    goes by; `cost` compares what all ask with the budget, without a figure.
    """

    assignment: str
    members: tuple[str, ...]
    covers: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    languages: Mapping[str, tuple[str, ...]]
    silos: tuple[str, ...]
    sectors: tuple[str, ...]
    alone: tuple[Alone, ...]
    needed: tuple[str, ...]
    parts: Mapping[str, int]
    cost: State
    reasons: tuple[Reason, ...]

    @property
    def is_complete(self) -> bool:
        """Every required skill at its level, and every language asked of the team."""
        return not self.missing and all(self.languages.values())

    @property
    def overlap(self) -> tuple[str, ...]:
        """The required skills that more than one has at the level."""
        return tuple(skill for skill, holders in self.covers.items() if len(holders) > 1)


@dataclass(frozen=True, slots=True)
class PostingMatches:
    """The best of those eligible, and at most three who fail one condition by little.

    `teams`: best first, none where the work is for one person.
    """

    ranking: tuple[Match, ...]
    nearly: tuple[Match, ...]
    teams: tuple[Team, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonMatches:
    """The postings a person is eligible for, and those where one condition fails; best first.

    Of the latter only those that have the person among their `nearly`.
    """

    ranking: tuple[Match, ...] = ()
    nearly: tuple[Match, ...] = ()


@dataclass(frozen=True)
class Matches:
    """The matches of every open posting, by its slug, and the guides of those who seek."""

    postings: Mapping[str, PostingMatches]
    guides: Guides = field(default_factory=dict)

    def for_person(self, slug: str) -> PersonMatches:
        """The same matches from the side of a person; none of whoever is matched with nothing."""
        ranking, nearly = (found.get(slug, ()) for found in self._by_person)
        return PersonMatches(
            tuple(sorted(ranking, key=Match.rank)), tuple(sorted(nearly, key=Match.rank))
        )

    @cached_property
    def _by_person(self) -> tuple[Mapping[str, list[Match]], Mapping[str, list[Match]]]:
        found = self.postings.values()
        ranking = (match for posting in found for match in posting.ranking)
        return _by_person(ranking), _by_person(m for posting in found for m in posting.nearly)


def _by_person(matches: Iterable[Match]) -> dict[str, list[Match]]:
    found: dict[str, list[Match]] = {}
    for match in matches:
        found.setdefault(match.profile, []).append(match)
    return found
