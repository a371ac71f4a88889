"""A change by somebody who does not see all of their file: what is to stay is named above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sitegen.edits import changed
from sitegen.frontmatter import Node
from sitegen.intake.lines import Line
from sitegen.unpublished import dotted, unpublished

# As the builder writes it: `keep: consent, engagement.day_rate`.
_KEEP = re.compile(r"\s*keep\s*:\s*([\w.,\s]+)", re.I)


def with_kept(
    fields: Mapping[str, Node], base: Mapping[str, Node], above: Sequence[Line]
) -> dict[str, Node]:
    """The fields with those of the base that the lines above the file name and the file does not.

    Only what the site does not show can be kept so; whatever else is left out is taken away.
    """
    found = (_KEEP.fullmatch(line.text) for line in above)
    named = {name for match in found if match for name in re.split(r"[,\s]+", match[1].lower())}
    sent = {loc for loc, _ in unpublished(fields)}
    kept = [(loc, node) for loc, node in unpublished(base) if dotted(loc) in named - {""}]
    return changed(fields, [(loc, node) for loc, node in kept if loc not in sent])
