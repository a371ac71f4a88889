"""The two kinds of introduction: to the client of an assignment, and to who seeks guidance.

Each says who must not be asked and why, drafts its mails, and what to know before sending them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sitegen.directory import Person, Posting
from sitegen.matching import Reason
from sitegen.matching.conditions import NOTHING_PRIVATE
from sitegen.matching.words import phrase_of
from sitegen.upkeep.letters import Letters
from sitegen.upkeep.mail import Mail
from sitegen.upkeep.reluctance import (
    BINDING,
    BINDING_AFTER_YES,
    being_asked,
    binding,
    checks_of,
    no_guidance,
    open_questions,
    strengths_of,
)


class Case(Protocol):
    """One introduction, whatever it is about."""

    @property
    def pair(self) -> tuple[str, str, str]:
        """Its key in the log."""

    def reluctance(self, *, answered: bool) -> str:
        """Why the person must not be asked, or not introduced once `answered`; empty if nothing."""

    def ask(self) -> Mail:
        """The mail that asks the person first."""

    def introduce(self) -> Mail:
        """The mail to both."""

    def questions(self) -> Iterator[str]:
        """What is open, in words, for the coordinator alone."""


@dataclass(frozen=True, slots=True)
class ForAssignment:
    """A person and an assignment."""

    letters: Letters
    person: Person
    posting: Posting

    @property
    def pair(self) -> tuple[str, str, str]:
        """Its key in the log."""
        return self.person.slug, self.posting.slug, ""

    def reluctance(self, *, answered: bool) -> str:
        """A pause, what the person declines in public or in private, a tie to the client."""
        checks = checks_of(self.person, self.posting, self.letters)
        reason = binding(checks, BINDING_AFTER_YES if answered else BINDING)
        return self._say(reason) if reason else ""

    def ask(self) -> Mail:
        """The mail that asks the person, with the reasons of matching."""
        strengths = strengths_of(self.person, self.posting, self.letters)
        return self.letters.ask(self.person, self.posting, strengths)

    def introduce(self) -> Mail:
        """The mail to the person and the client."""
        return self.letters.introduce(self.person, self.posting)

    def questions(self) -> Iterator[str]:
        """Each hard condition that is not simply met."""
        for check in open_questions(checks_of(self.person, self.posting, self.letters)):
            yield f"{self.letters.t.gettext(check.condition)}: {self._say(check.reason)}"

    def _say(self, reason: Reason) -> str:
        return phrase_of(reason, self.letters.directory.vocabulary, self.letters.t)


@dataclass(frozen=True, slots=True)
class ForGuidance:
    """A guide and somebody who seeks guidance, by slug or by name."""

    letters: Letters
    guide: Person
    seeker: str

    @property
    def pair(self) -> tuple[str, str, str]:
        """Its key in the log."""
        return self.guide.slug, "", self.seeker

    def reluctance(self, *, answered: bool) -> str:
        """A pause, or as many people as the guide can take."""
        if answered:
            return ""
        found = self.letters.found
        asked = being_asked(found.log.introductions, self.guide.slug, self.seeker)
        facts = found.facts.get(self.guide.slug, NOTHING_PRIVATE)
        reason = no_guidance(self.guide, self.seeker, facts, asked)
        return self.letters.t.gettext(reason) if reason else ""

    def ask(self) -> Mail:
        """The mail that asks the guide; it does not say who seeks."""
        return self.letters.ask_guide(self.guide, self.seeker)

    def introduce(self) -> Mail:
        """The mail to the guide and the seeker."""
        return self.letters.introduce_guide(self.guide, self.seeker)

    def questions(self) -> Iterator[str]:
        """A capacity that the page does not state, and topics that have nothing in common."""
        known = self.letters.directory.people.get(self.seeker)
        guidance = self.guide.profile.guidance
        sought = set(known.profile.guidance.seeks) if known else set()
        if sought and not sought & {*guidance.offers, *guidance.privately}:
            yield self.letters.t.gettext("they offer nothing of what is sought")
        if self.guide.profile.guidance.capacity is None:
            yield self.letters.t.gettext("how many people they can guide is not stated")
