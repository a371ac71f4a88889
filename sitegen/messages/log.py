"""The log of the private folder: who was asked, who answered."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P175": Message(
        "an introduction is either about one assignment or for guidance",
        "keep one of the two: assignment: exit-plan-dairy-cooperatives, or for: guidance",
    ),
    "P176": Message(
        "an introduction for guidance does not say who seeks it",
        'add the person or the name: seeker: "amina-diallo"',
    ),
    "P177": Message(
        "`seeker` stands with an assignment", "remove it; it belongs to `for: guidance` only"
    ),
    "P178": Message(
        "this introduction stands twice, first on line {line}", "keep the row with the latest state"
    ),
    "P179": Message(
        "`{value}` is in the log, but not in the content",
        "correct the name; when the person or the assignment is gone for good, delete the row",
    ),
}
