"""The bridge: the ways out of a leading role, what weighs, and the guides who know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sitegen import urls
from sitegen.pages.page import Page
from sitegen.pages.passages import lists
from sitegen.urls import BRIDGE, FINDER, GUIDES
from sitegen.views.bridge import guide_views, guides_on
from sitegen.views.finder import finder
from sitegen.views.listing import paged, pager
from sitegen.views.stories import stories
from sitegen.views.words import Named, Words

# So many guides are named beside a topic; its own page has all.
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Way:
    """A passage or a topic in a list: `text` says a line of it, `count` who and what is there.

    Where guides are named, `count` says how many more there are.
    """

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


def guides_pages(words: Words) -> Iterator[Page]:
    """All guides: first the ways to find one, then as many pages as the list takes."""
    t, guiding = words.t, words.directory.guides
    count = t.ngettext("{n} person has", "{n} people have", len(guiding)).format(n=len(guiding))
    lede = t.gettext("{people} been through it and will listen, for an hour or for longer.").format(
        people=count
    )

    def context(number: int, last: int, shown: Sequence[str]) -> Mapping[str, Any]:
        first, people = number == 1, words.directory.people
        return {
            "first": first,
            "passages": tuple(map(words.passage, words.vocabulary.passages)),
            "topics": tuple(_topics(words)) if first else (),
            "guides": guide_views(map(people.__getitem__, shown), words),
            "finder": finder(words, words.link(FINDER)) if first else None,
            "pager": pager(GUIDES, number, last, words),
        }

    for number, last, shown in paged([person.slug for person in guiding]):
        first, title = number == 1, t.gettext("Guides")
        more = t.gettext("{label}, page {n}").format(label=title, n=number)
        yield Page(
            urls.listing(GUIDES, number),
            "pages/guides.html",
            title if first else more,
            lede,
            BRIDGE,
            lede=lede,
            context=partial(context, number, last, shown),
            given=partial(tuple, (number, last, shown)),
        )


def _topics(words: Words) -> Iterator[Way]:
    """What weighs, each with the first guides who speak of it and how many more do."""
    t = words.t
    for topic in words.vocabulary.topics.values():
        people = guides_on(topic.id, words.directory)
        named = tuple(words.person(person) for person in people[:MOST_NAMED])
        rest = len(people) - len(named)
        more = t.ngettext("{n} more", "{n} more", rest).format(n=rest) if rest else ""
        yield Way(words.topic(topic.id), topic.question, more, named)
