"""What `make bench` makes of its measurements."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.search.engines import ENGINES, LUNR, OURS
from benchmarks.search.figures import Bytes, part_of, parts_of, sorted_figures
from benchmarks.search.targets import LARGE, MIDDLE, Figures, targets
from benchmarks.timing import Run
from sitegen.search.entries import Entry
from sitegen.search.fields import BOOSTS
from sitegen.search.index import index_files
from tests.test_build import tree


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/assets/0123456789/js/lunr.js", "lunr.js"),
        ("/assets/0123456789/js/search/page.js", "own scripts"),
        ("/search/terms/0123456789.json", "terms"),
        ("/search/lengths-0123456789.json", "lengths"),
        ("/search/", "page"),
        ("/pagefind/pagefind-worker.js", "its scripts"),
        ("/pagefind/fragment/en_1.pf_fragment", "fragment"),
        ("/pagefind/pagefind-entry.json", "its meta"),
    ],
)
def test_each_file_is_counted_as_what_it_is(path: str, part: str) -> None:
    assert part_of(path) == part


def test_a_first_query_counts_the_scripts_that_were_there_and_not_the_page() -> None:
    found = {
        "before": {"/search/": 9000, "/assets/0/js/search.js": 700},
        "first": [{"/search/manifest.json": 2000, "/search/terms/0.json": 300}],
        "following": [{"/search/terms/1.json": 40}],
    }
    figures = Bytes.of(found)
    assert (figures.first, figures.following) == ([3000], [40])
    assert parts_of(figures.parts) == "manifest 2.0, own scripts 0.7, terms 0.3"


def test_figures_are_median_95th_percentile_and_maximum() -> None:
    assert sorted_figures([3, 1, 2, *range(4, 101)]) == (50.5, 95, 100)


def figures(cpu: float, kilobytes: int) -> Figures:
    queries = {"before": {}, "first": [{"/": kilobytes * 1000}], "following": [{"/": 0}]}
    runs = {OURS: Run(1, cpu, 200), LUNR: Run(1, 10, 900)}
    return Figures(
        runs, {OURS: queries, "toggles": {"counts": [9], "rows": [99]}}, {"skill": 39_000}
    )


@pytest.mark.parametrize(("cpu", "kilobytes", "missed"), [(1, 60, 0), (1.1, 60, 1), (1, 61, 1)])
def test_a_figure_that_is_not_reached_is_said(cpu: float, kilobytes: int, missed: int) -> None:
    found = list(targets({LARGE: figures(cpu, 80), MIDDLE: figures(1, kilobytes)}))
    assert len([one for one in found if one.line().startswith("MISSED")]) == missed
    assert len(found) == 7


def test_our_engine_writes_the_files_of_the_site(tmp_path: Path) -> None:
    texts = {field: [f"water {field}"] for field in BOOSTS}
    entry = {"kind": "person", "texts": texts, "card": {"title": "Ada"}}
    (tmp_path / "entries.jsonl").write_text(f"{json.dumps(entry)}\n", "utf-8")
    ENGINES[OURS](tmp_path / "entries.jsonl", tmp_path / "out")
    assert tree(tmp_path / "out") == index_files([Entry("person", texts, {"title": "Ada"})])
