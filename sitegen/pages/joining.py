"""The pages on which a profile or an assignment is begun: what is asked, and every way to send it.

They hold without JavaScript: a file to fill in, the form of the repository, and a mail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.bodies import BODY
from sitegen.forms.steps import steps_of
from sitegen.issue_forms import FORMS
from sitegen.messages import phrase
from sitegen.pages.assessment import LEVELS as OWN_LEVELS
from sitegen.pages.page import Page
from sitegen.photos import CLEAN_SIDES, JPEG_QUALITY, LEAST_SIDE, PHOTO_LIMIT, TAKEN_LIMIT
from sitegen.schema.blank import blank
from sitegen.urls import JOIN, PROPOSE, SELF_ASSESSMENT, issue_form
from sitegen.views.conditions import reduced_fees
from sitegen.views.words import LEVELS as OTHERS_LEVELS
from sitegen.views.words import Action, Named, Words

# Where the empty file of each is to be had.
BLANKS = {"profile": f"{JOIN}profile.txt", "assignment": f"{PROPOSE}assignment.txt"}

# What to read first, by address.
FOR_MEMBERS = {
    "/self-assessment/": phrase("Assess yourself"),
    "/members/": phrase("What is asked of members"),
}
FOR_CLIENTS = {
    "/method/": phrase("How we work"),
    "/clients/": phrase("What it costs"),
    "/how-matching-works/": phrase("How people are matched"),
}

# The levels of a skill as somebody says them, and as they are asked for.
LEVELS = {"profile": OWN_LEVELS, "assignment": OTHERS_LEVELS[1:]}
# What a photo may be that a browser draws anew, as `sitegen photo` does.
PHOTO = {
    "sides": CLEAN_SIDES,
    "least": LEAST_SIDE,
    "taken": TAKEN_LIMIT,
    "most": PHOTO_LIMIT,
    "quality": JPEG_QUALITY,
}
# What keeps people out, as the subject of a sentence; names of `sitegen.matching.conditions`.
CONDITIONS = {
    "languages": phrase("The languages"),
    "team language": phrase("The language of the team"),
    "dates": phrase("The dates"),
    "days": phrase("The days a month"),
    "place": phrase("The place"),
    "money": phrase("The money"),
    "kind": phrase("The kind of work"),
    "contract": phrase("The contract"),
    "declines": phrase("What they decline"),
    "conflict": phrase("Ties to the client or to whom it excludes"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A way to send it: a link, and what it is like to go there."""

    action: Named
    note: str


def joining_pages(words: Words) -> Iterator[Page]:
    """/join/ for people, /propose/ for clients."""
    t = words.t
    yield Page(
        JOIN,
        "pages/join.html",
        t.gettext("Be listed"),
        t.gettext("How to be found here: what is asked, what becomes public, and how to send it."),
        JOIN,
        lede=t.gettext("Your own words, and nothing public before a person has read it."),
        context=lambda: {
            "reading": _reading(FOR_MEMBERS, words),
            "quiet": _quiet(words),
            "wording": [*words.site.consent.values()][-1],
            "doors": tuple(_doors("profile", words)),
            "file": words.urls.link(BLANKS["profile"]),
            "days": words.site.relay.answers_within,
            "photo": PHOTO,
            "seen": tuple(words.level(n) for n in range(1, 5)),
            "assessment": words.named("", SELF_ASSESSMENT).url,
            **_builder("profile", words),
        },
    )
    yield Page(
        PROPOSE,
        "pages/propose.html",
        t.gettext("Propose an assignment"),
        t.gettext("What a brief needs, and how to send one to the whole directory."),
        PROPOSE,
        lede=t.gettext("Begin with the problem. Who could help with it comes out of that."),
        context=lambda: {
            "reading": (*_reading(FOR_CLIENTS, words), *filter(None, (reduced_fees(words),))),
            "doors": tuple(_doors("assignment", words)),
            "confidential": words.contact(
                "confidential-proposal",
                "assignment",
                t.gettext("Write to the coordinators in confidence"),
            ),
            "file": words.urls.link(BLANKS["assignment"]),
            "days": words.site.relay.answers_within,
            "counts": words.site.matching.public != "none",
            "is_full": words.site.matching.public == "full",
            "conditions": {name: words.t.gettext(text) for name, text in CONDITIONS.items()},
            **_builder("assignment", words),
        },
    )


def _builder(kind: str, words: Words) -> Mapping[str, Any]:
    """What the builder's steps ask for and say, and where its file goes."""
    t, site, form = words.t, words.site, FORMS[kind]
    least, most = BODY[form.collection]
    return {
        "steps": tuple(steps_of(kind, t)),
        "least": t.number(least),
        "most": t.number(most),
        "levels": tuple(t.gettext(level) for level in LEVELS[kind]),
        "folder": form.collection,
        "named_by": "name" if kind == "profile" else "title",
        "repository": site.repository or "",
        "form_url": issue_form(site.repository, form.template, "") if site.repository else "",
        # The day by which the text is judged; a sample has its own, elsewhere the reader's counts.
        "today": words.directory.today.isoformat() if site.sample else "",
    }


def blank_files(words: Words) -> dict[str, bytes]:
    """The empty file of each, for whoever prefers a text editor to a form."""
    site, vocabulary = words.site, words.directory.vocabulary
    return {
        address.lstrip("/"): blank(kind, site, vocabulary, words.t).encode()
        for kind, address in BLANKS.items()
    }


def _reading(wanted: Mapping[str, str], words: Words) -> tuple[Named, ...]:
    """The pages of those wanted that there are."""
    found = (words.named(words.t.gettext(label), to) for to, label in wanted.items())
    return tuple(named for named in found if named.url)


def _quiet(words: Words) -> Action:
    label = words.t.gettext("Write to the coordinators first")
    return words.contact("quiet-joining", "profile", label)


def _doors(kind: str, words: Words) -> Iterator[Door]:
    """In the order in which most people find them easy."""
    t, file = words.t, words.urls.link(BLANKS[kind])
    mail = words.contact("join" if kind == "profile" else "propose", kind, t.gettext("By mail"))
    note = t.gettext(
        "Fill in the empty file and send its text. A program reads it first, and then a person."
    )
    yield Door(Named(mail.label, mail.url), f"{note} {mail.note}")
    repository = words.site.repository
    if repository:
        form = issue_form(repository, FORMS[kind].template, "")
        note = t.gettext(
            "With a GitHub account: the answer comes within minutes. What you send there is "
            "public at once."
        )
        yield Door(Named(t.gettext("By the form of the repository"), form), note)
    note = t.gettext(
        "Every field with what it is for and an example. It opens in any text editor; what you "
        "do not want to say stays out."
    )
    yield Door(Named(t.gettext("The empty file"), file), note)
