"""Somebody asks to be taken out: what `sitegen forget` would do, when it is their own page."""

from __future__ import annotations

from datetime import date

from sitegen.errors import ContentError, Problem
from sitegen.forget import forgetting
from sitegen.intake.answers import Answers, missing
from sitegen.intake.slugs import page_of
from sitegen.intake.submission import Declined, Desk
from sitegen.plan import Plan


def leaving(
    desk: Desk, answers: Answers, clock: date
) -> tuple[str, Plan, tuple[Problem, ...], bool]:
    """The page, everything that goes or changes, where text still names them, and whether it waits.

    It waits for an answer when somebody else than the owner sends it. Raises Declined.
    """
    found = list(missing(answers))
    if found:
        raise Declined("needs-changes", *found)
    slug = page_of(desk, answers.text("slug"))
    try:
        planned = forgetting(desk.base.content, slug, None, clock)
    except ContentError as error:
        raise Declined("needs-changes", *error.problems, slug=slug) from error
    return slug, planned.plan, planned.mentions, not desk.owns(slug)
