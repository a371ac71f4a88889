"""The bridge: the ways out of a leading role, what weighs, and the guides who know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import urls
from sitegen.pages.page import Page
from sitegen.pages.passages import lists, ways_on
from sitegen.urls import BRIDGE, FINDER, GUIDES
from sitegen.views.bridge import guide_views
from sitegen.views.finder import finder
from sitegen.views.stories import stories
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class Way:
    """A passage or a topic in a list: `text` says a line of it, `count` who and what is there."""

    named: Named
    text: str
    count: str
    guides: tuple[Named, ...] = ()


def bridge_context(words: Words) -> Mapping[str, Any]:
    """Every passage with how many guides and stories it has, and every topic."""
    vocabulary, found = words.vocabulary, lists(words.directory)
    told = [passage for _, story in stories(words) for passage in story.passages]
    return {
        "passages": tuple(
            Way(
                words.passage(passage.id),
                passage.summary,
                _count(len(found[urls.passage(passage.id)]), told.count(passage.id), words),
            )
            for passage in vocabulary.passages.values()
        ),
        "topics": tuple(map(words.topic, vocabulary.topics)),
        "ways_on": tuple(ways_on(words)),
        "given": tuple(_given(words)),
    }


def _given(words: Words) -> Iterator[str]:
    """How many talks began, a year a line, the latest first; none of a year that is not over."""
    for year, count in sorted(words.site.guidance_given.items(), reverse=True):
        if year < words.directory.today.year:
            text = words.t.ngettext(
                "In {year}, {n} talk with a guide began.",
                "In {year}, {n} talks with a guide began.",
                count,
            )
            yield text.format(year=year, n=words.t.number(count))


def _count(guides: int, told: int, words: Words) -> str:
    t = words.t
    parts = []
    if guides:
        parts.append(t.ngettext("{n} guide", "{n} guides", guides).format(n=guides))
    if told:
        parts.append(t.ngettext("{n} story", "{n} stories", told).format(n=told))
    return t.every(parts)


def guides_page(words: Words) -> Page:
    """All guides, by topic and in one list."""
    t, guiding = words.t, words.directory.guides
    found = lists(words.directory)
    topics = tuple(
        Way(
            words.topic(topic.id),
            topic.question,
            "",
            tuple(
                words.named(person.profile.name, urls.profile(person.slug))
                for person in found[urls.topic(topic.id)]
            ),
        )
        for topic in words.vocabulary.topics.values()
    )
    count = t.ngettext("{n} person has", "{n} people have", len(guiding)).format(n=len(guiding))
    lede = t.gettext("{people} been through it and will listen, for an hour or for longer.").format(
        people=count
    )
    return Page(
        GUIDES,
        "pages/guides.html",
        t.gettext("Guides"),
        lede,
        BRIDGE,
        lede=lede,
        context={
            "passages": tuple(map(words.passage, words.vocabulary.passages)),
            "topics": topics,
            "guides": guide_views(guiding, words),
            "finder": finder(words, words.link(FINDER)),
        },
    )
