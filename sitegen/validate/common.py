"""Settings and vocabulary: what every other file is judged by."""

from __future__ import annotations

from sitegen.checks import rule_problems
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Source
from sitegen.models import Method, Site
from sitegen.models.terms import Term
from sitegen.read import Sources
from sitegen.site_checks import site_problems
from sitegen.validate.parsing import parse
from sitegen.vocabulary import FILES, Vocabulary
from sitegen.vocabulary_checks import list_problems, vocabulary_problems


def site_of(sources: Sources, vocabulary: Vocabulary | None) -> tuple[Site | None, list[Problem]]:
    """The settings, or None where there are none or they are wrong."""
    if sources.site is None:
        return None, []
    site, found = parse(Site, sources.site, sources.site.data, vocabulary)
    if site is not None:
        found += [*rule_problems(site, sources.site), *site_problems(site, sources.site)]
    return site, found


def vocabulary_of(sources: Sources) -> tuple[Vocabulary | None, list[Problem]]:
    """The whole vocabulary, or None: what cannot be looked up truly is not judged."""
    found: list[Problem] = []
    tables = {name: _table(sources, name, found) for name in FILES}
    source = _vocabulary_file(sources, "method", "version", found)
    method = None
    if source:
        method, wrong = parse(Method, source, source.data, None)
        found += wrong
    if method is None or found or any(table is None for table in tables.values()):
        return None, found
    vocabulary = Vocabulary(**tables, method=method)  # type: ignore[arg-type]  # by FILES
    return vocabulary, list(vocabulary_problems(vocabulary, sources.vocabulary))


def _vocabulary_file(
    sources: Sources, name: str, first: str, problems: list[Problem]
) -> Source | None:
    """A file of the vocabulary; one that could not be read has its problem already."""
    source = sources.vocabulary.get(name)
    path = f"{sources.root}/vocabulary/{name}.yml"
    if source is None and path not in sources.unread:
        params = {
            "kind": "file",
            "value": path,
            "example": f"a site needs it; it starts with {first}:",
        }
        problems.append(Problem(path, Place(1, 1), "P070", params))
    return source


def _table(sources: Sources, name: str, problems: list[Problem]) -> dict[str, Term] | None:
    """The terms of one list by id; None when its file is missing or unreadable."""
    file = "skills" if name == "families" else name
    source = _vocabulary_file(sources, file, name, problems)
    if source is None:
        return None
    problems += list_problems(source, file, name)
    rows = source.data.get(name)
    table: dict[str, Term] = {}
    places: dict[str, Place] = {}
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        term, found = parse(FILES[name], source, row, None, base=(name, index))
        problems += found
        if term is None:
            continue
        place = source.place((name, index, "id"))
        first = places.setdefault(term.id, place)
        if first != place:
            params = {"value": term.id, "field": name, "line": str(first.line)}
            problems.append(Problem(source.path, place, "P036", params))
        table.setdefault(term.id, term)
    return table
