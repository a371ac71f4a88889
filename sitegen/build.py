"""The straight line: read → validate → relate → match → index → pages → render → write.

Imports every stage and decides nothing.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from sitegen import __version__
from sitegen.assets import bundle
from sitegen.check import directory_of, strict_problems
from sitegen.directory import Directory
from sitegen.errors import ContentError, Problem
from sitegen.exports import export_files
from sitegen.i18n import Translator
from sitegen.links import broken_links
from sitegen.matching import match
from sitegen.pages import Page, all_pages, words_for
from sitegen.photos import portraits
from sitegen.read import read
from sitegen.render import render_all
from sitegen.resources import assets_dir
from sitegen.search import search_files
from sitegen.search.lunr_js import LICENCE, lunr_js
from sitegen.shell import shell_of
from sitegen.urls import Urls
from sitegen.write import check_output, merge, write


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    pages: int
    people: int
    assignments: int
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: `today` wins over the site's `as_of`, which wins over `clock`."""

    content: Path
    output: Path
    clock: date
    today: date | None = None
    base_url: str | None = None
    jobs: int = 1
    strict: bool = False


def build(order: Order) -> Report:
    """Build the site. Raises ContentError or SettingsError, and then writes nothing."""
    check_output(order.output, order.content)
    directory, warnings = directory_of(read(order.content), order.today, order.clock)
    if order.strict:
        warnings = strict_problems(directory, warnings)
    urls = Urls(order.base_url or directory.site.url)
    files, pages = site_files(directory, urls, order.jobs)
    write(files, order.output, __version__)
    return Report(len(pages), len(directory.listed), len(directory.postings), warnings)


def site_files(
    directory: Directory, urls: Urls, jobs: int = 1
) -> tuple[dict[str, bytes], tuple[Page, ...]]:
    """Every file of the site by output path. Raises ContentError for a broken link."""
    translator = Translator(directory.site.locales[0])
    matches = match(directory)
    words = words_for(directory, translator, urls)
    assets = bundle(assets_dir(), directory.site.theme, {"js/lunr.js": lunr_js()})
    photos = dict(_photos(directory))
    portrait_links = {
        slug: {name: urls.link(f"/{path}") for name, (path, _) in sizes.items()}
        for slug, sizes in photos.items()
    }
    pages = all_pages(words, matches, portrait_links)
    with _workers(jobs) as workers:
        rendered = render_all(pages, shell_of(words, pages, assets), workers)
    files = merge(
        {
            "pages": rendered,
            "assets": assets.files,
            "photos": {path: raw for sizes in photos.values() for path, raw in sizes.values()},
            "search": search_files(words),
            "exports": export_files(directory, matches, urls, translator, _indexed(pages)),
            "licences": {"licences.txt": LICENCE.encode()},
        }
    )
    problems = list(broken_links(files, urls))
    if problems:
        raise ContentError(problems)
    return files, pages


def _indexed(pages: tuple[Page, ...]) -> Mapping[str, date | None]:
    return {page.address: page.lastmod for page in pages if not page.noindex}


def _photos(directory: Directory) -> Iterator[tuple[str, Mapping[str, tuple[str, bytes]]]]:
    """For each photo its sizes, with a path that changes when the picture does."""
    for slug, person in directory.people.items():
        if person.photo:
            sizes = portraits(person.photo.raw)
            yield (
                slug,
                {name: (f"photos/{slug}-{_mark(raw)}-{name}", raw) for name, raw in sizes.items()},
            )


def _mark(raw: bytes) -> str:
    return sha256(raw).hexdigest()[:10]


@contextmanager
def _workers(jobs: int) -> Iterator[Executor | None]:
    """Processes for rendering; none for one job."""
    if jobs <= 1:
        yield None
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as executor:
        yield executor
