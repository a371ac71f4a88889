"""A few fields of a file that exists: still true, pause, guidance, outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitegen import nearest
from sitegen.edits import Changes, edited
from sitegen.errors import ContentError, Place
from sitegen.frontmatter import Loc, Node, Source, read_markdown
from sitegen.intake.answers import Answers, missing
from sitegen.intake.slugs import page_of
from sitegen.intake.submission import Declined, Desk, Draft
from sitegen.intake.team import speaker, team_changes
from sitegen.issue_forms import Form
from sitegen.read import MARKDOWN_LIMIT
from sitegen.terms import fold_words
from sitegen.text import checked_text


def change_draft(desk: Desk, answers: Answers) -> Draft:
    """The file with the changes that a form asks for, the rest as it was. Raises Declined."""
    found = list(missing(answers))
    if found:
        raise Declined("needs-changes", *found)
    person = speaker(desk, answers) if desk.form.kind == "members-outcome" else None
    slug = person.assignment if person else page_of(desk, answers.text("slug"))
    path = desk.path(slug)
    raw = desk.base.file(path) or b""
    try:
        text = checked_text(path, raw, MARKDOWN_LIMIT)
        base = read_markdown(path, raw, MARKDOWN_LIMIT).data
        changes = (
            team_changes(desk, answers, base, person.slug)
            if person
            else KINDS[desk.form.kind](desk, answers, base)
        )
        made = edited(path, text, changes, desk.form.collection.removesuffix("s"))
        source = read_markdown(path, made.encode(), MARKDOWN_LIMIT)
    except ContentError as error:
        raise Declined("needs-changes", *error.problems, slug=slug) from error
    asked = dict(_asked(desk.form, source))
    waits = not (desk.is_person(person.slug) if person else desk.owns(slug))
    fields, body = source.data, source.body
    by = person.slug if person else ""
    return Draft(slug, path, made, fields, body, waits=waits, speaker=by, asked=asked)


def _asked(form: Form, source: Source) -> Iterator[tuple[Place, str]]:
    """Where each answer of the form now stands, with the label that it was given under."""
    for group, names in LABELLED.get(form.kind, {}).items():
        for name, field in names.items():
            loc = (group, name) if name else (group,)
            for found, place in source.values.items():
                if found[: len(loc)] == loc:
                    yield place, form.field(field).label


def _confirmed(desk: Desk, answers: Answers, base: Mapping[str, Node]) -> Changes:
    return [(("confirmed", "on"), desk.today.isoformat())]


def _paused(desk: Desk, answers: Answers, base: Mapping[str, Node]) -> Changes:
    """A new first day takes away a last day that it has passed."""
    found: list[tuple[Loc, Node | None]] = [(("availability", "status"), answers.choice("status"))]
    first = _one(nearest.days, answers.text("from"))
    if first:
        found.append((("availability", "from"), first))
    group = base.get("availability")
    last = group.get("until") if isinstance(group, dict) else None
    if isinstance(last, str) and _is_day(first) and _is_day(last) and first > last:
        found.append((("availability", "until"), None))
    return found


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.A) is not None


def _one(near: Callable[[str], Sequence[str]], answer: str) -> str:
    """What an answer can only mean, as files spell it; else the answer, to be judged."""
    found = near(answer) if answer else ()
    return found[0] if len(found) == 1 else answer


def _guidance(desk: Desk, answers: Answers, base: Mapping[str, Node]) -> Changes:
    """What is left empty in the form stays as it is."""
    given: dict[str, Node] = {}
    for name in ("offers", "privately"):
        topics = _topics(desk, answers.entries(name))
        if topics:
            given[name] = topics
    if answers.text("capacity"):
        given["capacity"] = _one(nearest.whole_number, answers.text("capacity"))
    if answers.text("wish"):
        given["wish_i_had_known"] = " ".join(answers.text("wish").split())
    if not isinstance(base.get("guidance"), dict):
        return [(("guidance",), given)]
    return [(("guidance", name), value) for name, value in given.items()]


def _topics(desk: Desk, words: list[str]) -> list[Node]:
    """Ids of what people call a topic; what is none stays as it is, to be told."""
    known: dict[str, str] = {}
    for topic in desk.directory.vocabulary.topics.values():
        names = [topic.id, topic.label, *(n for found in topic.aliases.values() for n in found)]
        known |= {fold_words(name).replace(" ", ""): topic.id for name in names}
    return list(dict.fromkeys(known.get(fold_words(word).replace(" ", ""), word) for word in words))


def _outcome(desk: Desk, answers: Answers, base: Mapping[str, Node]) -> Changes:
    """The client's half; what members say, learned and agreed to is the maintainers' to add."""
    given: dict[str, Node] = {"on": _one(nearest.days, answers.text("on"))}
    for name in ("result", "client_words"):
        if answers.text(name):
            given[name] = " ".join(answers.text(name).split())
    agreed: Node = "yes" if answers.ticked("named") else "no"
    changes: list[tuple[Loc, Node | None]] = [(("status",), answers.choice("status"))]
    if not isinstance(base.get("outcome"), dict):
        return [*changes, (("outcome",), {**given, "consent": {"client": agreed}})]
    changes += [(("outcome", name), value) for name, value in given.items()]
    return [*changes, (("outcome", "consent", "client"), agreed)]


# Group and name of each field that a form fills in, with the id of its question.
LABELLED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "pause": {"availability": {"status": "status", "from": "from"}},
    "offer-guidance": {
        "guidance": {
            "offers": "offers",
            "privately": "privately",
            "capacity": "capacity",
            "wish_i_had_known": "wish",
        }
    },
    "outcome": {
        "status": {"": "status"},
        "outcome": {"on": "on", "result": "result", "client_words": "client_words"},
    },
    "members-outcome": {"outcome": {"members_words": "members_words", "learned": "phase"}},
}
KINDS: Mapping[str, Callable[[Desk, Answers, Mapping[str, Node]], Changes]] = {
    "confirm": _confirmed,
    "pause": _paused,
    "offer-guidance": _guidance,
    "outcome": _outcome,
}
