"""The expressions of `sitegen.privacy`, as a browser reads them."""

from __future__ import annotations

from typing import Any

from sitegen.forms.expressions import javascript
from sitegen.privacy import ISBN, MAYBE, URL
from sitegen.privacy.births import BIRTH, BIRTH_WORDS
from sitegen.privacy.contact import (
    AMOUNT,
    CHAT,
    EMAIL,
    LEAST_DIGITS,
    MOST_DIGITS,
    PHONE,
    YEARS,
)
from sitegen.privacy.streets import FORMS


def expressions() -> dict[str, Any]:
    """What is looked for, and what is no find after all, by the names it has in privacy.js."""
    return {
        "maybe": javascript(MAYBE),
        "gone": [javascript(ISBN), javascript(URL)],
        "email": javascript(EMAIL),
        "chat": javascript(CHAT),
        "phone": javascript(PHONE),
        "amounts": [javascript(AMOUNT), javascript(YEARS)],
        "leastDigits": LEAST_DIGITS,
        "mostDigits": MOST_DIGITS,
        "birthWords": list(BIRTH_WORDS),
        "birth": javascript(BIRTH),
        "streets": [[*form.pieces, javascript(form.expression)] for form in FORMS],
    }
