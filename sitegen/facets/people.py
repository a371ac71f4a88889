"""What a person can be found by: what their own page says, and nothing that they decline.

A facet is read as an offer. What somebody would rather not do again, fields they will not work
in, time that is paused and marks that have ended are therefore no values, though the page tells of
them and a search in words finds them there. Nobody is listed for what they lack: there is no value
for "does not travel" or "not without a fee".
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.directory import Person
from sitegen.facets.facet import Held
from sitegen.i18n import CEFR
from sitegen.vocabulary import Vocabulary

# The place of each level of a language, from 1.
FLUENCY = {level: place for place, level in enumerate(CEFR, 1)}


def plain(values: Iterable[str]) -> Held:
    """Values without a level."""
    return dict.fromkeys(values, 0)


def skills(person: Person, vocabulary: Vocabulary) -> Held:
    """Skills to be asked for again, each at the level that counts."""
    confirmed = person.confirmed
    return {
        claim.skill: confirmed[claim.skill].level if claim.skill in confirmed else claim.level
        for claim in person.profile.skills
        if claim.again
    }


def families(person: Person, vocabulary: Vocabulary) -> Held:
    """The families of these skills."""
    claims = (claim for claim in person.profile.skills if claim.again)
    return plain(vocabulary.skills[claim.skill].family for claim in claims)


def sectors(person: Person, vocabulary: Vocabulary) -> Held:
    """Fields with the wider ones that hold them, but for those that the person declines."""
    declined = set(person.profile.declines.sectors)
    offered = [
        vocabulary.sector_with_parent(sector)
        for sector in person.profile.sectors
        if not declined.intersection(vocabulary.sector_with_parent(sector))
    ]
    return plain(found for sectors in offered for found in sectors)


def silos(person: Person, vocabulary: Vocabulary) -> Held:
    """Worlds known from inside; to decline clients from one does not undo having been there."""
    return plain(person.profile.silos)


def countries(person: Person, vocabulary: Vocabulary) -> Held:
    """Where a person lives and has worked; nothing for those who say a region in its place.

    The countries of their work are on their page, but one list of all would read as an answer to
    where they are.
    """
    home = person.profile.based_in.country
    if not home:
        return {}
    worked = (area for area in person.profile.regions if area not in vocabulary.regions)
    return plain((home, *worked))


def regions(person: Person, vocabulary: Vocabulary) -> Held:
    """Regions that hold where a person lives and has worked."""
    based = person.profile.based_in
    areas = filter(None, (based.country, based.region, *person.profile.regions))
    return plain(region for area in areas for region in vocabulary.regions_around(area))


def languages(person: Person, vocabulary: Vocabulary) -> Held:
    """Languages with their levels."""
    return {tag: FLUENCY[level] for tag, level in person.profile.languages.items()}


def modes(person: Person, vocabulary: Vocabulary) -> Held:
    """How a person works."""
    return plain(person.profile.works.modes)


def travel(person: Person, vocabulary: Vocabulary) -> Held:
    """Regions that a person travels in, whole or in part, or `anywhere`."""
    areas = person.profile.works.travel
    if "anywhere" in areas:
        return plain(["anywhere"])
    return plain(
        region
        for area in areas
        if area != "none"
        for region in (*vocabulary.regions_around(area), *vocabulary.regions_within(area))
    )


def kinds(person: Person, vocabulary: Vocabulary) -> Held:
    """Kinds of work that a person takes."""
    return plain(person.profile.engagement.kinds)


def pro_bono(person: Person, vocabulary: Vocabulary) -> Held:
    """Whether a person works without a fee, always or sometimes."""
    offered = person.profile.engagement.pro_bono
    return plain([offered] if offered in ("yes", "some") else [])


def guidance(person: Person, vocabulary: Vocabulary) -> Held:
    """What a person guides others on in public, as the page of guides has it."""
    offered = person.profile.guidance
    return plain(() if offered.paused or person.freshness == "dormant" else offered.offers)


def marks(person: Person, vocabulary: Vocabulary) -> Held:
    """What was checked about a person and still holds."""
    return plain(mark.mark.label for mark in person.marks if not mark.expired)
