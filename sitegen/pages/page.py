"""What every page has: where it stands, what it is called, which template shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from markupsafe import Markup

from sitegen.views.words import Named


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `context` gives the views that its template loops over, `onward` the next steps.

    They are called where the page is written, which may be in another process, or never: whoever
    shows one page of a site does not work out the others.
    """

    address: str
    template: str
    title: str
    description: str
    section: str = ""
    lede: str = ""
    body: Markup = field(default_factory=Markup)
    context: Callable[[], Mapping[str, Any]] = dict
    noindex: bool = False
    lastmod: date | None = None
    feed: Named | None = None
    # The next steps that only this page knows; `sitegen.pages.onward` adds those of its kind.
    onward: Callable[[], tuple[Named, ...]] = tuple
    # Origins that a form on this page is sent to, besides the site itself.
    posts_to: tuple[str, ...] = ()
    # What `context` and `onward` know besides what they read of the directory and its matches:
    # plain values, in an order. Without it nobody can tell that a page would be the same again.
    given: Callable[[], object] | None = None
