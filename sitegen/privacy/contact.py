"""E-mail addresses and phone numbers.

Numbers are a trap both ways: a candidate counts as a phone number only by its digits, so that
years, dates, amounts and ISBNs pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.privacy.lines import lines_with

_AT = r"(?:\s?[@＠]\s?|\s?[(\[{]\s?(?:at|arroba|arobase|chez)\s?[)\]}]\s?|(?-i: AT ))"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|punto|point)\s?[)\]}]\s?|(?-i: DOT ))"
EMAIL = re.compile(
    rf"(?<![\w.+@-])[\w.+-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,6}}[^\W\d_]{{2,24}}"
    r"|\b[\w.+-]{1,64} at [\w-]{1,63} dot (?:com|org|net|info)\b",
    re.I,
)
_FREE = r"(?<![\w.,/=+-])"
PHONE = re.compile(
    rf"{_FREE}(?:\+|00)[ (]{{0,2}}[1-9][\d ()./\u2011-]{{6,24}}\d(?![\w%])"
    rf"|{_FREE}(?:\(0\) ?\d{{1,10}}|\(?0\d{{1,10}}\)?)(?:[ ./-]\d{{2,9}}){{0,6}}(?![\w%])"
    rf"|{_FREE}(?:\(\d{{3}}\) ?|\d{{3}}[-.])\d{{3}}[-.]\d{{4}}(?![\w%-])"
    r"|\b1[-. ]\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\w%-])"
    r"|\b\d[\d ./-]{6,20}\d(?= ?\((?:whatsapp|signal|mobile|tel|phone)\b)"
    r"|\b(?:t[ée]l|tel[ée]fono?|t[ée]l[ée]phone|phone|mobile|cell|whatsapp|signal|call me(?: on)?)"
    r"\b[.: ]{1,3}"
    r"\+?\d[\d ()./-]{5,20}\d(?![\w%])",
    re.I,
)
# How an address may be written without its sign; looking for these first is many times as fast.
_BRACKETED_AT = re.compile(r"[(\[{]\s?(?:at|arroba|arobase|chez)\s?[)\]}]", re.I)
# No number goes on beyond a line, and none has fewer digits.
_MAYBE_PHONE = re.compile(r"\d(?:\D{0,24}\d){6}")
CHAT = re.compile(r"(?:https?://|\b)(?:wa\.me|api\.whatsapp\.com|t\.me)/\S{0,40}?\d{8}", re.I)
LEAST_DIGITS = {"+": 8, "00": 10, "0": 9, "(": 9}
MOST_DIGITS = 15
AMOUNT = re.compile(r"\+?\d{1,2}(?:[ .]\d{3}){2}")
YEARS = re.compile(r"(?:19|20)\d\d ?[ ./-] ?(?:19|20)\d\d")


def emails(text: str) -> Iterator[int]:
    """Where e-mail addresses start."""
    if may_hold_email(text):
        yield from (match.start() for match in EMAIL.finditer(text))


def may_hold_email(text: str) -> bool:
    """Whether a text has any sign of an address: without one there is none."""
    return (
        any(sign in text for sign in ("@", "＠", " AT "))
        or " dot " in text.lower()
        or bool(_BRACKETED_AT.search(text))
    )


def phones(plain: str, bare: str) -> Iterator[int]:
    """Where phone numbers start; `bare` is the text without addresses of pages and books."""
    lines = lines_with(_MAYBE_PHONE, plain)
    if CHAT.search(lines):
        yield from (match.start() for match in CHAT.finditer(plain))
    if any(map(_is_phone, PHONE.findall(lines if plain == bare else bare))):
        yield from (match.start() for match in PHONE.finditer(bare) if _is_phone(match[0]))


def _is_phone(found: str) -> bool:
    number = found.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.: ").strip()
    if AMOUNT.fullmatch(number) or YEARS.fullmatch(number):
        return False
    start = next((start for start in LEAST_DIGITS if number.startswith(start)), "")
    digits = sum(character.isdigit() for character in number)
    return LEAST_DIGITS.get(start, 7) <= digits <= MOST_DIGITS
