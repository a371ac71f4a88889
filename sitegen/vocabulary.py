"""The words of the directory: ids, labels, aliases, relations, and the nearest right value."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.i18n import countries
from sitegen.models.fields import Known
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
    Term,
    Topic,
)
from sitegen.terms import fold_words

FILES: Mapping[str, type[Term]] = {
    "families": Family,
    "skills": Skill,
    "sectors": Sector,
    "silos": Silo,
    "regions": Region,
    "passages": Passage,
    "topics": Topic,
    "kinds": Kind,
    "labels": Label,
}
MISSPELT = 0.8
SMALL_WORDS = frozenset(("and", "the", "for", "des", "les", "und", "der", "die", "los", "las"))
WHERE = {
    "skill": "content/vocabulary/skills.yml",
    "sector": "content/vocabulary/sectors.yml",
    "silo": "content/vocabulary/silos.yml",
    "region": "content/vocabulary/regions.yml",
    "passage": "content/vocabulary/passages.yml",
    "topic": "content/vocabulary/topics.yml",
    "kind": "content/vocabulary/kinds.yml",
    "label": "content/vocabulary/labels.yml",
    "phase": "content/vocabulary/method.yml",
    "role": "content/vocabulary/method.yml",
}


@dataclass(frozen=True)
class Vocabulary:
    """Every term by id, in the order of the files."""

    families: Mapping[str, Family]
    skills: Mapping[str, Skill]
    sectors: Mapping[str, Sector]
    silos: Mapping[str, Silo]
    regions: Mapping[str, Region]
    passages: Mapping[str, Passage]
    topics: Mapping[str, Topic]
    kinds: Mapping[str, Kind]
    labels: Mapping[str, Label]
    method: Method

    @cached_property
    def known(self) -> Known:
        """Ids by kind: the validation context of the models."""
        return {
            "skill": frozenset(self.skills),
            "sector": frozenset(self.sectors),
            "silo": frozenset(self.silos),
            "region": frozenset(self.regions),
            "passage": frozenset(self.passages),
            "topic": frozenset(self.topics),
            "kind": frozenset(self.kinds),
            "label": frozenset(self.labels),
            "phase": frozenset(phase.id for phase in self.method.phases),
            "role": frozenset(role.id for role in self.method.roles),
        }

    def terms(self, kind: str) -> Mapping[str, Term]:
        """The terms of one kind of the validation context; empty for phases and roles."""
        tables: Mapping[str, Mapping[str, Term]] = {
            "skill": self.skills,
            "sector": self.sectors,
            "silo": self.silos,
            "region": self.regions,
            "passage": self.passages,
            "topic": self.topics,
            "kind": self.kinds,
            "label": self.labels,
        }
        return tables.get(kind, {})

    @cached_property
    def skills_by_family(self) -> Mapping[str, tuple[Skill, ...]]:
        """The skills of each family, in the order of the file."""
        return {
            family: tuple(skill for skill in self.skills.values() if skill.family == family)
            for family in self.families
        }

    @cached_property
    def names_of_skills(self) -> Mapping[str, frozenset[str]]:
        """The label and every alias of each skill, as folded words."""
        spoken = (
            (skill.id, (skill.label, *(name for names in skill.aliases.values() for name in names)))
            for skill in self.skills.values()
        )
        return {skill: frozenset(map(fold_words, names)) for skill, names in spoken}

    @cached_property
    def regions_of_country(self) -> Mapping[str, tuple[str, ...]]:
        """The regions that hold a country, smallest first."""
        by_size = sorted(self.regions.values(), key=lambda region: len(region.countries))
        return {
            code: tuple(region.id for region in by_size if code in region.countries)
            for code in countries()
        }

    @cached_property
    def _around(self) -> Mapping[str, tuple[str, ...]]:
        held = {area: self.countries_in(area) for area in (*self.regions, *countries())}
        return {
            area: tuple(r.id for r in self.regions.values() if inside <= held[r.id])
            for area, inside in held.items()
        }

    def regions_around(self, area: str) -> tuple[str, ...]:
        """The regions that hold all of a region or country, itself among them."""
        return self._around[area]

    def regions_within(self, area: str) -> tuple[str, ...]:
        """The regions that lie in a region, itself among them; none in a country."""
        return self._within.get(area, ())

    @cached_property
    def _within(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for region in self.regions:
            for area in self._around[region]:
                found.setdefault(area, []).append(region)
        return {area: tuple(regions) for area, regions in found.items()}

    def countries_in(self, area: str) -> frozenset[str]:
        """The countries of a region id, or the country itself."""
        region = self.regions.get(area)
        return frozenset(region.countries) if region else frozenset((area,))

    def sector_with_parent(self, sector: str) -> tuple[str, ...]:
        """The sector and, where it has one, its parent."""
        parent = self.sectors[sector].parent
        return (sector, parent) if parent else (sector,)

    @cached_property
    def _by_words(self) -> Mapping[str, Mapping[str, str]]:
        return {kind: dict(_words(self.terms(kind).values())) for kind in WHERE}

    def suggest(self, kind: str, value: str) -> tuple[str, ...]:
        """The ids nearest to what somebody wrote, at most three, best first.

        Through labels and aliases of all languages; then a family's name, in anybody's words,
        which gives the first skills of that family; then by spelling, and by words in common.
        """
        words = fold_words(value)
        ids = {fold_words(one): one for one in sorted(self.known.get(kind, ()))}
        table = self._by_words.get(kind) or ids
        exact = words if words in table else _joined(table).get(words.replace(" ", ""))
        if exact:
            return (table[exact],)
        family = self._family(words) if kind == "skill" else None
        if family:
            return tuple(skill.id for skill in self.skills_by_family[family][:3])
        close = difflib.get_close_matches(words, sorted(table), n=3, cutoff=MISSPELT)
        found = [table[one] for one in (*close, *_in_common(words, table))]
        return tuple(dict.fromkeys(found))[:3]

    def _family(self, words: str) -> str | None:
        names = self._families_by_words
        close = difflib.get_close_matches(words, sorted(names), n=1, cutoff=MISSPELT)
        return names[close[0]] if close else None

    @cached_property
    def _families_by_words(self) -> Mapping[str, str]:
        spoken = {
            fold_words(name): family.id
            for family in self.families.values()
            for name in family.names.model_dump().values()
        }
        return spoken | dict(_words(self.families.values()))


def _joined(table: Mapping[str, str]) -> Mapping[str, str]:
    """The names by their letters alone: `burn out` is burnout."""
    return {name.replace(" ", ""): name for name in table}


def _in_common(words: str, table: Mapping[str, str]) -> list[str]:
    """The names that share most words with what was written: all words of one, or two."""
    written = _weighty(words)
    scored = []
    for name in table:
        named = _weighty(name)
        shared = sum(any(_alike(word, other) for other in named) for word in written)
        enough = shared >= 2 or shared in (len(written), len(named))
        if written and enough and shared * 2 >= max(len(written), len(named)):
            scored.append((-shared, abs(len(named) - len(written)), name))
    return [name for _, _, name in sorted(scored)]


def _weighty(words: str) -> list[str]:
    return [word for word in words.split() if len(word) > 2 and word not in SMALL_WORDS]


def _alike(one: str, other: str) -> bool:
    """The same word, or one of its family: organising, organizer."""
    shorter = min(len(one), len(other))
    return one == other or (shorter >= 5 and one[:5] == other[:5])


def _words(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """Folded words that lead to an id; labels and ids win over aliases."""
    listed = tuple(terms)
    for term in listed:
        for names in term.aliases.values():
            for name in names:
                yield fold_words(name), term.id
    for term in listed:
        yield fold_words(term.label), term.id
        yield fold_words(term.id), term.id
