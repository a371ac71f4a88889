"""Sources → models: every error in plain words, with its place and the nearest right value.

All problems of a run at once. A file with errors gives no entry; its neighbours are judged by
themselves.
"""

from sitegen.validate.entries import Entries, Entry, Vetting
from sitegen.validate.judging import validate
from sitegen.validate.parsing import parse

__all__ = ["Entries", "Entry", "Vetting", "parse", "validate"]
