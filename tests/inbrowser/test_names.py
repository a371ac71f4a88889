"""Names of organisations are as alike in the browser as in Python."""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from typing import Any

import pytest

from sitegen.matching.organisations import NEAR, Party, party
from sitegen.terms import fold_words
from tests.inbrowser.varied import EVIDENCE, NAMES, URLS
from tests.scripts import node, run_module

PAIRS = 3000
MODULE = """
import { likeness } from "./js/match/likeness.js";
import { domainOf, foldWords, isNear } from "./js/match/names.js";
const party = (words) => ({ words, domain: "" });
export default ({ pairs, near, texts, urls }) => ({
  likeness: pairs.map(([one, other]) => likeness(one, other)),
  near: pairs.map(([one, other]) => isNear(party(one), party(other), near)),
  folded: texts.map(foldWords),
  domains: urls.map(domainOf),
});
"""
pytestmark = pytest.mark.skipif(node() is None, reason="no Node here")


def pairs() -> list[tuple[str, str]]:
    """Names of few letters and words, and some that are nearly the same."""
    chosen = random.Random(7)  # noqa: S311  # no secret hangs on it
    found = []
    for _ in range(PAIRS):
        words = ["".join(chosen.choices("abcé水𝒳", k=chosen.randint(1, 7))) for _ in range(4)]
        one = " ".join(chosen.sample(words, chosen.randint(1, 3)))
        other = " ".join(chosen.sample(words, chosen.randint(1, 4)))
        if chosen.random() < 0.5:
            place = chosen.randrange(len(one))
            other = one[:place] + chosen.choice(("", "b", "水c")) + one[place + 1 :]
        found.append((one, " ".join(other.split())))
    return found


def test_likeness_is_that_of_difflib_and_near_is_near() -> None:
    found, texts = pairs(), [*NAMES, *EVIDENCE, "ΣΊΣΥΦΟΣ", "Straße 7½", "a_b", "İstanbul", ""]
    urls = [*URLS, "https://[2001:db8::1]/x", "https://a.example", "http://b.example", ""]
    data: Any = {"pairs": found, "near": NEAR, "texts": texts, "urls": urls}
    answer = run_module(MODULE, data)
    ratios = [
        SequenceMatcher(None, *pair, autojunk=False).ratio() if any(pair) else 1 for pair in found
    ]
    assert answer["likeness"] == ratios
    near = [Party(one).is_near(Party(other)) for one, other in found]
    assert answer["near"] == near
    assert PAIRS / 10 < sum(near) < PAIRS * 0.9
    assert answer["folded"] == [fold_words(text) for text in texts]
    assert answer["domains"] == [
        party("x", url).domain if url.startswith("https:") else "" for url in urls
    ]
