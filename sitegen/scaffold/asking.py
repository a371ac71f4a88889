"""One question at a time, until the answer is one that `check` takes.

Answers are judged by the same validators as files, in the same words, so that whoever answers
learns them once. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from sitegen.bodies import body_problems
from sitegen.errors import Problem
from sitegen.findings import words
from sitegen.frontmatter import Loc, Node, Source
from sitegen.i18n import Translator
from sitegen.models.fields import Content
from sitegen.models.terms import Term
from sitegen.privacy import private_problems
from sitegen.scaffold.lookup import meant, named
from sitegen.validate import Entries, parse

# So many terms are read by somebody who looks for one.
MOST_LISTED = 50


class Talk(Protocol):
    """Somebody who can be asked."""

    def say(self, text: str) -> None:
        """Show a line."""

    def ask(self, question: str) -> str:
        """Ask, and wait for a line; empty when they just go on."""


class Answers(NamedTuple):
    """The fields of a file and the text below them; no text when it is to be written later."""

    fields: Mapping[str, Node]
    body: str


class Interview:
    """What was answered so far, and how to ask on."""

    def __init__(
        self,
        talk: Talk,
        model: type[Content],
        entries: Entries,
        collection: str,
        translator: Translator,
    ) -> None:
        self.talk = talk
        self.model = model
        self.entries = entries
        self.collection = collection
        self.translator = translator
        self.tr = translator.gettext
        self.fields: dict[str, Node] = {}

    def say(self, text: str) -> None:
        """Show a line."""
        self.talk.say(text)

    def answer(self, question: str, *, optional: bool = False) -> str:
        """One line, without blanks around it; empty only when it is optional."""
        while True:
            said = self.talk.ask(question).strip()
            if said or optional:
                return said
            self.say(self.tr("This one is needed."))

    def maybe(self, question: str) -> str:
        """One line that may be left empty, and the question says so."""
        form = self.tr("{question} (empty to go on)")
        return self.answer(form.format(question=question), optional=True)

    def field(
        self,
        question: str,
        *loc: str | int,
        optional: bool = False,
    ) -> str:
        """Ask for the field at a place of the file until it is right; give what was said."""
        while True:
            said = self.maybe(question) if optional else self.answer(question)
            if not said or self.put(said, *loc):
                return said

    def put(self, value: Node, *loc: str | int) -> bool:
        """Write a value at its place, or say what is wrong with it."""
        fields = _with(self.fields, loc, value)
        wrong = list(self._problems(fields))
        self.explain(wrong)
        if not wrong:
            self.fields = fields
        return not wrong

    def explain(self, problems: Sequence[Problem]) -> None:
        """Say problems as `check` does, without a place: it is the answer just given."""
        for problem in problems:
            text, hint = words(problem, self.translator)
            self.say(f"  {problem.code} {text}" + (f"\n  {hint}" if hint else ""))

    def yes(self, question: str) -> bool:
        """A plain yes or no, never assumed."""
        while True:
            said = self.answer(question).lower()
            if said in (self.tr("yes"), self.tr("no")):
                return said == self.tr("yes")
            self.say(self.tr("Please write yes or no."))

    def choice(self, question: str, options: Mapping[str, str], *, optional: bool = False) -> str:
        """One of a few, by its number or by its name."""
        for number, (name, label) in enumerate(options.items(), 1):
            self.say(f"  {number}  {label or name}")
        while True:
            said = self.answer(question, optional=optional).lower()
            if said in options or not said:
                return said
            if said.isascii() and said.isdigit() and 0 < int(said) <= len(options):
                return list(options)[int(said) - 1]
            form = self.tr("Please write a number from 1 to {most}.")
            self.say(form.format(most=len(options)))

    def term(self, kind: str, question: str, *, optional: bool = False) -> Term | None:
        """A term of the vocabulary by free words; the nearest are offered by number."""
        while True:
            said = self.maybe(question) if optional else self.answer(question)
            if not said:
                return None
            exact = named(self.entries.vocabulary, kind, said)
            if exact:
                self.say(self.tr("  taken: {label}").format(label=exact.label))
                return exact
            found = meant(self.entries.vocabulary, kind, said)
            if not found:
                self.say(self.tr("Nothing in the list is like that. Try other words."))
                self.list_all(kind)
                continue
            labels = {term.id: term.label for term in found}
            chosen = self.choice(
                self.tr("Which number? Empty if it is none of them"), labels, optional=True
            )
            if chosen:
                return next(term for term in found if term.id == chosen)

    def list_all(self, kind: str) -> None:
        """All that could be meant, where that is few enough to be read."""
        labels = [term.label for term in self.entries.vocabulary.terms(kind).values()]
        if len(labels) <= MOST_LISTED:
            self.say(f"  {' · '.join(labels)}")

    def text(self, question: str) -> str:
        """The text below the fields, in one line; empty when it is to be written later."""
        while True:
            said = self.maybe(question)
            source = Source("", {}, body=said)
            wrong = [*body_problems(self.collection, source), *private_problems(source)]
            if not said or not wrong:
                return said
            self.explain(wrong)

    def _problems(self, fields: Mapping[str, Node]) -> Iterator[Problem]:
        """What is wrong with the fields so far, but for those still to come."""
        source = Source("", fields)
        _, found = parse(self.model, source, fields, self.entries.vocabulary)
        yield from (problem for problem in found if problem.code != "P011")
        yield from private_problems(source)


def _with(node: Node | Mapping[str, Node], loc: Loc, value: Node) -> dict[str, Node]:
    """A copy of a group with a value at a place; lists grow by one."""
    first, *rest = loc
    made = dict(node) if isinstance(node, Mapping) else {}
    made[str(first)] = _inside(made.get(str(first)), rest, value)
    return made


def _inside(node: Node | None, loc: Sequence[str | int], value: Node) -> Node:
    if not loc:
        return value
    if isinstance(loc[0], str):
        return _with(node if isinstance(node, dict) else {}, tuple(loc), value)
    row = list(node) if isinstance(node, list) else []
    old = row[loc[0]] if loc[0] < len(row) else None
    row[loc[0] :] = [_inside(old, loc[1:], value), *row[loc[0] + 1 :]]
    return row
