"""What must not stand in a public file."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P060": Long(
        "Whatever was public once stays in the history and in copies, and machines collect "
        "addresses for spam and worse. Clients reach you through the directory, which knows your "
        "address and gives it to nobody without asking you.",
        """
---
…
---
Twelve years of other people's mothers. Write to me at tom@bakercare.example and I will answer.
""",
        """
---
…
---
Twelve years of other people's mothers. Write to me through the directory and I will answer.
""",
    ),
    "P061": Long(
        "Whatever was public once stays in the history and in copies. A number leads to you at "
        "any hour, and to your messages. Clients reach you through the directory first; you "
        "choose to whom you give your number.",
        """
---
…
---
Twelve years of other people's mothers. Call me on +44 7700 900123, best in the morning.
""",
        """
---
…
---
Twelve years of other people's mothers. I talk best in the morning, before the first rota.
""",
    ),
    "P062": Long(
        "A date of birth opens bank accounts and hospital files, and it invites people to count "
        "your years instead of your work. Say since when you have done something instead.",
        """
---
…
---
I was born on 3 May 1961, in the town where I later founded a home-care company.
""",
        """
---
…
---
Since 2007 I ran a home-care company, in the town where I grew up.
""",
    ),
    "P063": Long(
        "A street and a number lead strangers to a door, years after they were written. Clients "
        "need a country, sometimes a city. An organisation's street is refused as well, since "
        "many are run from where their people live.",
        """
---
…
---
Twelve years of other people's mothers. The kettle is always on at 14 Elm Road, Leeds.
""",
        """
---
…
---
Twelve years of other people's mothers. The kettle is always on, in the north of Leeds.
""",
    ),
    "P064": Long(
        "Other forms ask for these, so people write them. What was public once stays in the "
        "history and in copies; the directory knows how to reach you and gives it to nobody "
        "without asking you.",
        "telephone: on request\nname: Tom Baker",
        "name: Tom Baker",
    ),
}
