"""The steps of a builder: which fields are asked for together, and with which words.

A field that no step names is asked for in the last one, so that a new field of the model appears
without anybody's doing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.schema.outline import KINDS, fields

# Asked for by a tick below the words that are agreed to; the day of the confirmation is that of
# the sending. The number of an account is filled in by the intake.
TICKED: Mapping[str, tuple[str, ...]] = {"profile": ("consent", "confirmed", "github_id")}


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its short name, its words, and the fields it asks for.

    Its `id` in the address is the name of no field: both stand in one page.
    """

    id: str
    short: str
    heading: str
    lede: str
    fields: tuple[str, ...]


STEPS: Mapping[str, tuple[Step, ...]] = {
    "profile": (
        Step(
            "who",
            phrase("Who"),
            phrase("Who I am"),
            phrase("As you wish to be known, and no more than that."),
            (
                "name",
                "name_native",
                "sort_name",
                "pronouns",
                "headline",
                "based_in",
                "languages",
                "stage",
            ),
        ),
        Step(
            "led",
            phrase("Led"),
            phrase("What I led and what became of it"),
            phrase("Also what ended. Some of the most useful people here closed what they built."),
            ("ventures", "silos", "sectors", "regions"),
        ),
        Step(
            "can",
            phrase("Skills"),
            phrase("What I can do"),
            phrase("Three to fifteen. For each: can you, and do you want to again?"),
            ("skills", "in_my_words"),
        ),
        Step(
            "words",
            phrase("In your words"),
            phrase("In my own words"),
            phrase("A page that somebody reads who may work with you."),
            (),
        ),
        Step(
            "how",
            phrase("How"),
            phrase("How I work"),
            phrase("What a client asks first: when, where, on what terms, and what you decline."),
            ("availability", "works", "engagement", "declines", "interests"),
        ),
        Step(
            "bridge",
            phrase("The bridge"),
            phrase("The bridge"),
            phrase(
                "How you left a leading role, and what you would talk about with somebody who is "
                "about to. All of it may stay empty."
            ),
            ("transitions", "guidance"),
        ),
        Step(
            "agree",
            phrase("Agree"),
            phrase("What is shown, and that you agree"),
            phrase("Who finds you is your choice, and can be changed on any day."),
            ("listed", "matched", "assisted", "links"),
        ),
    )
}


def steps_of(kind: str, translator: Translator) -> Iterator[Step]:
    """The steps of a kind of file, in the reader's words, with every field in one of them."""
    steps = STEPS[kind]
    named = {name for step in steps for name in step.fields} | {*TICKED[kind]}
    rest = tuple(f.name for f in fields(KINDS[kind], kind) if f.name not in named)
    say = translator.gettext
    for step in steps:
        held = step.fields + (rest if step is steps[-1] else ())
        yield Step(step.id, say(step.short), say(step.heading), say(step.lede), held)
