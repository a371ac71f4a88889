"""Pages of people and of assignments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen import urls
from sitegen.directory import Person, Posting
from sitegen.matching import Matches
from sitegen.pages.page import Page
from sitegen.views.guides import guide_views
from sitegen.views.listing import first_sentence
from sitegen.views.matches import MatchView, by_band, nearly, public_matches
from sitegen.views.person import person_view
from sitegen.views.posting import Fit, posting_view
from sitegen.views.signature import Signature, signature
from sitegen.views.teams import team_views
from sitegen.views.words import Named, Words

Photos = Mapping[str, Mapping[str, str]]


def pages(words: Words, matches: Matches, photos: Photos) -> Iterator[Page]:
    """A page for each person and each assignment."""
    for person in words.directory.people.values():
        yield _person(person, words, matches, photos)
    for posting in words.directory.postings.values():
        yield _posting(posting, words, matches)


def _person(person: Person, words: Words, matches: Matches, photos: Photos) -> Page:
    shown = public_matches(matches.for_person(person.slug), words)
    fitting = tuple(_for_person(person, match, words) for match in shown)
    guides = guide_views(matches.guides.get(person.slug, ()), words)
    return Page(
        urls.profile(person.slug),
        "pages/profile.html",
        person.profile.name,
        person.profile.headline,
        "/profiles/",
        context={"person": person_view(person, words, photos, fitting, guides)},
        noindex=not person.is_listed,
        lastmod=person.profile.confirmed.on,
    )


def _for_person(
    person: Person, match: MatchView, words: Words
) -> tuple[MatchView, Named, Signature]:
    assignment = words.directory.postings[match.assignment].assignment
    worlds = {assignment.client.silo, *assignment.silos}
    named = words.named(assignment.title, urls.assignment(match.assignment))
    return match, named, signature(person.profile.silos, words, wanted=worlds)


def _posting(posting: Posting, words: Words, matches: Matches) -> Page:
    found = matches.postings.get(posting.slug)
    shown = public_matches(found.ranking if found else (), words)
    fits = tuple(
        (band, tuple(_fit(match, posting, words) for match in listed))
        for band, listed in by_band(shown)
    )
    near = tuple(_fit(match, posting, words) for match in nearly(matches, posting.slug, words))
    teams = team_views(found.teams if found else (), words)
    return Page(
        urls.assignment(posting.slug),
        "pages/assignment.html",
        posting.assignment.title,
        first_sentence(posting.body),
        "/assignments/",
        context={
            "posting": posting_view(posting, words, fits, near, teams),
            "matching_public": words.site.matching.public,
        },
        # A closed assignment keeps its page for those who hold a link, and leaves search engines.
        noindex=posting.assignment.status == "withdrawn"
        or (posting.assignment.status == "open" and posting.closed),
        lastmod=posting.assignment.outcome.on
        if posting.assignment.outcome
        else posting.assignment.posted,
    )


def _fit(match: MatchView, posting: Posting, words: Words) -> Fit:
    person = words.directory.people[match.profile]
    worlds = {posting.assignment.client.silo, *posting.assignment.silos}
    return Fit(
        match,
        words.named(person.profile.name, urls.profile(person.slug)),
        person.profile.headline,
        signature(person.profile.silos, words, wanted=worlds),
    )
