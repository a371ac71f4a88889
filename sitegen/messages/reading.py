"""A file that cannot be read, and why: what YAML does to people."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P001": Message("this file is not UTF-8 text", "save it again with the encoding UTF-8"),
    "P002": Message("this file is larger than {limit}", "make it smaller"),
    "P003": Message("a hidden character stands here: {found}", "delete it and type the text anew"),
    "P004": Message(
        "the first line is not `---`",
        "a file starts with three hyphens on a line of their own, its fields, and `---` again",
    ),
    "P005": Message(
        "the second `---` is missing, so the fields never end",
        "put a line with only three hyphens between the fields and your text",
    ),
    "P006": Message(
        "this line cannot be read: {detail}",
        'look for a missing bracket or quote here or just above; a field is `name: "text"`',
    ),
    "P007": Message("this line is indented with a tab", "put spaces in place of the tab"),
    "P008": Message("`{field}` stands twice; it was first on line {line}", "keep one of them"),
    "P009": Message(
        "`{found}` at the start of a value is a shortcut that is not allowed here",
        'write the value out; text that starts with & * or ! needs double quotes: "{found} …"',
    ),
    "P013": Message("the fields take more than {limit} kB", "move text below the second `---`"),
    "P014": Message(
        "brackets or lists are nested more than {limit} deep", "nothing here needs that"
    ),
    "P015": Message("a second block of fields starts here", "keep one block in each file"),
    "P017": Message(
        "the text of `{field}` holds a colon, which starts a new field",
        "put the whole text in double quotes: {example}",
    ),
    "P018": Message(
        "more than {limit} lines follow here without an empty one",
        "put an empty line between paragraphs, and between the parts of a long list",
    ),
    "P100": Message(
        "the comma before `{found}` ends the text of `{field}`",
        "put the whole text in double quotes: {example}",
    ),
    "P101": Message(
        "`{found}` has no colon",
        "a field is `name: value`; your own text stands below the second `---`",
    ),
    "P102": Message(
        "the bracket `{found}` that opens here is not closed, or a comma is missing inside",
        "count the brackets, and put a comma between the entries",
    ),
    "P103": Message(
        "the text of `{field}` holds a colon, or a comma is missing before `{found}:`",
        "put the whole text in double quotes, or add the comma: {example}",
    ),
    "P104": Message(
        "the text that starts here with `{found}` never ends", "add the closing `{found}`"
    ),
    "P105": Message(
        "`{found}` stands behind the closing `{before}`",
        "remove it, or write “ and ” for quotes inside a text: {example}",
    ),
    "P106": Message(
        "this line starts in another column than its neighbours",
        "the fields of one group start in the same column; count the spaces",
    ),
    "P107": Message(
        "a value cannot start with `{found}`", 'put the whole text in double quotes: "{found} …"'
    ),
    "P108": Message("a value is missing before `{found}`", "add it, or remove the `{found}`"),
    "P109": Message(
        "a list with hyphens cannot start on the line of its field",
        "put each entry on its own line below, or write [first, second]",
    ),
    "P110": Message(
        "`{found}` has no meaning inside double quotes",
        "write two backslashes, or put the text in single quotes",
    ),
    "P111": Message("a blank is missing after the colon of `{found}`", "write: {example}"),
    "P112": Message(
        "`{found}` would be left out of `{field}`: # starts a note to oneself",
        "put the whole text in double quotes: {example}; for a note, put two blanks before the # "
        "and one after",
    ),
    "P113": Message(
        "the file is a list, and fields were expected",
        "write each field on a line of its own, with no hyphen in front",
    ),
    "P114": Message(
        "the file holds fields, and a list was expected",
        "start each check with a hyphen: - {{label: identity, by: Vetting circle, on: 2026-11-01}}",
    ),
    "P117": Message(
        "`{found}` stands where three hyphens belong",
        "write `---` there and nothing else, from the first column on; word processors make long "
        "dashes of hyphens",
    ),
    "P118": Message(
        "the curly quotes {found} become part of `{field}`",
        "write straight quotes: {example}; if they are meant, put straight ones around them",
    ),
    "P119": Message(
        "the curly quote {found} does not hold a text together", "write straight quotes: {example}"
    ),
    "P120": Message(
        "`{found}` is left out of `{field}`: # starts a note to oneself",
        "put the whole text in double quotes: {example}; for a note, put two blanks before the #",
    ),
    "P121": Message(
        "the text holds the field `{field}`; it is published as text and counts for nothing",
        "move it up, between the two lines `---`: {example}",
    ),
    "P122": Message(
        "the first line is not `---`; it stands on line {line}",
        "delete what stands above it",
    ),
    "P123": Message(
        "`{found}` makes no list here", "start each entry with a hyphen and a blank: {example}"
    ),
    "P124": Message(
        "the blank here is a {found}, which counts as a letter",
        "delete it and type a plain blank",
    ),
    "P125": Message(
        "`{found}` looks like a sign of the keyboard and is another",
        "write the plain one: {example}; inside a text, put the text in double quotes",
    ),
    "P126": Message("`{found}` stands where a colon belongs", "write: {example}"),
    "P127": Message("the `{found}` at the end becomes part of `{field}`", "delete it: {example}"),
    "P128": Message(
        "the apostrophe here ends the text, which stands in single quotes",
        "put the text in double quotes: {example}",
    ),
    "P130": Message(
        "this file takes more than {seconds} s of the processor or {memory} of memory to read",
        "look for a sign or a line that repeats very often, and take it out",
    ),
}
