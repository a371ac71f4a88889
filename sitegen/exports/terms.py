"""The vocabulary in the JSON API: every term with its label and the words people write for it."""

from __future__ import annotations

from sitegen.models.terms import (
    Family,
    Kind,
    Label,
    Method,
    Passage,
    Region,
    Sector,
    Silo,
    Skill,
    Topic,
)
from sitegen.record import Record
from sitegen.vocabulary import Vocabulary


class AllTerms(Record):
    """/api/v1/vocabulary.json: what the ids in the other files mean, in the site's order."""

    families: tuple[Family, ...]
    skills: tuple[Skill, ...]
    sectors: tuple[Sector, ...]
    silos: tuple[Silo, ...]
    regions: tuple[Region, ...]
    passages: tuple[Passage, ...]
    topics: tuple[Topic, ...]
    kinds: tuple[Kind, ...]
    labels: tuple[Label, ...]
    method: Method


def vocabulary_record(vocabulary: Vocabulary) -> AllTerms:
    """The whole vocabulary."""
    return AllTerms(
        families=tuple(vocabulary.families.values()),
        skills=tuple(vocabulary.skills.values()),
        sectors=tuple(vocabulary.sectors.values()),
        silos=tuple(vocabulary.silos.values()),
        regions=tuple(vocabulary.regions.values()),
        passages=tuple(vocabulary.passages.values()),
        topics=tuple(vocabulary.topics.values()),
        kinds=tuple(vocabulary.kinds.values()),
        labels=tuple(vocabulary.labels.values()),
        method=vocabulary.method,
    )
