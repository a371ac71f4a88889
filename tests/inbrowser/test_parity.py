"""The browser judges, counts and says what Python does, for every pair of people and postings."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sitegen.i18n import Translator
from sitegen.inbrowser.rules import rules
from sitegen.inbrowser.sayings import CODES, sayings
from sitegen.pages import words_for
from sitegen.urls import Urls
from tests.inbrowser.reference import Reference
from tests.inbrowser.world import World, published, world
from tests.scripts import node, run_module

SECONDS = 900
MODULE = Path(__file__).with_name("parity.js").read_text("utf-8")


def found_in_browser(found: World, reference: Reference, whole: int | None = None) -> Any:
    people = zip(reference.people, reference.voices, strict=True)
    voices = [voice for person, voice in people if person.is_matched]
    data = {
        "rules": rules(found.directory, voices),
        "sayings": sayings(words_for(found.directory, Translator(), Urls("https://a.example/"))),
        "profiles": found.profiles,
        "published": published(found.directory),
        "postings": found.postings,
        "whole": whole,
    }
    return run_module(MODULE, data, seconds=SECONDS)


@pytest.mark.skipif(node() is None, reason="no Node here")
@pytest.mark.parametrize("count", [80, pytest.param(500, marks=pytest.mark.slow)])
def test_every_pair_is_judged_counted_and_told_as_python_does(count: int) -> None:
    found = world(count)
    reference = Reference(found.directory)
    rows = [reference.row(place) for place in range(count)]
    digests = [sha256(row.encode()).hexdigest() for row in rows]
    answers = found_in_browser(found, reference)
    other = next((n for n in range(count) if answers[n] != digests[n]), None)
    if other is not None:
        # A digest says nothing: the same again in words.
        told = found_in_browser(found, reference, other)[other]
        assert told.split("\n\n") == rows[other].split("\n\n")
    assert answers == digests
    assert reference.checks == {*every_outcome()}
    assert {*CODES} - reference.codes == NOT_OF_PAIRS


# Codes of the one sentence, the one of bands, and one that what is said of the country replaces.
NOT_OF_PAIRS = {
    "all-skills", "both-skills", "some-skills", "no-skills", "these-skills", "also-skills",
    "only-languages", "lived-skills", "missing", "unproven", "below", "to-settle", "money-ask",
    "place-onsite",
}  # fmt: skip
# The states in which each condition comes out; `~` is a `no` within what a talk could settle.
OUTCOMES = {
    "languages": "yes no ~",
    "team language": "yes no not-stated",
    "dates": "yes partly no ~ not-stated",
    "days": "yes partly no not-stated",
    "place": "yes partly no ~ not-stated",
    "money": "yes partly no ~ not-stated",
    "kind": "yes no not-stated",
    "contract": "yes ~ not-stated",
    "declines": "yes no",
    "conflict": "yes partly no not-stated",
    "open": "yes partly no",
}


def every_outcome() -> Iterator[tuple[str, str, bool]]:
    for condition, states in OUTCOMES.items():
        for state in states.split():
            yield (condition, "no", True) if state == "~" else (condition, state, False)
