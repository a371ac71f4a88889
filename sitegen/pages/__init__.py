"""The list of every page: address, template, view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from sitegen import urls
from sitegen.directory import Directory
from sitegen.facets import FACETS, facet_values
from sitegen.i18n import Translator
from sitegen.matching import Matches
from sitegen.pages import articles, entries, lists, passages
from sitegen.pages.finder import search_page
from sitegen.pages.insights import insights_page
from sitegen.pages.joining import joining_pages
from sitegen.pages.onward import onward
from sitegen.pages.page import Page
from sitegen.pages.results import results_page
from sitegen.pages.workbook import workbook_pages, workbook_slugs
from sitegen.urls import GUIDES, JOIN, METHOD, PROPOSE, RESULTS, Urls
from sitegen.views.listing import page_count
from sitegen.views.words import Words

__all__ = ["Page", "all_pages", "words_for"]

FIXED = (
    "/", "/profiles/", "/assignments/", "/search/", "/shortlist/", "/insights/",
    "/404.html", JOIN, PROPOSE, RESULTS,
)  # fmt: skip


def addresses(directory: Directory, translator: Translator) -> frozenset[str]:
    """Every address that will have a page."""
    return directory.once("addresses", lambda: _addresses(directory, translator))


def _addresses(directory: Directory, translator: Translator) -> frozenset[str]:
    found = {*FIXED}
    found |= {urls.fixed(slug) for slug in directory.articles["pages"] if slug != "home"}
    found |= {urls.SELF_ASSESSMENT_PAPER} if urls.SELF_ASSESSMENT in found else set()
    for name in ("stories", "news", "help-wanted"):
        found |= {f"/{name}/{slug}/" for slug in directory.articles[name]}
        found |= {f"/{name}/"} if directory.articles[name] else set()
    found |= {urls.profile(slug) for slug in directory.people}
    found |= {urls.assignment(slug) for slug in directory.postings}
    for address, guides in passages.lists(directory).items():
        found |= _numbered(address, len(guides))
    found |= {urls.workbook(slug) for slug in workbook_slugs(directory)}
    if METHOD in found:
        found |= {urls.phase(phase.id) for phase in directory.vocabulary.method.phases}
    for listed in facet_values(directory, translator).values():
        for value in listed:
            found |= _numbered(urls.facet(value.facet.collection, value.id), len(value.people))
    found |= {f"/{facet.collection}/" for facet in FACETS}
    found |= _numbered(GUIDES, len(directory.guides))
    return frozenset(found | _numbered("/profiles/", len(directory.listed)))


def _numbered(address: str, entries: int) -> set[str]:
    """The pages of one list."""
    return {urls.listing(address, number) for number in range(1, page_count(entries) + 1)}


def words_for(directory: Directory, translator: Translator, links: Urls) -> Words:
    """Words that know which pages exist."""
    return Words(directory, translator, links, addresses(directory, translator))


def all_pages(
    words: Words, matches: Matches, photos: Mapping[str, Mapping[str, str]]
) -> tuple[Page, ...]:
    """Every page of the site, sorted by address; `photos` are links by slug and size."""
    values = facet_values(words.directory, words.t)
    found = [
        *articles.pages(words),
        *lists.pages(words, values),
        *passages.pages(words),
        *entries.pages(words, matches, photos),
        search_page(words, values, page_count(len(words.directory.listed))),
        insights_page(words, values),
        *joining_pages(words),
        results_page(words),
        *workbook_pages(words),
    ]
    found.sort(key=lambda page: page.address)
    return tuple(replace(page, onward=partial(onward, page, words)) for page in found)
