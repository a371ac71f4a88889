"""What a text in the search box is taken to ask for."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.scripts import run_module

MODULE = Path(__file__).with_name("reading.js").read_text("utf-8")
NAMES = {"Compétences": "skills", "lieux": "places", "nothing": "no such field"}
EVERY_TEXT = "headline,words,ventures,evidence,body:"

READINGS = {
    "the last word may go on": ("clean water", ["clean", "water*"], []),
    "no longer after a blank": ("clean water ", ["clean", "water"], []),
    "nor after a full stop": ("water.", ["water"], []),
    "one letter begins too much": ("w", ["w"], []),
    "one Han character begins pairs": ("水", ["水*"], []),
    "Han in pairs": ("清洁能源", ["清洁_洁能_能源*"], []),
    "accents and case": ("RENÉE Straße ", ["renee", "strasse"], []),
    "must and not": ("+water -mining ", ["+water", "-mining"], []),
    "what is unwanted does not go on": ("water -min", ["water", "-min"], []),
    "phrase": ('"Exit plan"', ['"exit plan"'], []),
    "unwanted phrase": ('-"exit plan"', ['-"exit plan"'], []),
    "one word in quotes must be there": ('"water"', ["+water"], []),
    "nothing in quotes": ('"" water ', ["water"], []),
    "typographic quotes": ("“exit plan” „der Plan“ ", ['"exit plan"', '"der plan"'], []),
    "corner brackets and full-width signs": ("「清洁能源」－煤 ", ['"清洁 洁能 能源"', "-煤"], []),
    "no blank behind a phrase": ('"exit plan"water ', ['"exit plan"', "water"], []),
    "a quote that is not closed": ('water "exit plan ', ["water", "exit", "plan"], ["open-quote"]),
    "inches": ('5" pipe 6" ', ["5", "pipe", "6"], []),
    "field": ("name:ada", ["name:ada*"], []),
    "field of several": ("text:water ", [f"{EVERY_TEXT}water"], []),
    "field with a sign": ("+name:ada -place:kenya ", ["+name:ada", "-places:kenya"], []),
    "field with a phrase": ('evidence:"exit plan"', ['evidence:"exit plan"'], []),
    "field by any case": ("Name:ada ", ["name:ada"], []),
    "field in the language of the page": ("compétences:eau ", ["skills:eau"], []),
    "field without accents": ("competences:eau ", ["skills:eau"], []),
    "name for a field that is none": ("nothing:water ", ["nothing_water"], ["unknown-field"]),
    "unknown field": ("colour:red ", ["colour_red"], ["unknown-field"]),
    "a word that objects have": ("constructor:red ", ["constructor_red"], ["unknown-field"]),
    "field of nothing": ("name: ada ", ["ada"], ["empty-field"]),
    "time of day": ("12:30 ", ["12_30"], []),
    "beginning": ("cooperat* water ", ["cooperat*", "water"], []),
    "beginning of one letter": ("w* ", ["w"], ["short-prefix"]),
    "star in front": ("*water ", ["water"], ["wildcard"]),
    "star within": ("wa*er ", ["wa_er"], ["wildcard"]),
    "stars alone": ("* ** water ", ["water"], []),
    "one letter's difference": ("watter~1 watter~ ", ["watter~1", "watter~1"], []),
    "more difference than a word bears": ("watter~9 ab~1 ", ["watter~2", "ab"], ["fuzzy", "fuzzy"]),
    "weight": ("water^2 kenya^0.5 ", ["water^2", "kenya^0.5"], []),
    "weight of a phrase": ('"exit plan"^3 ', ['"exit plan"^3'], []),
    "no weight that would be none": ("water^0 kenya^ ", ["water", "kenya"], []),
    "a weight has an end": ("water^99999 ", ["water^100"], []),
    "all wishes at once": ("+name:ada~1^2* ", ["+name:ada*~1^2"], []),
    "programming languages": ("C++ C# ", ["c++", "c#"], []),
    "a sign in front of one": ("-C++ +C# ", ["-c++", "+c#"], []),
    "telephone number": ("+254 700 123456 ", ["254", "700", "123456"], []),
    "below zero": ("-20 ", ["20"], []),
    "hyphens": ("e-mail last-mile ", ["e_mail", "last_mile"], []),
    "dashes": ("water - kenya — -- + ", ["water", "kenya"], []),
    "two signs are none": ("--water +-kenya ", ["water", "kenya"], []),
    "hash": ("#water ", ["water"], []),
    "elisions": ("women's l'eau O’Brien ", ["women", "eau", "brien"], []),
    "address": ("https://www.example.org/a-page ", ["example_org_a_page"], []),
    "mail address": ("ada@example.org ", ["ada_example_org"], []),
    "operators": ("water OR kenya NOT mining ", ["water", "kenya", "mining"], ["operator"] * 2),
    "small ones are words": ("water or kenya ", ["water", "or", "kenya"], []),
    "blanks of all kinds": ("\u3000water\u00a0kenya\n\tghana ", ["water", "kenya", "ghana"], []),
    "no words": ("+ - \" : ~ ^ * 😀 !", [], []),
    "nothing": ("", [], []),
    "half a character": ("\ud800 water \udfff ", ["water"], []),
    "too long": ("water " * 30 + "governance" * 10, ["water"] * 20, ["long", "many"]),
    "too many": ("a1 " * 21, ["a1"] * 20, ["many"]),
    "a run that is too long": ("能" * 30, ["_".join(["能能"] * 20)], ["many"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def readings() -> dict[str, Any]:
    texts = [text for text, _, _ in READINGS.values()]
    found = run_module(MODULE, {"texts": texts, "names": NAMES})
    return dict(zip(READINGS, found, strict=True))


@pytest.mark.parametrize("case", READINGS)
def test_a_text_is_taken_for(case: str, readings: dict[str, Any]) -> None:
    _, clauses, notes = READINGS[case]
    assert readings[case]["clauses"] == clauses
    assert readings[case]["notes"] == notes


def test_what_was_understood_can_be_said_in_words() -> None:
    text = '+Water Kenya^2 skills:govern~ "Exit  plan" -Mining -"not this" cooperat'
    (found,) = run_module(MODULE, {"texts": [text], "names": {}})
    plain = {
        "field": "",
        "must": False,
        "phrase": False,
        "prefix": False,
        "fuzzy": 0,
        "boost": 1,
    }
    assert found["read"] == {
        "all": [
            {**plain, "text": "Water", "must": True},
            {**plain, "text": "Kenya", "boost": 2},
            {**plain, "text": "govern", "field": "skills", "fuzzy": 1},
            {**plain, "text": "cooperat", "prefix": True},
        ],
        "phrases": [{**plain, "text": "Exit  plan", "phrase": True}],
        "none": [
            {**plain, "text": "Mining"},
            {**plain, "text": "not this", "phrase": True},
        ],
    }


PARTS = (
    *'"+-:~^*“”「」\\/#\'’ \t\n\u3000',
    "+\"", "-:", "~1", "~99", "^2", "^^", "name:", "text:\"", "foo:", "OR", "C++", "C#", "+254",
    "e-mail", "https://", "water", "Renée", "سارة", "\u064e", "能源", "ไทย", "\u200d", "\u200f",
    "\u202e", "\u2066", "\ud83d", "\udc00", "😀", "é", "ﬀ", "℡", "ß", "İ", "\u0000", "\uffff", "𝔄",
)  # fmt: skip
CHECK = """
import { LONGEST, MOST, parse } from "./js/search/query.js";
export default (texts) => texts.flatMap((text) => {
  const read = parse(text);
  const terms = read.clauses.flatMap((clause) => clause.terms);
  const inPlace = read.clauses.every(({ from, to, pieces }) =>
    from <= pieces[0].from && pieces.at(-1).to <= to && to <= read.text.length);
  const short = read.text.length <= LONGEST && text.startsWith(read.text);
  const found = short && inPlace && terms.length <= MOST && terms.every(Boolean);
  return found ? [] : [text];
});
"""


def test_whatever_is_typed_has_a_reading_with_places_in_it() -> None:
    draw = random.Random(20261116)  # noqa: S311
    texts = ["".join(draw.choices(PARTS, k=draw.randrange(40))) for _ in range(2500)]
    texts += [part * 10_000 for part in PARTS]
    texts += ["".join(draw.choices(PARTS, k=10_000)) for _ in range(10)]
    assert run_module(CHECK, texts) == []
