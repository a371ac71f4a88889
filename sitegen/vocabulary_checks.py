"""Rules across the terms of the vocabulary: relations lead somewhere, words mean one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Source
from sitegen.models.terms import Method, Term
from sitegen.nearest import choices, joined
from sitegen.terms import fold_words
from sitegen.vocabulary import Vocabulary

SILOS = 8
UNAMBIGUOUS = ("families", "skills", "sectors", "silos", "regions", "passages", "topics")


def list_problems(source: Source, file: str, name: str) -> Iterator[Problem]:
    """A list of the vocabulary that is missing, is no list, or has another name."""
    allowed = ("families", "skills") if file == "skills" else (name,)
    group = {"group": f"{file}.yml", "allowed": ", ".join(allowed)}
    for key in source.data:
        if key not in allowed:
            near = choices(key, allowed)
            params = {"field": key, **group, **joined(near)}
            yield Problem(source.path, source.place((key,), at_key=True), "P010", params)
    rows = source.data.get(name)
    if rows is None:
        params = {"field": name, **group, "example": f"{name}:"}
        yield Problem(source.path, Place(1, 1), "P011", params)
    elif not isinstance(rows, list):
        params = {"field": name, "expected": "a list", "example": f"{name}: [{{id: …}}]"}
        yield Problem(source.path, source.place((name,), at_key=True), "P016", params)


def vocabulary_problems(vocabulary: Vocabulary, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Relations that lead nowhere, and words that would lead to two terms."""
    if len(vocabulary.silos) != SILOS:
        params = {"count": str(len(vocabulary.silos)), "most": str(SILOS)}
        yield Problem(sources["silos"].path, sources["silos"].place(("silos",)), "P085", params)
    yield from _skill_problems(vocabulary, sources["skills"])
    for index, passage in enumerate(vocabulary.passages.values()):
        loc: Loc = ("passages", index, "near")
        yield from _unknown(sources["passages"], loc, "passage", passage.near, vocabulary.passages)
    for index, topic in enumerate(vocabulary.topics.values()):
        loc = ("topics", index, "passages")
        yield from _unknown(sources["topics"], loc, "passage", topic.passages, vocabulary.passages)
    yield from _sector_problems(vocabulary, sources["sectors"])
    roles = {role.id: role for role in vocabulary.method.roles}
    for index, phase in enumerate(vocabulary.method.phases):
        loc = ("phases", index, "roles")
        yield from _unknown(sources["method"], loc, "role", phase.roles, roles)
    yield from _version_problems(vocabulary.method, sources["method"])
    for name in UNAMBIGUOUS:
        source = sources["skills" if name == "families" else name]
        yield from _ambiguous(source, name, getattr(vocabulary, name))


def _version_problems(method: Method, source: Source) -> Iterator[Problem]:
    """The newest change stands first, and gave the method its version."""
    for change in method.changes[:1]:
        if change.version != method.version:
            params = {"first": change.version, "second": method.version}
            place = source.place(("changes", 0, "version"))
            yield Problem(source.path, place, "P184", params)


def _skill_problems(vocabulary: Vocabulary, source: Source) -> Iterator[Problem]:
    for index, skill in enumerate(vocabulary.skills.values()):
        if skill.family not in vocabulary.families:
            loc = ("skills", index, "family")
            yield _not_there(source, loc, "family", skill.family, vocabulary.families)
        related: Loc = ("skills", index, "related")
        yield from _unknown(source, related, "skill", skill.related, vocabulary.skills)


def _sector_problems(vocabulary: Vocabulary, source: Source) -> Iterator[Problem]:
    """Two levels: a parent is there and has no parent of its own."""
    for index, sector in enumerate(vocabulary.sectors.values()):
        if sector.parent is None:
            continue
        loc = ("sectors", index, "parent")
        parent = vocabulary.sectors.get(sector.parent)
        if parent is None:
            yield _not_there(source, loc, "sector", sector.parent, vocabulary.sectors)
        elif parent.parent:
            yield Problem(source.path, source.place(loc), "P083", {"value": sector.id})


def _unknown(
    source: Source, loc: Loc, kind: str, values: tuple[str, ...], known: Mapping[str, object]
) -> Iterator[Problem]:
    for number, value in enumerate(values):
        if value not in known:
            yield _not_there(source, (*loc, number), kind, value, known)


def _not_there(
    source: Source, loc: Loc, kind: str, value: str, known: Mapping[str, object]
) -> Problem:
    params = {"value": value, "kind": kind, "where": source.path}
    params |= joined(choices(value, tuple(known)))
    return Problem(source.path, source.place(loc), "P012", params)


def _ambiguous(source: Source, name: str, terms: Mapping[str, Term]) -> Iterator[Problem]:
    """Labels and aliases are unique in each language, folded."""
    owners: dict[tuple[str, str], str] = {}
    for index, term in enumerate(terms.values()):
        for language, word, loc in _words(term, (name, index)):
            first = owners.setdefault((language, fold_words(word)), term.id)
            if first != term.id:
                params = {"value": word, "first": first, "second": term.id}
                yield Problem(source.path, source.place(loc), "P082", params)


def _words(term: Term, loc: Loc) -> Iterator[tuple[str, str, Loc]]:
    """Language, word and place of everything that a term is called."""
    yield "en", term.label, (*loc, "label")
    for language, words in term.aliases.items():
        for number, word in enumerate(words):
            yield language, word, (*loc, "aliases", language, number)
