"""What the mails say: a subject and paragraphs, as message ids with parameters.

A coordinator sends them, one person to another. A paragraph with an empty parameter is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.i18n import Translator
from sitegen.messages import phrase


@dataclass(frozen=True, slots=True)
class Text:
    """One kind of mail."""

    subject: str
    paragraphs: tuple[str, ...]


GREETING = phrase("Dear {name},")
SIGNED = phrase("With good wishes,\na coordinator of {site}")
NO_IS_FINE = phrase(
    "If you would rather not, a plain no is enough. It needs no reason, and we go on thinking of "
    "you for other things. An answer within {days} helps; if we hear nothing, we ask once more and "
    "then leave you in peace."
)
OTHERWISE = phrase(
    "If something has changed, write what, in your own words. If you want a pause, or to leave, "
    "one line is enough."
)

TEXTS: Mapping[str, Text] = {
    "ask": Text(
        phrase("May we introduce you? {title}"),
        (
            GREETING,
            phrase("{client} looks for somebody for this: “{title}”.\n{link}"),
            phrase("We thought of you because of what stands on your page:\n{reasons}"),
            phrase("{by_hand}"),
            phrase(
                "If you say yes, we introduce you and the client to each other by mail, and the "
                "two of you talk. Nothing is agreed by that. Until then the client knows nothing "
                "of this question."
            ),
            NO_IS_FINE,
            SIGNED,
        ),
    ),
    "introduce": Text(
        phrase("{person} and {client}: {title}"),
        (
            phrase("Dear {person}, dear {client},"),
            phrase("This is to introduce you to each other, about “{title}”.\n{link}"),
            phrase("{person} has read it and would like to talk. {headline}.\n{page}"),
            phrase(
                "From here it is yours. Half an hour on the telephone mostly shows whether it "
                "fits. Ask each other what went wrong last time. Nothing is agreed until both of "
                "you say so."
            ),
            phrase("Please tell us in a line what comes of it, also when nothing does."),
            SIGNED,
        ),
    ),
    "ask-guide": Text(
        phrase("Would you talk with somebody who stands where you stood?"),
        (
            GREETING,
            phrase("Somebody has asked us for a person to talk with."),
            phrase("They look for what you offer:\n{shared}"),
            phrase("We thought of you because you offer guidance on:\n{offers}"),
            phrase(
                "If you say yes, we introduce you to each other by mail. We give the name then, "
                "and not before. It begins with one talk of an hour; what follows is between the "
                "two of you and stays there."
            ),
            NO_IS_FINE,
            SIGNED,
        ),
    ),
    "introduce-guide": Text(
        phrase("{person} and {seeker}"),
        (
            phrase("Dear {seeker}, dear {person},"),
            phrase(
                "This is to introduce you to each other. {person} has been through something like "
                "it and has said yes to a talk.\n{page}"
            ),
            phrase(
                "{seeker}, write a line with two or three times that suit you. You choose what to "
                "say, and nothing of it comes back to us."
            ),
            phrase("If it does not fit, tell us so in a line, and we look for somebody else."),
            SIGNED,
        ),
    ),
    "declined": Text(
        phrase("Thank you for the answer"),
        (
            GREETING,
            phrase("Thank you for saying so. That settles it: nobody else hears of it."),
            SIGNED,
        ),
    ),
    "again": Text(
        phrase("Once more: {about}"),
        (
            GREETING,
            phrase(
                "On {day} we asked whether we may introduce you: {about}. We have not heard from "
                "you; perhaps it came at a bad time."
            ),
            phrase("Yes, no, or “ask me in spring”: one line is enough. We do not ask again."),
            SIGNED,
        ),
    ),
    "still-true": Text(
        phrase("Is your page still true?"),
        (
            GREETING,
            phrase("You last said on {day} that your page is true.\n{page}\n{state}"),
            phrase("{form}"),
            OTHERWISE,
            SIGNED,
        ),
    ),
    "mark": Text(
        phrase("{label}: ends on {until}"),
        (
            GREETING,
            phrase(
                "Your page carries a mark, “{label}”, given by {by} on {day}. It ends on {until}. "
                "After that the page shows it as expired, and matching counts it no more.\n{page}"
            ),
            phrase("If you want it renewed, answer with a line, and we say what it takes."),
            phrase("If not, there is nothing to do."),
            SIGNED,
        ),
    ),
    "thanks-done": Text(
        phrase("Thank you: {title}"),
        (
            GREETING,
            phrase("“{title}” ended on {day}. Thank you for the work.\n{link}"),
            phrase(
                "One thing more, if you like: what did it teach you that the next person should "
                "know? A few lines are enough. They stand on that page only if you agree."
            ),
            SIGNED,
        ),
    ),
    "thanks-met": Text(
        phrase("Thank you for saying yes"),
        (
            GREETING,
            phrase("On {day} we introduced you: {about}. Thank you for saying yes."),
            phrase("Did you talk? What came of it, in a line? “Nothing” is an answer too."),
            SIGNED,
        ),
    ),
}


def worded(kind: str, t: Translator, values: Mapping[str, str]) -> tuple[str, str]:
    """Subject and text of one kind of `TEXTS`; blank lines between paragraphs."""
    text = TEXTS[kind]
    said = [t.gettext(p).format_map(values) for p in text.paragraphs if _has_all(p, values)]
    return t.gettext(text.subject).format_map(values), "\n\n".join(part.strip() for part in said)


def _has_all(paragraph: str, values: Mapping[str, str]) -> bool:
    return all(value or f"{{{name}}}" not in paragraph for name, value in values.items())
