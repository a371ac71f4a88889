"""What the owner of a page can do with it, from the page itself: no form has to be looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.issue_forms import FORMS
from sitegen.messages import phrase
from sitegen.urls import issue_form
from sitegen.views.words import Action, Named, Words

# Kind of form → what it does, in the order of need.
PROFILE_FORMS = {
    "confirm": phrase("It is still true"),
    "profile": phrase("Change it"),
    "pause": phrase("Pause it, or be free again"),
    "remove": phrase("Take it down"),
}
ASSIGNMENT_FORMS = {
    "assignment": phrase("Change it"),
    "outcome": phrase("Say what came of it"),
}


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Forms that need an account with the host of the files, and the way without one."""

    forms: tuple[Named, ...]
    mail: Action


def own_page(slug: str, forms: Mapping[str, str], words: Words) -> OwnPage:
    """The forms of the repository, filled in with the slug; none without a repository."""
    repository = words.site.repository or ""
    links = (
        Named(words.t.gettext(label), issue_form(repository, FORMS[kind].template, slug))
        for kind, label in forms.items()
    )
    label = words.t.gettext("Write about this page")
    return OwnPage(tuple(links) if repository else (), words.contact("own-page", slug, label))
