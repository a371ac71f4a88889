"""What stands in the way of asking somebody, and what a coordinator should know before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.directory import Person, Posting
from sitegen.matching import Check, Match, PostingMatches, Reason
from sitegen.matching.conditions import NOTHING_PRIVATE, judge
from sitegen.matching.matcher import match
from sitegen.messages import phrase
from sitegen.models.log import Introduction
from sitegen.overlay import PrivateFacts
from sitegen.upkeep.letters import Letters

# Conditions with which nobody is asked at all; the others a talk may settle.
BINDING = ("open", "declines", "conflict")
# Somebody who answered yes is there, whatever their page says.
BINDING_AFTER_YES = ("declines", "conflict")
UNDER_WAY = ("asked", "agreed")
PAUSED = phrase("they take a pause from giving guidance")
NO_OFFER = phrase("their page offers no guidance")
AGED = phrase("the page has not been confirmed for long: ask first whether it is still true")
UNLISTED = phrase("they are not listed")
FULL = phrase("they have as many people to guide as they can take, those being asked included")
THEMSELVES = phrase("that is the same person")


def checks_of(person: Person, posting: Posting, letters: Letters) -> tuple[Check, ...]:
    """Every hard condition, judged with what only the private folder knows."""
    facts = letters.found.facts.get(person.slug, NOTHING_PRIVATE)
    return tuple(judge(person, posting, letters.directory, facts))


def binding(checks: Iterable[Check], conditions: Iterable[str]) -> Reason | None:
    """The first reason of these conditions for which somebody must not be asked."""
    return next((c.reason for c in checks if c.condition in conditions and c.state == "no"), None)


def open_questions(checks: Iterable[Check]) -> Iterator[Check]:
    """What a coordinator should know before asking, or settle with the person."""
    return (check for check in checks if check.state in ("no", "partly", "not-stated"))


def strengths_of(person: Person, posting: Posting, letters: Letters) -> tuple[Reason, ...]:
    """Why a person fits, best first; none where matching finds nothing true to say."""
    matches = match(letters.directory, letters.found.facts).postings
    found = matches.get(posting.slug, PostingMatches((), ()))
    pairs: Iterator[Match] = (m for m in (*found.ranking, *found.nearly))
    return next((m.strengths for m in pairs if m.profile == person.slug), ())


def no_guidance(guide: Person, seeker: str, facts: PrivateFacts, load: int) -> str | None:
    """Why a guide is not asked, as a message id; `load` counts the talks being asked about.

    A guide who states no capacity is asked.
    """
    offered = guide.profile.guidance
    reasons = {
        THEMSELVES: guide.slug == seeker,
        NO_OFFER: not (offered.offers or offered.privately),
        PAUSED: offered.paused,
        AGED: guide.freshness == "dormant",
        UNLISTED: not guide.is_listed,
        FULL: offered.capacity is not None
        and (facts.guidance_load or 0) + load >= offered.capacity,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def being_asked(rows: Iterable[Introduction], guide: str, seeker: str) -> int:
    """How many other talks a guide has been asked about that have not begun."""
    return sum(
        row.profile == guide
        and row.purpose is not None
        and row.seeker != seeker
        and row.state in UNDER_WAY
        for row in rows
    )
