"""Across files, the vocabulary and the settings."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P070": Long(
        "One file names another by the name of its file, without the ending. There is no such "
        "file here, so the page would lead nowhere. Perhaps the name is spelt in another way.",
        "by: leila",
        "by: leila-haddad",
        "story",
    ),
    "P071": Long(
        "Somebody's name in a public story is theirs to give. Ask each of them, write down the "
        "yes, and leave out those who would rather not be named.",
        """
status: completed
members: [{profile: leila-haddad}]
outcome:
  on: 2026-11-10
  result: "The members voted for the plan."
  consent: {client: yes}
""",
        """
status: completed
members: [{profile: leila-haddad}]
outcome:
  on: 2026-11-10
  result: "The members voted for the plan."
  consent: {client: yes, leila-haddad: yes}
""",
        "assignment",
    ),
    "P073": Long(
        "A mark says that somebody else looked. One's own word stands in the profile already, and "
        "a mark by oneself would devalue everybody's.",
        "- {label: identity, by: Tom Baker, on: 2026-02-01}",
        "- {label: identity, by: Vetting circle, on: 2026-02-01}",
        "vetting",
    ),
    "P074": Long(
        "What was checked is tied to a person by the name of the file. Without a profile of that "
        "name the checks are shown to nobody, and a real person may be without theirs.",
        "profiles/amina-diallo.md\nvetting/amina.yml",
        "profiles/amina-diallo.md\nvetting/amina-diallo.yml",
        "",
    ),
    "P075": Long(
        "You agreed to certain words, and they may change one day. The file says which words "
        "those were; they have to be kept in the settings for as long as somebody refers to "
        "them.",
        "consent: {on: 2026-05-02, wording: version-one}",
        "consent: {on: 2026-05-02, wording: v1}",
    ),
    "P076": Long(
        "What somebody did in an assignment becomes a part of their record. So they have to be "
        "in its team, where their role and their agreement stand.",
        """
status: completed
outcome:
  on: 2026-11-10
  skills: {leila-haddad: [succession-planning]}
  result: "The members voted for the plan."
""",
        """
status: completed
members: [{profile: leila-haddad}]
outcome:
  on: 2026-11-10
  skills: {leila-haddad: [succession-planning]}
  result: "The members voted for the plan."
  consent: {leila-haddad: yes}
""",
        "assignment",
    ),
    "P080": Long(
        "One person with two pages is found twice and answered once. It happens when somebody "
        "forgets that they wrote a file last year. If these are two people with one name, all is "
        "well: this stops nothing.",
        "profiles/amina-diallo.md\nprofiles/diallo-amina.md",
        "profiles/amina-diallo.md",
        "",
    ),
    "P081": Long(
        "A match is counted in points of a hundred, and the weights say how many each part can "
        "bring. Only when they add up can one match be compared with another.",
        """
matching:
  weights: {required: 60, desirable: 12, text: 13, sectors: 8, silos: 8, availability: 5, rest: 4}
""",
        """
matching:
  weights: {required: 50, desirable: 12, text: 13, sectors: 8, silos: 8, availability: 5, rest: 4}
""",
        "site",
    ),
    "P082": Long(
        "People search with these words. A word that leads to two things leads to the wrong one "
        "half of the time.",
        """
sectors:
  - {id: health, label: Health, aliases: {en: [healthcare, milk]}}
""",
        """
sectors:
  - {id: health, label: Health, aliases: {en: [healthcare, clinics]}}
""",
        "vocabulary",
    ),
    "P083": Long(
        "Sectors have two levels, so that a list of them can be taken in at one glance. A third "
        "would be shown nowhere.",
        """
sectors:
  - {id: cheese, label: Cheese, parent: dairy}
""",
        """
sectors:
  - {id: cheese, label: Cheese, parent: agriculture}
""",
        "vocabulary",
    ),
    "P084": Long(
        "Some settings only make sense together. A sample is always shown as of one day, or "
        "everybody in it would be out of date before long; a real directory says who answers for "
        "it.",
        "sample: yes\nas_of:",
        "sample: yes\nas_of: 2026-11-16",
        "site",
    ),
    "P085": Long(
        "The signature of every person and of the site is drawn from eight worlds, always in the "
        "same order. With seven or nine of them the drawings could not be compared.",
        """
silos:
  # the other seven, and:
  - {id: multilateral, label: Multilateral, short: Multilateral, summary: "Of states."}
  - {id: media, label: Media, short: Media, summary: "Those who tell the others."}
""",
        """
silos:
  # the other seven, and:
  - {id: multilateral, label: Multilateral, short: Multilateral, summary: "Of states."}
""",
        "vocabulary",
    ),
    "P183": Long(
        "In a small circle everybody knows who left that year. A count of one or two says that "
        "they had help with it, and who gave it. `thresholds.smallest_count` is the smallest "
        "number that any page shows.",
        "guidance_given: {2024: 2, 2025: 14}",
        "guidance_given: {2025: 14}",
        "site",
    ),
    "P184": Long(
        "Who works by the method reads in its changes what this version brought, and who proposed "
        "it. The newest stands first, and it is the one that gave the method its version.",
        """
version: "1.1"
changes:
  - {version: "1.0", on: 2025-01-15, by: The method circle, text: "Two phases."}
""",
        """
version: "1.1"
changes:
  - {version: "1.1", on: 2026-06-01, by: The method circle, text: "A call after three months."}
  - {version: "1.0", on: 2025-01-15, by: The method circle, text: "Two phases."}
""",
        "method",
    ),
    "P115": Long(
        "A client's name next to a problem is delicate. Ask them before their name stands here, "
        "and write down that they agreed; until then they stay unnamed.",
        "client: {name: Example Foundation, silo: foundation, country: NL}",
        "client: {name: Example Foundation, silo: foundation, country: NL, consent: yes}",
        "assignment",
    ),
    "P116": Long(
        "Nobody can have agreed, confirmed or checked something tomorrow. Until that day comes "
        "the line counts for nothing, so it is better to write the day on which it was done.",
        "confirmed: {on: 2030-01-01}",
        "confirmed: {on: 2026-10-12}",
    ),
    "P129": Long(
        "One person with two pages is found twice and answered once. An address, an account or a "
        "venture that stands in two of them is a sign of it. If these are two people, all is well: "
        "this stops nothing.",
        "github: leila-haddad-sample",
        "github: tom-baker-sample",
    ),
}
