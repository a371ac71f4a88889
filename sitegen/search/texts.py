"""Which words of a person or an assignment can be found, by the fields of the index.

Only what the entry's own page says is searched: no day rates, nothing that somebody declines,
nobody whom an anonymous client excludes, no country of a person who gives a region only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen import markup
from sitegen.directory import Directory, Person, Posting
from sitegen.facets import FACETS
from sitegen.i18n import Translator
from sitegen.models.terms import Term
from sitegen.vocabulary import Vocabulary

Texts = Mapping[str, Iterable[str]]

_FACETS = {facet.key: facet for facet in FACETS}


def person_texts(person: Person, directory: Directory, translator: Translator) -> Texts:
    """The texts of a person by field."""
    profile, vocabulary = person.profile, directory.vocabulary
    based = profile.based_in
    found = {key: list(facet.of_person(person, vocabulary)) for key, facet in _FACETS.items()}
    # No filter offers what somebody would rather not do again; their page says it all the same.
    found["skill"] = [claim.skill for claim in profile.skills]
    areas = [*_regions(based.country, vocabulary), *filter(None, [based.region]), *profile.regions]
    translations = person.translations.values()
    return {
        "name": [profile.name, profile.name_native or ""],
        "headline": [profile.headline, *(headline for headline, _ in translations)],
        "words": profile.in_my_words,
        "places": [based.city or "", *_places([*found["country"], *areas], vocabulary, translator)],
        "ventures": [
            text or ""
            for venture in profile.ventures
            for text in (venture.name, venture.role, venture.reach, venture.summary)
        ],
        "evidence": [claim.evidence or "" for claim in profile.skills],
        "body": [*map(markup.plain, [person.body, *(body for _, body in translations)])],
        **_terms(found, areas, vocabulary, translator),
    }


def posting_texts(posting: Posting, directory: Directory, translator: Translator) -> Texts:
    """The texts of an assignment by field; its client counts as a venture."""
    assignment, vocabulary = posting.assignment, directory.vocabulary
    work = assignment.work
    found = {
        key: list(facet.of_posting(posting, vocabulary))
        for key, facet in _FACETS.items()
        if facet.of_posting
    }
    areas = list(_regions(work.country, vocabulary))
    return {
        "name": [],
        "headline": [assignment.title],
        "words": [],
        "places": [work.city or "", *_places([*found["country"], *areas], vocabulary, translator)],
        "ventures": [assignment.client.name or ""],
        "evidence": [],
        "body": [markup.plain(posting.body), *assignment.deliverables],
        **_terms(found, areas, vocabulary, translator),
    }


def _terms(
    found: Mapping[str, list[str]],
    areas: Iterable[str],
    vocabulary: Vocabulary,
    translator: Translator,
) -> Texts:
    """Skills and sectors by label; other people's words for all that was said, as aliases."""
    skills = [vocabulary.skills[skill] for skill in dict.fromkeys(found["skill"])]
    sectors = [vocabulary.sectors[sector] for sector in dict.fromkeys(found["sector"])]
    silos = [vocabulary.silos[silo] for silo in dict.fromkeys(found["silo"])]
    regions = [
        vocabulary.regions[area] for area in dict.fromkeys(areas) if area in vocabulary.regions
    ]
    return {
        "skills": [skill.label for skill in skills],
        "sectors": [sector.label for sector in sectors],
        "aliases": [
            *_aliases([*skills, *sectors, *silos, *regions]),
            *_family_names(dict.fromkeys(skill.family for skill in skills), vocabulary),
            *(name for silo in silos for name in (silo.label, silo.short)),
            *map(translator.language, dict.fromkeys(found["language"])),
        ],
    }


def _aliases(terms: Iterable[Term]) -> Iterator[str]:
    """One text a term, in which no word follows on another's: many people share the whole of it."""
    for term in terms:
        yield "\n".join(alias for _, names in sorted(term.aliases.items()) for alias in names)


def _family_names(families: Iterable[str], vocabulary: Vocabulary) -> Iterator[str]:
    """What founders, companies, NGOs and multilaterals call the families of the skills."""
    for family in families:
        names = vocabulary.families[family].names
        yield "\n".join((names.founder, names.corporate, names.ngo, names.multilateral))


def _regions(country: str | None, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.regions_of_country.get(country or "", ())


def _places(areas: Iterable[str], vocabulary: Vocabulary, translator: Translator) -> Iterator[str]:
    for area in dict.fromkeys(areas):
        region = vocabulary.regions.get(area)
        yield region.label if region else translator.country(area)
