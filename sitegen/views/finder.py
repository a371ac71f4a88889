"""What the finder of guides asks: only what at least one guide can answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.facets.people import regions
from sitegen.i18n import CEFR
from sitegen.matching.guides.points import FIRST_TOPIC, LANGUAGE, PASSAGE, SECTOR, TOPICS
from sitegen.messages import phrase
from sitegen.terms import fold_words
from sitegen.views.bridge import findable
from sitegen.views.words import Action, Words

ROLES = {
    "founder": phrase("I founded it and led it"),
    "co-founder": phrase("I founded it with others"),
    "led": phrase("I led what others had founded"),
}

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finder:
    """The questions, each with its answers as (value, label), the data, and what to do else."""

    data: str
    passages: tuple[Option, ...]
    topics: tuple[tuple[str, str, str], ...]
    worlds: tuple[Option, ...]
    sectors: tuple[Option, ...]
    roles: tuple[Option, ...]
    languages: tuple[Option, ...]
    regions: tuple[Option, ...]
    order: str
    ask: Action


def role_of(role: str) -> str:
    """`founder`, `co-founder` or `led`, by the words of a role."""
    words = fold_words(role).split()
    if "cofounder" in words or "co founder" in " ".join(words):
        return "co-founder"
    return "founder" if "founder" in words else "led"


def finder(words: Words, data: str) -> Finder | None:
    """The questions of the finder whose guides stand at `data`; None where there is no guide."""
    people, vocabulary, t = findable(words.directory), words.vocabulary, words.t
    if not people:
        return None
    profiles = [person.profile for person in people]
    fields = {sector for profile in profiles for sector in profile.sectors}
    fields |= {s for profile in profiles for venture in profile.ventures for s in venture.sectors}
    areas = {area for person in people for area in regions(person, vocabulary)}
    tags = {
        tag.split("-")[0]
        for profile in profiles
        for tag, level in profile.languages.items()
        if CEFR.index(level) >= min(LANGUAGE)
    }
    return Finder(
        data,
        tuple((passage.id, passage.label) for passage in vocabulary.passages.values()),
        tuple((one.id, one.label, one.question) for one in vocabulary.topics.values()),
        tuple((one.id, one.label) for one in vocabulary.silos.values()),
        tuple(_sorted((one, vocabulary.sectors[one].label) for one in fields)),
        tuple((role, t.gettext(label)) for role, label in ROLES.items()),
        tuple(_sorted((tag, t.language(tag)) for tag in tags)),
        tuple(_sorted((area, vocabulary.regions[area].label) for area in areas)),
        _order(words),
        words.contact("guidance", "finder", t.gettext("Ask for somebody who has been there")),
    )


def _sorted(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: (fold_words(option[1]), option[0]))


def _order(words: Words) -> str:
    text = words.t.gettext(
        "Points decide: up to {passage} for having been through the same, {near} for something "
        "near to it; up to {topics} for what weighs, the first thing {first} of them; up to "
        "{sector} for the field; fewer for the language, the time in the lead, the role, the kind "
        "of place, the part of the world, and for how long ago it was. Nobody is rated. Who has "
        "equal points stands in an order that is drawn anew each month."
    )
    return text.format(
        passage=PASSAGE["same"],
        near=PASSAGE["near"],
        topics=TOPICS,
        first=FIRST_TOPIC,
        sector=SECTOR,
    )
