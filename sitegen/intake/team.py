"""The team's half of what came of an assignment: their words, one lesson, one person's yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.edits import Changes
from sitegen.frontmatter import Loc, Node
from sitegen.intake.answers import Answers, problem
from sitegen.intake.slugs import asked_slug, page_there
from sitegen.intake.submission import Declined, Desk
from sitegen.terms import fold_words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks for the team of which assignment, both by slug."""

    slug: str
    assignment: str


def speaker(desk: Desk, answers: Answers) -> Speaker:
    """Somebody of the team, from their own account or through a maintainer.

    Raises Declined P157, P070, P152, P164 or P165.
    """
    assignment = page_there(desk, answers.text("slug"))
    slug = asked_slug(answers.text("person"))
    fields = desk.base.fields(desk.path(assignment))
    members = fields.get("members")
    team = (
        [m.get("profile") for m in members if isinstance(m, dict)]
        if isinstance(members, list)
        else []
    )
    if slug not in team:
        raise Declined("refused", problem("P165", value=slug), slug=assignment)
    if not (desk.is_maintainer or desk.is_person(slug)):
        found = problem("P152", value=slug, example=f"{slug}-2")
        raise Declined("refused", found, slug=assignment)
    if not isinstance(fields.get("outcome"), dict):
        raise Declined("needs-changes", problem("P164"), slug=assignment)
    return Speaker(slug, assignment)


def team_changes(desk: Desk, answers: Answers, base: Mapping[str, Node], person: str) -> Changes:
    """The words and the lesson where they were given, and that this person agrees to be named."""
    found: list[tuple[Loc, Node | None]] = []
    words, lesson = (" ".join(answers.text(name).split()) for name in ("members_words", "lesson"))
    if words:
        found.append((("outcome", "members_words"), words))
    if lesson:
        outcome = base.get("outcome")
        known = outcome.get("learned", []) if isinstance(outcome, dict) else []
        entry: Node = {"phase": _phase(desk, answers.text("phase")), "text": lesson}
        listed = known if isinstance(known, list) else []
        if entry not in listed:
            found.append((("outcome", "learned"), [*listed, entry]))
    return [*found, (("outcome", "consent", person), "yes")]


def _phase(desk: Desk, written: str) -> str:
    """The id of what people call a phase; what is none stays as it is, to be told."""
    phases = desk.directory.vocabulary.method.phases
    names = {fold_words(name): phase.id for phase in phases for name in (phase.id, phase.label)}
    return names.get(fold_words(written), written)
