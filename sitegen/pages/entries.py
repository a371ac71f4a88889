"""Pages of people and of assignments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen import urls
from sitegen.directory import Person, Posting
from sitegen.matching import Matches, PostingMatches
from sitegen.pages.page import Page
from sitegen.urls import JOIN, RESULTS
from sitegen.views.guides import guide_views
from sitegen.views.listing import first_sentence
from sitegen.views.matches import MatchView, by_band, near_misses, public_matches
from sitegen.views.person import Opening, PersonView, contact_with, person_view
from sitegen.views.posting import Fit, PostingView, answer_to, posting_view
from sitegen.views.signature import signature
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
    slug, people = person.slug, words.directory.people

    def onward() -> tuple[Named, ...]:
        contact = contact_with(people[slug], words)
        kept = words.named(words.t.gettext("Your shortlist, side by side"), "/shortlist/")
        return Named(contact.label, contact.url), kept

    return Page(
        urls.profile(slug),
        "pages/profile.html",
        person.profile.name,
        person.profile.headline,
        "/profiles/",
        context=lambda: {"person": _shown(people[slug], words, matches, photos)},
        noindex=not person.is_listed,
        lastmod=person.profile.confirmed.on,
        onward=onward,
        given=tuple,
    )


def _shown(person: Person, words: Words, matches: Matches, photos: Photos) -> PersonView:
    found = matches.for_person(person.slug)
    fits, near = public_matches(found.ranking, words), near_misses(found.nearly, words)
    guides = guide_views(matches.guides.get(person.slug, ()), words)
    return person_view(
        person,
        words,
        photos,
        tuple(_opening(person, match, words) for match in fits),
        tuple(_opening(person, match, words) for match in near),
        guides,
    )


def _opening(person: Person, match: MatchView, words: Words) -> Opening:
    assignment = words.directory.postings[match.assignment].assignment
    worlds = {assignment.client.silo, *assignment.silos}
    return Opening(
        match,
        words.named(assignment.title, urls.assignment(match.assignment)),
        signature(person.profile.silos, words, wanted=worlds),
    )


def _posting(posting: Posting, words: Words, matches: Matches) -> Page:
    slug, postings = posting.slug, words.directory.postings
    return Page(
        urls.assignment(slug),
        "pages/assignment.html",
        posting.assignment.title,
        first_sentence(posting.body),
        "/assignments/",
        context=lambda: {
            "posting": _view(postings[slug], words, matches),
            "matching_public": words.site.matching.public,
        },
        # A closed assignment keeps its page for those who hold a link, and leaves search engines.
        noindex=posting.assignment.status == "withdrawn"
        or (posting.assignment.status == "open" and posting.closed),
        lastmod=posting.assignment.outcome.on
        if posting.assignment.outcome
        else posting.assignment.posted,
        onward=lambda: _onward(postings[slug], words),
        given=tuple,
    )


def _view(posting: Posting, words: Words, matches: Matches) -> PostingView:
    found = matches.postings.get(posting.slug, PostingMatches((), ()))
    fits = tuple(
        (band, tuple(_fit(match, posting, words) for match in listed))
        for band, listed in by_band(public_matches(found.ranking, words))
    )
    near = tuple(_fit(match, posting, words) for match in near_misses(found.nearly, words))
    return posting_view(posting, words, fits, near, team_views(found.teams, words))


def _onward(posting: Posting, words: Words) -> tuple[Named, ...]:
    """The answer to an open assignment; from a finished one, what came of others too."""
    if posting.is_open:
        contact = answer_to(posting, words)
        join = words.named(words.t.gettext("Write your page, and see what fits you"), JOIN)
        return (Named(contact.label, contact.url), join)
    if posting.assignment.outcome:
        return (words.named(words.t.gettext("What came of finished assignments"), RESULTS),)
    return ()


def _fit(match: MatchView, posting: Posting, words: Words) -> Fit:
    person = words.directory.people[match.profile]
    worlds = {posting.assignment.client.silo, *posting.assignment.silos}
    return Fit(
        match,
        words.person(person),
        person.profile.headline,
        signature(person.profile.silos, words, wanted=worlds),
    )
