"""Running text: fixed pages, stories, news, tasks."""

from __future__ import annotations

from typing import Annotated

from sitegen.models.fields import Content, Day, Language, PassageId, Slug, TopicId, TransitionState
from sitegen.models.kind import text


class Page(Content):
    """A fixed page in Markdown; templates add what is computed."""

    title: Annotated[str, text(80)]
    lede: Annotated[str, text(320)] | None = None
    summary: Annotated[str, text(200)] | None = None


class Story(Content):
    """A longer story of a transition, by one person, or by a member whose name is withheld.

    `states` are those of the readers it serves, the one it serves first of all at the front.
    """

    title: Annotated[str, text(100)]
    by: Slug | None = None
    summary: Annotated[str, text(240)]
    passages: tuple[PassageId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    states: tuple[TransitionState, ...] = ()
    on: Day


class News(Content):
    """An announcement."""

    title: Annotated[str, text(100)]
    summary: Annotated[str, text(240)]
    on: Day


class HelpWanted(Content):
    """A task for those who want to help build the collective."""

    title: Annotated[str, text(100)]
    summary: Annotated[str, text(240)]
    hours: Annotated[str, text(60)] | None = None
    languages: tuple[Language, ...] = ()
    ask: Annotated[str, text(120)] | None = None
    on: Day
