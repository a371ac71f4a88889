"""What the owner of a page can do with it, from the page itself: no form has to be looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from sitegen.issue_forms import FORMS, Form
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
}
# From the day on which somebody does it.
ENDING_FORMS = {
    "outcome": phrase("Say what came of it"),
    "members-outcome": phrase("Say it for the team"),
}


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The builder, forms that need an account with the host of the files, the way without one."""

    change: Named | None
    forms: tuple[Named, ...]
    mail: Action
    letters: tuple[Named, ...] = ()


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
        change,
        tuple(links) if repository else (),
        words.contact("own-page", slug, label),
        tuple(_letters(slug, forms, words)),
    )


def _letters(slug: str, forms: Mapping[str, str], words: Words) -> Iterator[Named]:
    """The questions of an ending as a mail to fill in, which `sitegen intake` reads like a form."""
    mailbox = words.site.relay.mailbox
    for kind in ENDING_FORMS:
        if mailbox and kind in forms:
            label = words.t.gettext(forms[kind])
            subject = quote(f"{label} [{kind}: {slug}]", safe="")
            body = quote(_questions(FORMS[kind], slug), safe="")
            yield Named(label, f"mailto:{mailbox}?subject={subject}&body={body}")


def _questions(form: Form, slug: str) -> str:
    """The headings of a form with room below each; what can be chosen stands there to pick."""
    parts = []
    for field in form.fields:
        mark = "- [ ] " if field.shape == "checkboxes" else ""
        choices = "\n".join(f"{mark}{label}" for label in field.options or {})
        parts.append(f"### {field.label}\n\n{slug if field.id == 'slug' else choices}\n")
    return "\n".join(parts)
