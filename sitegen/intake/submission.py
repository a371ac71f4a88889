"""What is sent, and what becomes of it, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sitegen.directory import Directory
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Node
from sitegen.intake.base import Base
from sitegen.intake.block import Block
from sitegen.issue_forms import Form
from sitegen.ownership import Account, owns
from sitegen.plan import Plan
from sitegen.read import Sources

State = Literal["ready", "needs-changes", "refused"]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a submission is judged by: who sends it, on which day, beside what."""

    form: Form
    author: Account
    base: Base
    sources: Sources
    directory: Directory
    photo: bytes | None = None

    @property
    def today(self) -> date:
        """The day of the submission."""
        return self.directory.today

    @property
    def is_maintainer(self) -> bool:
        """Whether the author keeps the directory."""
        return self.base.is_maintainer(self.author)

    def path(self, slug: str) -> str:
        """The file of a page, below the content."""
        return f"{self.form.collection}/{slug}.md"

    def owns(self, slug: str) -> bool:
        """Whether the author owns the page."""
        return owns(self.author, self.base.fields(self.path(slug)))

    def is_person(self, slug: str) -> bool:
        """Whether the author owns the profile of this person, whatever the form is about."""
        return owns(self.author, self.base.fields(f"profiles/{slug}.md"))

    def may_change(self, slug: str) -> bool:
        """Whether the author owns the page, or keeps the directory."""
        return self.is_maintainer or self.owns(slug)


@dataclass(frozen=True, slots=True)
class Draft:
    """One file as it would be: its new text, what its problems refer to, and what was read.

    The slug is empty where none can be told yet; `said` is what stands in the way besides what the
    file holds; `asked` holds the label in the form of what stands at a place. `speaker` is the
    person who speaks where the page is an assignment's and not theirs.
    """

    slug: str
    path: str
    text: str
    fields: Mapping[str, Node]
    body: str = ""
    block: Block | None = None
    is_new: bool = False
    waits: bool = False
    speaker: str = ""
    said: tuple[Problem, ...] = ()
    asked: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What becomes of a submission; the plan is empty unless it is ready.

    `lines` are those of a file that was sent, by the number that their author sees.
    """

    kind: str
    state: State
    problems: tuple[Problem, ...] = ()
    slug: str = ""
    path: str = ""
    draft: Draft | None = None
    plan: Plan = field(default_factory=Plan)
    # What a maintainer must add or read before it can be published.
    left: tuple[Problem, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)


class Declined(Exception):  # noqa: N818 - it is an answer, not an error
    """A submission that is not taken, with every reason."""

    def __init__(self, state: State, *problems: Problem, slug: str = "") -> None:
        super().__init__(state)
        self.state: State = state
        self.problems = problems
        self.slug = slug
