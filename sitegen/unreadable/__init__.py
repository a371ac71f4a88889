"""What YAML does to people, named: why a file cannot be read, or is read as nobody meant it."""

from sitegen.unreadable.causes import cause_of, without_colon
from sitegen.unreadable.fences import FENCE, after_a_false_end, end_of_fields, no_opening
from sitegen.unreadable.noticed import Scalar, cut_by_a_comma, misread_name, noticed
from sitegen.unreadable.stumble import Cause, Stumble

__all__ = [
    "FENCE",
    "Cause",
    "Scalar",
    "Stumble",
    "after_a_false_end",
    "cause_of",
    "cut_by_a_comma",
    "end_of_fields",
    "misread_name",
    "no_opening",
    "noticed",
    "without_colon",
]
