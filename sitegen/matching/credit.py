"""What people bring for one need: the skill, a passage, a close skill, or prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

import numpy as np

from sitegen.matching.groups import Flags, Numbers
from sitegen.matching.skills import Skills
from sitegen.matching.voice import LISTED_LIKE, Voice
from sitegen.models.assignment import SkillNeed

# Shares are thousandths: matching sorts by integers only.
WHOLE = 1000
FIT = (WHOLE, 650, 300)
RELATED = 500
# A level of 3 or 4 with nothing to check counts for less than a 2 that claims no more.
UNPROVEN = 500
# What is told and not listed counts always less than what is listed.
TOLD = 800
CLOSE_TEXT = 700
# From this share of what a brief expects on, a text speaks for what its fields leave out.
NEAR = 400
HIGHEST = 4

Through = Literal["nothing", "skill", "close", "passage", "told", "text"]
THROUGH: tuple[Through, ...] = get_args(Through)
PROSE: tuple[Through, ...] = ("told", "text")


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
        return self.through in PROSE


@dataclass(frozen=True, slots=True)
class Credits:
    """The same for many people, a place each; `names` has the skills that `name` points to."""

    need: SkillNeed
    weight: int
    names: tuple[str, ...]
    points: Numbers
    through: Numbers
    name: Numbers
    level: Numbers
    unproven: Flags

    @property
    def are_unlisted(self) -> Flags:
        """For whom only prose speaks."""
        return np.isin(self.through, [THROUGH.index(through) for through in PROSE])

    def one(self, place: int, voice: Voice) -> Credit:
        """What the person at a place brings, whose voice it is."""
        through, name = THROUGH[self.through[place]], self.names[self.name[place]]
        if through == "passage":
            name = voice.lived[self.need.skill].passage
        points, level = int(self.points[place]), int(self.level[place])
        unproven = bool(self.unproven[place])
        return Credit(self.need, self.weight, points, through, name, level, unproven)


class _Listed(NamedTuple):
    """A listed skill: whether it is, its points, the level, a claim with nothing to check."""

    held: Flags
    points: Numbers
    level: Numbers
    unproven: Flags


def fit(level: int, asked: int) -> int:
    """How far a level serves: more than asked brings nothing extra."""
    below = max(0, asked - level)
    return FIT[below] if below < len(FIT) else 0


def credits_of(
    need: SkillNeed, weight: int, skills: Skills, related: Iterable[str], who: Numbers,
    shares: Numbers,
) -> Credits:  # fmt: skip
    """The best that each of some people has for a need, a listed skill before what is told.

    `related` are the skills one step away that may stand in; `shares` say how near each text is to
    the brief. What is never wanted again is looked for nowhere. Listing a skill takes nothing away
    from what is told of it; a level that others confirmed is what it is.
    """
    row, own = skills.row[need.skill], _listed(need.skill, need, skills, who)
    prose = tuple(_beside(need, skills, who, shares))
    said = np.maximum.reduce([points for _, points in prose])
    told = np.where(skills.confirmed[row, who], 0, said)
    best = _Best(np.where(own.held, np.maximum(own.points, told), 0), own)
    others = tuple(related)
    for name, skill in enumerate(others, 1):
        found = _listed(skill, need, skills, who)
        best.take("close", found.points * RELATED // WHOLE, name, found.level, found.unproven)
    for through, points in prose:
        level = LISTED_LIKE if through == "passage" else 0
        best.take(through, np.where(own.held, 0, points), 0, np.full_like(points, level))
    return Credits(
        need, weight, (need.skill, *others),
        best.points, best.through, best.name, best.level, best.unproven,
    )  # fmt: skip


class _Best:
    """The best so far of each person; of equals the first."""

    def __init__(self, points: Numbers, own: _Listed) -> None:
        self.points = points
        self.through = np.where(own.held, THROUGH.index("skill"), 0)
        self.name = np.zeros(len(points), np.int64)
        self.level, self.unproven = own.level, own.unproven

    def take(
        self, through: Through, points: Numbers, name: int, level: Numbers,
        unproven: Flags | None = None,
    ) -> None:  # fmt: skip
        """Take what is better than what was."""
        better = points > self.points
        self.points = np.where(better, points, self.points)
        self.through = np.where(better, THROUGH.index(through), self.through)
        self.name = np.where(better, name, self.name)
        self.level = np.where(better, level, self.level)
        self.unproven = np.where(better, False if unproven is None else unproven, self.unproven)


def _listed(skill: str, need: SkillNeed, skills: Skills, who: Numbers) -> _Listed:
    row = skills.row[skill]
    level, unproven = skills.levels[row, who].astype(np.int64), skills.unproven[row, who]
    proven = [0, *(fit(level, need.level) for level in range(1, HIGHEST + 1))]
    claimed = [0, *(_claimed(level, need.level) for level in range(1, HIGHEST + 1))]
    points = np.where(unproven, np.array(claimed)[level], np.array(proven)[level])
    return _Listed(level > 0, points, level, unproven)


def _claimed(level: int, asked: int) -> int:
    return fit(min(level, LISTED_LIKE), asked) * UNPROVEN // WHOLE


def _beside(
    need: SkillNeed, skills: Skills, who: Numbers, shares: Numbers
) -> Iterator[tuple[Through, Numbers]]:
    """A passage that shows the skill, and prose; on a page of phrases prose is no better."""
    row, listed = skills.row[need.skill], fit(LISTED_LIKE, need.level)
    wanted = ~skills.unwanted[row, who]
    believed = np.where(skills.doubtful[who], listed * UNPROVEN // WHOLE, listed)
    yield "passage", np.where(wanted & skills.lived[row, who], listed, 0)
    yield "told", np.where(wanted & skills.told[row, who], believed * TOLD // WHOLE, 0)
    near = believed * CLOSE_TEXT * shares // WHOLE**2
    yield "text", np.where(wanted & (shares >= NEAR), near, 0)
