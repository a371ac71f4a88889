"""What people may write into each kind of file: as JSON Schema, and as tables to read."""

from sitegen.schema.generate import schema_of, schema_text, vocabulary_of
from sitegen.schema.outline import COLLECTIONS, KINDS
from sitegen.schema.tables import tables_text

__all__ = [
    "COLLECTIONS",
    "KINDS",
    "schema_of",
    "schema_text",
    "tables_text",
    "vocabulary_of",
]
