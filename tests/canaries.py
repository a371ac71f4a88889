"""A private folder in which every text is a canary, and where each command may let one be seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# Every value of the overlay that only the keeper may see is a canary, or one of these figures.
CANARIES = re.compile(rb"CANARY|187301")
LOG = """\
# CANARY remark
introductions:
  - {profile: leila-haddad, for: guidance, seeker: "CANARY Jo", on: 2026-11-01, state: agreed}
  - {profile: leila-haddad, assignment: dairy-exit-plan, on: 2026-11-01, state: asked}
confirmations:
  - {profile: tom-baker, on: 2026-11-02, how: "CANARY call"}
"""
OVERLAY: Mapping[str, str] = {
    "profiles/leila-haddad.yml": """\
contact: "leila.CANARY@members.example"
declines_clients: ["CANARY Holding"]
references: ["CANARY reference"]
notes: "CANARY note"
guidance: {capacity: 4}
engagement: {day_rate: {min: 187301, max: 187301, currency: EUR}}
""",
    "profiles/tom-baker.yml": """\
guidance: {seeks: [stepping-down], wish_i_had_known: "CANARY wish"}
transitions:
  - {passage: handed-over-to-successor, state: preparing, since: 2026, venture: "CANARY venture"}
engagement: {motivations: ["CANARY motive"]}
""",
    "assignments/dairy-exit-plan.yml": """\
client: {name: "CANARY Dairy"}
contact: "desk.CANARY@client.example"
notes: "CANARY note"
references: ["CANARY reference"]
""",
    "log.yml": LOG,
    "README.md": "CANARY readme\n",
}
# What is wrong with a folder, in each way that a message could carry a value of it.
BROKEN: Mapping[str, Mapping[str, str]] = {
    "no field of that name": {"profiles/tom-baker.yml": "CANARY: CANARY\n"},
    "not to be read": {"profiles/tom-baker.yml": 'notes: "CANARY note\n'},
    "no such id": {"profiles/tom-baker.yml": "guidance: {seeks: [CANARY-topic]}\n"},
    "a log that is none": {"log.yml": 'introductions: [{profile: CANARY, seeker: "CANARY Jo"}]\n'},
    "nobody's": {"profiles/somebody-else.yml": 'notes: "CANARY note"\n'},
}


class Case(NamedTuple):
    """A command line, how it ends, and where canaries are then seen besides the private folder.

    `seen` has `screen` for the standard output, `errors` for the standard error, and names of
    files. Nothing else may have one, and each of these must: else the case shows nothing.
    """

    arguments: str
    ends: int = 0
    seen: tuple[str, ...] = ()


SCREEN = ("screen",)
KEPT = "--private ../keeper"
SUMMARY = "--format github --summary ../summary.md"
ASKED = f"leila-haddad --for dairy-exit-plan {KEPT}"
# The private folder's own commands print for whoever keeps it; all others know nothing of it.
COMMANDS: Mapping[str, tuple[Case, ...]] = {
    "new": (
        Case("profile --blank"),
        Case("assignment --blank --output content/assignments/mine.md"),
        Case("profile --blank --output ../keeper/profiles/tom-baker.yml", 2),
    ),
    "check": (
        Case(""),
        Case(SUMMARY),
        Case("../keeper", 2),
        Case("content/../../keeper/profiles/tom-baker.yml", 2),
    ),
    "explain": (Case("P012"), Case("")),
    "build": (
        Case("--output ../out"),
        Case("--output memory://out"),
        Case("--output ../out --cluster ../keeper", 2),
        Case("--output ../out --private ../keeper", 2),
        Case("--output s3://../keeper", 2),
    ),
    "verify": (Case("../keeper", 2), Case("../keeper --rebuild", 2)),
    "serve": (Case("--port 0"),),
    "photo": (Case("../keeper/log.yml", 2), Case("content/profiles/leila-haddad.jpg")),
    "guard": (
        Case(f"--base HEAD --author leila-haddad-sample {SUMMARY}"),
        Case("--base HEAD --author x --repository ../keeper", 2),
    ),
    "match": (
        Case(""),
        Case(KEPT),
        Case(f"{KEPT} --format json"),
        Case(f"{KEPT} --guides"),
        Case(f"{KEPT} --guides --format json"),
        Case(f"{KEPT} dairy-exit-plan"),
        Case(f"{KEPT} no-such", 2),
    ),
    "intake": (
        Case("../sent.md --kind profile --author x --report ../report.md --outputs ../outputs", 1),
        Case("../keeper/log.yml --kind profile --author x --outputs ../outputs --dry-run", 1),
    ),
    "forget": (
        Case("leila-haddad --dry-run"),
        Case(f"leila-haddad --dry-run {KEPT}"),
        Case(f"no-such {KEPT}", 2),
        Case(f"leila-haddad {KEPT}"),
    ),
    "confirm": (
        Case(f"leila-haddad --how call {KEPT}"),
        Case(f"no-such --how call {KEPT}", 2),
    ),
    "introduce": (
        # Who asks is not said to whom is asked, nor the other way round, until there is a yes.
        Case(ASKED, 0, SCREEN),
        Case(f"{ASKED} --answer yes", 0, SCREEN),
        Case(f"{ASKED} --sent"),
        Case(f"leila-haddad --for guidance --seeker tom-baker {KEPT}", 0, SCREEN),
        Case(f"leila-haddad --for no-such {KEPT}", 2),
        Case(f"no-such --for guidance --seeker x {KEPT}", 2),
    ),
    "circles": (Case(KEPT), Case(f"{KEPT} --keep")),
    "mails": (
        Case(KEPT, 0, SCREEN),
        Case(f"{KEPT} --format html", 0, SCREEN),
        Case(f"{KEPT} --output ../keeper/mails.html"),
        Case(f"{KEPT} --output ../sheet.txt", 0, ("sheet.txt",)),
        Case(f"{KEPT} --output content/pages/mails.html", 2),
        Case(f"{KEPT} --output ../no-such/mails.html", 2),
    ),
    "doctor": (Case("", 1), Case("--format json", 1), Case("--content ../keeper", 1)),
    "report": (
        Case("--public --format markdown"),
        Case(f"--public {KEPT}", 2),
        Case(KEPT, 0, SCREEN),
        Case(f"{KEPT} --format json", 0, SCREEN),
        Case(f"{KEPT} --format markdown", 0, SCREEN),
        Case(f"{KEPT} --waiting ../keeper/log.yml", 2),
    ),
    "schema": (Case("profile"), Case("profile --content ../keeper", 1)),
}
