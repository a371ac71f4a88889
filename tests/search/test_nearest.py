"""Did you mean: letters apart, and which word is the nearest."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.scripts import run_module

DISTANCES = """
import { distance } from "./js/search/nearest.js";
export default (rows) => rows.map(([one, other, most]) => {
  const found = distance(one, other, most ?? Infinity);
  return found === Infinity ? "far" : found;
});
"""
NEAREST = """
import { nearest } from "./js/search/nearest.js";
export default async ({ known, typed }) => {
  const words = async (length) => known.filter(([word]) => word.length === length);
  return Promise.all(typed.map((word) => nearest({ words }, word)));
};
"""

APART: dict[str, tuple[list[Any], int | str]] = {
    "the same": (["water", "water"], 0),
    "nothing and nothing": (["", ""], 0),
    "nothing and a word": (["", "wat"], 3),
    "one more": (["water", "watter"], 1),
    "one less": (["water", "wter"], 1),
    "another": (["water", "wader"], 1),
    "two swapped": (["water", "wtaer"], 1),
    "two swapped at the end": (["water", "watre"], 1),
    "swapped over a letter": (["abc", "cba"], 2),
    "no letter is touched twice": (["ca", "abc"], 3),
    "kitten and sitting": (["kitten", "sitting"], 3),
    "other scripts": (["مياه", "مياة"], 1),
    "near enough": (["water", "watter", 1], 1),
    "not near enough": (["water", "dairy", 2], "far"),
    "too long": (["water", "waterway", 2], "far"),
}


def test_words_are_apart_by_a_table() -> None:
    found = run_module(DISTANCES, [row for row, _ in APART.values()])
    assert dict(zip(APART, found, strict=True)) == {key: apart for key, (_, apart) in APART.items()}


def plain_distance(one: str, other: str) -> int:
    """Optimal string alignment, the whole table of it."""
    table = [[row + column for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            ways = [
                table[row - 1][column] + 1,
                table[row][column - 1] + 1,
                table[row - 1][column - 1] + (one[row - 1] != other[column - 1]),
            ]
            ends = one[max(row - 2, 0) : row], other[max(column - 2, 0) : column]
            if len(ends[0]) == len(ends[1]) == 2 and ends[0] == ends[1][::-1]:
                ways.append(table[row - 2][column - 2] + 1)
            table[row][column] = min(ways)
    return table[-1][-1]


def test_words_are_apart_as_the_whole_table_has_it() -> None:
    draw = random.Random(20261118)  # noqa: S311
    drawn = ["".join(draw.choices("abcd", k=draw.randrange(9))) for _ in range(4000)]
    pairs = list(zip(drawn[::2], drawn[1::2], strict=True))
    most = draw.choices([1, 2, 9], k=len(pairs))
    apart = [plain_distance(one, other) for one, other in pairs]
    expected = ["far" if found > limit else found for found, limit in zip(apart, most, strict=True)]
    rows = [[*pair, limit] for pair, limit in zip(pairs, most, strict=True)]
    assert run_module(DISTANCES, rows) == expected


KNOWN = [
    ["water", 9], ["waiter", 2], ["later", 2], ["dairy", 3], ["diary", 3], ["cat", 8], ["mine", 4],
    ["governance", 5], ["governances", 7], ["cooperative", 1], ["2026", 4], ["清洁", 1],
]  # fmt: skip
MEANT: dict[str, tuple[str, str | None]] = {
    "one slip": ("watter", "water"),
    "the commonest of the nearest": ("wter", "water"),
    "the nearer before the commoner": ("governanse", "governance"),
    "the first in the alphabet of what is alike": ("dairyy", "dairy"),
    "swapped": ("wtaer", "water"),
    "two slips in eight letters": ("cooprativ", "cooperative"),
    "two slips in five letters": ("wtre", None),
    "three slips": ("coprativ", None),
    "three letters": ("cay", None),
    "four letters": ("mien", "mine"),
    "a word that is there": ("later", None),
    "numbers": ("2027", None),
    "pairs of Han": ("清活", None),
}


def test_a_word_is_taken_for() -> None:
    typed = [word for word, _ in MEANT.values()]
    found = run_module(NEAREST, {"known": KNOWN, "typed": typed})
    assert dict(zip(MEANT, found, strict=True)) == {key: meant for key, (_, meant) in MEANT.items()}


@pytest.mark.parametrize(
    ("word", "lengths"),
    [
        pytest.param("wat", [], id="too short"),
        pytest.param("wate", [3, 4, 5], id="one slip"),
        pytest.param("governan", [6, 7, 8, 9, 10], id="two slips"),
    ],
)
def test_only_lists_of_words_that_can_be_near_are_loaded(word: str, lengths: list[int]) -> None:
    module = """
    import { nearest } from "./js/search/nearest.js";
    export default async (word) => {
      const asked = [];
      await nearest({ words: async (length) => (asked.push(length), []) }, word);
      return asked;
    };
    """
    assert run_module(module, word) == lengths
