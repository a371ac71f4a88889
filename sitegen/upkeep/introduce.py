"""What `sitegen introduce` does: draft the mail that is due, and remember how far things are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.errors import ContentError, SettingsError
from sitegen.frontmatter import Node, Source
from sitegen.local import local
from sitegen.messages import phrase
from sitegen.models.log import GUIDANCE, Introduction
from sitegen.nearest import choices
from sitegen.private_log import LOG, write_log
from sitegen.read import shown
from sitegen.upkeep.cases import Case, ForAssignment, ForGuidance
from sitegen.upkeep.confirm import no_person
from sitegen.upkeep.letters import Letters
from sitegen.upkeep.mail import Mail
from sitegen.upkeep.places import check_place
from sitegen.upkeep.steps import AFTER, Step, refusal
from sitegen.urls import is_slug
from sitegen.validate import parse

STATES: Mapping[str, str] = {
    "asked": phrase("{name}: asked on {day}. Answered? Add --answer yes or --answer no."),
    "agreed": phrase("{name}: said yes on {day}. Once the mail is sent, add --sent."),
    "declined": phrase("{name}: said no on {day}."),
    "introduced": phrase("{name}: introduced on {day}."),
}
NAME_OF_FILE = phrase("the names are those of the files in profiles/")


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be introduced, for which assignment or `guidance`, to which seeker, which step."""

    person: str
    purpose: str
    seeker: str | None
    step: Step


@dataclass(frozen=True, slots=True)
class Drafted:
    """The mail of a step, empty where it has none, and lines for the coordinator alone."""

    mail: str
    notes: tuple[str, ...]


def introduce(content: Path, private: Path, wish: Wish, today: date | None, clock: date) -> Drafted:
    """Draft the mail of a step and write the state into the log.

    Raises SettingsError S030 or S007 for nobody or nothing of that name, S031 with the reason why
    somebody is not asked or introduced, S034 for a seeker too many or too few, S032 where the
    private folder lies in a public one; ContentError for what is broken in either folder.
    """
    check_place(private / LOG, content, private)
    found = local(content, private, today, clock)
    letters = Letters(found, private)
    case = _case(wish, letters)
    before = found.log.find(case.pair)
    after = _state_after(wish, case, before)
    row = before if before and before.state == after else _row(case, after, letters, private)
    mail = _mail(case, after, letters)
    if row != before:
        write_log(private, found.log.with_introduction(row))
    lines = "\n".join(mail.lines(letters.t)) if mail else ""
    return Drafted(lines, tuple(_notes(case, row, letters)))


def _case(wish: Wish, letters: Letters) -> Case:
    people = letters.directory.people
    if wish.person not in people:
        near = choices(wish.person, tuple(sorted(people)))
        raise no_person(wish.person, near, NAME_OF_FILE)
    person = people[wish.person]
    if wish.purpose == GUIDANCE:
        seeker = " ".join(unicodedata.normalize("NFC", wish.seeker or "").split())
        if not seeker:
            raise SettingsError(
                "S034", detail=phrase("--for guidance needs --seeker, who seeks it")
            )
        if "-" in seeker and is_slug(seeker) and seeker not in people:
            raise no_person(seeker, choices(seeker, tuple(sorted(people))), NAME_OF_FILE)
        return ForGuidance(letters, person, seeker)
    if wish.seeker is not None:
        raise SettingsError("S034", detail=phrase("--seeker belongs to --for guidance"))
    posting = letters.directory.postings.get(wish.purpose)
    if posting is None or (wish.step == "ask" and not posting.is_open):
        names = ", ".join(posting.slug for posting in letters.directory.open_postings)
        raise SettingsError("S007", value=wish.purpose, example=names)
    return ForAssignment(letters, person, posting)


def _state_after(wish: Wish, case: Case, before: Introduction | None) -> str:
    state = before.state if before else None
    after = AFTER.get((state, wish.step))
    if after is None:
        raise _refused(wish, *refusal(state, wish.step))
    if after in ("asked", "agreed"):
        detail = case.reluctance(answered=after == "agreed")
        if detail:
            raise _refused(wish, detail, phrase("leave it, or talk with them about it first"))
    return after


def _refused(wish: Wish, detail: str, hint: str) -> SettingsError:
    return SettingsError("S031", name=wish.person, detail=detail, example=hint)


def _mail(case: Case, state: str, letters: Letters) -> Mail | None:
    if state == "asked":
        return case.ask()
    if state == "agreed":
        return case.introduce()
    person = letters.directory.people[case.pair[0]]
    return letters.declined(person) if state == "declined" else None


def _row(case: Case, state: str, letters: Letters, private: Path) -> Introduction:
    """The row as the log has it. Raises ContentError for a seeker that cannot stand there."""
    person, assignment, seeker = case.pair
    about: dict[str, Node] = {"assignment": assignment}
    if not assignment:
        about = {"for": GUIDANCE, "seeker": seeker}
    on = letters.directory.today.isoformat()
    data: dict[str, Node] = {"profile": person, **about, "on": on, "state": state}
    row, problems = parse(Introduction, Source(shown(private / LOG), data), data, None)
    if row is None:
        raise ContentError(problems)
    return row


def _notes(case: Case, row: Introduction, letters: Letters) -> Iterator[str]:
    name = letters.directory.people[row.profile].profile.name
    yield letters.t.gettext(STATES[row.state]).format(name=name, day=letters.t.day(row.on))
    questions = list(case.questions()) if row.state == "asked" else []
    if questions:
        yield letters.t.gettext("To know before you send it:")
        yield from (f"- {question}" for question in questions)
