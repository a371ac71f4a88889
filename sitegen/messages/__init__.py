"""Every sentence the program says about content, by code.

The text says what was found; the hint says what to write instead. Both are English
message ids: `sitegen.i18n` turns them into the reader's language. Codes never change
their meaning; a retired code is not used again. S0xx are in `sitegen.faults`.
"""

from __future__ import annotations

from sitegen.messages import across, fields, files, forgetting, intake, output, private, reading
from sitegen.messages.message import Message, phrase

MESSAGES: dict[str, Message] = {
    **reading.MESSAGES,
    **fields.MESSAGES,
    **files.MESSAGES,
    **private.MESSAGES,
    **across.MESSAGES,
    **output.MESSAGES,
    **forgetting.MESSAGES,
    **intake.MESSAGES,
}

__all__ = ["MESSAGES", "Message", "phrase"]
