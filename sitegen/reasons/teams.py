"""What is said of a team."""

from __future__ import annotations

TEAMS: dict[str, tuple[str, str]] = {
    # Nothing here holds a rate: what they ask is compared with the budget as a whole.
    "team-brings": ("{name} brings {skills}", ""),
    "team-backup": ("{name} could take over {skills}", ""),
    "team-speaks": ("{name} speaks {spoken}", ""),
    "team-helps": ("{name} has what would help: {skills}", ""),
    "team-silos": (
        "together they know this world from inside: {silos}",
        "together they know these worlds from inside: {silos}",
    ),
    "team-sectors": (
        "together they work in this sector: {sectors}",
        "together they work in these sectors: {sectors}",
    ),
    "team-common": ("all can work in {languages}", ""),
    "team-no-common": ("no language in which all can work is stated", ""),
    "team-enough": ("{name} has every required skill: one person may be enough", ""),
    "team-close": ("{name} has {other_skill}, close to {skill}", ""),
    "team-below": ("{name} has {skill} at level {level}", ""),
    "team-alone": ("rests on {name} alone: {skills}", ""),
    "team-alone-language": ("rests on {name} alone: {languages}", ""),
    "team-only": ("{name} is in every team: nobody else who could come has {skills}", ""),
    "team-only-language": (
        "{name} is in every team: nobody else who could come speaks {languages} well enough",
        "",
    ),
    "team-no-other": ("{name} is in every team: nobody else could come", ""),
    "team-needed": ("{name} is in every team: without {name} none found covers as much", ""),
    "team-missing": ("not in this team at the level asked: {skills}", ""),
    "team-missing-languages": ("nobody in this team speaks {needs}", ""),
    "team-days": (
        "together {count} day a month, where {asked} are asked",
        "together {count} days a month, where {asked} are asked",
    ),
    "team-days-short": (
        "together only {count} day a month, where {asked} are asked",
        "together only {count} days a month, where {asked} are asked",
    ),
    "team-days-some": (
        "at least {count} day a month, where {asked} are asked; not everybody states theirs",
        "at least {count} days a month, where {asked} are asked; not everybody states theirs",
    ),
    "team-days-not-stated": ("nobody states the days a month", ""),
    "team-cost-yes": ("what they ask together is within the budget", ""),
    "team-cost-no": ("what they ask together is above the budget", ""),
    "team-cost-not-stated": ("what they ask together is not stated by all", ""),
    "team-cost-no-budget": ("the budget is not stated", ""),
    "team-cost-pro-bono-yes": ("all do some work pro bono", ""),
    "team-cost-pro-bono-not-stated": ("not everybody states whether to work pro bono", ""),
}
