"""Fields: their names, and the values that they take."""

from __future__ import annotations

from sitegen.messages.message import Long

LONG: dict[str, Long] = {
    "P010": Long(
        "The fields are the same for everybody, so that people can be found and compared. A field "
        "that only one file has would be shown nowhere and searched by nobody. Most often it is "
        "a slip of the pen; what fits nowhere goes into `in_my_words` or into your text.",
        "hobbies: [village assemblies]",
        "in_my_words: [village assemblies]",
    ),
    "P011": Long(
        "Few fields are required, and each of them because the page, the search or an agreement "
        "cannot do without it. Everything else may be left out: absent means “not stated”.",
        "consent: {on: 2026-05-02}",
        "consent: {on: 2026-05-02, wording: v1}",
    ),
    "P012": Long(
        "Clients find you by words that everybody here uses in the same way, and matching counts "
        "nothing else. Every word that people really write should lead to one of them; if yours "
        "does not, propose it with the form “A skill is missing”. Your own words have their place "
        "in `in_my_words`.",
        """
skills:
  - {skill: hand-over-file, level: 2}
  - {skill: board-development, level: 1}
  - {skill: public-hearings, level: 2}
""",
        """
skills:
  - {skill: handover-files, level: 2}
  - {skill: board-development, level: 1}
  - {skill: public-hearings, level: 2}
""",
    ),
    "P016": Long(
        "Some fields hold one text, some a list, some a group of smaller fields. The page sets "
        "each of them in its own way, so the form has to be the expected one.",
        "languages: English",
        "languages: {en: native}",
    ),
    "P019": Long(
        "The field exists, and so does what you want to say; it only stands in the wrong place. "
        "Fields that are about one matter stand together in a group.",
        """
status: limited
availability: {days_per_month: 4}
""",
        "availability: {status: limited, days_per_month: 4}",
    ),
    "P020": Long(
        "A file says yes or no, in plain words, so that everybody who reads it sees the same.",
        "listed: true",
        "listed: yes",
    ),
    "P021": Long(
        "Matching compares this number with what a client asks, so it is a number and nothing "
        "else. What you want to say about it has its place in your text.",
        "availability: {status: open, days_per_month: 4 to 6}",
        "availability: {status: open, days_per_month: 4}",
    ),
    "P022": Long(
        "A month has no forty working days and a skill no fifth level. A number outside the range "
        "is nearly always a slip, and a slip here would match you with the wrong work.",
        "availability: {status: open, days_per_month: 40}",
        "availability: {status: open, days_per_month: 4}",
    ),
    "P023": Long(
        "12.10.2026 is a day in October for some of us and in December for others. Year, month, "
        "day is read in the same way everywhere, and sorts by itself.",
        "confirmed: {on: 12.10.2026}",
        "confirmed: {on: 2026-10-12}",
    ),
    "P024": Long(
        "This text stands in lists, beside forty others, and on a phone. What is longer would be "
        "cut by a machine; you cut better. The rest belongs below the second `---`.",
        "headline: Ran a home-care company in three towns for twelve years, through two changes of "
        "the law and a long strike, and passed it on",
        "headline: Ran a home-care company and passed it to the people who work there",
    ),
    "P025": Long(
        "An empty field says neither yes nor no. If there is nothing to say, leave the line out: "
        "absent means “not stated”, and nobody holds that against you.",
        "headline:",
        "headline: Ran a home-care company and passed it to the people who work there",
    ),
    "P026": Long(
        "Somebody who can do forty things is found by nobody. A short list tells a client what "
        "you want to be asked for.",
        "engagement: {motivations: [craft, calm, water, seeds, schools, elders]}",
        "engagement: {motivations: [craft, calm, water, seeds, elders]}",
    ),
    "P027": Long(
        "With one or two entries nobody can see what makes you different, and matching has little "
        "to go by. You have led an organisation: there is more.",
        """
skills:
  - {skill: handover-files, level: 2}
  - {skill: board-development, level: 1}
""",
        """
skills:
  - {skill: handover-files, level: 2}
  - {skill: board-development, level: 1}
  - {skill: public-hearings, level: 2}
""",
    ),
    "P028": Long(
        "This field takes one word of a short list, because the search and the matching go by "
        "it. Every word of the list means something definite; choose the nearest.",
        "availability: {status: available}",
        "availability: {status: open}",
    ),
    "P029": Long(
        "A link is tested, shown and followed by strangers. It starts with https://, so that "
        "nobody on the way can change the page, and it gives away no password.",
        "links: [{label: Talk on leaving, url: www.talks.example/leaving}]",
        'links: [{label: Talk on leaving, url: "https://www.talks.example/leaving"}]',
    ),
    "P030": Long(
        "Countries have a name in every language; the code of two letters is the same for all, "
        "and the page shows it in the reader's own language.",
        "based_in: {country: Morocco, city: Rabat}",
        "based_in: {country: MA, city: Rabat}",
    ),
    "P031": Long(
        "Languages have a name in every language; the code is the same for all, and the page "
        "shows it in the reader's own. Most have two letters, the others three.",
        "languages: {English: native}",
        "languages: {en: native}",
    ),
    "P032": Long(
        "A time zone carries the name of a city because its rules change: summer time, new laws. "
        "Letters such as CET or a number of hours would be wrong for half of the year.",
        "based_in: {country: GB, timezone: London}",
        "based_in: {country: GB, timezone: Europe/London}",
    ),
    "P033": Long(
        "$ is the sign of more than twenty currencies. The code of three letters says which, and "
        "lets a rate be compared with a budget.",
        "engagement: {day_rate: {min: 450, currency: €}}",
        "engagement: {day_rate: {min: 450, currency: EUR}}",
    ),
    "P034": Long(
        "The name of a file becomes the address of a page. Addresses are read out on the phone "
        "and typed by hand, so they hold small letters, digits and hyphens. A person is named by "
        "the name of their file.",
        "by: Leila Haddad",
        "by: leila-haddad",
        "story",
    ),
    "P039": Long(
        "In some countries a comma parts the whole from the fraction, in others it parts the "
        "thousands. A point is read in the same way by every program.",
        'currencies: {on: 2026-11-02, base: EUR, rates: {USD: "1,08"}}',
        "currencies: {on: 2026-11-02, base: EUR, rates: {USD: 1.08}}",
        "site",
    ),
    "P180": Long(
        "Matching counts the skills that you list, and what only your text tells counts less. "
        "People forget to list what they do every day. If the sentence is about somebody else, "
        "or you would rather not do it again, leave everything as it is: this stops nothing.",
        "headline: Taught co-op governance to nurses in three towns",
        """
headline: Taught co-op governance to nurses in three towns
skills:
  - {skill: handover-files, level: 2}
  - {skill: cooperative-governance, level: 2}
  - {skill: public-hearings, level: 2}
""",
    ),
    "P181": Long(
        "Nobody guesses from your text when you are free. A client who finds you by the fields "
        "asks you now, and you have to say no.",
        """
---
…
---
Twelve years of other people's mothers. I am booked until March 2062.
""",
        """
---
availability: {status: limited, from: 2062-03-01}
…
---
Twelve years of other people's mothers. I am booked until March 2062.
""",
    ),
    "P182": Long(
        "A sentence keeps no assignment away from you: matching reads the fields. Name sectors "
        "or kinds of client there; what they cannot say has its place in the note.",
        """
---
…
---
Twelve years of other people's mothers. I do not work for tobacco companies.
""",
        """
---
declines: {note: No tobacco.}
…
---
Twelve years of other people's mothers. I do not work for tobacco companies.
""",
    ),
}
