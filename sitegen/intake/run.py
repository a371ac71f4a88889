"""What `sitegen intake` does: read → find the answers → draft → judge → plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sitegen.errors import ContentError, Problem, SettingsError, has_errors
from sitegen.frontmatter import Source
from sitegen.intake.answers import Answers, answers_of, problem
from sitegen.intake.base import base_of
from sitegen.intake.changes import change_draft
from sitegen.intake.judge import FOR_MAINTAINERS, directory_before, problems_of
from sitegen.intake.leaving import leaving
from sitegen.intake.lines import Line, lines_of
from sitegen.intake.pages import own_lines, page_draft
from sitegen.intake.skills import skill_draft
from sitegen.intake.submission import Declined, Desk, Draft, Result
from sitegen.issue_forms import FORMS
from sitegen.ownership import Account
from sitegen.photos import TAKEN_LIMIT, cleaned
from sitegen.plan import Plan
from sitegen.read import PHOTO_SUFFIXES, Photo, entries_of, read
from sitegen.text import size

# The rest of the team agrees later, each to the maintainers.
ENDINGS = ("outcome", "members-outcome")
# What a photo is, whatever its file is called.
_SUFFIXES = {".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG", ".webp": b"RIFF"}


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
    except ContentError as error:
        return Result(order.kind, "needs-changes", error.problems), desk
    result = _result(desk, lines, answers, order, before)
    if desk.form.block:
        own = own_lines(desk.form, answers) if answers is not None else lines
        result = replace(result, lines={line.number: line.text for line in own})
    return result, desk


def _result(
    desk: Desk,
    lines: tuple[Line, ...],
    answers: Answers | None,
    order: Order,
    before: Iterable[Problem],
) -> Result:
    try:
        if desk.form.kind == "remove":
            return _left(desk, _filled(answers), order.clock)
        draft, source = _draft(desk, lines, answers)
        return _judged(desk, draft, source, before)
    except Declined as no:
        path = desk.path(no.slug) if no.slug else ""
        return Result(order.kind, no.state, no.problems, no.slug, path)
    except ContentError as error:
        return Result(order.kind, "needs-changes", error.problems)


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
    left = tuple(p for p in found if p.code in FOR_MAINTAINERS and desk.form.kind in ENDINGS)
    problems = (*draft.said, *wrong, *(p for p in found if p not in left))
    raw = draft.text.encode()
    if not has_errors(problems) and photo is None and desk.base.file(draft.path) == raw:
        problems = (problem("P160"), *problems)
    result = Result(
        desk.form.kind, "needs-changes", problems, draft.slug, draft.path, draft, Plan(), left
    )
    if has_errors(problems):
        return result
    plan = _with_photo(desk, draft, photo, Plan({desk.base.content / draft.path: raw}))
    return replace(result, state="ready", plan=plan)


def _photo(desk: Desk) -> tuple[Photo | None, tuple[Problem, ...]]:
    """The photo as it may be published: nothing but its picture."""
    if desk.photo is None:
        return None, ()
    if len(desk.photo) > TAKEN_LIMIT:
        return None, (problem("P002", limit=size(TAKEN_LIMIT)),)
    try:
        raw = cleaned(desk.photo)
    except ValueError as error:
        command = "sitegen photo FILE"
        return None, (problem("P057", detail=str(error), command=command),)
    suffix = next(suffix for suffix, start in _SUFFIXES.items() if raw.startswith(start))
    return Photo(suffix, raw), ()


def _with_photo(desk: Desk, draft: Draft, photo: Photo | None, plan: Plan) -> Plan:
    """A new photo takes the place of the old one, whatever that ends with."""
    if photo is None:
        return plan
    folder = desk.base.content / "profiles"
    path = folder / f"{draft.slug}{photo.path}"
    others = [p for p in entries_of(folder) if p.stem == draft.slug and p.is_file()]
    # Where `.JPG` and `.jpg` are one file, it is written and stays.
    gone = tuple(
        other
        for other in others
        if other.suffix.lower() in PHOTO_SUFFIXES and not (path.exists() and other.samefile(path))
    )
    return Plan({**plan.writes, path: photo.raw}, gone)


def _left(desk: Desk, answers: Answers, clock: date) -> Result:
    slug, plan, mentions, waits = leaving(desk, answers, clock)
    draft = Draft(slug, desk.path(slug), "", {}, waits=waits)
    return Result("remove", "ready", (), slug, draft.path, draft, plan, mentions)
