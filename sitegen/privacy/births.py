"""Dates of birth: a day, a month and a year behind a word for being born.

A year alone passes, and so does a month with its year: "born in 1961 in Dakar" dates a story; the
full date opens accounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.privacy.lines import lines_with

_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_MONTH = r"(?:\d{1,2}|(?:of |de |d')?[^\W\d_]{3,10}\.?)"
_DATE = (
    rf"(?:{_DAY}[ ./-]{{0,2}}{_MONTH}(?:, |[ ./-]| de )\d{{4}}"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|[^\W\d_]{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_PLACE = r"(?: (?:in|at|à|en|em|a|in) [^\W\d_][^\W\d_' -]{0,40}?,?)?"
# An organisation may say when it was born; a person's pronoun or a bare "born" gives one away.
_BORN = rf"(?:\b(?:I|he|she|who)(?: was|'s| am) |(?<!was )(?<!were ))\bborn{_PLACE}(?: on)?"
_LABELS = (
    r"\bdate of birth|\bbirth ?da(?:te|y)(?: is)?|\bd\.?o\.?b\.?|\bdate de naissance|\bfecha de "
    r"nacimiento|\bdata (?:di nascita|de nascimento|urodzenia)|\bGeburts(?:datum|tag)"
    r"|дата рождения|تاريخ الميلاد|\btarehe ya kuzaliwa"
)
_VERBS = (
    rf"\bn(?:ée?|é\(e\)){_PLACE} le|\bnac(?:id[oa]|[ií]){_PLACE} el|\bnascid[oa]{_PLACE} em"
    rf"|\bnat[oa]{_PLACE} il|\bgeb(?:oren|\.)(?: am)?{_PLACE}(?: am)?|\bur\.|родил(?:ся|ась)"
    r"|рожд\.|من مواليد|ولدت في|\bb\."
)
BIRTH = re.compile(rf"(?:{_BORN}|{_LABELS}|{_VERBS})[ :,]{{1,3}}(?:the )?{_DATE}", re.I)
# Nothing is found in a text with none of these; most texts have none.
BIRTH_WORDS = (
    "born", "birth", "dob", "d.o.b", "né ", "née ", "né(e)", "ne(e)", "nacid", "naci ", "nací ",
    "nascid", "nata ", "nato ", "geb", "ur.", "рожд", "родил", "ميلاد", "ولدت", "مواليد",
    "kuzaliwa", "b. ", "naissance", "nacimiento", "nascita", "nascimento", "urodzenia",
)  # fmt: skip


# Whatever is a date has one of these, and goes on beyond no line.
_MAYBE_DATE = re.compile(r"\d\D{1,24}\d{4}|\d{4}[./-]\d")


def births(text: str) -> Iterator[int]:
    """Where dates of birth start."""
    folded = text.lower()
    if any(word in folded for word in BIRTH_WORDS) and BIRTH.search(lines_with(_MAYBE_DATE, text)):
        yield from (match.start() for match in BIRTH.finditer(text))
