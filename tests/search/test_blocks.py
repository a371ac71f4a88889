"""Terms are cut into blocks where the terms say so."""

from __future__ import annotations

import json
import random
from itertools import pairwise

from sitegen.search.blocks import LEAST, MOST, blocks

SEED = 7


def entries(count: int) -> list[tuple[str, str]]:
    """Sorted terms, each with some postings."""
    chosen = random.Random(SEED)  # noqa: S311  # no secret hangs on it
    terms = {
        "".join(chosen.choices("abcdefghij", k=6)): chosen.randint(5, 400) for _ in range(count)
    }
    return [(term, json.dumps([term, 0, "#" * size])) for term, size in sorted(terms.items())]


def test_every_term_stands_in_one_block_in_order() -> None:
    given = entries(3000)
    made = list(blocks(given))
    assert [json.loads(raw) for _, raw in made] != []
    assert [entry for _, raw in made for entry in json.loads(raw)] == [
        json.loads(entry) for _, entry in given
    ]


def test_a_block_begins_with_the_shortest_text_that_stands_between_it_and_the_one_before() -> None:
    made = [(start, json.loads(raw)) for start, raw in blocks(entries(3000))]
    assert made[0][0] == made[0][1][0][0][:1]
    for (_, before), (start, block) in pairwise(made):
        assert before[-1][0] < start <= block[0][0]
        assert block[0][0].startswith(start)
        assert not start[:-1] or start[:-1] <= before[-1][0]


def test_blocks_are_of_a_size_to_fetch() -> None:
    sizes = [len(raw) for _, raw in blocks(entries(3000))]
    assert len(sizes) > 20
    assert max(sizes) <= MOST + 2
    assert min(sizes[:-1]) >= LEAST


def test_a_term_that_is_longer_than_a_block_stands_alone() -> None:
    long = ("b", json.dumps(["b", 0, "#" * 2 * MOST]))
    made = [first for first, _ in blocks([("a", '["a"]'), long, ("c", '["c"]')])]
    assert made == ["a", "b", "c"]


def test_a_new_term_leaves_the_blocks_further_on_as_they_were() -> None:
    given = entries(3000)
    before = {raw for _, raw in blocks(given)}
    chosen = random.Random(SEED)  # noqa: S311  # no secret hangs on it
    for _ in range(50):
        place = chosen.randrange(len(given))
        term = given[place][0] + "x"
        after = {
            raw
            for _, raw in blocks([*given[: place + 1], (term, f'["{term}"]'), *given[place + 1 :]])
        }
        assert 1 <= len(after - before) <= 3


def test_no_terms_have_no_blocks() -> None:
    assert list(blocks([])) == []
