"""What fields must agree on, and what would say more to the world than its author may want."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P035": Long(
        "Levels 3 and 4 are what clients pay for. One sentence with a number or a result lets "
        "them believe you without knowing you, and it is what they quote when they ask.",
        """
skills:
  - {skill: handover-files, level: 3}
  - {skill: board-development, level: 1}
  - {skill: public-hearings, level: 2}
""",
        """
skills:
  - {skill: handover-files, level: 3, evidence: "Eleven clinics handed over, no file missing."}
  - {skill: board-development, level: 1}
  - {skill: public-hearings, level: 2}
""",
    ),
    "P036": Long(
        "Saying it twice makes it neither truer nor stronger. If the two entries differ, a reader "
        "would not know which one to believe.",
        "sectors: [health, agriculture, health]",
        "sectors: [health, agriculture]",
    ),
    "P037": Long(
        "The first of the two is the lower end and the second the upper one. Turned round they "
        "hold nothing between them.",
        "ventures: [{name: Baker Care, role: founder, from: 2019, to: 2007, outcome: handed-over}]",
        "ventures: [{name: Baker Care, role: founder, from: 2007, to: 2019, outcome: handed-over}]",
    ),
    "P038": Long(
        "A time that ends before it begins holds no day, so nobody would ever be found free in "
        "it. One of the two dates is a slip.",
        "availability: {status: open, from: 2027-12-31, until: 2027-03-01}",
        "availability: {status: open, from: 2027-03-01, until: 2027-12-31}",
    ),
    "P040": Long(
        "That a founder looks for guidance is nobody's business but theirs; boards and banks "
        "read these pages too. So it is said in public only by those who wrote down that they "
        "want that. You can also ask in private, and nothing of it stands here.",
        "guidance: {seeks: [identity]}",
        "guidance: {seeks: [identity], seeking_in_public: yes}",
    ),
    "P041": Long(
        "A country is enough to be found. A region in its place is for people whom it could harm "
        "to be found; together with a country it would hide nothing.",
        "based_in: {country: GB, region: western-europe}",
        "based_in: {region: western-europe}",
    ),
    "P042": Long(
        "A client who wants to stay unnamed is unnamed on every page, in the data and in the "
        "feed. A name in the same file would undo that.",
        "client: {name: Example Foundation, anonymous: yes, silo: foundation, country: NL}",
        "client: {anonymous: yes, silo: foundation, country: NL}",
        "assignment",
    ),
    "P043": Long(
        "People plan their year by this line. A figure without a currency cannot be compared, "
        "and work without pay deserves to hear why.",
        "budget: {max_day_rate: 600}",
        "budget: {max_day_rate: 600, currency: EUR}",
        "assignment",
    ),
    "P044": Long(
        "What came of the work is worth more to the next client than any promise, and it is the "
        "members' track record. A sentence is enough, also where it went wrong.",
        "status: completed",
        """
status: completed
outcome: {on: 2026-11-10, result: "The members voted for the plan."}
""",
        "assignment",
    ),
    "P045": Long(
        "Readers go by the status: an open assignment has no team yet, and one that still runs "
        "has no outcome. One of the two lines is out of date.",
        """
status: open
outcome: {on: 2026-11-10, result: "The members voted for the plan."}
""",
        """
status: completed
outcome: {on: 2026-11-10, result: "The members voted for the plan."}
""",
        "assignment",
    ),
    "P046": Long(
        "The fields get you found; the text gets you asked. It needs room for a person to become "
        "visible, and an end, because it is read between two meetings.",
        """
---
…
---
Founder of a home-care company.
""",
        """
---
…
---
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
    ),
    "P047": Long(
        "A link in a text is followed by people who trust this directory. So it leads to a page "
        "on the web, over a line that nobody can tamper with, or to a page of this site.",
        """
---
…
---
Twelve years of rotas, told in [a talk](www.talks.example/rotas) that many people watched.
""",
        """
---
…
---
Twelve years of rotas, told in [a talk](https://www.talks.example/rotas) that many people watched.
""",
    ),
    "P048": Long(
        "A team, a board and a bank read here as well. That somebody means to leave is theirs to "
        "tell, at a time that they choose; what once stood in a public file can never be taken "
        "back.",
        """
transitions:
  - {passage: handed-over-to-successor, state: through-it, since: 2019}
  - {passage: retiring, state: preparing}
""",
        """
transitions:
  - {passage: handed-over-to-successor, state: through-it, since: 2019}
""",
    ),
    "P049": Long(
        "Every page leads to the directory, never to a member's own mailbox. Without a mailbox "
        "or a form of the directory that one action would lead nowhere.",
        "relay: {answers_within: 5}",
        "relay: {mailbox: relay@directory.example, answers_within: 5}",
        "site",
    ),
}
