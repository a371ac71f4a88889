"""Texts by people, as safe HTML and as plain words."""

from __future__ import annotations

from sitegen import markup
from sitegen.record import Record
from sitegen.views.words import Words


class Text(Record):
    """A text by its author: as safe HTML with absolute links, and as plain words."""

    html: str
    text: str


def text_of(body: str, words: Words) -> Text:
    """A Markdown body for other sites and programs."""
    return Text(html=str(markup.render(body, words.urls.absolute)), text=markup.plain(body))
