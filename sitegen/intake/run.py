"""What `sitegen intake` does: read → find the answers → draft → judge → plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sitegen.errors import ContentError, Problem, SettingsError, has_errors
from sitegen.frontmatter import Source
from sitegen.intake.answers import Answers, answers_of, problem
from sitegen.intake.base import Base, base_of
from sitegen.intake.changes import change_draft
from sitegen.intake.forms import FORMS
from sitegen.intake.judge import FOR_MAINTAINERS, directory_before, problems_of
from sitegen.intake.leaving import leaving
from sitegen.intake.lines import Line, lines_of
from sitegen.intake.pages import page_draft
from sitegen.intake.skills import skill_draft
from sitegen.intake.submission import Declined, Desk, Draft, Result
from sitegen.ownership import Account
from sitegen.photos import check_photo, portraits
from sitegen.plan import Plan
from sitegen.read import PHOTO_LIMIT, PHOTO_SUFFIXES, read
from sitegen.text import size


@dataclass(frozen=True, slots=True)
class Order:
    """What was sent, by whom, and what it is judged by."""

    raw: bytes
    kind: str
    author: Account
    content: Path
    clock: date
    today: date | None = None
    base: str | None = None
    photo: bytes | None = None


def taken_in(order: Order) -> tuple[Result, Desk]:
    """What becomes of a submission; nothing is written yet.

    Raises SettingsError S016, S024 or S026, and those of reading the content.
    """
    if order.photo is not None and order.kind != "profile":
        raise SettingsError("S026")
    base = base_of(order.content, order.base)
    sources = read(order.content)
    directory, before = directory_before(sources, order.today, order.clock)
    desk = Desk(FORMS[order.kind], order.author, base, sources, directory, order.photo)
    try:
        lines = lines_of(order.raw)
        answers = answers_of(desk.form, lines)
        if desk.form.kind == "remove":
            return _left(desk, _filled(answers), order.clock), desk
        draft, source = _draft(desk, lines, answers)
        return _judged(desk, draft, source, before), desk
    except Declined as no:
        path = desk.path(no.slug) if no.slug else ""
        return Result(order.kind, no.state, no.problems, no.slug, path), desk
    except ContentError as error:
        return Result(order.kind, "needs-changes", error.problems), desk


def _filled(answers: Answers | None) -> Answers:
    if answers is None:
        raise Declined("needs-changes", problem("P150"))
    return answers


def _draft(
    desk: Desk, lines: tuple[Line, ...], answers: Answers | None
) -> tuple[Draft, Source | None]:
    if desk.form.block:
        return page_draft(desk, lines, answers)
    if desk.form.kind == "propose-skill":
        return skill_draft(desk, _filled(answers)), None
    return change_draft(desk, _filled(answers)), None


def _judged(desk: Desk, draft: Draft, source: Source | None, before: Iterable[Problem]) -> Result:
    """Ready with its plan, or what must change first."""
    photo, wrong = _photo(desk)
    found = problems_of(draft, source, desk.sources, before, photo, desk.today)
    left = tuple(p for p in found if p.code in FOR_MAINTAINERS and desk.form.kind == "outcome")
    problems = (*wrong, *(p for p in found if p not in left))
    raw = draft.text.encode()
    if not has_errors(problems) and photo is None and desk.base.file(draft.path) == raw:
        problems = (problem("P160"), *problems)
    result = Result(
        desk.form.kind, "needs-changes", problems, draft.slug, draft.path, draft, Plan(), left
    )
    if has_errors(problems):
        return result
    plan = Plan({desk.base.content / draft.path: raw, **_photo_file(desk, draft, photo)}, ())
    return replace(result, state="ready", plan=_with_old_photos_gone(desk, draft, plan))


def _photo(desk: Desk) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The photo as it may be published: drawn anew from its pixels."""
    if desk.photo is None:
        return None, ()
    if len(desk.photo) > PHOTO_LIMIT:
        return None, (problem("P002", limit=size(PHOTO_LIMIT)),)
    reason = check_photo(desk.photo)
    if reason is not None:
        return None, (problem("P057", detail=reason),)
    return cleaned(desk.photo), ()


def cleaned(raw: bytes) -> bytes:
    """A photo without anything but its pixels."""
    return portraits(raw)["192.jpg"]


def _photo_file(desk: Desk, draft: Draft, photo: bytes | None) -> dict[Path, bytes]:
    path = desk.base.content / f"profiles/{draft.slug}.jpg"
    return {} if photo is None else {path: photo}


def _with_old_photos_gone(desk: Desk, draft: Draft, plan: Plan) -> Plan:
    """A new photo takes the place of one with another ending."""
    others = [
        desk.base.content / f"profiles/{draft.slug}{suffix}"
        for suffix in PHOTO_SUFFIXES
        if desk.photo is not None
    ]
    return replace(plan, removals=tuple(p for p in others if p.is_file() and p not in plan.writes))


def _left(desk: Desk, answers: Answers, clock: date) -> Result:
    slug, plan, mentions, waits = leaving(desk, answers, clock)
    draft = Draft(slug, desk.path(slug), "", {}, waits=waits)
    return Result("remove", "ready", (), slug, draft.path, draft, plan, mentions)


__all__ = ["Base", "Order", "taken_in"]
