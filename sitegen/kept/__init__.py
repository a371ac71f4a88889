"""What one build keeps for the next: what it worked out, and what each file was made from.

Only ever a shortcut: the bytes of a site are those of a build that knows nothing.
"""

from sitegen.kept.keeping import Keeping
from sitegen.kept.ledger import Anew, Entry, File, Filed, Noted, raw_of
from sitegen.kept.work import known

__all__ = ["Anew", "Entry", "File", "Filed", "Keeping", "Noted", "known", "raw_of"]
