"""What somebody probably meant: from a value that is refused to the nearest values that are not.

Pure functions, one a kind of value, from the text as written to suggestions, best first; none
when there is no good one, since a wrong suggestion is worse than the general hint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sitegen.nearest.addresses import link, web_address
from sitegen.nearest.days import days
from sitegen.nearest.fields import below, field_names, is_contact
from sitegen.nearest.numbers import decimal_number, whole_number, years, yes_or_no
from sitegen.nearest.places import country, currency, language, time_zone
from sitegen.nearest.shapes import (
    entry_of,
    filled,
    in_parts,
    linked,
    listed,
    located,
    paid,
    parts_of,
    spoken,
)
from sitegen.nearest.spelling import CLOSE, choices, joined, plain_letters, slug

BY_CODE: Mapping[str, Callable[[str], Sequence[str]]] = {
    "P020": yes_or_no,
    "P021": whole_number,
    "P023": days,
    "P029": web_address,
    "P030": country,
    "P031": language,
    "P032": time_zone,
    "P033": currency,
    "P034": slug,
    "P039": decimal_number,
}

__all__ = [
    "BY_CODE",
    "CLOSE",
    "below",
    "choices",
    "country",
    "currency",
    "days",
    "decimal_number",
    "entry_of",
    "field_names",
    "filled",
    "in_parts",
    "is_contact",
    "joined",
    "language",
    "link",
    "linked",
    "listed",
    "located",
    "paid",
    "parts_of",
    "plain_letters",
    "slug",
    "spoken",
    "time_zone",
    "web_address",
    "whole_number",
    "years",
    "yes_or_no",
]
