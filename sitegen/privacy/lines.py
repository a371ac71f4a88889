"""Lines of a text: what goes on beyond none is looked for in those that could hold it."""

from __future__ import annotations

import re


def lines_with(expression: re.Pattern[str], *texts: str) -> str:
    """The lines of some texts in which an expression is found, each once."""
    lines = (line for text in texts for line in text.split("\n"))
    return "\n".join(dict.fromkeys(filter(expression.search, lines)))
