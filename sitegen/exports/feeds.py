"""Atom 1.0 feeds: new assignments, and what is new for a skill or a sector.

Every time stands in the content; the day of the build appears only in a feed without entries.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from sitegen import markup, urls
from sitegen.directory import Article, Directory, Person, Posting
from sitegen.exports.encode import xml_bytes
from sitegen.facets import facet_values
from sitegen.i18n import Translator
from sitegen.models import News
from sitegen.unmade import Unmade
from sitegen.urls import Urls

ATOM = "http://www.w3.org/2005/Atom"
# Tag URIs name the year in which the host was ours (RFC 4151); it must never change.
TAG_YEAR = "2026"
MOST_ENTRIES = 30
SUMMARY_LENGTH = 300
FACETS = ("skill", "sector")


@dataclass(frozen=True, slots=True)
class _Entry:
    address: str
    slug: str
    title: str
    summary: str
    updated: date
    published: date | None = None


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed of what these assignments and people say of themselves, or of `news`."""

    address: str
    about: str
    title: str
    postings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    news: tuple[_Entry, ...] = ()


class _Entries(NamedTuple):
    """What a feed says of an assignment or of a person, by slug."""

    postings: Mapping[str, _Entry]
    people: Mapping[str, _Entry]


def feed_files(directory: Directory, links: Urls, translator: Translator) -> dict[str, Unmade]:
    """A feed of the open assignments, and one for each skill and sector that has a page."""
    people, postings = directory.people, directory.postings
    said = _Entries(
        directory.each("posted", lambda slug: _posting(postings[slug])),
        directory.each("confirmed", lambda slug: _person(people[slug])),
    )

    def make(feed: _Feed) -> bytes:
        of_postings = map(said.postings.__getitem__, feed.postings)
        of_people = map(said.people.__getitem__, feed.people)
        entries = _newest([*of_postings, *of_people, *feed.news])
        return xml_bytes(_atom(feed, entries, directory, links, translator))

    return {
        urls.output_path(feed.address): Unmade(partial(make, feed), feed)
        for feed in _feeds(directory, translator)
    }


def _feeds(directory: Directory, translator: Translator) -> Iterator[_Feed]:
    site = directory.site
    title = translator.gettext("{site}: new assignments").format(site=site.title)
    openings = tuple(posting.slug for posting in directory.open_postings)
    yield _Feed(feed_address("/assignments/"), "/assignments/", title, openings)
    news = tuple(_news(article) for article in directory.articles["news"].values())
    if news:
        title = translator.gettext("{site}: news").format(site=site.title)
        yield _Feed(urls.NEWS_FEED, "/news/", title, news=news)
    values = facet_values(directory, translator)
    for value in (value for key in FACETS for value in values[key]):
        page = urls.facet(value.facet.collection, value.id)
        title = translator.gettext("{site}: {topic}").format(site=site.title, topic=value.label)
        yield _Feed(
            feed_address(page),
            page,
            title,
            tuple(posting.slug for posting in value.postings),
            tuple(person.slug for person in value.people),
        )


def feed_address(page: str) -> str:
    """Address of the feed that belongs to a page."""
    return f"{page}feed.xml"


def _newest(entries: Iterable[_Entry]) -> tuple[_Entry, ...]:
    ordered = sorted(entries, key=lambda e: (-e.updated.toordinal(), e.slug, e.address))
    return tuple(ordered[:MOST_ENTRIES])


def _posting(posting: Posting) -> _Entry:
    assignment = posting.assignment
    words = textwrap.shorten(markup.plain(posting.body), SUMMARY_LENGTH, placeholder=" …")
    address, posted = urls.assignment(posting.slug), assignment.posted
    return _Entry(address, posting.slug, assignment.title, words, posted, posted)


def _news(article: Article) -> _Entry:
    model = article.model
    assert isinstance(model, News)  # noqa: S101  # the collection holds nothing else
    address = f"/news/{article.slug}/"
    return _Entry(address, article.slug, model.title, model.summary, model.on, model.on)


def _person(person: Person) -> _Entry:
    profile, address = person.profile, urls.profile(person.slug)
    return _Entry(address, person.slug, profile.name, profile.headline, profile.confirmed.on)


def _atom(
    feed: _Feed,
    entries: Sequence[_Entry],
    directory: Directory,
    links: Urls,
    translator: Translator,
) -> Element:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": translator.tag})
    updated = entries[0].updated if entries else directory.today
    _say(root, "id", _tag(feed.address, links))
    _say(root, "title", feed.title)
    _say(root, "updated", _moment(updated))
    _link(root, "self", links.absolute(feed.address), "application/atom+xml")
    _link(root, "alternate", links.absolute(feed.about), "text/html")
    _say(SubElement(root, "author"), "name", directory.site.title)
    for entry in entries:
        element = SubElement(root, "entry")
        _say(element, "id", _tag(entry.address, links))
        _say(element, "title", entry.title)
        _say(element, "updated", _moment(entry.updated))
        if entry.published:
            _say(element, "published", _moment(entry.published))
        _link(element, "alternate", links.absolute(entry.address), "text/html")
        _say(element, "summary", entry.summary)
    return root


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": kind, "href": address})


def _tag(address: str, links: Urls) -> str:
    """An id that stays; the base path is in it, so that two sites of one host stay apart."""
    return f"tag:{urlsplit(links.origin).hostname},{TAG_YEAR}:{links.link(address)}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
