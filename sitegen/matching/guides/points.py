"""What counts how much between a seeker and a guide: integers that add up to 100."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.i18n import CEFR
from sitegen.matching.guides.terms import Standing

# Having been through it comes before everything; somebody near it knows some of it.
PASSAGE: Mapping[Standing, int] = {"same": 28, "topic": 22, "near": 16, "any": 12}
# Off the same passage, where a seeker is in several and the guide knows only some of them.
NOT_ALL = 4
TOPICS = 17
FIRST_TOPIC = 9
# More than three topics are not for one conversation.
MOST_TOPICS = 3
# Years in the lead that differ by up to so many per cent of the longer time: so many points.
YEARS = ((20, 5), (40, 3), (60, 1))
ROLE = 4
# The guide's passage lies so many years back: near enough to remember, far enough to see it.
SINCE = ((0, 0), (7, 4), (15, 2))
OUTCOME = 3
LONGEST_WORLD, OTHER_WORLD = 4, 2
SECTOR, PROFILE_SECTOR, CLOSE_SECTOR = 9, 6, 3
COUNTRY, WORKED_IN_REGION, SAME_REGION = 6, 4, 3
LANGUAGE = {CEFR.index("B1"): 3, CEFR.index("B2"): 6, CEFR.index("C1"): 8}
COMFORT = CEFR.index("C1")
NATIVE = 2
TEXT = 10
# So much of a seeker's telling words, one in this many, is all that can be expected.
TEXT_FULL = 12
# What is counted after the first parts can bring so much at most, and the text after those.
REST = 20 + SECTOR + COUNTRY
