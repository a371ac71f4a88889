"""The settings first, then every file by them."""

from __future__ import annotations

from functools import partial

from sitegen.errors import Problem
from sitegen.explain.echoes import with_causes
from sitegen.memo import ONCE, Memo
from sitegen.photo_checks import photo_problems
from sitegen.read import Sources
from sitegen.validate.common import site_of, vocabulary_of
from sitegen.validate.entries import Entries, Entry
from sitegen.validate.files import judged_file, judged_translations


def validate(
    sources: Sources, *, private: bool = False, memo: Memo = ONCE
) -> tuple[Entries | None, list[Problem]]:
    """Models of every valid file, and all problems; no entries without site and vocabulary.

    With `private`, what only the overlay may say is allowed.
    """
    entries, problems = _judged(sources, private, memo)
    noticed = [found for source in sources.texts() for found in source.noticed]
    return entries, with_causes(problems, noticed)


def _judged(sources: Sources, private: bool, memo: Memo) -> tuple[Entries | None, list[Problem]]:
    problems = list(sources.problems)
    vocabulary, found = memo.of(
        "vocabulary",
        (*sources.vocabulary.values(), *sorted(sources.unread)),
        lambda: vocabulary_of(sources),
    )
    site, wrong = memo.of("site", (sources.site, vocabulary), lambda: site_of(sources, vocabulary))
    problems += [*found, *wrong]
    if vocabulary is None or site is None:
        return None, problems
    collections: dict[str, dict[str, Entry]] = {}
    invalid: dict[str, frozenset[str]] = {}
    for name, files in sources.collections.items():
        collections[name], bad = {}, set()
        for slug, source in files.items():
            given = (source, vocabulary, site)
            model, found = memo.of(
                (name, slug, private), given, partial(judged_file, name, *given, private)
            )
            problems += found
            if model is None:
                bad.add(slug)
            else:
                collections[name][slug] = Entry(slug, model, source)
        invalid[name] = frozenset(bad | sources.unread_in(name))
    translations = dict(judged_translations(sources, problems))
    photos = tuple(sources.photos.values())
    problems += memo.of("photos", photos, lambda: [*photo_problems(photos)])
    rest = (collections, translations, sources.photos, invalid, sources.root)
    return Entries(site, vocabulary, *rest), problems
