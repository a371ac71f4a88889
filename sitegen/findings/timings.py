"""The stages of a build in words: which it is at, and how long each took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.progress import Span

STAGES: Mapping[str, str] = {
    "read": phrase("Reading"),
    "check": phrase("Checking"),
    "match": phrase("Matching"),
    "decide": phrase("Deciding on pages"),
    "search": phrase("Index of the search, beside the others"),
    "compare": phrase("Comparing and matching, beside the others"),
    "exports": phrase("Feeds and data, beside the others"),
    "render": phrase("Writing pages"),
    "follow": phrase("Following links"),
    "write": phrase("Putting files in place"),
    "upload": phrase("Uploading what changed"),
}


def stage_text(stage: str, count: int, translator: Translator) -> str:
    """A stage and how much there is of what it works on."""
    said = translator.gettext(STAGES[stage])
    return f"{said} ({count})" if count else said


def timings_text(spans: Sequence[Span], translator: Translator) -> str:
    """A table: seconds, and the stage; in the order in which they began."""
    ordered = sorted(spans, key=lambda span: span.start)
    rows = (
        f"{one.seconds:8.2f} s  {stage_text(one.stage, one.count, translator)}" for one in ordered
    )
    return "\n".join(rows)
