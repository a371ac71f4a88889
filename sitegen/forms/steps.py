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

# No step asks for these. Consent is a tick below the words that are agreed to, the days of the
# confirmation and of the posting are that of the sending, and what is proposed is open. The number
# of an account is filled in by the intake, a team and an outcome come later and from maintainers.
NOT_ASKED: Mapping[str, tuple[str, ...]] = {
    "profile": ("consent", "confirmed", "github_id"),
    "assignment": ("posted", "status", "github_id", "members", "outcome"),
}


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
    ),
    "assignment": (
        Step(
            "start",
            phrase("The problem"),
            phrase("What is the matter?"),
            phrase("In the words of those who have the problem, before anybody names a solution."),
            ("title",),
        ),
        Step(
            "asker",
            phrase("Who asks"),
            phrase("Who asks"),
            phrase("People look at whom they would work for before they look at the work."),
            ("client",),
        ),
        Step(
            "able",
            phrase("Skills"),
            phrase("What somebody must be able to do"),
            phrase("What would you see them do on a good day? Ask for that, and for no more."),
            ("skills",),
        ),
        Step(
            "between",
            phrase("Worlds"),
            phrase("Worlds and languages"),
            phrase(
                "A company and a village, a ministry and a cooperative: what the work lies between."
            ),
            ("silos", "sectors", "languages"),
        ),
        Step(
            "when",
            phrase("Place and time"),
            phrase("Place and time"),
            phrase("Where, how much, and from when. What is open may stay empty."),
            ("work", "starts", "deadline", "kinds"),
        ),
        Step(
            "terms",
            phrase("Money"),
            phrase("Money and contract"),
            phrase("Whoever answers should not have to ask. No fee is an answer, too."),
            ("budget", "contract"),
        ),
        Step(
            "together",
            phrase("Together"),
            phrase("One person or a team"),
            phrase("How many, for which part of the way, and to whom they answer."),
            ("team", "phases", "reports_to"),
        ),
        Step(
            "end",
            phrase("The end"),
            phrase("What comes of it, and how you choose"),
            phrase("All of it may stay empty. It spares both sides a talk that leads nowhere."),
            ("deliverables", "selection", "excludes", "terms_of_reference"),
        ),
    ),
}


def steps_of(kind: str, translator: Translator) -> Iterator[Step]:
    """The steps of a kind of file, in the reader's words, with every field in one of them."""
    steps = STEPS[kind]
    named = {name for step in steps for name in step.fields} | {*NOT_ASKED[kind]}
    rest = tuple(f.name for f in fields(KINDS[kind], kind) if f.name not in named)
    say = translator.gettext
    for step in steps:
        held = step.fields + (rest if step is steps[-1] else ())
        yield Step(step.id, say(step.short), say(step.heading), say(step.lede), held)
