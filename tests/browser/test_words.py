"""The rule of words is one: what Python indexes is what the page looks for."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sitegen.search.words import is_unspaced, words
from sitegen.stems import stem
from sitegen.terms import fold
from tests.scripts import run_module

SEED = 21
STRINGS = 10_000
# Blocks of 21 scripts, whole: letters, vowel signs, numbers, punctuation, and what is unassigned.
SCRIPTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "Latin": ((0x20, 0x7E), (0xA0, 0x24F), (0x1E00, 0x1EFF), (0xA720, 0xA7FF)),
    "Greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "Cyrillic": ((0x400, 0x52F), (0x1C80, 0x1C8F), (0xA640, 0xA69F)),
    "Armenian": ((0x530, 0x58F),),
    "Hebrew": ((0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    "Arabic": ((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    "Devanagari": ((0x900, 0x97F), (0xA8E0, 0xA8FF)),
    "Bengali": ((0x980, 0x9FF),),
    "Gujarati": ((0xA80, 0xAFF),),
    "Tamil": ((0xB80, 0xBFF),),
    "Telugu": ((0xC00, 0xC7F),),
    "Kannada": ((0xC80, 0xCFF),),
    "Thai": ((0xE00, 0xE7F),),
    "Lao": ((0xE80, 0xEFF),),
    "Burmese": ((0x1000, 0x109F),),
    "Georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    "Ethiopic": ((0x1200, 0x139F),),
    "Khmer": ((0x1780, 0x17FF),),
    "kana": ((0x3040, 0x30FF), (0xFF65, 0xFF9F)),
    "Hangul": ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3)),
    "Han": ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF)),
}
SIGNS = (
    *(" ", " ", "-", "_", "+", "++", "#", "'", "’", ".", "\u00ad", "\u200c", "\u200d", "\u0301"),
    *("\u0130", "ß", "ẞ", "Σ", "ς", "\u0640", "ﬁ", "℡", "①", "𝔄", "😀", "\U0001ccd6", "\u2028"),
)
SUFFIXES = (
    *("s", "es", "sses", "ies", "eed", "ed", "ing", "y", "ational", "tional", "enci", "izer"),
    *("bli", "alli", "ousli", "ization", "ator", "iveness", "biliti", "logi", "icate", "ful"),
    *("ness", "ance", "ement", "ment", "ent", "ion", "ism", "ize", "e", "ll", "yed", "y's"),
)
MODULE = """
import { fold } from "./js/fold.js";
import { isUnspaced, stem, words } from "./js/search/words.js";

// Each answers with what differs, and leaves out what does not.
const differing = (given, expected, answer) =>
  given
    .map((text, place) => [text, answer(text), expected[place]])
    .filter(([, found, wanted]) => found !== wanted)
    .slice(0, 20);
const spaced = (text) => words(text).join(" ");

export default ({ strings, folds, characters, stems }) => ({
  folded: differing(folds.given, folds.folded, fold),
  words: differing(strings.given, strings.words, spaced),
  unspaced: differing(strings.given, strings.unspaced, (text) =>
    words(text).map((word) => Number(isUnspaced(word))).join(""),
  ),
  characters: differing(characters.codes, characters.words, (code) => {
    const character = String.fromCodePoint(code);
    return spaced(`a${character}b ${character}`);
  }),
  stems: differing(stems.given, stems.stems, stem),
});
"""


def strings(chance: random.Random) -> Iterator[str]:
    """Random texts, most of one script with some of another, and of signs that matter."""
    scripts = list(SCRIPTS.values())
    for number in range(STRINGS):
        own, other = scripts[number % len(scripts)], chance.choice(scripts)
        yield "".join(
            chance.choice(SIGNS)
            if chance.random() < 0.2
            else chr(chance.randint(*chance.choice(own if chance.random() < 0.8 else other)))
            for _ in range(chance.randint(1, 24))
        )


def made_up(chance: random.Random) -> Iterator[str]:
    """Words of all lengths with English endings, some of them one after the other."""
    for _ in range(8000):
        start = "".join(chance.choices("abcdefghijklmnopqrstuvwxyzaeiouy", k=chance.randint(1, 7)))
        yield start + "".join(chance.choices(SUFFIXES, k=chance.randint(0, 2)))


def assigned() -> list[int]:
    """Every code point of the planes in use."""
    return [n for n in (*range(0x32000), *range(0xE0000, 0xE0200)) if not 0xD800 <= n < 0xE000]


@pytest.mark.slow
def test_words_and_stems_are_the_same_in_the_browser(site: Mapping[str, bytes]) -> None:
    chance = random.Random(SEED)  # noqa: S311  # no secret hangs on it
    texts = list(strings(chance))
    pages = " ".join(raw.decode() for path, raw in site.items() if path.endswith(".html"))
    written = sorted({*words(re.sub(r"<[^>]*>", " ", pages)), *made_up(chance)})
    # What this Python does not know yet is no word anywhere, but may fold in the browser.
    known = ["".join(c for c in text if unicodedata.category(c) != "Cn") for text in texts]
    assert len(texts) == STRINGS
    assert len(written) > 12_000
    data: dict[str, Any] = {
        "strings": {
            "given": texts,
            "words": [" ".join(words(text)) for text in texts],
            "unspaced": ["".join(str(int(is_unspaced(w))) for w in words(t)) for t in texts],
        },
        "folds": {"given": known, "folded": [fold(text) for text in known]},
        "characters": {
            "codes": assigned(),
            "words": [" ".join(words(f"a{chr(n)}b {chr(n)}")) for n in assigned()],
        },
        "stems": {"given": written, "stems": [stem(word) for word in written]},
    }
    found = run_module(MODULE, data, in_browser=True)
    assert found == {"folded": [], "words": [], "unspaced": [], "characters": [], "stems": []}
