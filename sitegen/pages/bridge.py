"""The bridge: passages and topics with the guides who know them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import urls
from sitegen.directory import Person
from sitegen.models import Story
from sitegen.pages.page import Page
from sitegen.views.listing import person_row
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class Guided:
    """A passage or a topic with the guides who know it."""

    id: str
    label: str
    summary: str
    question: str
    guides: tuple[Named, ...]
    stories: tuple[Named, ...]
    near: tuple[Named, ...]


def _guide_names(words: Words, guides: list[Person]) -> tuple[Named, ...]:
    return tuple(words.named(p.profile.name, urls.profile(p.slug)) for p in guides)


def bridge_context(words: Words) -> Mapping[str, Any]:
    """Every passage with its guides and stories."""
    guiding, vocabulary = words.directory.guides, words.vocabulary
    stories = words.directory.articles["stories"].values()
    return {
        "passages": tuple(
            Guided(
                passage.id,
                passage.label,
                passage.summary,
                "",
                _guide_names(
                    words,
                    [
                        person
                        for person in guiding
                        if any(
                            t.passage == passage.id and t.state == "through-it"
                            for t in person.profile.transitions
                        )
                    ],
                ),
                tuple(
                    words.named(s.model.title, f"/stories/{s.slug}/")
                    for s in stories
                    if isinstance(s.model, Story) and passage.id in s.model.passages
                ),
                tuple(Named(vocabulary.passages[n].label, f"#passage-{n}") for n in passage.near),
            )
            for passage in vocabulary.passages.values()
        )
    }


def guides_page(words: Words) -> Page:
    """All guides, by topic and in one list."""
    t, guiding, vocabulary = words.t, words.directory.guides, words.vocabulary
    topics = tuple(
        Guided(
            topic.id,
            topic.label,
            "",
            topic.question,
            _guide_names(words, [p for p in guiding if topic.id in p.profile.guidance.offers]),
            (),
            (),
        )
        for topic in vocabulary.topics.values()
        if any(topic.id in p.profile.guidance.offers for p in guiding)
    )
    rows = tuple(
        (
            person_row(person, words),
            t.every(
                vocabulary.passages[passage.passage].label
                for passage in person.profile.transitions
                if passage.state == "through-it"
            ),
        )
        for person in guiding
    )
    count = t.ngettext("{n} person has", "{n} people have", len(guiding)).format(n=len(guiding))
    lede = t.gettext("{people} been through it and will listen, for an hour or for longer.").format(
        people=count
    )
    return Page(
        "/guides/",
        "pages/guides.html",
        t.gettext("Guides"),
        lede,
        "/bridge/",
        lede=lede,
        context={"topics": topics, "guides": rows},
    )
