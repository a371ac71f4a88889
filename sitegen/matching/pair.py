"""One person before one posting: what the reasons of those who are shown are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.directory import Person, Posting
from sitegen.matching.conditions import judge
from sitegen.matching.credit import Credit
from sitegen.matching.pool import Pool
from sitegen.matching.results import Check
from sitegen.matching.score import MISSING, Lineup
from sitegen.matching.text import Brief
from sitegen.matching.voice import Voice
from sitegen.overlay import PrivateFacts
from sitegen.prose import Sentence, sentences


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and a posting, the checks by condition, what counts for each need.

    `quoted` is the sentence nearest to the brief, where a need is met by the text alone.
    """

    person: Person
    posting: Posting
    checks: Mapping[str, Check]
    required: tuple[Credit, ...]
    desirable: tuple[Credit, ...]
    voice: Voice
    brief: Brief
    quoted: Sentence | None

    @property
    def unlisted(self) -> int:
        """Count the required skills that are absent, or for which only prose speaks.

        One more where all are absent: a text near the only skill asked is not a good match.
        """
        absent = [credit.points < MISSING for credit in self.required]
        told = [credit.is_unlisted for credit in self.required]
        return sum(map(max, absent, told)) + all(absent)


def pair_of(lineup: Lineup, place: int, pool: Pool, facts: PrivateFacts) -> Pair:
    """The pair of whoever stands at a place of a lineup."""
    number = int(lineup.who[place])
    person, voice = pool.people[number], pool.voices[number]
    checks = judge(person, lineup.posting, pool.directory, facts)
    required = tuple(credits.one(place, voice) for credits in lineup.required)
    is_told = any(credit.through == "text" for credit in required)
    return Pair(
        person,
        lineup.posting,
        {check.condition: check for check in checks},
        required,
        tuple(credits.one(place, voice) for credits in lineup.desirable),
        voice,
        lineup.brief,
        _nearest(person, pool.corpus.nearest(lineup.shared, number)) if is_told else None,
    )


def _nearest(person: Person, place: int | None) -> Sentence | None:
    return None if place is None else sentences(person.profile, person.body)[place]
