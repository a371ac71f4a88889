"""What is read, or stops the reading, because a word processor or a keyboard put another sign."""

from __future__ import annotations

from sitegen.messages.message import Long

BODY = "Twelve years of other people's mothers. I know rotas, and what they do to a marriage."
LONG: dict[str, Long] = {
    "P117": Long(
        "Word processors make one long dash of two hyphens, and a rule across the page of three. "
        "Only three plain hyphens, alone on their line, tell your fields from your text.",
        f"---\n…\n—\n{BODY}",
        f"---\n…\n---\n{BODY}",
    ),
    "P118": Long(
        "Straight quotes hold a text together and vanish; curly ones are letters like any other "
        "and would stand on your page. You may want them there, so this only asks.",
        "headline: “Ran a home-care company and passed it on”",
        'headline: "Ran a home-care company and passed it on"',
    ),
    "P119": Long(
        "Word processors turn straight quotes into curly ones, which hold nothing together. The "
        "colon or the comma between them then means what it always means: a new field, a new "
        "entry.",
        "headline: “After the founder: a home-care company”",
        'headline: "After the founder: a home-care company"',
    ),
    "P120": Long(
        "A # behind a blank starts a note that nobody else sees, up to the end of the line. What "
        "follows here reads like the rest of your sentence, which would end in the middle.",
        "headline: Built home-care company # 1 of the county",
        'headline: "Built home-care company # 1 of the county"',
    ),
    "P121": Long(
        "Fields count between the two lines of three hyphens only. Below them they would be "
        "printed as a sentence of yours, and nobody would find you by them.",
        f"---\n…\n---\n{BODY}\n\nregions: [GB]",
        f"---\nregions: [GB]\n…\n---\n{BODY}",
    ),
    "P122": Long(
        "Other programs read these files too, and look for the fields at the very top alone. A "
        "title, a blank line or the marks of a block of code above them hide all of them.",
        "# Tom Baker\n---\nname: Tom Baker\n…",
        "---\nname: Tom Baker\n…",
    ),
    "P123": Long(
        "Many signs can start a line of a list on paper. Here it is a hyphen with a blank behind "
        "it; everything else is taken for a part of the first entry.",
        "sectors:\n  • health\n  • agriculture",
        "sectors:\n  - health\n  - agriculture",
    ),
    "P124": Long(
        "A no-break space looks like a blank and keeps two words on one line. Web pages and word "
        "processors put it without asking; between fields it counts as a letter.",
        "name:\u00a0Tom Baker",
        "name: Tom Baker",
    ),
    "P125": Long(
        "Keyboards of other scripts have their own colon and their own comma. In your text they "
        "are at home; between fields and entries only the plain ones mean something.",
        "sectors: [health، agriculture]",
        "sectors: [health, agriculture]",
    ),
    "P126": Long(
        "Between the name of a field and its value stands a colon with a blank behind it. An "
        "equals sign or a dash makes the line a sentence.",
        "name = Tom Baker",
        "name: Tom Baker",
    ),
    "P127": Long(
        "Fields that stand on lines of their own need nothing between them. A comma at the end of "
        "a line becomes the last letter of its value.",
        "name: Tom Baker,",
        "name: Tom Baker",
    ),
    "P128": Long(
        "Between single quotes an apostrophe is the closing quote. Double quotes take apostrophes "
        "as they are.",
        "headline: 'Ran the county's largest home-care company'",
        'headline: "Ran the county\'s largest home-care company"',
    ),
}
