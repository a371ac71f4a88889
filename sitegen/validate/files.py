"""The rules of one file, each judged by itself, by whoever helps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from sitegen.bodies import BODY, body_problems, local_links
from sitegen.bounded import bounded
from sitegen.checks import CHECKS
from sitegen.errors import ContentError, Problem, has_errors
from sitegen.explain.echoes import with_private
from sitegen.frontmatter import Source
from sitegen.memo import Memo
from sitegen.models import ProfileText, Site
from sitegen.models.fields import Content
from sitegen.privacy import private_problems
from sitegen.unfinished import unfinished_problems
from sitegen.validate.entries import MODELS, Links
from sitegen.validate.parsing import parse
from sitegen.vocabulary import Vocabulary
from sitegen.workers import Crew, in_turn

TRANSLATIONS = "translations"


class Rules(NamedTuple):
    """What files are judged by; with `private`, what only the overlay may say is allowed."""

    vocabulary: Vocabulary
    site: Site
    private: bool


class Judged(NamedTuple):
    """The model of a file, or None; its problems, and where its text links to within the site."""

    model: Content | None
    problems: list[Problem]
    links: Links = ()


# A file with the name of its collection, or TRANSLATIONS.
File: TypeAlias = tuple[str, Source]


def judged_files(files: Sequence[File], rules: Rules, memo: Memo, crew: Crew) -> Sequence[Judged]:
    """What each file is worth, in order; a crew shares what the memo does not know."""
    asked = [
        ((collection, source.path, rules.private), (source, rules.vocabulary, rules.site))
        for collection, source in files
    ]
    return memo.each(
        asked,
        lambda places: in_turn(crew, _judged, rules, [files[place] for place in places]),
    )


def _judged(rules: Rules, file: File) -> Judged:
    collection, source = file
    try:
        with bounded(source.path):
            if collection == TRANSLATIONS:
                return _translation(source)
            return _entry(collection, source, rules)
    except ContentError as error:
        return Judged(None, list(error.problems))


def _entry(collection: str, source: Source, rules: Rules) -> Judged:
    model, found = parse(MODELS[collection], source, source.data, rules.vocabulary)
    problems = list(found)
    if collection != "vetting":
        problems += body_problems(collection, source)
    longest = BODY[collection][1] if collection in BODY else 0
    problems = with_private(problems, private_problems(source, longest))
    if model is not None and collection in CHECKS:
        problems += CHECKS[collection](model, source, rules.site)
    elif model is None:
        problems += unfinished_problems(collection, source)
    if rules.private:
        problems = [problem for problem in problems if problem.code not in ("P040", "P048", "P115")]
    if has_errors(problems):
        return Judged(None, problems)
    return Judged(model, problems, local_links(source))


def _translation(source: Source) -> Judged:
    model, found = parse(ProfileText, source, source.data, None)
    private = private_problems(source, BODY["profiles"][1])
    problems = with_private([*found, *body_problems("profiles", source)], private)
    return Judged(model, problems, () if has_errors(problems) else local_links(source))
