"""The two lists: to be informed, to help build. No name of theirs reaches the repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from sitegen import urls
from sitegen.directory import Article
from sitegen.messages import phrase
from sitegen.models import HelpWanted
from sitegen.models.reach import Door
from sitegen.views.words import Action, Named, Words


@dataclass(frozen=True, slots=True)
class DoorView:
    """One list: `form` takes what is sent, `mail` is for those who would rather write."""

    id: str
    title: str
    text: str
    button: str
    form: str | None
    mail: Action


_DOORS = (
    (
        "informed",
        phrase("Be informed"),
        phrase("A letter about four times a year, and nothing else."),
        phrase("Put me on the list"),
    ),
    (
        "building",
        phrase("Help build"),
        phrase("Say what you can do and how much time you have. Somebody writes back."),
        phrase("Offer a hand"),
    ),
)


def door_views(words: Words) -> Iterator[DoorView]:
    """Both lists; where nothing is configured, the directory's own mailbox or form."""
    t = words.t
    for name, title, text, button in _DOORS:
        door: Door = getattr(words.site.joining, name)
        label = t.gettext(title)
        mail = words.contact(name, "get-involved", label)
        if door.mailbox:
            subject = quote(f"{label} [{name}]", safe="")
            mail = Action(label, f"mailto:{door.mailbox}?subject={subject}", door.mailbox)
        yield DoorView(name, label, t.gettext(text), t.gettext(button), door.form, mail)


def origins(words: Words) -> tuple[str, ...]:
    """The origins of the configured forms, each once, as the policy of the page names them."""
    joining = words.site.joining
    parts = [urlsplit(door.form) for door in (joining.informed, joining.building) if door.form]
    return tuple(sorted({f"{part.scheme}://{part.netloc}" for part in parts}))


def involved_context(words: Words) -> Mapping[str, Any]:
    """What the page of the two lists shows besides its text."""
    return {"doors": tuple(door_views(words)), "tasks": tasks(words)}


def discussion(collection: str, address: str, title: str, words: Words) -> Named | None:
    """Where a page can be talked about, for those of which the site allows it."""
    allowed, repository = words.site.discussions, words.site.repository
    if allowed is None or repository is None or collection not in allowed.about:
        return None
    page = words.urls.absolute(address)
    link = urls.discussion(repository, allowed.category, title, page)
    return Named(words.t.gettext("Ask or answer in public"), link)


def task_facts(task: HelpWanted, words: Words) -> tuple[tuple[str, str], ...]:
    """How long a task takes, in which languages, and whom to ask."""
    t = words.t
    rows = (
        (t.gettext("Hours"), task.hours),
        (t.gettext("Languages"), t.every(t.language(tag) for tag in task.languages)),
        (t.gettext("Ask"), task.ask),
    )
    return tuple((label, text) for label, text in rows if text)


def newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Texts with a day, the newest first; those of one day by their names, as in the feeds."""
    by_name = sorted(articles, key=lambda article: article.slug)
    return tuple(sorted(by_name, key=lambda a: getattr(a.model, "on", date.min), reverse=True))


def tasks(words: Words) -> tuple[tuple[Named, str], ...]:
    """What help is wanted with, the newest first, each with its line."""
    found = newest(words.directory.articles["help-wanted"].values())
    return tuple(
        (words.named(a.model.title, f"/help-wanted/{a.slug}/"), a.model.summary or "")
        for a in found
    )
