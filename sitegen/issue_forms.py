"""The issue forms: what each asks, under which headings its answers come back.

GitHub turns a form into Markdown: a heading `### LABEL` for each field and the answer below. So
labels are what the program finds answers by; a test holds the templates in
`.github/ISSUE_TEMPLATE/` to this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Shape = Literal["input", "textarea", "dropdown", "checkboxes"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its id and label, and what can be chosen, by the words of the form."""

    id: str
    label: str
    shape: Shape
    required: bool = False
    options: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of one kind; `block` is the field with a whole file, always the last one."""

    kind: str
    template: str
    collection: str
    fields: tuple[Field, ...]
    block: str = ""

    @property
    def label(self) -> str:
        """The label of the issue by which the workflow knows the kind."""
        return f"intake:{self.kind}"

    def field(self, name: str) -> Field:
        """The field with this id."""
        return next(field for field in self.fields if field.id == name)


MAINTAINER = "maintainer"
SENDER = Field(
    "sender",
    "Who sends this",
    "dropdown",
    True,
    {
        "Myself": "self",
        "A maintainer, for somebody who mailed it": MAINTAINER,
    },
)
PROFILE_SLUG = Field("slug", "Address of your page", "input", True)
ASSIGNMENT_SLUG = Field("slug", "Address of the assignment", "input", True)


def _consent(label: str, *statements: str) -> Field:
    return Field(
        "consent",
        label,
        "checkboxes",
        True,
        {statement: str(number) for number, statement in enumerate(statements, 1)},
    )


_REMEMBERS = "I know that git remembers: what was public once stays in the history and in copies."
_FORMS = (
    Form(
        "profile",
        "profile.yml",
        "profiles",
        (
            SENDER,
            Field("slug", "Address of your page, if you have one", "input"),
            _consent(
                "Before you send it",
                "These are my own words, or the words of somebody who agreed that I send them.",
                _REMEMBERS,
                "No e-mail address, telephone number, street address or date of birth is in it.",
            ),
            Field("block", "Your page", "textarea", True),
        ),
        "block",
    ),
    Form(
        "assignment",
        "assignment.yml",
        "assignments",
        (
            SENDER,
            Field("slug", "Address of the assignment, if it has one", "input"),
            _consent(
                "Before you send it",
                "I may speak for the client, and who is named in it agreed to be named.",
                _REMEMBERS,
                "No e-mail address, telephone number or street address is in it.",
            ),
            Field("block", "The assignment", "textarea", True),
        ),
        "block",
    ),
    Form(
        "confirm",
        "still-true.yml",
        "profiles",
        (
            PROFILE_SLUG,
            _consent("Still true", "I have read my page today, and everything on it is true."),
        ),
    ),
    Form(
        "pause",
        "pause.yml",
        "profiles",
        (
            PROFILE_SLUG,
            Field(
                "status",
                "From now on I am",
                "dropdown",
                True,
                {
                    "Not free: keep my page, leave me out of matching": "paused",
                    "Free for little: ask me first": "limited",
                    "Free": "open",
                },
            ),
            Field("from", "Free from (year-month-day)", "input"),
        ),
    ),
    Form(
        "offer-guidance",
        "offer-guidance.yml",
        "profiles",
        (
            PROFILE_SLUG,
            Field("offers", "What I can be asked about", "textarea", True),
            Field("privately", "What I can be asked about, in private only", "textarea"),
            Field("capacity", "How many people at a time", "input"),
            Field("wish", "What I wish I had known", "textarea"),
        ),
    ),
    Form(
        "outcome",
        "outcome.yml",
        "assignments",
        (
            ASSIGNMENT_SLUG,
            Field(
                "status",
                "How it ended",
                "dropdown",
                True,
                {"It was completed": "completed", "It ended early": "ended-early"},
            ),
            Field("on", "On which day (year-month-day)", "input", True),
            Field("result", "What came of it", "textarea", True),
            Field("client_words", "The client, in their own words", "textarea"),
            Field(
                "named",
                "The client's name",
                "checkboxes",
                False,
                {"The client agrees that its name stands below these words.": "yes"},
            ),
        ),
    ),
    Form(
        "members-outcome",
        "members-outcome.yml",
        "assignments",
        (
            ASSIGNMENT_SLUG,
            Field("person", "Address of your page", "input", True),
            Field("members_words", "The team, in its own words", "textarea"),
            Field("phase", "The phase that your lesson is about", "input"),
            Field("lesson", "The lesson, in two sentences", "textarea"),
            _consent("Your name", "I agree that I am named with what came of it."),
        ),
    ),
    Form(
        "propose-skill",
        "propose-skill.yml",
        "vocabulary",
        (
            Field("label", "The skill, in a few words", "input", True),
            Field("family", "The family it belongs to", "input", True),
            Field("aliases", "Other words for it", "textarea"),
            Field("related", "Skills near it", "textarea"),
            Field("why", "Who would use it", "textarea"),
        ),
    ),
    Form(
        "remove",
        "remove.yml",
        "profiles",
        (
            PROFILE_SLUG,
            _consent("Before you leave", "I want my page taken down.", _REMEMBERS),
        ),
    ),
)
FORMS: Mapping[str, Form] = {form.kind: form for form in _FORMS}
