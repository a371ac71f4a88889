"""Files that cannot be read at all, and where their fields begin and end."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P001": Long(
        "A computer can keep letters such as é, ł or ش in many ways. UTF-8 is the one that holds "
        "every script and that every editor knows. Choose it when you save the file: in Word, "
        "save as plain text and pick UTF-8 in the window that follows."
    ),
    "P002": Long(
        "Pages are read on phones and on slow lines. A profile takes a few kilobytes, a photo a "
        "few hundred. What is far larger is nearly always a slip: a photo straight from the "
        "camera, or a whole document pasted in."
    ),
    "P003": Long(
        "Some characters take no room on the screen and still change what a text says, or the "
        "order in which it is read. They come along when text is copied from a web page or a "
        "PDF. Nobody can agree to words that nobody can see, so a file holds none of them."
    ),
    "P004": Long(
        "Two lines of three hyphens tell the facts about you from your own words. Nothing stands "
        "above the first of them, neither a heading nor an empty line.",
        """
name: Tom Baker
…
---
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
        """
---
name: Tom Baker
…
---
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
    ),
    "P005": Long(
        "The second line of three hyphens is where the facts end and your own words begin. "
        "Without it your first sentence would be read as one more field.",
        """
---
…
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
        """
---
…
---
Twelve years of other people's mothers. I know rotas, and what they do to a marriage.
""",
    ),
    "P006": Long(
        "The fields are read by a program, and here it could not tell what was meant. Braces and "
        "brackets have a meaning of their own, so the gaps of a form have to be filled in whole, "
        "with their braces.",
        "headline: {{what you did, in one sentence}}",
        "headline: Ran a home-care company and passed it to the people who work there",
    ),
    "P007": Long(
        "How far a line is indented says what it belongs to. A tab is as wide as each editor "
        "likes, so two people would see two different files. Blanks look the same to everybody.",
        "languages:\n\ten: native",
        "languages:\n  en: native",
    ),
    "P008": Long(
        "One of the two would be left out without a word, and nobody could say which. Only you "
        "know which one is true.",
        """
headline: Ran a home-care company
headline: Passed a home-care company to the people who work there
""",
        "headline: Passed a home-care company to the people who work there",
    ),
    "P009": Long(
        "In files like this one the signs & * and ! at the start of a value are orders to the "
        "program that reads it, to copy a piece from elsewhere, for example. Nobody wants to "
        "give such an order here. Names and headlines have no bold or italics.",
        "headline: *Founder* of three clinics",
        "headline: Founder of three clinics",
    ),
    "P013": Long(
        "The fields hold facts, in a few words each. A story of several paragraphs is read more "
        "gladly, and set better, in the text below the second `---`."
    ),
    "P014": Long(
        "No field holds lists inside lists inside lists, and no text fifty of them. Brackets and "
        "bullets that pile up like this come from a slip while copying.",
        "sectors: [[[[[[[[health]]]]]]]]",
        "sectors: [health]",
    ),
    "P018": Long(
        "Hundreds of lines in a row are a table or a log that was pasted, and one such block keeps "
        "the program busy for minutes. With an empty line here and there it can be read, also by "
        "people."
    ),
    "P130": Long(
        "Everybody's files are judged in one run, and one of them must not hold up the others. No "
        "text that people wrote comes near this limit."
    ),
    "P015": Long(
        "A line of three hyphens starts a new block. Two readers of one file could take two "
        "different blocks for the true one, so there is only one.",
        """
title: A small directory
---
tagline: People who have led and left
…
""",
        """
title: A small directory
tagline: People who have led and left
""",
        "site",
    ),
    "P017": Long(
        "A colon with a blank behind it is what tells a field from its value. A second one in "
        "the same line looks like one more field. Quotes around the text say that it is one "
        "piece, whatever is in it.",
        "headline: Home care: from two nurses to two hundred",
        'headline: "Home care: from two nurses to two hundred"',
    ),
}
