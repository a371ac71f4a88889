"""Problems in the forms that people and programs read.

A form is a function from the problems that count, a translator and the problems of files that a
change does not touch, to text without a last line end.
"""

from collections.abc import Callable, Mapping

from sitegen.findings.as_github import as_github
from sitegen.findings.as_json import as_json
from sitegen.findings.as_markdown import as_markdown
from sitegen.findings.as_sarif import as_sarif
from sitegen.findings.as_text import as_text
from sitegen.findings.timings import stage_text, timings_text
from sitegen.findings.words import (
    built_text,
    copyable_words,
    settings_text,
    unchanged_text,
    uploaded_text,
    words,
)

FORMS: Mapping[str, Callable[..., str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "markdown": as_markdown,
}

__all__ = [
    "FORMS",
    "as_github",
    "as_json",
    "as_markdown",
    "as_text",
    "built_text",
    "copyable_words",
    "settings_text",
    "stage_text",
    "timings_text",
    "unchanged_text",
    "uploaded_text",
    "words",
]
