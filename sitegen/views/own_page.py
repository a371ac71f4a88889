"""What the owner of a page can do with it, from the page itself: no form has to be looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.issue_forms import FORMS
from sitegen.messages import phrase
from sitegen.urls import JOIN, issue_form
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
    """The builder, forms that need an account with the host of the files, the way without one."""

    change: Named | None
    forms: tuple[Named, ...]
    mail: Action


def own_page(
    slug: str, forms: Mapping[str, str], words: Words, *, is_built: bool = False
) -> OwnPage:
    """The forms of the repository, filled in with the slug; none without a repository.

    With `is_built` the page is changed in the builder, and not by a form.
    """
    change = None
    if is_built:
        change = Named(
            words.t.gettext("Change it, step by step"), words.link(f"{JOIN}?update={slug}")
        )
    repository = words.site.repository or ""
    links = (
        Named(words.t.gettext(label), issue_form(repository, FORMS[kind].template, slug))
        for kind, label in forms.items()
        if not (is_built and kind == "profile")
    )
    label = words.t.gettext("Write about this page")
    return OwnPage(
        change, tuple(links) if repository else (), words.contact("own-page", slug, label)
    )
