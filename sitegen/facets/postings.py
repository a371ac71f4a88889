"""What an assignment can be found by: what it asks for and offers."""

from __future__ import annotations

from sitegen.directory import Posting
from sitegen.facets.facet import Held
from sitegen.facets.people import FLUENCY, plain
from sitegen.vocabulary import Vocabulary


def skills(posting: Posting, vocabulary: Vocabulary) -> Held:
    """Skills with the level that is asked for; what is required counts before what would help."""
    asked = posting.assignment.skills
    return {need.skill: need.level for need in (*asked.desirable, *asked.required)}


def families(posting: Posting, vocabulary: Vocabulary) -> Held:
    """The families of these skills."""
    return plain(vocabulary.skills[skill].family for skill in skills(posting, vocabulary))


def sectors(posting: Posting, vocabulary: Vocabulary) -> Held:
    """Fields with the wider ones that hold them."""
    found = map(vocabulary.sector_with_parent, posting.assignment.sectors)
    return plain(sector for sectors in found for sector in sectors)


def silos(posting: Posting, vocabulary: Vocabulary) -> Held:
    """The client's world and those to be bridged."""
    return plain((posting.assignment.client.silo, *posting.assignment.silos))


def countries(posting: Posting, vocabulary: Vocabulary) -> Held:
    """Where the work is done."""
    country = posting.assignment.work.country
    return plain([country] if country else [])


def regions(posting: Posting, vocabulary: Vocabulary) -> Held:
    """The regions that hold the country of the work."""
    country = posting.assignment.work.country
    return plain(vocabulary.regions_around(country) if country else [])


def languages(posting: Posting, vocabulary: Vocabulary) -> Held:
    """Languages that somebody must speak, at the highest level asked for."""
    needs = posting.assignment.languages
    found: dict[str, int] = {}
    for levels in (needs.everyone, *needs.any_of, needs.in_team):
        for tag, level in levels.items():
            found[tag] = max(found.get(tag, 0), FLUENCY[level])
    return found


def modes(posting: Posting, vocabulary: Vocabulary) -> Held:
    """How the work is done."""
    return plain([posting.assignment.work.mode])


def kinds(posting: Posting, vocabulary: Vocabulary) -> Held:
    """What kind of work it is."""
    return plain(posting.assignment.kinds)


def pro_bono(posting: Posting, vocabulary: Vocabulary) -> Held:
    """Work without a fee."""
    budget = posting.assignment.budget
    return plain(["yes"] if budget and budget.pro_bono else [])
