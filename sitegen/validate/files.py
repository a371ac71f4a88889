"""The rules of one file, each judged by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.bodies import BODY, body_problems
from sitegen.bounded import bounded
from sitegen.checks import CHECKS
from sitegen.errors import ContentError, Problem
from sitegen.explain.echoes import with_private
from sitegen.frontmatter import Source
from sitegen.models import ProfileText, Site
from sitegen.models.fields import Content
from sitegen.privacy import private_problems
from sitegen.read import Sources
from sitegen.unfinished import unfinished_problems
from sitegen.validate.entries import MODELS, Entry
from sitegen.validate.parsing import parse
from sitegen.vocabulary import Vocabulary


def judged_file(
    collection: str, source: Source, *rest: Any
) -> tuple[Content | None, list[Problem]]:
    """The model of a file of a collection, or None; and its problems."""
    try:
        with bounded(source.path):
            return _entry(collection, source, *rest)
    except ContentError as error:
        return None, list(error.problems)


def _entry(
    collection: str, source: Source, vocabulary: Vocabulary, site: Site, private: bool
) -> tuple[Content | None, list[Problem]]:
    model, found = parse(MODELS[collection], source, source.data, vocabulary)
    problems = list(found)
    if collection != "vetting":
        problems += body_problems(collection, source)
    longest = BODY[collection][1] if collection in BODY else 0
    problems = with_private(problems, private_problems(source, longest))
    if model is not None and collection in CHECKS:
        problems += CHECKS[collection](model, source, site)
    elif model is None:
        problems += unfinished_problems(collection, source)
    if private:
        problems = [problem for problem in problems if problem.code not in ("P040", "P048", "P115")]
    failed = any(problem.severity == "error" for problem in problems)
    return (None if failed else model), problems


def judged_translations(
    sources: Sources, problems: list[Problem]
) -> Iterator[tuple[tuple[str, str], Entry]]:
    """The valid translations of profiles by slug and language; their problems join the others."""
    for key, source in sources.translations.items():
        try:
            with bounded(source.path):
                model, found = parse(ProfileText, source, source.data, None)
                private = private_problems(source, BODY["profiles"][1])
                problems += with_private([*found, *body_problems("profiles", source)], private)
        except ContentError as error:
            problems += error.problems
            continue
        if model is not None:
            yield key, Entry(key[0], model, source)
