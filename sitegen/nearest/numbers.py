"""Numbers, years, yes and no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.nearest.spelling import choices, plain_digits
from sitegen.terms import fold

_YES = (
    "true", "y", "on", "1", "oui", "si", "sim", "ja", "da", "hai", "evet", "ndiyo", "tak", "vrai",
    "✓", "✔", "x", "نعم", "да", "はい", "是", "हां",
)  # fmt: skip
_NO = (
    "false", "n", "off", "0", "non", "nao", "nein", "nee", "net", "nie", "hayir", "hapana", "faux",
    "لا", "нет", "いいえ", "否", "नहीं",
)  # fmt: skip
YES_NO = {**dict.fromkeys(_YES, "yes"), **dict.fromkeys(_NO, "no")}
_THOUSANDS = re.compile(r"\D*?([0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+|[0-9]+)\D*")
_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def yes_or_no(value: str) -> Sequence[str]:
    """`True`, `oui` → yes."""
    word = fold(value).strip()
    return (YES_NO[word],) if word in YES_NO else choices(value, ("yes", "no"))


def whole_number(value: str) -> Sequence[str]:
    """`€450`, `1,200`, `8 years`, `two` → the digits; nothing where two numbers or a part stand."""
    word = fold(value).strip()
    if word in _WORDS:
        return (str(_WORDS.index(word) + 1),)
    found = _THOUSANDS.fullmatch(plain_digits(value))
    return (re.sub(r"\D", "", found[1]),) if found and "-" not in value else ()


def decimal_number(value: str) -> Sequence[str]:
    """`1,08` → 1.08."""
    return (value.replace(",", "."),) if re.fullmatch(r"[0-9]+,[0-9]+", value) else ()


def years(value: str) -> Sequence[str]:
    """Years in a silo, or yes."""
    yes = [word for word in yes_or_no(value) if word == "yes"]
    return whole_number(value) or yes
