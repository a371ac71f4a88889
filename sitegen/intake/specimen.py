"""A whole page as people write it, for somebody who sent none."""

from __future__ import annotations

from datetime import date

from sitegen.canonical import MODELS
from sitegen.examples import example_of
from sitegen.explain import required_of
from sitegen.i18n import Translator
from sitegen.models import Site

# Written by the program where it is absent.
_FILLED_IN = ("confirmed",)


def specimen(kind: str, site: Site, today: date, translator: Translator) -> str:
    """The required fields of a profile or an assignment, with examples, and a place for a text.

    The consent is to the wording that holds today.
    """
    model = MODELS[kind]
    lines = [example_of(name, kind) for name in required_of(model) if name not in _FILLED_IN]
    agreed = f"consent: {{on: {today.isoformat()}, wording: {list(site.consent)[-1]}}}"
    lines = [agreed if line == example_of("consent", kind) else line for line in lines]
    text = translator.gettext("A few paragraphs in your own voice.")
    return "\n".join(["---", *lines, "---", text])
