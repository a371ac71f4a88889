"""What must never stand in a public file: e-mail addresses, phone numbers, dates of birth.

git remembers for ever, so these are refused before anything is published, wherever they stand.
Numbers are a trap both ways: a candidate counts as a phone number only by its digits, so that
years, dates, amounts and ISBNs pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen import markup
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Node, Source
from sitegen.messages import phrase

_AT = r"(?:\s?[@＠]\s?|\s?[(\[]\s?at\s?[)\]]\s?)"
_DOT = r"(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)"
_EMAIL = re.compile(
    rf"(?<![\w.+@-])[\w.+-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,6}}[^\W\d_]{{2,24}}"
    r"|\b[\w.+-]{1,64} at [\w-]{1,63} dot (?:com|org|net|info)\b",
    re.I,
)
_FREE = r"(?<![\w.,/=+-])"
_PHONE = re.compile(
    rf"{_FREE}(?:\+|00)[ (]{{0,2}}[1-9][\d ()./\u2011-]{{6,24}}\d(?![\w%])"
    rf"|{_FREE}(?:\(0\) ?\d{{1,10}}|\(?0\d{{1,10}}\)?)(?:[ ./-]\d{{2,9}}){{0,6}}(?![\w%])"
    rf"|{_FREE}(?:\(\d{{3}}\) ?|\d{{3}}[-.])\d{{3}}[-.]\d{{4}}(?![\w%-])"
    r"|\b(?:tel|telephone|phone|mobile|cell|whatsapp|signal|call me(?: on)?)\b[.: ]{1,3}"
    r"\+?\d[\d ()./-]{5,20}\d(?![\w%])",
    re.I,
)
_CHAT = re.compile(r"https?://(?:wa\.me|api\.whatsapp\.com|t\.me)/\S{0,40}?\d{8}", re.I)
_LEAST_DIGITS = {"+": 8, "00": 10, "0": 9, "(": 9}
_MOST_DIGITS = 15
_AMOUNT = re.compile(r"\+?\d{1,2}(?:[ .]\d{3}){2}")
_YEARS = re.compile(r"(?:19|20)\d\d ?[ ./-] ?(?:19|20)\d\d")

_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
_MONTH = r"(?:\d{1,2}|(?:of |de |d')?[^\W\d_]{3,10}\.?)"
_DATE = (
    rf"(?:{_DAY}[ ./-]{{0,2}}{_MONTH}(?:, |[ ./-]| de )\d{{4}}"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|[^\W\d_]{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
# An organisation may say when it was born; a person's pronoun or a bare "born" gives one away.
_BORN = r"(?:\b(?:I|he|she|who)(?: was|'s| am) |(?<!was )(?<!were ))\bborn(?: on)?"
_BIRTH = re.compile(
    rf"(?:{_BORN}|\bdate of birth|\bbirth ?da(?:te|y)(?: is)?|\bd\.?o\.?b\.?"
    rf"|\bnée? le|\bnacid[oa] el|\bnascid[oa] em|\bgeboren am)[ :,]{{1,3}}(?:the )?{_DATE}",
    re.I,
)
_URL = re.compile(r"https?://\S+")
_ISBN = re.compile(r"\b97[89][ -]?(?:\d[ -]?){9}[\dX]\b")


_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_MARKED = re.compile(r"[&*_`\\<\[]")
_BIRTH_WORD = re.compile(r"born|birth|d\.?o\.?b|née? le|nacid|nascid|geboren", re.I)
# Nothing below can match a text with neither of these; most texts have neither.
_MAYBE = re.compile(r"[@＠]|\bat\b|(?:\d\D*){4}", re.I)


def found_in(text: str) -> Iterator[tuple[str, int]]:
    """Codes of what must not stand in a text, with the offset of each."""
    if not _MAYBE.search(text):
        return
    plain = _FOREIGN_DIGIT.sub(lambda match: str(int(match[0])), text)
    bare = _URL.sub(_blank, _ISBN.sub(_blank, plain))
    yield from (("P060", match.start()) for match in _EMAIL.finditer(bare))
    yield from (("P061", match.start()) for match in _CHAT.finditer(plain))
    for match in _PHONE.finditer(bare):
        if _is_phone(match[0]):
            yield "P061", match.start()
    if _BIRTH_WORD.search(bare):
        yield from (("P062", match.start()) for match in _BIRTH.finditer(bare))


def _blank(match: re.Match[str]) -> str:
    """Long numbers in addresses of pages and books, gone, length kept; user names stay."""
    return match[0] if "@" in match[0] else "\x00" * len(match[0])


def _is_phone(found: str) -> bool:
    number = found.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.: ").strip()
    if _AMOUNT.fullmatch(number) or _YEARS.fullmatch(number):
        return False
    start = next((start for start in _LEAST_DIGITS if number.startswith(start)), "")
    digits = sum(character.isdigit() for character in number)
    return _LEAST_DIGITS.get(start, 7) <= digits <= _MOST_DIGITS


def private_problems(source: Source) -> Iterator[Problem]:
    """Every private detail in the fields and the text of a file."""
    for loc, value in _texts(source.data, ()):
        names = [str(part) for part in loc if isinstance(part, str)]
        for code, _ in found_in(value):
            yield Problem(source.path, source.place(loc), code, {"field": names[-1]})
    found = list(found_in(source.body))
    # What emphasis or entities hide in the source is whole again on the page.
    if _MARKED.search(source.body):
        shown = {code for code, _ in found_in(markup.plain(source.body))}
        for code in sorted(shown - {code for code, _ in found}):
            yield Problem(
                source.path, Place(source.body_line, 1), code, {"field": phrase("the text")}
            )
    for code, offset in found:
        before = source.body[:offset]
        line = source.body_line + before.count("\n")
        column = offset - (before.rfind("\n") + 1) + 1
        yield Problem(source.path, Place(line, column), code, {"field": phrase("the text")})


def _texts(node: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text in nested data; keys count as text too, since anybody can type one."""
    waiting: list[tuple[Loc, Node | object]] = [(loc, node)]
    while waiting:
        at, found = waiting.pop()
        if isinstance(found, str):
            yield at, found
        elif isinstance(found, list):
            waiting += [((*at, index), value) for index, value in enumerate(found)]
        elif isinstance(found, dict):
            for key, value in found.items():
                yield (*at, key), key
                waiting.append(((*at, key), value))
