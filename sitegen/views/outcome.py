"""What came of an assignment, told alike on its own page, among the results and in the method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.directory import Directory, Posting
from sitegen.views.words import Named, Words


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What came of a finished assignment."""

    day: str
    result: str
    client_words: str | None
    members_words: str | None
    client: str
    members: str
    learned: tuple[tuple[Named, str], ...]
    ended_early: bool


def member(slug: str | None, words: Words) -> Named:
    """A member of a team; whoever is withheld or not listed is "a member"."""
    person = words.directory.people.get(slug) if slug else None
    if person is None or not person.is_listed:
        return Named(words.t.gettext("a member"))
    return words.person(person)


def team(posting: Posting, words: Words) -> Iterator[tuple[Named, str]]:
    """The members of a team, each with the label of their role."""
    roles = {role.id: role.label for role in words.vocabulary.method.roles}
    for found in posting.assignment.members:
        yield member(found.profile, words), roles.get(found.role or "", "")


def outcome_view(posting: Posting, words: Words) -> OutcomeView | None:
    """What came of it in words; None before it ended. The client speaks only where it agreed."""
    outcome = posting.assignment.outcome
    if outcome is None:
        return None
    agreed = outcome.consent.get("client", False)
    named = posting.assignment.client.name if agreed else None
    return OutcomeView(
        words.day(outcome.on),
        outcome.result,
        outcome.client_words if agreed else None,
        outcome.members_words,
        named or words.t.gettext("The client"),
        words.t.every(member(m.profile, words).label for m in posting.assignment.members),
        tuple((words.phase(item.phase), item.text) for item in outcome.learned),
        posting.assignment.status == "ended-early",
    )


def told(directory: Directory) -> tuple[Posting, ...]:
    """Finished assignments of which both sides agreed to tell, the latest first.

    That each member agreed is a condition of the file; the client may have refused.
    """
    found = [
        (posting.assignment.outcome.on, posting.slug, posting)
        for posting in directory.postings.values()
        if posting.assignment.outcome and posting.assignment.outcome.consent.get("client")
    ]
    return tuple(posting for _, _, posting in sorted(found, key=lambda f: f[:2], reverse=True))
