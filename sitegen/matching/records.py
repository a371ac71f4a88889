"""What the reports for programs share: a reason and a condition, with their words."""

from __future__ import annotations

from sitegen.i18n import Translator
from sitegen.matching.results import Check, Reason, State
from sitegen.matching.words import say
from sitegen.record import Record
from sitegen.vocabulary import Vocabulary


class Why(Record):
    """A reason: its code and what it cites for programs, its words for people."""

    code: str
    params: dict[str, str | int]
    text: str


class Condition(Why):
    """A hard condition, how it came out, and why."""

    condition: str
    state: State


def why(reason: Reason, vocabulary: Vocabulary, translator: Translator) -> Why:
    """A reason in one language."""
    text = say(reason, vocabulary, translator)
    return Why(code=reason.code, params=dict(reason.params), text=text)


def condition(check: Check, vocabulary: Vocabulary, translator: Translator) -> Condition:
    """A condition in one language."""
    return Condition(
        condition=check.condition,
        state=check.state,
        **dict(why(check.reason, vocabulary, translator)),
    )
