"""The fields of the index, and how much each counts."""

from __future__ import annotations

from collections.abc import Mapping

BOOSTS: Mapping[str, int] = {
    "name": 8,
    "headline": 4,
    "skills": 4,
    "sectors": 3,
    "words": 3,
    "places": 2,
    "ventures": 2,
    "evidence": 2,
    "aliases": 1,
    "body": 1,
}
# Other people's words for what somebody said with the words of the vocabulary.
ALIASES = "aliases"
# Words of the vocabulary, in few different texts.
SHARED = frozenset((ALIASES, "skills", "sectors", "places"))
# What stands word for word on the entry's page: for phrases and for why it matched.
SHOWN = tuple(field for field in BOOSTS if field != ALIASES)
