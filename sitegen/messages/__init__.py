"""Every sentence the program says about content, by code.

The text says what was found; the hint says what to write instead; the long form, from
`sitegen.messages.long`, says why, with an example. Text, hint and why are English message ids:
`sitegen.i18n` turns them into the reader's language. Codes never change their meaning; a retired
code is not used again. S0xx are in `sitegen.faults`.
"""

from __future__ import annotations

from sitegen.messages import (
    across,
    fields,
    files,
    forgetting,
    intake,
    log,
    output,
    private,
    proposals,
    reading,
)
from sitegen.messages.long import LONG
from sitegen.messages.message import Family, Message, lengthened, phrase

FAMILIES: tuple[Family, ...] = (
    Family(
        phrase("A file that cannot be read"),
        "The fields stand between two lines of three hyphens, each as `name: value`. A file "
        "is read as a whole or not at all, so a slip in one line has to be mended before "
        "anything else can be judged.",
        reading.MESSAGES,
    ),
    Family(
        phrase("Fields and their values"),
        "Every field has a name, a place and a kind of value. These are about one field, or "
        "about fields that contradict each other.",
        fields.MESSAGES,
    ),
    Family(
        phrase("Files, folders and photos"),
        "The name of a file is the address of its page, and its folder says what it is.",
        files.MESSAGES,
    ),
    Family(
        phrase("What must not be public"),
        "What was public once stays in copies and in the history, whatever is done later. "
        "Some things are therefore refused before they are published, wherever they stand.",
        private.MESSAGES,
    ),
    Family(
        phrase("Across files, the vocabulary and the settings"),
        "Files name each other, and they share the words and the settings of the site.",
        across.MESSAGES,
    ),
    Family(
        phrase("The log of the private folder"),
        "The log says who was asked to be introduced and who answered. It stands in the private "
        "folder alone, and the commands write it; now and then somebody mends it by hand.",
        log.MESSAGES,
    ),
    Family(
        phrase("Pages that are built"),
        "Some things show only on finished pages: links that lead nowhere, for example.",
        output.MESSAGES,
    ),
    Family(
        phrase("Proposals"),
        "A page belongs to one account, and only that account and the maintainers change it. "
        "These come from `sitegen guard`, which judges a proposal before it is merged.",
        proposals.MESSAGES,
    ),
    Family(
        phrase("What people send"),
        "These are answers to a form or a mail, before anything becomes a file.",
        intake.MESSAGES,
    ),
    Family(
        phrase("When somebody leaves"),
        "A page goes at once. What others wrote stays, without the name.",
        forgetting.MESSAGES,
    ),
)
MESSAGES: dict[str, Message] = {
    code: lengthened(message, LONG.get(code))
    for family in FAMILIES
    for code, message in family.messages.items()
}

__all__ = ["FAMILIES", "MESSAGES", "Family", "Message", "phrase"]
