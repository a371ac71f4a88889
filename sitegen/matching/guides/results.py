"""What matching seekers with guides finds, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sitegen.matching.results import Check, Reason


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


def tie(seeker: str, guide: str) -> str:
    """What decides between equal points, the same from both sides: never the alphabet."""
    return sha256(f"{seeker}\n{guide}".encode()).hexdigest()
