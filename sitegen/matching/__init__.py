"""People before assignments: hard conditions, points, reasons; the same input, the same order.

`match` finds, `say` and `sentence` put into words, `sitegen.matching.report` prints.
"""

from sitegen.matching.ranking import match
from sitegen.matching.results import (
    Check,
    GuideMatch,
    Guides,
    Match,
    Matches,
    PersonMatches,
    PostingMatches,
    Reason,
    State,
    Team,
)
from sitegen.matching.sentences import sentence
from sitegen.matching.words import say

__all__ = [
    "Check",
    "GuideMatch",
    "Guides",
    "Match",
    "Matches",
    "PersonMatches",
    "PostingMatches",
    "Reason",
    "State",
    "Team",
    "match",
    "say",
    "sentence",
]
