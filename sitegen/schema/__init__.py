"""What people may write into each kind of file: as JSON Schema, and as tables to read."""

from sitegen.schema.generate import schema_of, schema_text, vocabulary_of
from sitegen.schema.outline import KINDS
from sitegen.schema.tables import tables_text

__all__ = ["KINDS", "schema_of", "schema_text", "tables_text", "vocabulary_of"]
