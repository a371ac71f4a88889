"""Problems in the forms that people and programs read."""

from sitegen.findings.as_json import as_json
from sitegen.findings.as_text import as_text
from sitegen.findings.words import built_text, settings_text, words

__all__ = ["as_json", "as_text", "built_text", "settings_text", "words"]
