"""A line of the fields that cannot be read: quotes, brackets, commas, colons, columns."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P100": Long(
        "Between braces a comma starts the next field. A comma that belongs to your text has to "
        "stand in quotes, or half of the sentence is taken for something else.",
        "based_in: {country: MA, city: Rabat, near the old port}",
        'based_in: {country: MA, city: "Rabat, near the old port"}',
    ),
    "P101": Long(
        "Above the second `---` each line says one thing: the name of a field, a colon, a blank, "
        "the value. A line without a colon has no name, so nobody knows what it is about. Often "
        "it is a sentence that belongs further down.",
        """
---
…
I know rotas, and what they do to a marriage.
---
Twelve years of other people's mothers, in three towns.
""",
        """
---
…
---
Twelve years of other people's mothers, in three towns.
I know rotas, and what they do to a marriage.
""",
    ),
    "P102": Long(
        "Brackets and braces come in pairs, like a letter and its envelope. Without the closing "
        "one, everything below would be taken for a part of this field.",
        "sectors: [health, agriculture",
        "sectors: [health, agriculture]",
    ),
    "P103": Long(
        "Between braces a colon ends the name of a field. One inside a text looks like a field "
        "whose comma was forgotten. Quotes say that the text is one piece.",
        'links: [{label: My talk: how to leave, url: "https://talks.example/leaving"}]',
        'links: [{label: "My talk: how to leave", url: "https://talks.example/leaving"}]',
    ),
    "P104": Long(
        "A text that starts with a quote goes on until the next one, over as many lines as it "
        "takes. When the closing quote is missing, the rest of your file disappears into it.",
        'headline: "Ran a home-care company and passed it on',
        'headline: "Ran a home-care company and passed it on"',
    ),
    "P105": Long(
        "The second quote ends the text; what stands behind it belongs to nothing. Curly quotes "
        "inside a text do no harm, since they are letters like any other.",
        'headline: "Turned the "hopeless" clinic over to its nurses"',
        'headline: "Turned the “hopeless” clinic over to its nurses"',
    ),
    "P106": Long(
        "How far a line is indented says what it belongs to. Neighbours start in the same "
        "column, like the figures of a sum; one blank more or less makes it a stranger.",
        """
languages:
  en: native
   fr: B2
""",
        """
languages:
  en: native
  fr: B2
""",
    ),
    "P107": Long(
        "A few signs cannot be the first of a value, because the program that reads the file "
        "keeps them for itself: @ % > and |. Behind a quote they are letters like any other.",
        "headline: @Home, a company that belongs to its nurses",
        'headline: "@Home, a company that belongs to its nurses"',
    ),
    "P108": Long(
        "A comma says that one entry ends and another begins. Two of them in a row, or one right "
        "behind the bracket, promise an entry that is not there.",
        "sectors: [health, , agriculture]",
        "sectors: [health, agriculture]",
    ),
    "P109": Long(
        "There are two ways to write a list: each entry on a line of its own with a hyphen in "
        "front, or all of them on one line in brackets. Half of one and half of the other cannot "
        "be read.",
        "sectors: - health",
        "sectors:\n  - health",
    ),
    "P110": Long(
        "Inside double quotes a backslash gives the next letter another meaning, and this pair "
        "has none. Single quotes take every sign as it is.",
        r'headline: "Shared the company 50\50 with its nurses"',
        r"headline: 'Shared the company 50\50 with its nurses'",
    ),
    "P111": Long(
        "A colon without a blank can be part of a word, as in https://… or 10:30. The blank "
        "behind it is what makes it the end of a name.",
        "stage:post-venture",
        "stage: post-venture",
    ),
    "P112": Long(
        "A # with a blank before it starts a note that nobody else sees, up to the end of the "
        "line. Your sentence would be cut in the middle and nobody would notice; so you are "
        "asked.",
        "headline: Built home-care company #1 of the county",
        'headline: "Built home-care company #1 of the county"',
    ),
    "P113": Long(
        "A hyphen in front of a line makes it an entry of a list. The fields of a file are no "
        "list: each has a name, and their order does not matter.",
        """
---
- name: Tom Baker
- headline: Ran a home-care company
---
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
        """
---
name: Tom Baker
headline: Ran a home-care company
…
---
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
    ),
    "P114": Long(
        "A person can be checked more than once, in different ways, by different people. So the "
        "file is a list of checks even where there is only one; a hyphen starts each.",
        """
label: identity
by: Vetting circle
on: 2026-02-01
""",
        """
- label: identity
  by: Vetting circle
  on: 2026-02-01
""",
        "vetting",
    ),
}
