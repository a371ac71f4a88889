"""What everybody brings in skills, as tables: a row a skill, a column a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.matching.evidence import HABIT
from sitegen.matching.groups import Flags, Numbers
from sitegen.matching.voice import LISTED_LIKE, Voice
from sitegen.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Skills:
    """`levels` that count, 0 for none, and what else is known of a person and a skill.

    `doubtful`: people whose page is written in claims with nothing to check.
    """

    row: Mapping[str, int]
    levels: NDArray[np.uint8]
    unproven: Flags
    confirmed: Flags
    unwanted: Flags
    lived: Flags
    told: Flags
    doubtful: Flags

    @classmethod
    def of(cls, voices: Sequence[Voice], vocabulary: Vocabulary) -> Skills:
        """The tables of some people, in order."""
        row = {skill: place for place, skill in enumerate(vocabulary.skills)}
        levels = np.zeros((len(row), len(voices)), np.uint8)
        for column, voice in enumerate(voices):
            for skill, level in voice.levels.items():
                levels[row[skill], column] = level

        def marked(marks: Iterable[Collection[str]]) -> Flags:
            table = np.zeros(levels.shape, np.bool_)
            for column, skills in enumerate(marks):
                for skill in skills:
                    table[row[skill], column] = True
            return table

        return cls(
            row,
            levels,
            marked(voice.unproven for voice in voices),
            marked(voice.confirmed for voice in voices),
            marked(voice.unwanted for voice in voices),
            marked(voice.lived for voice in voices),
            marked(voice.told for voice in voices),
            np.array([len(voice.unproven) >= HABIT for voice in voices], np.bool_),
        )

    def holders(self, level: int) -> dict[str, int]:
        """How many have each skill at a level at least."""
        found = np.count_nonzero(self.levels >= level, axis=1).tolist()
        return dict(zip(self.row, found, strict=True))

    def having(self, skill: str, who: Numbers) -> Numbers:
        """The level of each of these people that counts; a claim with nothing to check as 2."""
        row = self.row[skill]
        levels: Numbers = self.levels[row, who].astype(np.int64)
        return np.where(self.unproven[row, who], np.minimum(levels, LISTED_LIKE), levels)

    def bringing(self, skills: Iterable[str]) -> Flags:
        """Whoever lists, has lived or tells any of the skills."""
        rows = sorted(self.row[skill] for skill in skills)
        found: Flags = np.any((self.levels[rows] > 0) | self.lived[rows] | self.told[rows], axis=0)
        return found
