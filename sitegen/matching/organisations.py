"""Organisations compared: the same, perhaps the same, or another; and the conditions on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.results import Check, Reason, State
from sitegen.models.fields import Organisation
from sitegen.models.profile import Venture
from sitegen.overlay import PrivateFacts
from sitegen.terms import fold_words

NEAR = 0.86


def is_same(first: Organisation, second: Organisation) -> bool:
    """The same folded name, or the same domain."""
    domains = _domain(first.url), _domain(second.url)
    return fold_words(first.name) == fold_words(second.name) or (
        bool(domains[0]) and domains[0] == domains[1]
    )


def is_near(first: Organisation, second: Organisation) -> bool:
    """Perhaps the same: one name within the other, or nearly the same spelling."""
    a, b = sorted((fold_words(first.name), fold_words(second.name)), key=lambda n: (len(n), n))
    within = len(a.split()) > 1 and set(a.split()) <= set(b.split())
    return within or SequenceMatcher(None, a, b, autojunk=False).ratio() >= NEAR


def _domain(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def conflict(person: Person, posting: Posting, _: Directory) -> Check:
    """Judge interests and ventures against the client and whom it excludes.

    A client without a name is a question. What an unnamed client excludes stays unnamed too.
    """
    client = posting.assignment.client
    parties = [*posting.assignment.excludes]
    if client.name:
        parties.append(Organisation(name=client.name, url=client.url))
    current = [*person.profile.interests, *map(_organisation, _held(person))]
    for tie in current:
        if any(is_same(tie, party) for party in parties):
            return _conflict("no", "conflict-tie", tie.name, named=not client.anonymous)
    for tie in current:
        if any(is_near(tie, party) for party in parties):
            return _conflict("not-stated", "conflict-near", tie.name, named=not client.anonymous)
    if client.anonymous:
        return Check("conflict", "not-stated", Reason("conflict-anonymous"))
    return _past(person, parties)


def _past(person: Person, parties: Iterable[Organisation]) -> Check:
    held = tuple(_held(person))
    for venture in person.profile.ventures:
        left = _organisation(venture)
        if venture not in held and any(is_same(left, party) for party in parties):
            if venture.end is None:
                return _conflict("partly", "conflict-past", venture.name, named=True)
            params: dict[str, str | int] = {"name": venture.name, "year": venture.end}
            return Check("conflict", "partly", Reason("conflict-past-year", params))
    return Check("conflict", "yes", Reason("conflict-none"))


def _held(person: Person) -> Iterator[Venture]:
    return (v for v in person.profile.ventures if v.outcome == "running" and v.end is None)


def _organisation(venture: Venture) -> Organisation:
    return Organisation(name=venture.name, url=venture.url)


def _conflict(state: State, code: str, name: str, *, named: bool) -> Check:
    if not named:
        return Check("conflict", state, Reason(f"{code}-unnamed"))
    return Check("conflict", state, Reason(code, {"name": name}))


def with_declined_clients(check: Check, posting: Posting, facts: PrivateFacts) -> Check:
    """Add the clients that a person declines in private to the condition `declines`.

    No name enters the reason.
    """
    client = posting.assignment.client
    if check.state == "no" or not facts.declines_clients:
        return check
    if not client.name:
        return Check("declines", "not-stated", Reason("declines-anonymous"))
    asked = Organisation(name=client.name)
    declined = [Organisation(name=name) for name in facts.declines_clients]
    if any(is_same(asked, other) for other in declined):
        return Check("declines", "no", Reason("declines-client"))
    if any(is_near(asked, other) for other in declined):
        return Check("declines", "not-stated", Reason("declines-near"))
    return check
