"""Taking a person out of the directory."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P170": Long(
        "The account of somebody who leaves may still change this file, and it says who they "
        "were. Nobody but a human can know who looks after it now."
    ),
    "P171": Long(
        "Fields are changed by a program, running text is not: a sentence without its subject "
        "would say something else. So a human reads the place and decides."
    ),
    "P172": Long(
        "The team of an assignment names its members, or says that there was one who is not "
        "named: somebody who left the directory. Nothing at all would be a slip; both would undo "
        "each other.",
        """
status: staffed
members: [{role: lead}]
""",
        """
status: staffed
members: [{withheld: yes, role: lead}]
""",
        "assignment",
    ),
}
