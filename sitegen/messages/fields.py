"""Fields: their names, their values, what they must agree on."""

from __future__ import annotations

from sitegen.messages.message import Message

MESSAGES: dict[str, Message] = {
    "P010": Message("`{field}` is not a field of `{group}`", "the fields here are: {allowed}"),
    "P011": Message("`{field}` is missing in `{group}`", "add it: {example}"),
    "P012": Message("there is no {kind} `{value}` in the vocabulary", "the list is in {where}"),
    "P016": Message("`{field}` should be {expected}", "for example {example}"),
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
    "P032": Message(
        "`{value}` is not a time zone",
        "a region and a large city that has your clock: Africa/Casablanca",
    ),
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
        "the text has {length} characters; it takes {least} to {most}",
        "people read it: a few paragraphs in your own voice",
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
    "P180": Message(
        "the text names a skill that is not listed: {value} (“{quote}”)",
        "if you have done it, add `- {{skill: {example}, level: …}}`; otherwise leave it as it is",
    ),
    "P181": Message(
        "the text says that you have no time yet, and the fields do not (“{quote}”)",
        "matching reads the fields: add `{example}` to availability, or mend the text",
    ),
    "P182": Message(
        "the text says for whom you do not work, and `declines` is empty (“{quote}”)",
        "matching reads the fields: add sectors, silos or a note under `declines`",
    ),
}
