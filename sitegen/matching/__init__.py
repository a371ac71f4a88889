"""People before assignments: hard conditions, points, reasons; the same input, the same order.

`ranking.match` finds, `say` and `sentence` put into words, `report` prints. What finds loads numpy,
which takes a while, so it is imported where it runs: pages need only what was found.
"""

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
    "say",
    "sentence",
]
