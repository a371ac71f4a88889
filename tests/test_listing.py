"""Lists in pages: each leads to its neighbours and far ahead, and no list grows with its square."""

from __future__ import annotations

from itertools import pairwise

from sitegen.views.listing import ALL_PAGES, told_pages


def test_a_short_list_leads_to_all_of_its_pages() -> None:
    assert [*told_pages(3, ALL_PAGES)] == [*range(1, ALL_PAGES + 1)]


def test_a_long_list_leads_to_its_ends_its_neighbours_and_its_quarters() -> None:
    assert [*told_pages(250, 2500)] == [1, 248, 249, 250, 251, 252, 625, 1250, 1875, 2500]
    assert [*told_pages(1, 500)] == [1, 2, 3, 125, 250, 375, 500]
    for count in (13, 50, 2500):
        for number in range(1, count + 1):
            told = [*told_pages(number, count)]
            beside = {number - 1, number, number + 1} & {*range(1, count + 1)}
            assert {1, count} | beside <= {*told}, (number, count)
            assert len(told) <= 10
            assert all(one < other for one, other in pairwise(told))
            assert 1 <= told[0] <= told[-1] <= count
