"""The form of an attack, and how it is laid into a site."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

INERT = "inert"
# Files of the content and where a payload goes in them; what the row replaces is JSON, which
# YAML reads too, so that a payload arrives as it is.
_PROFILE = """---
name: {name}
headline: {headline}
based_in: {{country: MA, city: {city}}}
languages: {{en: native}}
skills:
  - {{skill: handover-files, level: 2, evidence: {evidence}}}
  - {{skill: board-development, level: 1}}
  - {{skill: public-hearings, level: 2}}
in_my_words: [{word}]
sectors: [health]
ventures:
  - {{name: {venture}, role: {role}, from: 1998, to: 2014, outcome: left, url: {venture url}}}
availability: {{status: open}}
declines: {{note: {note}}}
interests: [{{name: {interest}}}]
guidance: {{offers: [stepping-down], wish_i_had_known: {wish}}}
links: [{{label: {label}, url: {url}}}]
{more}consent: {{on: 2026-05-02, wording: v1}}
confirmed: {{on: 2026-09-30}}
---
{body}
"""
_ASSIGNMENT = """---
title: {title}
client: {{name: {client}, silo: ngo, country: NL, url: {client url}, consent: yes}}
posted: 2026-11-01
deadline: 2027-01-15
status: open
skills: {{required: [{{skill: succession-planning, level: 1}}]}}
work: {{mode: remote}}
deliverables: [{deliverable}]
reports_to: {reports to}
terms_of_reference: {terms}
---
{brief}
"""
_PAGE = "---\ntitle: {page title}\nlede: {lede}\n---\n{page}\n"
_STORY = "---\ntitle: {story title}\nsummary: {summary}\non: 2026-04-01\n---\n{story}\n"
_FORMS = {
    "profiles": _PROFILE,
    "assignments": _ASSIGNMENT,
    "pages": _PAGE,
    "stories": _STORY,
}
_TEXTS = ("body", "brief", "page", "story")
_PROSE = "I have done this for twenty years, and I say it as plainly as I can."
_VALUES = {
    "headline": "Ran a clinic and passed it on",
    "city": "Rabat",
    "evidence": "Wrote 12 files.",
    "word": "rotas",
    "venture": "Clinic",
    "role": "founder",
    "venture url": "https://clinic.example/",
    "note": "No casinos.",
    "interest": "Example Board",
    "wish": "The first year is long.",
    "label": "Talk",
    "url": "https://talks.example/",
    "client": "Example Foundation",
    "client url": "https://foundation.example/",
    "deliverable": "A plan",
    "reports to": "a director",
    "terms": "https://foundation.example/terms",
    "lede": "A page.",
    "summary": "A story.",
}
# Names far apart: near names are asked about, and nothing here is about that.
_SYLLABLES = ("ba", "co", "di", "fu", "ge", "ho", "ji", "ku", "le", "mo", "na", "pi", "ro", "su")


@dataclass(frozen=True)
class Attack:
    """One row: its class, a name, the place of the payload, the payload, the code or INERT.

    The place is a field, a text (body, brief, page, story), or one of: `front` (lines of front
    matter), `profile` (a whole file), `path` (the path of a file that is fine in itself),
    `link` (a path that leads elsewhere), `pipe`, `photo` (bytes beside a profile).
    """

    kind: str
    name: str
    place: str
    payload: str | bytes
    outcome: str


def path_of(attack: Attack, number: int) -> str:
    """The file that an attack is laid into, from the folder of the content."""
    if attack.place in ("path", "link", "pipe"):
        return str(attack.payload)
    if attack.place == "photo":
        return f"profiles/attack-{number:03}.jpg"
    key = f"{{{attack.place}}}"
    folder = next((name for name, form in _FORMS.items() if key in form), "profiles")
    return f"{folder}/attack-{number:03}.md"


def lay(attack: Attack, number: int, content: Path) -> None:
    """Write the files of an attack."""
    path = content / path_of(attack, number)
    path.parent.mkdir(parents=True, exist_ok=True)
    if attack.place == "link":
        path.symlink_to("/etc/passwd")
    elif attack.place == "pipe":
        os.mkfifo(path)
    elif attack.place == "profile":
        raw = attack.payload
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass"))
    elif attack.place == "photo":
        assert isinstance(attack.payload, bytes)
        path.write_bytes(attack.payload)
        path.with_suffix(".md").write_bytes(written(attack, number))
    else:
        path.write_bytes(written(attack, number))


def written(attack: Attack, number: int) -> bytes:
    """The file with the payload in its place."""
    key = f"{{{attack.place}}}"
    form = next((form for form in _FORMS.values() if key in form), _PROFILE)
    filled = {name: json.dumps(value, ensure_ascii=False) for name, value in _VALUES.items()}
    for field in ("name", "title", "page title", "story title"):
        filled[field] = json.dumps(_name(number))
    filled |= dict.fromkeys(_TEXTS, _PROSE)
    filled["more"] = ""
    payload = attack.payload if isinstance(attack.payload, str) else ""
    if attack.place == "front":
        filled["more"] = payload + "\n"
    elif attack.place in _TEXTS:
        filled[attack.place] = f"{_PROSE}\n\n{payload}"
    elif attack.place in filled:
        filled[attack.place] = _quoted(payload)
    return form.format_map(filled).encode("utf-8", "surrogatepass")


def _quoted(text: str) -> str:
    """In double quotes, with what cannot be seen as an escape of YAML; joiners stay raw."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        sign if sign.isprintable() or sign in "\u200c\u200d" else f"\\u{ord(sign):04x}"
        for sign in quoted
    )


def _name(number: int) -> str:
    digits = [number % 14, number // 14 % 14, number * 5 % 14, number * 11 // 3 % 14]
    return "".join(_SYLLABLES[digit] for digit in digits).title() + f" {chr(65 + number % 26)}."
