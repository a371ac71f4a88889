"""A right line for each field, as people would write it.

Messages, editors, docs/fields.md and new files show it. `group.field` where a name means
something else in one group than in the others.
"""

from __future__ import annotations

from sitegen.examples.content import CONTENT
from sitegen.examples.settings import SETTINGS

EXAMPLES: dict[str, str] = {**CONTENT, **SETTINGS}


def example_of(field: str, group: str) -> str:
    """The line of a field, in that group where the name has several meanings; empty without one."""
    return EXAMPLES.get(f"{group}.{field}") or EXAMPLES.get(field, "")
