"""What `sitegen check` does: read, validate, relate; no matching, no output."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from sitegen.directory import Directory
from sitegen.errors import ContentError, Place, Problem, SettingsError, has_errors, in_order
from sitegen.i18n import Translator
from sitegen.memo import ONCE, Memo
from sitegen.models import Site
from sitegen.pages import words_for
from sitegen.read import Sources, read, shown
from sitegen.relate import relate
from sitegen.suggestions import suggestion_problems
from sitegen.urls import Urls
from sitegen.validate import Entries, validate
from sitegen.verdict import Verdict, verdict
from sitegen.workers import Crew


def judged(
    sources: Sources,
    today: date | None,
    clock: date,
    memo: Memo = ONCE,
    crew: Crew | None = None,
) -> tuple[Directory | None, list[Problem]]:
    """The directory on a day, and every problem; None without sound settings and vocabulary.

    The day is `today`, else the site's `as_of`, else `clock`.
    """
    entries, problems = validate(sources, memo=memo, crew=crew)
    if entries is None:
        return None, problems
    common = (f"{sources.root}/site.yml", f"{sources.root}/vocabulary/")
    if has_errors(p for p in problems if p.path.startswith(common)):
        return None, problems
    directory, found = relate(entries, today or entries.site.as_of or clock, memo)
    return directory, [*problems, *found, *link_problems(entries, directory)]


def check(
    root: Path,
    paths: Iterable[Path],
    clock: date,
    changed: Iterable[Path] | None = None,
    ask: Callable[[Sources, Callable[[str], bool]], Iterable[Problem]] | None = None,
    crew: Crew | None = None,
) -> Verdict:
    """All problems of the content, sorted; with `paths`, only those of these files and folders.

    What members may want to add to their fields is asked here only: a build has no use for it.

    With `changed`, those that a change of these files answers for, and the others apart. What
    kept the rest from being judged (settings, vocabulary) is always told, and always counts.
    `ask` is given the sources and which of their paths are wanted, and says more about them. A crew
    shares what is worth it.
    Raises SettingsError S014 for a path at which nothing was read.
    """
    sources = read(root, crew=crew)
    directory, problems = judged(sources, None, clock, crew=crew)
    wanted = tuple(_wanted(path, sources) for path in paths)
    if directory is None:
        return Verdict(in_order(problems))
    problems += suggestion_problems(sources, directory, crew)

    def is_wanted(path: str) -> bool:
        return not wanted or any(_lies_in(path, one) for one in wanted)

    problems = [problem for problem in problems if is_wanted(problem.path)]
    if ask is not None:
        problems += ask(sources, is_wanted)
    if changed is None:
        return Verdict(in_order(problems))
    return verdict(problems, frozenset(_named(path, root) for path in changed))


def _named(path: Path, root: Path) -> str:
    """A path as problems name it, by whatever links another way leads there."""
    real, top = Path(os.path.realpath(path.parent), path.name), Path(os.path.realpath(root))
    return shown(root / real.relative_to(top)) if real.is_relative_to(top) else shown(path)


def _wanted(path: Path, sources: Sources) -> str:
    name = shown(path)
    files = {sources.site.path if sources.site else "", *sources.unread}
    files |= {source.path for source in sources.vocabulary.values()}
    files |= {s.path for found in sources.collections.values() for s in found.values()}
    files |= {source.path for source in sources.translations.values()}
    files |= {photo.path for photo in sources.photos.values()}
    files |= {problem.path for problem in sources.problems}
    if not any(_lies_in(file, name) for file in files):
        raise SettingsError("S014", path=name)
    return name


def _lies_in(file: str, path: str) -> bool:
    return path in (".", file) or file.startswith(f"{path.rstrip('/')}/")


def link_problems(entries: Entries, directory: Directory) -> Iterator[Problem]:
    """Links in texts to pages that the site does not have.

    Whatever passes here must not stop a build, which follows every link. Only a build knows which
    parts a page has: the fixed pages, which maintainers write, may name them.
    """
    translator = Translator(directory.site.locales[0])
    pages = words_for(directory, translator, Urls(directory.site.url)).pages
    texts = [
        (name, entry) for name, found in entries.collections.items() for entry in found.values()
    ]
    texts += [("profiles", entry) for entry in entries.translations.values()]
    for collection, entry in texts:
        for href, place in entry.links:
            address, _, fragment = href.partition("#")
            is_here = address.partition("?")[0] in pages
            if not (is_here and (not fragment or collection == "pages")):
                yield Problem(entry.source.path, place, "P092", {"value": href})


def directory_of(
    sources: Sources,
    today: date | None,
    clock: date,
    memo: Memo = ONCE,
    crew: Crew | None = None,
) -> tuple[Directory, tuple[Problem, ...]]:
    """The directory and its warnings. Raises ContentError when anything is an error."""
    directory, problems = judged(sources, today, clock, memo, crew)
    if directory is None or has_errors(problems):
        raise ContentError(problems)
    return directory, in_order(problems)


OPERATOR = ("legal_form", "answers_for_data", "funding", "complaints", "last_review")


def unsaid_of_operator(site: Site) -> tuple[str, ...]:
    """The fields of `operator` that are empty, all of them where nobody is named."""
    return tuple(name for name in OPERATOR if getattr(site.operator, name, None) is None)


def strict_problems(
    root: str, directory: Directory, warnings: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Hold a real site to more: every warning counts, and the operator says who answers.

    Raises ContentError; gives back the warnings, of which there are then none.
    """
    site, problems = directory.site, list(warnings)
    if not site.sample:
        problems += [
            Problem(
                f"{root}/site.yml",
                Place(1, 1),
                "P084",
                {"field": f"operator.{name}", "other": "--strict"},
            )
            for name in unsaid_of_operator(site)
        ]
    if problems:
        raise ContentError(problems)
    return ()
