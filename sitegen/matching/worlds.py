"""Where everybody has worked, as tables: sectors and silos, a row each, a column a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.directory import Person
from sitegen.matching.credit import WHOLE
from sitegen.matching.groups import Flags, Numbers, total
from sitegen.vocabulary import Vocabulary

HALF = WHOLE // 2
SILO_YEARS = 2
# Bridging is the point: a quarter of the silos part is for at least two of the wanted worlds.
BRIDGE = WHOLE // 4


def sectors_known(person: Person) -> frozenset[str]:
    """The sectors of a profile and of its ventures."""
    ventures = (sector for venture in person.profile.ventures for sector in venture.sectors)
    return frozenset((*person.profile.sectors, *ventures))


def silos_known(person: Person) -> tuple[str, ...]:
    """The worlds in which a person has worked for two years at least, as they list them."""
    years = person.profile.silos
    return tuple(silo for silo, count in years.items() if (count or 0) >= SILO_YEARS)


@dataclass(frozen=True, slots=True)
class Worlds:
    """Who covers a sector: it or one below it; who knows a silo, and who only names it."""

    vocabulary: Vocabulary
    sectors: Mapping[str, Flags]
    known: Mapping[str, Flags]
    named: Mapping[str, Flags]

    @classmethod
    def of(cls, people: Sequence[Person], vocabulary: Vocabulary) -> Worlds:
        """The tables of some people, in order."""
        sectors = {sector: np.zeros(len(people), np.bool_) for sector in vocabulary.sectors}
        known = {silo: np.zeros(len(people), np.bool_) for silo in vocabulary.silos}
        named = {silo: np.zeros(len(people), np.bool_) for silo in vocabulary.silos}
        for place, person in enumerate(people):
            for sector in sectors_known(person):
                for covered in vocabulary.sector_with_parent(sector):
                    sectors[covered][place] = True
            for silo in person.profile.silos:
                named[silo][place] = True
            for silo in silos_known(person):
                known[silo][place] = True
        return cls(vocabulary, sectors, known, named)

    def of_sectors(self, wanted: Sequence[str], who: Numbers) -> Numbers:
        """Share of the wanted sectors, in thousandths; one that only its parent tells is half."""
        points = np.zeros(len(who), np.int64)
        for sector in wanted:
            near = [self.sectors[one][who] for one in self.vocabulary.sector_with_parent(sector)]
            points += np.where(near[0], WHOLE, np.where(np.any(near, axis=0), HALF, 0))
        return points // len(wanted)

    def of_silos(self, wanted: Sequence[str], who: Numbers) -> Numbers:
        """Share of the wanted worlds; years that are not stated, or one, count half."""
        count = total((self.known[silo][who] for silo in wanted), len(who))
        half = total((self.named[silo][who] for silo in wanted), len(who)) - count
        share = (WHOLE * count + HALF * half) // len(wanted)
        bridges = count >= min(2, len(wanted))
        return share * (WHOLE - BRIDGE) // WHOLE + np.where(bridges, BRIDGE, 0)
