"""The log of the private folder: introductions under way, and who answered in person."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.models.fields import Content, Day, Slug
from sitegen.models.kind import one_of, text

GUIDANCE = "guidance"


class Introduction(Content):
    """One person asked about one assignment, or a guide about one seeker.

    `on` is the day of the state: the day of asking, of the answer, of the introduction.
    """

    profile: Slug
    assignment: Slug | None = None
    purpose: Annotated[Annotated[str, one_of(GUIDANCE)] | None, Field(alias="for")] = None
    seeker: Annotated[str, text(120)] | None = None
    on: Day
    state: Annotated[str, one_of("asked", "agreed", "declined", "introduced")]

    @property
    def pair(self) -> tuple[str, str, str]:
        """What makes it the same introduction: who, about what, for whom."""
        return self.profile, self.assignment or "", self.seeker or ""


class Answer(Content):
    """A day on which somebody answered from their own address, and how."""

    profile: Slug
    on: Day
    how: Annotated[str, text(200)]


class Log(Content):
    """The whole log, in the order of writing."""

    introductions: tuple[Introduction, ...] = ()
    confirmations: tuple[Answer, ...] = ()

    def find(self, pair: tuple[str, str, str]) -> Introduction | None:
        """The introduction of a pair, or None."""
        return next((row for row in self.introductions if row.pair == pair), None)

    def with_introduction(self, row: Introduction) -> Log:
        """The log with this row in the place of the one of the same pair, or at the end."""
        kept = [row if old.pair == row.pair else old for old in self.introductions]
        rows = kept if self.find(row.pair) else [*kept, row]
        return self.model_copy(update={"introductions": tuple(rows)})

    def with_answer(self, row: Answer) -> Log:
        """The log with this answer; the same when that person has one of that day."""
        if any((old.profile, old.on) == (row.profile, row.on) for old in self.confirmations):
            return self
        return self.model_copy(update={"confirmations": (*self.confirmations, row)})
