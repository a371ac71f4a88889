"""The front page: what this is, what is open, who is here; every number counted now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sitegen import markup
from sitegen.directory import Article, Person
from sitegen.messages import phrase
from sitegen.models import Page as FixedPage
from sitegen.pages.page import Page
from sitegen.views.listing import person_row, posting_row
from sitegen.views.signature import Signature, quilt, signature
from sitegen.views.words import Named, Words

HOME_ROWS = 4
STARTS = ("succession-planning", "water-governance", "crisis-response", "fair-sourcing")


@dataclass(frozen=True, slots=True)
class Legend:
    """One signature, explained."""

    signature: Signature
    worlds: tuple[Named, ...]
    caption: str


def _legend(people: list[Person], words: Words) -> Legend | None:
    """The signature of somebody who bridged many worlds, world by world."""
    if not people:
        return None
    person = max(people, key=lambda p: (len(p.profile.silos), p.slug))
    years = person.profile.silos
    worlds = []
    for silo in words.vocabulary.silos:
        count = years.get(silo)
        note = words.years(count) if count else words.t.gettext("yes") if silo in years else ""
        named = words.silo(silo)
        worlds.append(Named(named.label, named.url, note))
    caption = words.t.gettext("The signature of {name}.").format(name=person.profile.name)
    return Legend(signature(years, words, "large"), tuple(worlds), caption)


# Who comes, and what they look for; a way without its page is left out.
WAYS = (
    (
        phrase("You have work to give"),
        (
            ("/profiles/", phrase("Find people")),
            ("/propose/", phrase("Propose an assignment")),
            ("/method/", phrase("How we work")),
            ("/results/", phrase("What came of it")),
        ),
    ),
    (
        phrase("You have led and left"),
        (
            ("/members/", phrase("Why be here")),
            ("/self-assessment/", phrase("See what you can do")),
            ("/join/", phrase("Write your page")),
            ("/bridge/", phrase("Talk to somebody who has been there")),
        ),
    ),
    (
        phrase("You want to help build"),
        (
            ("/get-involved/", phrase("Hear from us, or lend a hand")),
            ("/help-wanted/", phrase("Tasks that wait")),
            ("/collective/", phrase("Who decides")),
        ),
    ),
)


def _ways(words: Words) -> Iterator[tuple[str, tuple[Named, ...]]]:
    """The ways in that there are, for each reader."""
    for reader, listed in WAYS:
        named = (words.named(words.t.gettext(label), address) for address, label in listed)
        found = tuple(way for way in named if way.url)
        if found:
            yield words.t.gettext(reader), found


def home_page(article: Article | None, words: Words) -> Page:
    """The front page, from the fixed page `home` where there is one."""
    model = article.model if article else None
    return Page(
        "/",
        "pages/home.html",
        model.title if isinstance(model, FixedPage) else words.site.title,
        (isinstance(model, FixedPage) and model.summary) or words.site.tagline,
        "/",
        lede=(isinstance(model, FixedPage) and model.lede) or words.site.tagline,
        body=markup.render(article.body, words.link) if article else markup.render(""),
        context=lambda: _context(words),
    )


def _context(words: Words) -> Mapping[str, Any]:
    t, directory = words.t, words.directory
    people = [p for p in directory.listed if p.is_matched]
    # Who stands on the front page changes with the month, by no merit: everybody has a turn.
    month = directory.today.strftime("%Y-%m")
    people.sort(key=lambda p: sha256(f"{month}/{p.slug}".encode()).hexdigest())
    count, openings = len(directory.listed), len(directory.open_postings)
    return {
        "starts": tuple(words.skill(s) for s in STARTS if s in words.vocabulary.skills),
        "numbers": _numbers(words),
        "ways": tuple(_ways(words)),
        "postings": tuple(posting_row(p, words) for p in directory.open_postings[:HOME_ROWS]),
        "people": tuple(person_row(p, words) for p in people[:HOME_ROWS]),
        "all_postings": t.ngettext(
            "{n} open assignment", "All {n} open assignments", openings
        ).format(n=openings),
        "all_people": t.ngettext("{n} person", "All {n} people", count).format(n=count),
        "legend": _legend(people, words),
        "quilt": quilt([p.profile.silos for p in people if p.profile.silos], words),
    }


def _numbers(words: Words) -> str:
    """One sentence of counts, all counted now."""
    t, directory = words.t, words.directory
    people = directory.listed
    countries = {p.profile.based_in.country for p in people} - {None}
    languages = {tag for p in people for tag in p.profile.languages}
    finished = sum(p.assignment.status == "completed" for p in directory.postings.values())
    parts = [
        t.ngettext("{n} person", "{n} people", len(people)).format(n=len(people)),
        t.ngettext("{n} country", "{n} countries", len(countries)).format(n=len(countries)),
        t.ngettext("{n} language", "{n} languages", len(languages)).format(n=len(languages)),
        t.ngettext("{n} assignment completed", "{n} assignments completed", finished).format(
            n=finished
        ),
    ]
    return " · ".join(parts)
