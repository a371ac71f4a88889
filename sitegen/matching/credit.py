"""What a person brings for one need: the skill, a passage, a close skill, or prose."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
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
        at_level = self.level >= self.need.level and not self.unproven
        return self.through == "skill" and self.points == WHOLE and at_level

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
    the brief. What is never wanted again is looked for nowhere. Listing a skill takes nothing away
    from what is told of it; a level that others confirmed is what it is.
    """
    nothing = Credit(need, weight)
    own, prose = _own(need, weight, voice), tuple(_beside(need, weight, voice, share))
    if own is None:
        return max((*_close(need, weight, voice, related), *prose), key=_points, default=nothing)
    told = 0 if need.skill in voice.confirmed else max((one.points for one in prose), default=0)
    own = replace(own, points=max(own.points, told))
    return max((own, *_close(need, weight, voice, related)), key=_points)


def _points(credit: Credit) -> int:
    return credit.points


def _listed(skill: str, need: SkillNeed, voice: Voice) -> tuple[int, int, bool]:
    """Points, the level that counts, and whether it is a claim with nothing to check."""
    level, unproven = voice.levels[skill], skill in voice.unproven
    if not unproven:
        return fit(level, need.level), level, False
    return fit(min(level, LISTED_LIKE), need.level) * UNPROVEN // WHOLE, level, True


def _own(need: SkillNeed, weight: int, voice: Voice) -> Credit | None:
    if need.skill not in voice.levels:
        return None
    points, level, unproven = _listed(need.skill, need, voice)
    return Credit(need, weight, points, "skill", need.skill, level, unproven)


def _close(
    need: SkillNeed, weight: int, voice: Voice, related: Collection[str]
) -> Iterator[Credit]:
    for skill in related:
        if skill in voice.levels:
            points, level, unproven = _listed(skill, need, voice)
            points = points * RELATED // WHOLE
            yield Credit(need, weight, points, "close", skill, level, unproven)


def _beside(need: SkillNeed, weight: int, voice: Voice, share: int) -> Iterator[Credit]:
    """A passage that shows the skill, and prose; on a page of phrases prose is no better."""
    listed, skill = fit(LISTED_LIKE, need.level), need.skill
    if skill in voice.unwanted:
        return
    if skill in voice.lived:
        yield Credit(need, weight, listed, "passage", voice.lived[skill].passage, LISTED_LIKE)
    believed = listed * UNPROVEN // WHOLE if voice.unproven else listed
    if skill in voice.told:
        yield Credit(need, weight, believed * TOLD // WHOLE, "told", skill)
    if share >= NEAR:
        yield Credit(need, weight, believed * CLOSE_TEXT * share // WHOLE**2, "text")
