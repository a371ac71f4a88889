"""Which stories to read, in which order, by where the reader is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.directory import Article
from sitegen.messages import phrase
from sitegen.models import Story
from sitegen.models.terms import Passage
from sitegen.views.words import Named, Words

STATES = {
    "preparing": phrase("If you are preparing"),
    "in-it": phrase("If you are in it"),
    "through-it": phrase("If you are through it"),
}
MOST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A story in a list."""

    story: Named
    summary: str
    by: str


def told(article: Article, words: Words) -> Told:
    """A story with its summary and who tells it."""
    named = words.named(article.model.title, f"/stories/{article.slug}/")
    return Told(named, article.model.summary or "", byline(article, words))


def byline(article: Article, words: Words) -> str:
    """Who tells a story, as far as they want it known."""
    assert isinstance(article.model, Story)  # noqa: S101  # nothing else stands among stories
    person = words.directory.people.get(article.model.by or "")
    if person and person.is_listed:
        return person.profile.name
    return words.t.gettext("a member, name withheld")


def stories(words: Words) -> Iterator[tuple[Article, Story]]:
    """Every story with what it says of itself, the newest first."""
    found = list(words.directory.articles["stories"].values())
    found.sort(key=lambda article: (getattr(article.model, "on", None), article.slug), reverse=True)
    for article in found:
        if isinstance(article.model, Story):
            yield article, article.model


def to_begin_with(state: str, words: Words) -> tuple[Told, ...]:
    """The reading order of a state: what serves it first of all, then what serves it too."""
    found = [(story.states.index(state), a) for a, story in stories(words) if state in story.states]
    found.sort(key=lambda one: one[0])
    return tuple(told(article, words) for _, article in found)


def of_passage(passage: Passage, state: str, words: Words) -> tuple[Told, ...]:
    """For somebody in a passage and a state: of it, then of one near to it."""
    found = []
    for article, story in stories(words):
        near = not {passage.id}.intersection(story.passages)
        if (state in story.states or not story.states) and (
            not near or {*passage.near}.intersection(story.passages[:1])
        ):
            place = story.states.index(state) if story.states else 0
            found.append(((near, place), article))
    found.sort(key=lambda one: one[0])
    return tuple(told(article, words) for _, article in found[:MOST])


def on_topic(topic: str, words: Words) -> tuple[Told, ...]:
    """The stories that tell of a topic."""
    return tuple(told(a, words) for a, story in stories(words) if topic in story.topics)


def like(article: Article, words: Words) -> tuple[Told, ...]:
    """What to read after a story: the more passages and topics in common the earlier."""
    own = article.model
    assert isinstance(own, Story)  # noqa: S101  # nothing else stands among stories
    found = []
    for other, story in stories(words):
        shared = {*own.passages} & {*story.passages}, {*own.topics} & {*story.topics}
        if other.slug != article.slug and any(shared):
            found.append((-2 * len(shared[0]) - len(shared[1]), other))
    found.sort(key=lambda one: one[0])
    return tuple(told(other, words) for _, other in found[:MOST])


def about(story: Story, words: Words) -> tuple[Named, ...]:
    """Who tells a story, the passages and the topics it tells of."""
    person = words.directory.people.get(story.by or "")
    by = [words.person(person)] if person else []
    listed = by if person and person.is_listed else []
    return (*listed, *map(words.passage, story.passages), *map(words.topic, story.topics))
