"""What is said of a guide."""

from __future__ import annotations

GUIDES: dict[str, tuple[str, str]] = {
    # What they have been through is quoted by its label, and no pronoun is made up.
    "guide-passed": ("has been through “{passage}”", ""),
    "guide-passed-year": ("has been through “{passage}” in {year}", ""),
    "guide-passed-venture": ("has been through “{passage}” with {name}", ""),
    "guide-passed-venture-year": ("has been through “{passage}” with {name} in {year}", ""),
    "guide-near": ("has been through “{passage}”, which is near to “{other_passage}”", ""),
    "guide-near-year": (
        "has been through “{passage}” in {year}, which is near to “{other_passage}”",
        "",
    ),
    "guide-near-venture": (
        "has been through “{passage}” with {name}, which is near to “{other_passage}”",
        "",
    ),
    "guide-near-venture-year": (
        "has been through “{passage}” with {name} in {year}, which is near to “{other_passage}”",
        "",
    ),
    "guide-left": (
        "left the lead of {name} after {count} year as {role}",
        "left the lead of {name} after {count} years as {role}",
    ),
    "guide-left-became": (
        "left the lead of {name} after {count} year as {role} ({outcome})",
        "left the lead of {name} after {count} years as {role} ({outcome})",
    ),
    "guide-left-soon": ("left the lead of {name} within a year, as {role}", ""),
    "guide-left-soon-became": (
        "left the lead of {name} within a year, as {role} ({outcome})",
        "",
    ),
    "guide-topics": ("offers guidance on what is sought: {topics}", ""),
    "guide-offers": ("offers guidance on {topics}", ""),
    "guide-topics-privately": ("guides on what is sought when the directory asks: {topics}", ""),
    "guide-offers-privately": ("guides on {topics} when the directory asks", ""),
    "guide-topics-other": ("offers guidance on other topics: {topics}", ""),
    "guide-also": ("has been through “{passage}” as well", ""),
    "guide-years": (
        "much the same time in the lead: {years} and {count} year",
        "much the same time in the lead: {years} and {count} years",
    ),
    "guide-role": ("had the same role: {role}", ""),
    "guide-silos": (
        "has worked in the same world: {silos}",
        "has worked in the same worlds: {silos}",
    ),
    "guide-sectors": ("knows the same sector: {sectors}", "knows the same sectors: {sectors}"),
    "guide-sector-near": ("knows {sector}, close to {other_sector}", ""),
    "guide-home": ("lives in the same country ({country})", ""),
    "guide-country": ("has worked in the same country ({country})", ""),
    "guide-region": ("has worked in the same part of the world ({region})", ""),
    "guide-neighbour": ("lives in the same part of the world ({region})", ""),
    "guide-wish": ("in their own words: “{quote}”", ""),
    "guide-passage-ask": ("which way out it is about is not stated", ""),
    "guide-topics-ask": ("what is sought is not stated", ""),
    "guide-capacity": ("has room for {count} person", "has room for {count} people"),
    "guide-capacity-ask": ("for how many people there is room is not stated", ""),
    "guide-language-low": ("the language of both is {language}, at {level} on one side", ""),
    "guide-tie": ("has an organisation in common: {name}", ""),
    "guide-no-tie": ("no organisation in common is stated", ""),
    "guide-confirmed": ("page confirmed on {day}", ""),
    "outcome-handed-over": ("handed over", ""),
    "outcome-merged": ("merged", ""),
    "outcome-acquired": ("acquired", ""),
    "outcome-spun-out": ("spun out", ""),
    "outcome-closed": ("closed", ""),
    "outcome-left": ("left", ""),
}
