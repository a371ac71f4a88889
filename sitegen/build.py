"""The straight line: read → validate → relate → match → index → pages → render → write.

Imports every stage and decides nothing.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from sitegen import __version__
from sitegen.assets import bundle
from sitegen.check import directory_of, strict_problems
from sitegen.directory import Directory
from sitegen.errors import ContentError, Problem, SettingsError
from sitegen.forms import families_text, form_text
from sitegen.i18n import Translator
from sitegen.links import broken_links
from sitegen.matching import Matches
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.ranking import match
from sitegen.pages import Page, all_pages, words_for
from sitegen.pages.joining import blank_files
from sitegen.photos import RECIPE, SIZES, portraits
from sitegen.progress import Progress, measured
from sitegen.read import Photo, read, shown
from sitegen.render import compile_all, render_all
from sitegen.resources import assets_dir, templates_dir
from sitegen.search.lunr_js import LICENCE, lunr_js
from sitegen.shell import shell_of
from sitegen.skill_words import skill_files
from sitegen.text import printable
from sitegen.urls import Urls
from sitegen.views.words import Words
from sitegen.workers import Here, workers
from sitegen.write import check_output, merge, write

# An id of git, whole or shortened: SHA-1 has 40 digits, SHA-256 has 64.
COMMIT = re.compile(r"[0-9a-f]{7,64}")
LICENCES = {"licences.txt": LICENCE.encode()}


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    pages: int
    people: int
    assignments: int
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: `today` wins over the site's `as_of`, which wins over `clock`.

    `commit` is that of the content, for those who must show later what they read.
    """

    content: Path
    output: Path
    clock: date
    today: date | None = None
    base_url: str | None = None
    jobs: int = 1
    strict: bool = False
    commit: str = ""


def build(order: Order, progress: Progress | None = None) -> Report:
    """Build the site. Raises ContentError or SettingsError, and then writes nothing.

    `progress` is told of each stage.
    """
    progress = progress or Progress()
    check_commit(order.commit)
    check_output(order.output, order.content)
    with workers(order.jobs) as executor:
        for _ in range(order.jobs):
            executor.submit(_warm)
        with progress.stage("read"):
            sources = read(order.content)
        with progress.stage("check", len([*sources.texts()])):
            directory, warnings = directory_of(sources, order.today, order.clock)
        if order.strict:
            warnings = strict_problems(shown(order.content), directory, warnings)
        urls = Urls(directory.site.url if order.base_url is None else order.base_url)
        files, pages = site_files(directory, urls, executor, order.commit, order.jobs, progress)
    with progress.stage("write", len(files)):
        write(files, order.output, __version__, made_with(directory, urls, order.commit))
    return Report(len(pages), len(directory.listed), len(directory.postings), warnings)


def made_with(directory: Directory, urls: Urls, commit: str) -> dict[str, str]:
    """What `sitegen verify` needs to build the same again."""
    return {
        "sitegen": __version__,
        "day": directory.today.isoformat(),
        "url": urls.origin + urls.path,
        "commit": commit,
    }


def site_files(
    directory: Directory,
    urls: Urls,
    executor: Executor | None = None,
    commit: str = "",
    jobs: int = 1,
    progress: Progress | None = None,
) -> tuple[dict[str, bytes], tuple[Page, ...]]:
    """Every file of the site by output path. Raises ContentError for a broken link.

    Matching inherits the directory and cannot be sent to `executor`: it has `jobs` of its own.
    """
    executor, progress = executor or Here(), progress or Progress()
    photos = photos_of(directory)
    drawn = executor.map(portraits, [photo.raw for photo in photos.values()])
    translator = Translator(directory.site.locales[0])
    words = words_for(directory, translator, urls)
    index = executor.submit(measured, "search", search_part, words)
    with progress.stage("match", len(directory.listed)):
        matches = replace(match(directory, jobs=jobs), guides=guides_for(directory))
    with progress.stage("decide"):
        pages = all_pages(words, matches, portrait_links(photos, urls))
        assets = bundle(assets_dir(), directory.site.theme, loaded(directory, translator))
    exports = executor.submit(
        measured, "exports", export_part, directory, matches, urls, translator, indexed(pages)
    )
    with progress.stage("render", len(pages)):
        rendered = render_all(pages, shell_of(words, pages, assets, commit), executor)
    with progress.stage("wait"):
        (searched, looking), (exported, telling) = index.result(), exports.result()
    progress.add(looking)
    progress.add(telling)
    files = merge(
        {
            "pages": rendered,
            "assets": assets.files,
            "photos": photo_part(photos, drawn),
            "search": searched,
            "exports": exported,
            "blanks": blank_files(words),
            "licences": LICENCES,
        }
    )
    with progress.stage("follow", len(files)):
        _follow(files, urls)
    return files, pages


def _follow(files: Mapping[str, bytes], urls: Urls) -> None:
    problems = list(broken_links(files, urls))
    if problems:
        raise ContentError(problems)


def loaded(directory: Directory, translator: Translator) -> Mapping[str, bytes]:
    """What scripts load besides each other, by its name among the assets."""
    vocabulary = directory.vocabulary
    return {
        "js/lunr.js": lunr_js(),
        "data/families.json": families_text(vocabulary),
        "data/form.json": form_text(directory.site, vocabulary, translator),
        **skill_files(vocabulary, translator.locale.language),
    }


def check_commit(commit: str) -> None:
    """Refuse what is no commit's id, with SettingsError S040; none at all is fine."""
    if commit and not COMMIT.fullmatch(commit):
        raise SettingsError("S040", value=printable(commit))


def _warm() -> None:
    """Load what the pages will need: in workers, while the content is still being read."""
    importlib.import_module("sitegen.search.files")
    importlib.import_module("sitegen.inbrowser.files")
    importlib.import_module("sitegen.inbrowser.finder")
    importlib.import_module("sitegen.exports")
    compile_all(templates_dir())


def search_part(words: Words) -> Mapping[str, bytes]:
    """Index, columns and what else scripts ask for while somebody searches."""
    # Imported where they run: beside the rendering, in a process of its own.
    from sitegen.inbrowser.files import matching_files
    from sitegen.inbrowser.finder import finder_files
    from sitegen.search.files import search_files

    return {**search_files(words), **matching_files(words), **finder_files(words)}


def export_part(
    directory: Directory,
    matches: Matches,
    urls: Urls,
    translator: Translator,
    addresses: Mapping[str, date | None],
) -> Mapping[str, bytes]:
    """Feeds, the sitemap and the API; `addresses` are those of pages, with their last change."""
    from sitegen.exports import export_files

    return export_files(directory, matches, urls, translator, addresses)


def indexed(pages: tuple[Page, ...]) -> Mapping[str, date | None]:
    """The pages that search engines may list, each with its last change."""
    return {page.address: page.lastmod for page in pages if not page.noindex}


def photos_of(directory: Directory) -> Mapping[str, Photo]:
    """The photos of people, by slug."""
    return {slug: p.photo for slug, p in sorted(directory.people.items()) if p.photo}


def photo_part(
    photos: Mapping[str, Photo], drawn: Iterable[Mapping[str, bytes]]
) -> Mapping[str, bytes]:
    """The portraits of each photo by output path; `drawn` are in the order of `photos`."""
    return {
        path: sizes[size]
        for (slug, photo), sizes in zip(photos.items(), drawn, strict=True)
        for size, path in _addresses(slug, photo.raw).items()
    }


def portrait_links(photos: Mapping[str, Photo], urls: Urls) -> Mapping[str, Mapping[str, str]]:
    """Where the portraits of each person stand, by size."""
    return {
        slug: {size: urls.link(f"/{path}") for size, path in _addresses(slug, photo.raw).items()}
        for slug, photo in photos.items()
    }


def _addresses(slug: str, photo: bytes) -> dict[str, str]:
    """For each size of a photo a path that changes when the photo does, or how it is made."""
    mark = sha256(RECIPE.encode() + photo).hexdigest()[:10]
    return {size: f"photos/{slug}-{mark}-{size}" for size in SIZES}
