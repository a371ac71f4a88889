"""The teams for a posting."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.directory import Posting
from sitegen.matching.results import Standing, Team
from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.choice import chosen
from sitegen.matching.teams.facts import team_of
from sitegen.matching.teams.roster import Roster
from sitegen.matching.teams.search import Sought, best_covering
from sitegen.matching.teams.shortlist import shortlist

FEWEST_MEMBERS = 2


def teams_of(posting: Posting, ranking: Iterable[Standing], roster: Roster) -> tuple[Team, ...]:
    """At most five teams of an allowed size, best first; none for work of one person.

    `ranking` are all who meet every condition, best first. All teams cover as much as any team of
    the shortlist can: every required skill and language of the team where that is possible.
    """
    size = posting.assignment.team
    # One person is no team: whoever could do it alone stands in the ranking.
    sizes = range(max(FEWEST_MEMBERS, size.min), size.max + 1)
    if not sizes:
        return ()
    asked = Asked.of(posting)
    listed = shortlist(asked, ranking, roster)
    if len(listed.people) < sizes.start:
        return ()
    sought = Sought.of(asked, listed, roster)
    choice = chosen(best_covering(sought, sizes), sought)
    return tuple(team_of(team, choice.needed, sought, roster) for team in choice.teams)
