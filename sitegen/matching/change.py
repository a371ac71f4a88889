"""The one thing that would change a match: at most one, and making it does what it says."""

from __future__ import annotations

from sitegen.matching.credit import WHOLE, Credit
from sitegen.matching.evidence import LEAST
from sitegen.matching.pair import Pair
from sitegen.matching.results import Check, Reason


def change_of(pair: Pair) -> Reason | None:
    """What would settle the condition that fails; where none does, the nearest gap.

    No condition would keep a near miss out. Anybody else would meet one more required skill.
    """
    refused = next((check for check in pair.checks.values() if check.state == "no"), None)
    return _condition(refused, pair) if refused else _skill(pair)


def _condition(refused: Check, pair: Pair) -> Reason | None:
    reason, starts = refused.reason, pair.posting.assignment.starts
    if refused.condition == "languages":
        asked = {name: reason.params[name] for name in ("language", "asked")}
        return Reason("change-language", asked)
    if refused.condition == "dates" and starts is not None:
        return Reason("change-dates", {"day": starts.isoformat()})
    if refused.condition == "place":
        return Reason("change-remote")
    if refused.condition == "money":
        return Reason("change-money")
    return Reason("change-contract", reason.params)


def _skill(pair: Pair) -> Reason | None:
    """The heaviest gap that the person can close alone: not what others confirmed, or refused."""
    confirmed, unwanted = pair.person.confirmed, pair.voice.unwanted
    open_ones = [
        credit
        for credit in pair.required
        if not credit.is_full and credit.need.skill not in {*confirmed, *unwanted}
    ]
    nearest = max(open_ones, key=_lost, default=None)
    if nearest is None:
        return None
    skill, level = nearest.need.skill, nearest.need.level
    if skill in pair.voice.unproven and pair.voice.levels[skill] >= level:
        return Reason("change-evidence", {"skill": skill})
    proof = "-proven" if level >= LEAST and pair.voice.unproven else ""
    return Reason(f"change-skill{proof}", {"skill": skill, "level": level})


def _lost(credit: Credit) -> int:
    return credit.weight * (WHOLE - credit.points)
