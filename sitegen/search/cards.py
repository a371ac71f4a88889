"""What a row in the results shows, by document: the rows of the lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sitegen.directory import Person, Posting
from sitegen.views.listing import Row, person_row, posting_row
from sitegen.views.signature import FRAME
from sitegen.views.words import Words

Card = Mapping[str, Any]


def person_card(person: Person, words: Words) -> Card:
    """The row of a person."""
    return _card(person.slug, person_row(person, words))


def posting_card(posting: Posting, words: Words) -> Card:
    """The row of an assignment."""
    return _card(posting.slug, posting_row(posting, words))


def _card(slug: str, row: Row) -> Card:
    # The eight lines that everybody's drawing has stand in the page.
    own = [list(path) for path in row.signature.paths if path[0] != FRAME]
    return {
        "slug": slug,
        "url": row.url,
        "title": row.title,
        "native": row.native or "",
        "line": row.line,
        "tags": list(row.tags),
        "side": list(row.side),
        "notice": row.notice,
        "signature": {"label": row.signature.label, "paths": own},
    }
