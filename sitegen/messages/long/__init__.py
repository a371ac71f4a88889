"""The long form of every message, by code: why it is asked, a mistake, and the same corrected.

Laid out like the tables of short forms in `sitegen.messages` and `sitegen.faults`; a test keeps
them in step, and holds every example against `sitegen check`.
"""

from sitegen.messages.long import (
    across,
    fields,
    files,
    forgetting,
    intake,
    lines,
    log,
    output,
    private,
    proposals,
    reading,
    rules,
    settings,
    unmeant,
)
from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    **reading.LONG,
    **lines.LONG,
    **unmeant.LONG,
    **fields.LONG,
    **rules.LONG,
    **files.LONG,
    **private.LONG,
    **across.LONG,
    **log.LONG,
    **output.LONG,
    **intake.LONG,
    **forgetting.LONG,
    **proposals.LONG,
    **settings.LONG,
}

__all__ = ["LONG"]
