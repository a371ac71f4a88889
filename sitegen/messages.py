"""Every sentence the program says about content and settings, by code.

The text says what was found; the hint says what to write instead. Both are English
message ids: `sitegen.i18n` turns them into the reader's language. Codes never change
their meaning; a retired code is not used again. P0xx: reading a file · P01x-P04x: fields ·
P05x: files and folders · P06x: private data · P07x-P08x: across files · P09x: the output ·
P10x-P11x: a line that cannot be read, and why · S0xx: `sitegen.faults`.
"""

from __future__ import annotations

from typing import NamedTuple


def phrase(message: str) -> str:
    """Mark a message id that stands in a table or a parameter, so that `make messages` finds it."""
    return message


class Message(NamedTuple):
    """What was found, and what to do about it (may be empty)."""

    text: str
    hint: str = ""


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
    "P010": Message("`{field}` is not a field of `{group}`", "the fields here are: {allowed}"),
    "P011": Message("`{field}` is missing in `{group}`", "add it: {example}"),
    "P012": Message("there is no {kind} `{value}` in the vocabulary", "the list is in {where}"),
    "P013": Message("the fields take more than {limit} kB", "move text below the second `---`"),
    "P014": Message("brackets are nested more than {limit} deep", "no field needs that"),
    "P015": Message("a second block of fields starts here", "keep one block in each file"),
    "P016": Message("`{field}` should be {expected}", "for example {example}"),
    "P017": Message(
        "the text of `{field}` holds a colon, which starts a new field",
        'put the whole text in double quotes: {field}: "…"',
    ),
    "P019": Message("`{field}` belongs to `{owner}`, not to `{group}`", "move it: {example}"),
    "P020": Message(
        "`{field}` is `{value}`; it can be yes or no", "write {field}: yes, or {field}: no"
    ),
    "P021": Message(
        "`{field}` is `{value}`, which is not a whole number", "write digits only: {field}: 3"
    ),
    "P022": Message(
        "`{field}` is {value}; it can be from {least} to {most}",
        "choose a number in that range",
    ),
    "P023": Message(
        "`{field}` is `{value}`, which is not a date", "write year-month-day: {field}: 2026-11-23"
    ),
    "P024": Message(
        "`{field}` is {length} characters long; the limit is {most}", "shorten it by {over}"
    ),
    "P025": Message("`{field}` is empty", "write its value, or delete it"),
    "P026": Message("`{field}` has {count} entries; the limit is {most}", "keep the strongest"),
    "P027": Message("`{field}` has {count} entries; it needs at least {least}", "add more"),
    "P028": Message("`{field}` is `{value}`", "it can be: {allowed}"),
    "P029": Message(
        "`{field}` is `{value}`, which is not a web address we can publish",
        "it starts with https:// and holds no user name and no blank",
    ),
    "P030": Message(
        "`{value}` is not a country code", "two capital letters: MA is Morocco, KE Kenya"
    ),
    "P031": Message(
        "`{value}` is not a language code", "two or three small letters: fr is French, sw Swahili"
    ),
    "P032": Message("`{value}` is not a time zone", "for example Africa/Casablanca"),
    "P033": Message("`{value}` is not a currency code", "three capital letters: EUR, KES, MAD"),
    "P034": Message(
        "`{value}` cannot stand in an address of this site",
        "small letters a-z, digits and single hyphens, at most 64 characters",
    ),
    "P035": Message(
        "level {level} needs evidence",
        'add what you did, with a number or a result: evidence: "Prepared three successors …"',
    ),
    "P036": Message(
        "`{value}` stands twice in `{field}`, first on line {line}", "keep one of them"
    ),
    "P037": Message("`{first}` is larger than `{second}`", "correct one of the two"),
    "P038": Message("`{first}` comes after `{second}`", "correct one of the two dates"),
    "P039": Message(
        "`{field}` is `{value}`, which is not a number", "write digits with a point: {field}: 1.08"
    ),
    "P040": Message(
        "`seeks` makes public that you look for guidance",
        "delete `seeks`, or add `seeking_in_public: yes` if that is what you want",
    ),
    "P041": Message(
        "`based_in` needs a country or a region, and not both",
        "based_in: {{country: MA, city: Rabat}} or {{region: northern-africa}}",
    ),
    "P042": Message(
        "a client is either named or anonymous", "give `name`, or `anonymous: yes`, not both"
    ),
    "P043": Message(
        "a budget is either a day rate with its currency, or pro bono with a reason",
        'budget: {{max_day_rate: 600, currency: EUR}} or {{pro_bono: yes, reason: "…"}}',
    ),
    "P044": Message(
        "an assignment that is {status} needs `outcome`",
        'add what came of it: outcome: {{on: 2026-11-01, result: "…"}}',
    ),
    "P045": Message(
        "`{field}` is only for an assignment that is {allowed}", "remove it, or correct `status`"
    ),
    "P046": Message(
        "the text below the second `---` has {length} characters; it takes {least} to {most}",
        "the text is read by people: a few paragraphs in your own voice",
    ),
    "P047": Message(
        "a link leads to `{value}`, which is not allowed",
        "a link starts with https://, or with / for a page of this site",
    ),
    "P048": Message(
        "`preparing` would tell the world that you mean to leave",
        "it belongs in the private folder only; use in-it or through-it, or leave it out",
    ),
    "P049": Message("`{field}` needs {other}", "add it: {example}"),
    "P050": Message(
        "this file name cannot be an address",
        "use small letters a-z, digits and single hyphens: amina-diallo.md",
    ),
    "P051": Message("this does not belong here", "{allowed}"),
    "P052": Message("this is a link or a special file", "put the file itself here"),
    "P053": Message("the name `{value}` is kept for a page of the site", "choose another name"),
    "P054": Message("this person has a photo already: {first}", "keep one of them"),
    "P056": Message("this photo belongs to no profile", "name it like the profile: {example}"),
    "P057": Message("this photo cannot be used: {detail}", "save it as JPEG, PNG or WebP"),
    "P060": Message(
        "an e-mail address stands in `{field}`",
        "remove it: files are public for ever; clients reach you through the directory",
    ),
    "P061": Message(
        "a phone number stands in `{field}`",
        "remove it: files are public for ever; clients reach you through the directory",
    ),
    "P062": Message(
        "a date of birth stands in `{field}`", "remove it: nobody needs it to work with you"
    ),
    "P070": Message("there is no {kind} `{value}`", "{example}"),
    "P071": Message(
        "`{value}` is named as a member, but has not agreed to be named",
        "add `{value}: yes` under outcome.consent once they agreed",
    ),
    "P073": Message("nobody vets themselves", "`by` is a role or an organisation"),
    "P074": Message(
        "this file says what was checked about `{value}`, but there is no such profile",
        "name it like the profile: profiles/amina-diallo.md has vetting/amina-diallo.yml",
    ),
    "P075": Message("the wording `{value}` of the consent is not in site.yml", "it has: {allowed}"),
    "P076": Message("`{value}` is in no team, but the outcome names them", "add them to members"),
    "P080": Message(
        "this name is very like that of {other}", "if it is one person, keep one of the files"
    ),
    "P081": Message("the weights add up to {sum}, not to 100", "change them until they do"),
    "P082": Message("`{value}` means both `{first}` and `{second}`", "keep it with one of them"),
    "P083": Message(
        "the parent of `{value}` has a parent itself", "there are two levels; name the upper one"
    ),
    "P084": Message("`{field}` is required when `{other}`", "add it to site.yml"),
    "P085": Message("the list has {count} entries; it needs exactly {most}", "each has its place"),
    "P090": Message("the page {page} links to `{value}`, which does not exist", "{hint}"),
    "P091": Message("two files would be written to {value}: {first} and {second}", "rename one"),
    "P100": Message(
        "the comma before `{found}` ends the text of `{field}`",
        'put the whole text in double quotes: {field}: "…"',
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
        'put the whole text in double quotes, {field}: "…", or add the comma',
    ),
    "P104": Message(
        "the text that starts here with `{found}` never ends", "add the closing `{found}`"
    ),
    "P105": Message(
        "`{found}` stands behind the closing `{before}`",
        "remove it; inside a text write “ and ” for quotes and ’ for an apostrophe",
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
        "`{found}` would be left out: # starts a note to oneself",
        "put the whole text in double quotes; for a note, put a blank after the #",
    ),
    "P113": Message(
        "the file is a list, and fields were expected",
        "write each field on a line of its own, with no hyphen in front",
    ),
    "P114": Message(
        "the file holds fields, and a list was expected",
        "start each check with a hyphen: - {{label: identity, by: Vetting circle, on: 2026-11-01}}",
    ),
    "P092": Message(
        "a link leads to `{value}`, which is no page of this site", "correct it or take it out"
    ),
    "P115": Message(
        "a named client has not agreed to be named",
        "add `consent: yes` once they agreed, or write `anonymous: yes` in place of the name",
    ),
    "P116": Message(
        "`{field}` is {value}, which is still to come", "write the day on which it was done"
    ),
}
