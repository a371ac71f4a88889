"""The schema of what `sitegen match` reports: apart, so that editors' schemas load no matching."""

from __future__ import annotations

from sitegen.matching.as_json import report_schema
from sitegen.schema.generate import file_text


def report_text() -> str:
    """The schema of the report of `sitegen match`, as the text of a JSON file."""
    return file_text(report_schema())
