"""The Markdown that GitHub makes of a form → answers by field.

Only the labels of the form are headings, in the order of the form, and what follows the label of
a whole file is that file to its end: nothing that somebody writes into a field is taken for
another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.errors import ContentError, Place, Problem
from sitegen.intake.lines import Line, joined
from sitegen.issue_forms import Field, Form

# Above these, nobody has answered.
_NOTHING = frozenset(("", "_no response_", "no response"))
_BOX = re.compile(r"\s*[-*+] *\[ *(?P<mark>[xX✓✔]?) *\] *(?P<label>.*?)\s*")
NOWHERE = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Answers:
    """What stood below each label; a choice by its value, a list of boxes by those ticked."""

    form: Form
    sections: Mapping[str, Sequence[Line]]

    def text(self, name: str) -> str:
        """The answer, empty when nobody gave one."""
        text = joined(self.sections.get(name, ()))
        field = self.form.field(name)
        if text.lower() in _NOTHING or (field.shape == "dropdown" and text.lower() == "none"):
            return ""
        return text

    def choice(self, name: str) -> str:
        """The value of what was chosen; the text itself when it is none of the options."""
        text = self.text(name)
        folded = {label.lower(): value for label, value in (self._options(name)).items()}
        return folded.get(text.lower(), text)

    def ticked(self, name: str) -> frozenset[str]:
        """The values of the boxes that are ticked."""
        boxes = [_BOX.fullmatch(line.text) for line in self.sections.get(name, ())]
        labels = {box["label"].lower() for box in boxes if box and box["mark"]}
        return frozenset(v for label, v in self._options(name).items() if label.lower() in labels)

    def entries(self, name: str) -> list[str]:
        """A list, however it is written: lines, commas, bullets."""
        parts = re.split(r"[\n;,]", self.text(name))
        bare = (re.sub(r"^\s*(?:[-*+•]\s+)?(?:(?:and|et|und|y)\s)?", "", p).strip() for p in parts)
        return [part for part in bare if part]

    def lines(self, name: str) -> Sequence[Line]:
        """The lines of an answer as they came, numbered from 1 within it."""
        found = self.sections.get(name, ())
        first = next((n for n, line in enumerate(found) if line.text.strip()), len(found))
        base = found[first].number - 1 if first < len(found) else 0
        return [line._replace(number=line.number - base) for line in found[first:]]

    def _options(self, name: str) -> Mapping[str, str]:
        return self.form.field(name).options or {}


def answers_of(form: Form, lines: Sequence[Line]) -> Answers | None:
    """The answers to a form, or None when none of its headings stands there.

    Raises ContentError P162 for a heading that stands twice.
    """
    heads = list(_heads(form, lines))
    if not heads:
        return None
    names = [field.id for _, field in heads]
    twice = [field for _, field in heads if names.count(field.id) > 1]
    if twice:
        raise ContentError([problem("P162", value=twice[0].label)])
    ends = [at for at, _ in heads[1:]] + [len(lines)]
    sections = {
        field.id: tuple(lines[at + 1 : end]) for (at, field), end in zip(heads, ends, strict=True)
    }
    return Answers(form, sections)


def _heads(form: Form, lines: Sequence[Line]) -> Iterator[tuple[int, Field]]:
    """Where each field starts, up to the one that holds a file."""
    labels = {field.label.lower(): field for field in form.fields}
    for at, line in enumerate(lines):
        head = re.fullmatch(r"### +(.*?)\s*", line.text)
        field = labels.get(head[1].lower()) if head else None
        if field:
            yield at, field
            if field.id == form.block:
                return


def missing(answers: Answers) -> Iterator[Problem]:
    """Required fields that nobody filled in, boxes that nobody ticked."""
    for field in answers.form.fields:
        if not field.required:
            continue
        if field.shape == "checkboxes":
            ticked = answers.ticked(field.id)
            for label, value in (field.options or {}).items():
                if value not in ticked:
                    yield problem("P155", field=label)
        elif not answers.text(field.id):
            yield problem("P161", field=field.label)


def problem(code: str, **params: str) -> Problem:
    """A problem of a submission that stands on no line of a file."""
    return Problem("", NOWHERE, code, params)
