"""A page for each way out of a leading role, and one for each thing that weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from sitegen import urls
from sitegen.directory import Directory, Person
from sitegen.models.terms import Passage, Topic
from sitegen.pages.page import Page
from sitegen.urls import BRIDGE
from sitegen.views.bridge import guide_views, guides_on, guides_through
from sitegen.views.listing import paged, pager
from sitegen.views.stories import STATES, of_passage, on_topic
from sitegen.views.words import Action, Words

Lists = Mapping[str, Sequence[Person]]
# The slugs of the guides through each passage that is near another.
Near = Mapping[str, Sequence[str]]


class Said(NamedTuple):
    """What a page says besides its guides, and what that is made from.

    `privately`: whether any guide speaks of something on asking only.
    """

    context: Callable[[], Mapping[str, Any]]
    near: Near
    privately: bool


def lists(directory: Directory) -> Lists:
    """The guides of each passage and each topic, by the address of its page."""
    vocabulary = directory.vocabulary
    passages = {urls.passage(p): guides_through(p, directory) for p in vocabulary.passages}
    return passages | {urls.topic(t): guides_on(t, directory) for t in vocabulary.topics}


def pages(words: Words) -> Iterator[Page]:
    """Every passage and every topic, each with as many pages as its guides take."""
    found = lists(words.directory)
    privately = any(p.profile.guidance.privately for p in words.directory.guides)
    for passage in words.vocabulary.passages.values():
        address = urls.passage(passage.id)
        head = (passage.label, passage.summary, "pages/passage.html")
        near = {near: _slugs(found[urls.passage(near)]) for near in passage.near}
        said = Said(partial(_passage, passage, near, words), near, privately)
        yield from _pages(address, head, _slugs(found[address]), said, words)
    for topic in words.vocabulary.topics.values():
        address = urls.topic(topic.id)
        head = (topic.label, topic.question, "pages/topic.html")
        said = Said(partial(_topic, topic, words), {}, privately)
        yield from _pages(address, head, _slugs(found[address]), said, words)


def _slugs(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.slug for person in people)


def _pages(
    address: str,
    head: tuple[str, str, str],
    people: Sequence[str],
    said: Said,
    words: Words,
) -> Iterator[Page]:
    """What is said stands on the first page; `head` is the label, the lede and the template."""
    label, lede, template = head

    def context(number: int, last: int, shown: Sequence[str]) -> Mapping[str, Any]:
        found = said.context()
        guides = map(words.directory.people.__getitem__, shown)
        return {
            **found,
            "first": number == 1,
            "parent": words.named(words.t.gettext("The bridge"), BRIDGE),
            "guides": guide_views(guides, words, found.get("passage", "")),
            "pager": pager(address, number, last, words),
            "privately": said.privately,
        }

    for number, last, shown in paged(people):
        first = number == 1
        more = words.t.gettext("{label}, page {n}").format(label=label, n=number)
        yield Page(
            urls.listing(address, number),
            template,
            label if first else more,
            lede,
            BRIDGE,
            lede=lede if first else "",
            context=partial(context, number, last, shown),
            given=partial(tuple, (number, last, shown, said.near, said.privately)),
        )


def ask(id: str, words: Words) -> Action:
    """The way to the coordinators about a passage or a topic: nobody's name stands in it."""
    return words.contact("guidance", id, words.t.gettext("Ask for somebody who has been there"))


def _passage(passage: Passage, near: Near, words: Words) -> Mapping[str, Any]:
    topics, people = words.vocabulary.topics.values(), words.directory.people
    return {
        "passage": passage.id,
        "told": passage.told or "",
        "states": tuple(
            (
                words.t.gettext(label),
                passage.helps.get(state, ""),
                of_passage(passage, state, words),
            )
            for state, label in STATES.items()
        ),
        "topics": tuple(words.topic(topic.id) for topic in topics if passage.id in topic.passages),
        "free_topics": tuple(words.topic(topic.id) for topic in topics if not topic.passages),
        "near": tuple(
            (words.passage(other), tuple(words.person(people[slug]) for slug in slugs))
            for other, slugs in near.items()
        ),
        "ask": ask(passage.id, words),
    }


def _topic(topic: Topic, words: Words) -> Mapping[str, Any]:
    return {
        "told": topic.told or "",
        "stories": on_topic(topic.id, words),
        "passages": tuple(map(words.passage, topic.passages)),
        "ask": ask(topic.id, words),
    }
