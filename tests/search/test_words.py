"""Text becomes words, and words terms; tests/browser/test_words.py compares with the script."""

from __future__ import annotations

import pytest

from sitegen.search.terms import terms
from sitegen.search.words import is_unspaced, words
from sitegen.stems import stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Renée's café", ["renee", "s", "cafe"], id="accents and apostrophes"),
        pytest.param("Łódź Straße", ["łodz", "strasse"], id="letters that only look accented"),
        pytest.param("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"], id="final sigma"),
        pytest.param("90,000 members", ["90", "000", "members"], id="numbers"),
        pytest.param("last-mile_delivery", ["last", "mile", "delivery"], id="joined words"),
        pytest.param("قُرْآن", ["قران"], id="Arabic vowel marks"),
        pytest.param("कृषि नीति", ["कृषि", "नीति"], id="Indic vowel signs stay"),
        pytest.param("می\u200cخواهم", ["میخواهم"], id="joiners go"),
        pytest.param("清洁能源", ["清洁", "洁能", "能源"], id="Han in pairs"),
        pytest.param("能源", ["能源"], id="one pair"),
        pytest.param("水", ["水"], id="one Han character"),
        pytest.param("COVID疫情", ["covid", "疫情"], id="two scripts"),
        pytest.param("𠮷野家", ["野家"], id="nothing above U+FFFF"),
        pytest.param("℡", ["tel"], id="capitals that folding makes"),
        pytest.param("C, C++ and C#", ["c", "c++", "and", "c#"], id="signs that are names"),
        pytest.param("C++17, C++/C#", ["c++", "17", "c++", "c#"], id="signs between words"),
        pytest.param("page#top #4 + a+b 1+", ["page", "top", "4", "a", "b", "1"], id="other signs"),
        pytest.param("能源# ++", ["能源"], id="signs without a Latin letter"),
        pytest.param("a\u1c89b", ["a", "b"], id="letters since Unicode 16"),
        pytest.param("😀 ❤\ufe0f — !", [], id="no words"),
    ],
)
def test_text_becomes_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("清洁能源", ["清洁", "洁能", "能源", "源"], id="a run"),
        pytest.param("能源, 水", ["能源", "源", "水"], id="a pair, and one alone"),
        pytest.param("water", ["water"], id="a word"),
    ],
)
def test_in_the_index_every_character_of_a_run_begins_a_term(
    text: str, expected: list[str]
) -> None:
    assert words(text, tails=True) == expected


def test_pairs_are_told_from_words() -> None:
    assert [is_unspaced(word) for word in ("能源", "水", "water", "قران")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # As lunr.stemmer of lunr.js 2.3.9 answers; lunr.py differs in the first four.
        ("survey", "survey"),
        ("day", "day"),
        ("employed", "employ"),
        ("cry", "cri"),
        ("my", "my"),
        ("way", "way"),
        ("communities", "commun"),
        ("cooperative", "cooper"),
        ("organisations", "organis"),
        ("c++", "c++"),
        ("能源", "能源"),
        ("кооператив", "кооператив"),
    ],
)
def test_stems_are_those_of_the_browser(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param("name", ["may", "rivers"], id="names as they are"),
        pytest.param("headline", ["river", "rivers"], id="short fields with the words"),
        pytest.param("body", ["river"], id="long fields in stems"),
    ],
)
def test_a_field_is_found_by(field: str, expected: list[str]) -> None:
    assert terms(field, ["may", "rivers"]) == expected
