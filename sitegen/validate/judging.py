"""The settings first, then every file by them."""

from __future__ import annotations

from sitegen.errors import Problem
from sitegen.explain.echoes import with_causes
from sitegen.memo import ONCE, Memo
from sitegen.photo_checks import photo_problems
from sitegen.read import Sources
from sitegen.validate.common import site_of, vocabulary_of
from sitegen.validate.entries import Entries, Entry
from sitegen.validate.files import TRANSLATIONS, Rules, judged_files
from sitegen.workers import Alone, Crew


def validate(
    sources: Sources, *, private: bool = False, memo: Memo = ONCE, crew: Crew | None = None
) -> tuple[Entries | None, list[Problem]]:
    """Models of every valid file, and all problems; no entries without site and vocabulary.

    With `private`, what only the overlay may say is allowed. A crew shares what is worth it.
    """
    entries, problems = _judged(sources, private, memo, crew or Alone())
    noticed = [found for source in sources.texts() for found in source.noticed]
    return entries, with_causes(problems, noticed)


def _judged(
    sources: Sources, private: bool, memo: Memo, crew: Crew
) -> tuple[Entries | None, list[Problem]]:
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
    given = [(name, source) for name, of in sources.collections.items() for source in of.values()]
    given += [(TRANSLATIONS, source) for source in sources.translations.values()]
    judged = iter(judged_files(given, Rules(vocabulary, site, private), memo, crew))
    collections: dict[str, dict[str, Entry]] = {}
    invalid: dict[str, frozenset[str]] = {}
    for name, files in sources.collections.items():
        collections[name], bad = {}, set()
        for slug, source in files.items():
            model, found, links = next(judged)
            problems += found
            if model is None:
                bad.add(slug)
            else:
                collections[name][slug] = Entry(slug, model, source, links)
        invalid[name] = frozenset(bad | sources.unread_in(name))
    translations: dict[tuple[str, str], Entry] = {}
    for key, source in sources.translations.items():
        model, found, links = next(judged)
        problems += found
        if model is not None:
            translations[key] = Entry(key[0], model, source, links)
    photos = tuple(sources.photos.values())
    problems += memo.of("photos", photos, lambda: [*photo_problems(photos)])
    rest = (collections, translations, sources.photos, invalid, sources.root)
    return Entries(site, vocabulary, *rest), problems
