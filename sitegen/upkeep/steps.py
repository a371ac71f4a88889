"""An introduction, step by step: nobody is introduced who was not asked and said yes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sitegen.messages import phrase

# What a coordinator does: ask (or look again), write down a yes or a no, and say that the mail
# to both is sent.
Step = Literal["ask", "yes", "no", "sent"]

# The state after each step, by the state before; what is not here is refused.
AFTER: Mapping[tuple[str | None, Step], str] = {
    (None, "ask"): "asked",
    ("asked", "ask"): "asked",
    ("asked", "yes"): "agreed",
    ("asked", "no"): "declined",
    ("agreed", "ask"): "agreed",
    ("agreed", "yes"): "agreed",
    ("agreed", "no"): "declined",
    ("agreed", "sent"): "introduced",
    ("declined", "no"): "declined",
    ("introduced", "sent"): "introduced",
}
NOT_ASKED = phrase("they have not been asked")
NO_ANSWER = phrase("they have not said yes")
SAID_NO = phrase("they have said no")
DONE = phrase("they have been introduced already")
ASK_FIRST = phrase("ask first: the same command without --answer and --sent")
ANSWER_FIRST = phrase("write down their yes with --answer yes")
NEW_MIND = phrase("if they have changed their mind by themselves, delete the row in log.yml")
NOTHING_LEFT = phrase("nothing is left to do; to start anew, delete the row in log.yml")


def refusal(state: str | None, step: Step) -> tuple[str, str]:
    """Why a step is not in `AFTER`, and what to do instead, as message ids."""
    if state is None:
        return NOT_ASKED, ASK_FIRST
    if state == "asked":
        return NO_ANSWER, ANSWER_FIRST
    return (SAID_NO, NEW_MIND) if state == "declined" else (DONE, NOTHING_LEFT)
