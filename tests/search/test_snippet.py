"""Words marked in a text, and the sentence that tells why somebody was found."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.scripts import run_module

HIGHLIGHT = """
import { highlight } from "./js/search/snippet.js";
export default (rows) => rows.map(([text, words]) => highlight(text, words));
"""
WHY = """
import { why } from "./js/search/snippet.js";
export default (rows) => rows.map(([texts, words, fields]) =>
  why(texts, (fields ?? texts.map(([field]) => field)).map((field) => ({ field })), words));
"""

# Text with [marks] in it, and the words that are marked.
MARKED: dict[str, tuple[str, list[str]]] = {
    "accents": ("[Renée] Walters", ["renee"]),
    "decomposed accents": ("[Rene\u0301e] Walters", ["renee"]),
    "ß": ("Die [Straße] dort", ["strasse"]),
    "half of ß": ("Die [Straße] dort", ["stras*"]),
    "other endings": ("[Cooperatives], [cooperative]; [cooperation]", ["cooperatives"]),
    "a stem that is no word": ("our [communities] [organisations]", ["commun", "organis"]),
    "the whole word for its beginning": ("clean [water] and [waterways]", ["wat*"]),
    "no word for its middle": ("underwater", ["water"]),
    "Arabic vowel marks": ("[قُرْآن] كريم", ["قران"]),
    "tatweel": ("[ســارة] المثال", ["سارة"]),
    "joiners": ("[می\u200cخواهم]", ["میخواهم"]),
    "pairs of Han merge": ("发展[清洁能源]政策", ["清洁", "洁能", "能源*"]),
    "pairs of Han apart": ("[清洁]的[能源]", ["清洁", "能源"]),
    "one Han character": ("[水]管，清[水]", ["水*"]),
    "Thai": ("ระบบ[น้ำ]", ["น้*"]),
    "half-width kana": ("[ｶﾞｲﾄﾞ]", ["ガイ", "イド"]),
    "programming languages": ("[C++], [C#] and C", ["c++", "c#"]),
    "a phrase as one, as it is": ("an [exit plan], exit plans, plan exit", ["exit plan"]),
    "a phrase with its last word half typed": ("the [last-mile] work", ["last mil*"]),
    "overlapping words": ("[e-mail] and [mail]", ["e mail", "mail"]),
    "letters in one character": ("[℡] and [㈱]", ["tel", "株"]),
    "a tone on a letter": ("[a🏻] b", ["a"]),
    "nothing": ("dairy", ["water"]),
    "no words": ("dairy", []),
    "no text": ("", ["water"]),
}


def bracketed(parts: list[list[Any]]) -> str:
    return "".join(f"[{text}]" if marked else text for text, marked in parts)


@pytest.fixture(scope="module")
def highlighted() -> dict[str, str]:
    rows = [[text.replace("[", "").replace("]", ""), words] for text, words in MARKED.values()]
    return dict(zip(MARKED, map(bracketed, run_module(HIGHLIGHT, rows)), strict=True))


@pytest.mark.parametrize("case", MARKED)
def test_words_are_marked(case: str, highlighted: dict[str, str]) -> None:
    assert highlighted[case] == MARKED[case][0]


SIGNS = (
    "water", "Renée", "e\u0301", "ß", "ﬀ", "İ", "سارة", "\u064e", "能源", "清", "น้ำ", "क्षि", "ｶﾞ",
    "각", "😀", "👩\u200d🌾", "🏻", "🇰🇪", "\U0002f800", "𠮷", "\u200d", "\u0600", "1\ufe0f\u20e3",
    " ", "\r\n", "-", "+", "#", "\ud800", "\u202e", "é", "Σ", "ς", "℡",
)  # fmt: skip
LAWS = """
import { highlight } from "./js/search/snippet.js";
import { words } from "./js/search/words.js";
export default (rows) => rows.flatMap(([text, start]) => {
  const some = words(text).filter((_, n) => n % 3 === start % 3);
  const asked = some.map((word, n) => (n % 2 ? `${word}*` : word));
  const parts = highlight(text, asked);
  const joins = parts.map(([part]) => part).join("") === text;
  const starts = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index));
  let at = 0;
  const whole = parts.every(([part]) => starts.has((at += part.length) - part.length));
  const turns = parts.every(([part, marked], n) => part && (marked || (parts[n - 1]?.[1] ?? true)));
  const found = !asked.length || parts.some(([, marked]) => marked);
  return joins && whole && turns && found ? [] : [[text, asked, parts]];
});
"""


def test_marked_or_not_the_parts_are_the_text_and_no_character_is_cut() -> None:
    draw = random.Random(20261119)  # noqa: S311
    rows = [["".join(draw.choices(SIGNS, k=draw.randrange(12))), n] for n in range(3000)]
    assert run_module(LAWS, rows) == []


LONG = "it took nine years and a good many quarrels with banks, ministries and one another " * 3
TOLD: dict[str, tuple[list[Any], tuple[str, str] | None]] = {
    "the whole where it is short": (
        [[["headline", "Founder of a water trust"]], ["water"]],
        ("headline", "Founder of a [water] trust"),
    ),
    "the sentence": (
        [[["body", f"{LONG}. We dug wells for water! {LONG}"]], ["water"]],
        ("body", "We dug wells for [water]!"),
    ),
    "whole sentences that follow": (
        [[["body", f"Water first. Then milk. {LONG}"]], ["water"]],
        ("body", "[Water] first. Then milk."),
    ),
    "the field that tells most": (
        [
            [["headline", "Water"], ["ventures", "Water Ltd"], ["evidence", "Wells of water"]],
            ["water"],
        ],
        ("evidence", "Wells of [water]"),
    ),
    "most words before the field": (
        [[["evidence", "Wells of water"], ["headline", "Water in Kenya"]], ["water", "kenya*"]],
        ("headline", "[Water] in [Kenya]"),
    ),
    "most words within a text": (
        [[["body", f"Water. {LONG}. Kenya has water. {LONG}"]], ["water", "kenya"]],
        ("body", "[Kenya] has [water]."),
    ),
    "words around a mark far into a sentence": (
        [[["body", f"{LONG}before the water came {LONG}"]], ["water"]],
        (
            "body",
            "…ministries and one another before the [water] came it took nine years and a good "
            "many quarrels with banks, ministries and one another it took nine years and a…",
        ),
    ),
    "characters where there are no blanks": (
        [[["body", "发展" * 100 + "清洁能源" + "政策" * 100]], ["能源"]],
        ("body", "…" + "发展" * 19 + "清洁[能源]" + "政策" * 58 + "…"),
    ),
    "fields that the index found": (
        [[["evidence", "water"], ["body", "water"]], ["water"], ["body"]],
        ("body", "[water]"),
    ),
    "nothing where only a name was found": ([[["name", "Water"]], ["water"]], None),
    "nothing in no texts": ([[], ["water"]], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def reasons() -> dict[str, Any]:
    return dict(zip(TOLD, run_module(WHY, [row for row, _ in TOLD.values()]), strict=True))


@pytest.mark.parametrize("case", TOLD)
def test_why_somebody_was_found_is_told_by(case: str, reasons: dict[str, Any]) -> None:
    found = reasons[case]
    assert (found and (found["field"], bracketed(found["parts"]))) == TOLD[case][1]


def test_a_snippet_has_its_length_and_a_mark_whatever_the_text() -> None:
    draw = random.Random(20261120)  # noqa: S311
    signs = (*SIGNS, "water. ", "one two three four five ", "能源" * 20)
    texts = ["".join(draw.choices(signs, k=draw.randrange(90))) + " water" for _ in range(1500)]
    for found in run_module(WHY, [[[["body", text]], ["water", "能源"]] for text in texts]):
        assert any(marked for _, marked in found["parts"])
        text = "".join(part for part, _ in found["parts"])
        assert len(text.encode("utf-16-le", "surrogatepass")) // 2 <= 160
