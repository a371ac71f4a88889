"""Home, the fixed pages, stories, and the pages that the vocabulary writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sitegen import markup, urls
from sitegen.directory import Article
from sitegen.messages import phrase
from sitegen.models import HelpWanted, Story
from sitegen.models import Page as FixedPage
from sitegen.pages.assessment import assessment_context, paper_page
from sitegen.pages.bridge import bridge_context, guides_pages
from sitegen.pages.doors import discussion, involved_context, newest, origins, task_facts
from sitegen.pages.home import home_page
from sitegen.pages.method import method_context, phase_pages
from sitegen.pages.page import Page
from sitegen.pages.practice import fees_context, operator_context
from sitegen.pages.shortlist import shortlist_page
from sitegen.urls import BELOW, BRIDGE, NEWS_FEED
from sitegen.views.stories import STATES, Told, about, byline, like, to_begin_with
from sitegen.views.words import Named, Words

Context = Callable[[Words], Mapping[str, Any]]
COLLECTIONS = {
    "stories": phrase("Stories"),
    "news": phrase("News"),
    "help-wanted": phrase("Help wanted"),
}


def pages(words: Words) -> Iterator[Page]:
    """Everything that is mostly running text."""
    found = words.directory.articles
    extras: Mapping[str, tuple[str, Context]] = {
        "method": ("pages/method.html", method_context),
        "self-assessment": ("pages/assessment.html", assessment_context),
        "bridge": ("pages/bridge.html", bridge_context),
        "clients": ("pages/clients.html", fees_context),
        "get-involved": ("pages/get_involved.html", involved_context),
        "about": ("pages/article.html", operator_context),
        "privacy": ("pages/article.html", operator_context),
    }
    for slug, article in found["pages"].items():
        if slug != "home":
            yield _fixed(article, *extras.get(slug, ("pages/article.html", _nothing)), words)
    if "self-assessment" in found["pages"]:
        yield paper_page(words)
    yield home_page(found["pages"].get("home"), words)
    for name in COLLECTIONS:
        if found[name]:
            yield from _collection(name, tuple(found[name].values()), words)
    yield from phase_pages(words)
    yield from guides_pages(words)
    yield shortlist_page(words)
    yield _missing(words)


def _nothing(words: Words) -> Mapping[str, Any]:
    return {}


def _fixed(article: Article, template: str, more: Context, words: Words) -> Page:
    model = article.model
    assert isinstance(model, FixedPage)  # noqa: S101  # the collection holds nothing else
    address = urls.fixed(article.slug)
    return Page(
        address,
        template,
        model.title,
        model.summary or model.lede or model.title,
        BRIDGE if article.slug in BELOW else address,
        lede=model.lede or "",
        body=markup.render(article.body, words.link),
        context=lambda: {
            "eyebrow": _above(article, words),
            "related": (),
            "operator": (),
            "facts": (),
            "discuss": discussion("pages", address, model.title, words),
            **more(words),
        },
        posts_to=origins(words) if article.slug == "get-involved" else (),
    )


def _collection(name: str, listed: tuple[Article, ...], words: Words) -> Iterator[Page]:
    heading = words.t.gettext(COLLECTIONS[name])
    parent = words.named(heading, f"/{name}/")
    found = newest(listed)
    for article in found:
        yield _article(name, article, parent, words)
    yield Page(
        f"/{name}/",
        "pages/collection.html",
        heading,
        heading,
        f"/{name}/",
        context=lambda: {
            "orders": tuple(_orders(words)) if name == "stories" else (),
            "entries": tuple(
                (
                    words.named(a.model.title, f"/{name}/{a.slug}/"),
                    a.model.summary,
                    _byline(a, words),
                )
                for a in found
            ),
        },
        feed=_feed(words) if name == "news" else None,
    )


def _orders(words: Words) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """What to read first, by where the reader stands."""
    for state, label in STATES.items():
        told = to_begin_with(state, words)
        if told:
            yield words.t.gettext(label), told


def _feed(words: Words) -> Named:
    return Named(
        words.t.gettext("Feed: {label}").format(label=words.t.gettext("News")),
        words.link(NEWS_FEED),
    )


def _above(article: Article, words: Words) -> Named | None:
    """The page that a fixed page stands below."""
    return words.named(words.t.gettext("The bridge"), BRIDGE) if article.slug in BELOW else None


def _byline(article: Article, words: Words) -> str:
    if isinstance(article.model, Story):
        return byline(article, words)
    return words.day(article.model.on) if not isinstance(article.model, FixedPage) else ""


def _article(name: str, article: Article, parent: Named, words: Words) -> Page:
    model = article.model

    def context() -> Mapping[str, Any]:
        told = (
            {"about": about(model, words), "next": like(article, words)}
            if isinstance(model, Story)
            else {}
        )
        return {
            "eyebrow": Named(parent.label, parent.url, _byline(article, words)),
            "related": (),
            "operator": (),
            "facts": task_facts(model, words) if isinstance(model, HelpWanted) else (),
            "discuss": discussion(name, f"/{name}/{article.slug}/", model.title, words),
            **told,
        }

    return Page(
        f"/{name}/{article.slug}/",
        "pages/story.html" if isinstance(model, Story) else "pages/article.html",
        model.title,
        model.summary or model.title,
        f"/{name}/",
        lede=model.summary or "",
        body=markup.render(article.body, words.link),
        context=context,
        lastmod=None if isinstance(model, FixedPage) else model.on,
    )


def _missing(words: Words) -> Page:
    t = words.t
    return Page(
        "/404.html",
        "pages/missing.html",
        t.gettext("This page is not here"),
        t.gettext("There is no page at this address."),
        lede=t.gettext(
            "It may have moved, or somebody took their page down, which they may do at any time."
        ),
        noindex=True,
    )
