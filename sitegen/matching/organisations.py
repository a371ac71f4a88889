"""Organisations compared: the same, perhaps the same, or another; and the conditions on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import urlsplit

from sitegen.directory import Directory, Person, Posting
from sitegen.matching.results import Check, Reason, State
from sitegen.models.assignment import Client
from sitegen.models.fields import Organisation
from sitegen.models.profile import Venture
from sitegen.overlay import PrivateFacts
from sitegen.terms import fold_words

NEAR = 0.86


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation as it is compared: folded words of its name, and the domain of its site."""

    words: str
    domain: str = ""

    def is_same(self, other: Party) -> bool:
        """The same folded name, or the same domain."""
        return self.words == other.words or (bool(self.domain) and self.domain == other.domain)

    def is_near(self, other: Party) -> bool:
        """Perhaps the same: one name within the other, or nearly the same spelling."""
        short, long = sorted((self.words, other.words), key=lambda words: (len(words), words))
        return _are_near(short, long)


@lru_cache(maxsize=1 << 18)
def _are_near(short: str, long: str) -> bool:
    if len(short.split()) > 1 and set(short.split()) <= set(long.split()):
        return True
    spelling = SequenceMatcher(None, short, long, autojunk=False)
    likely = spelling.real_quick_ratio() >= NEAR and spelling.quick_ratio() >= NEAR
    return likely and spelling.ratio() >= NEAR


@lru_cache(maxsize=1 << 16)
def party(name: str, url: str | None = None) -> Party:
    """Fold a name and take the domain of an address, `www.` left out."""
    host = urlsplit(url).hostname if url else None
    return Party(fold_words(name), (host or "").removeprefix("www."))


def conflict(person: Person, posting: Posting, _: Directory) -> Check:
    """Judge interests and ventures against the client and whom it excludes.

    A client without a name is a question. Whom an unnamed client excludes stays unnamed too.
    """
    client, parties = posting.assignment.client, parties_of(posting)
    ties: list[Organisation | Venture] = [*person.profile.interests]
    ties += [venture for venture in person.profile.ventures if _is_held(venture)]
    current = [(tie.name, party(tie.name, tie.url)) for tie in ties]
    for name, tie in current:
        if any(tie.is_same(other) for other in parties):
            return _conflict("no", "conflict-tie", name, client)
    for name, tie in current:
        if any(tie.is_near(other) for other in parties):
            return _conflict("not-stated", "conflict-near", name, client)
    if client.anonymous:
        return Check("conflict", "not-stated", Reason("conflict-anonymous"))
    return _past(person.profile.ventures, parties)


def parties_of(posting: Posting) -> list[Party]:
    """Whom the posting excludes, and the client where it is named."""
    assignment = posting.assignment
    found = [party(other.name, other.url) for other in assignment.excludes]
    if assignment.client.name:
        found.append(party(assignment.client.name, assignment.client.url))
    return found


def ties_of(person: Person) -> list[Party]:
    """Every venture and every interest of a person, past ones too."""
    ties: tuple[Organisation | Venture, ...] = (
        *person.profile.ventures,
        *person.profile.interests,
    )
    return [party(tie.name, tie.url) for tie in ties]


def _is_held(venture: Venture) -> bool:
    return venture.outcome == "running" and venture.end is None


def _past(ventures: Iterable[Venture], parties: Iterable[Party]) -> Check:
    for venture in ventures:
        left = party(venture.name, venture.url)
        if not _is_held(venture) and any(left.is_same(other) for other in parties):
            if venture.end is None:
                return Check("conflict", "partly", Reason("conflict-past", {"name": venture.name}))
            params: dict[str, str | int] = {"name": venture.name, "year": venture.end}
            return Check("conflict", "partly", Reason("conflict-past-year", params))
    return Check("conflict", "yes", Reason("conflict-none"))


def _conflict(state: State, code: str, name: str, client: Client) -> Check:
    if client.anonymous:
        return Check("conflict", state, Reason(f"{code}-unnamed"))
    return Check("conflict", state, Reason(code, {"name": name}))


def with_declined_clients(check: Check, posting: Posting, facts: PrivateFacts) -> Check:
    """Add the clients that a person declines in private to the condition `declines`.

    No name enters the reason.
    """
    if check.state == "no" or not facts.declines_clients:
        return check
    client = posting.assignment.client
    if not client.name:
        return Check("declines", "not-stated", Reason("declines-anonymous"))
    asked = party(client.name)
    declined = [party(name) for name in facts.declines_clients]
    if any(asked.is_same(other) for other in declined):
        return Check("declines", "no", Reason("declines-client"))
    if any(asked.is_near(other) for other in declined):
        return Check("declines", "not-stated", Reason("declines-near"))
    return check
