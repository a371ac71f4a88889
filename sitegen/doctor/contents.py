"""What the content lacks that no rule asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen import urls
from sitegen.directory import Article, Directory
from sitegen.doctor.advice import Advice
from sitegen.doctor.settings import is_old
from sitegen.doctor.used import unused
from sitegen.models import HelpWanted
from sitegen.pages.passages import lists
from sitegen.shell import FOOTER, NAV

REVIEWER = "peer-reviewer"
# The files of lists that are not called like them.
FILES = {"phases": "method", "roles": "method"}


def of_content(directory: Directory, root: str) -> Iterator[Advice]:
    """What is missing of the content at `root`, which has settings and a vocabulary."""
    yield from _of_people(directory, root)
    yield from _of_pages(directory, root)
    yield from _of_practice(directory, root)
    for name, ids in unused(directory).items():
        # Of passages and topics another advice says more.
        if ids and name not in ("passages", "topics"):
            yield Advice("unused", f"{root}/vocabulary/{FILES.get(name, name)}.yml", names=ids)


def _of_people(directory: Directory, root: str) -> Iterator[Advice]:
    if not directory.listed:
        yield Advice("nobody", f"{root}/profiles")
    elif not any(person.photo for person in directory.people.values()):
        yield Advice("no-photos", f"{root}/profiles")
    guides, vocabulary = lists(directory), directory.vocabulary
    alone = tuple(id for id in vocabulary.passages if not guides[urls.passage(id)])
    untold = tuple(id for id in vocabulary.topics if not guides[urls.topic(id)])
    if alone:
        yield Advice("alone", f"{root}/vocabulary/passages.yml", names=alone)
    if untold:
        yield Advice("untold", f"{root}/vocabulary/topics.yml", names=untold)


def _of_pages(directory: Directory, root: str) -> Iterator[Advice]:
    there = {urls.fixed(slug) for slug in directory.articles["pages"]}
    if urls.fixed("privacy") not in there:
        yield Advice("no-privacy", f"{root}/pages")
    missing = tuple(slug for slug in _fixed() if urls.fixed(slug) not in there)
    if missing:
        yield Advice("no-pages", f"{root}/pages", names=missing)
    news = _newest(directory, "news")
    if news is None:
        yield Advice("no-news", f"{root}/news")
    elif is_old(news, directory.today):
        yield Advice("old-news", f"{root}/news", {"day": str(news)})
    if not directory.articles["stories"]:
        yield Advice("no-stories", f"{root}/stories")
    tasks = directory.articles["help-wanted"]
    if not tasks:
        yield Advice("no-tasks", f"{root}/help-wanted")
    silent = tuple(slug for slug, task in tasks.items() if not _asks(task))
    if silent:
        yield Advice("nobody-to-ask", f"{root}/help-wanted", names=silent)


def _fixed() -> Iterator[str]:
    """The fixed pages that the navigation of a whole site has, but for that on privacy."""
    given = urls.SECTIONS | {"search", "privacy"}
    slugs = (address.strip("/") for address in (*NAV, *FOOTER))
    yield from (slug for slug in slugs if slug not in given)


def _newest(directory: Directory, collection: str) -> date | None:
    days = (
        getattr(article.model, "on", None) for article in directory.articles[collection].values()
    )
    return max((day for day in days if day), default=None)


def _asks(task: Article) -> bool:
    return isinstance(task.model, HelpWanted) and task.model.ask is not None


def _of_practice(directory: Directory, root: str) -> Iterator[Advice]:
    """Work under way in which nobody holds the role of the reviewer."""
    running = tuple(
        slug
        for slug, posting in directory.postings.items()
        if posting.assignment.status == "staffed"
        and REVIEWER not in {member.role for member in posting.assignment.members}
    )
    if running:
        yield Advice("no-reviewer", f"{root}/assignments", names=running)
