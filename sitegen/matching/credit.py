"""What a person brings for one need: the skill, a passage, a close skill, or prose."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from sitegen.matching.voice import Voice
from sitegen.models.assignment import SkillNeed

# Shares are thousandths: matching sorts by integers only.
WHOLE = 1000
FIT = (WHOLE, 650, 300)
RELATED = 500
# A level of 3 or 4 with nothing to check counts as 2, and less than a 2 that claims no more.
UNPROVEN = 500
# What is told and not listed counts like a level of 2, and always less than a listed one.
LISTED_LIKE = 2
TOLD = 800
CLOSE_TEXT = 700
# From this share of what a brief expects on, a text speaks for what its fields leave out.
NEAR = 400

Through = Literal["skill", "close", "passage", "told", "text", "nothing"]


@dataclass(frozen=True, slots=True)
class Credit:
    """What counts for a need: `name` is the skill or the passage, `level` the one that counts."""

    need: SkillNeed
    weight: int
    points: int = 0
    through: Through = "nothing"
    name: str = ""
    level: int = 0
    unproven: bool = False

    @property
    def is_full(self) -> bool:
        """The skill itself, at the level asked."""
        return self.points == WHOLE and self.through == "skill"

    @property
    def is_unlisted(self) -> bool:
        """Only prose speaks for it: the page does not list the skill, nor one close to it."""
        return self.through in ("told", "text")


def fit(level: int, asked: int) -> int:
    """How far a level serves: more than asked brings nothing extra."""
    below = max(0, asked - level)
    return FIT[below] if below < len(FIT) else 0


def best_credit(
    need: SkillNeed,
    weight: int,
    voice: Voice,
    related: Collection[str],
    share: int,
) -> Credit:
    """The best that a person has for a need, a listed skill before what is told.

    `related` are the skills one step away that may stand in; `share` is how near the text is to
    the brief. What is listed, or never wanted again, is not looked for in prose.
    """
    found = (
        *_own(need, weight, voice),
        *_close(need, weight, voice, related),
        *_prose(need, weight, voice, share),
    )
    return max(found, key=_points, default=Credit(need, weight))


def _points(credit: Credit) -> int:
    return credit.points


def _listed(skill: str, need: SkillNeed, voice: Voice) -> tuple[int, int, bool]:
    """Points, the level that counts, and whether it is a claim with nothing to check."""
    level, unproven = voice.levels[skill], skill in voice.unproven
    if not unproven:
        return fit(level, need.level), level, False
    return fit(min(level, LISTED_LIKE), need.level) * UNPROVEN // WHOLE, level, True


def _own(need: SkillNeed, weight: int, voice: Voice) -> Iterator[Credit]:
    if need.skill in voice.levels:
        points, level, unproven = _listed(need.skill, need, voice)
        yield Credit(need, weight, points, "skill", need.skill, level, unproven)
    if need.skill in voice.lived:
        points = fit(LISTED_LIKE, need.level)
        yield Credit(need, weight, points, "passage", voice.lived[need.skill].passage, LISTED_LIKE)


def _close(
    need: SkillNeed, weight: int, voice: Voice, related: Collection[str]
) -> Iterator[Credit]:
    for skill in related:
        if skill in voice.levels:
            points, level, unproven = _listed(skill, need, voice)
            points = points * RELATED // WHOLE
            yield Credit(need, weight, points, "close", skill, level, unproven)


def _prose(need: SkillNeed, weight: int, voice: Voice, share: int) -> Iterator[Credit]:
    listed = fit(LISTED_LIKE, need.level)
    if need.skill in voice.unwanted or need.skill in voice.levels:
        return
    if need.skill in voice.told:
        yield Credit(need, weight, listed * TOLD // WHOLE, "told", need.skill)
    if share >= NEAR:
        yield Credit(need, weight, listed * CLOSE_TEXT * share // WHOLE**2, "text")
