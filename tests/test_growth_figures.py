"""What the benchmark of builds makes of its measurements: memory, model, page, picture."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.growth.changes import CHANGES, SKILLS
from benchmarks.growth.figures import Cost, Measured, Site, Size, dump, kept
from benchmarks.growth.measure import search_bytes, stages
from benchmarks.growth.page import markdown, picture
from benchmarks.growth.peer import write_page
from benchmarks.growth.targets import targets
from benchmarks.memory import family, parent_of, proportional
from benchmarks.model import Line, Model, tables
from benchmarks.timing import Run
from tests.conftest import ROOT

PROFILE = """---
name: "Ada Example"
based_in: {country: "NO"}
languages: {no: "native"}
skills: [{skill: "insolvency", level: 2}, {skill: "closing-well", level: 1}]
sectors: ["water"]
confirmed: {on: 2026-08-28}
---
A text.
"""


def test_the_parent_is_found_whatever_a_program_is_called() -> None:
    assert parent_of("17 (a ) b (c)) S 4 17 17 0 -1 4194304") == 4


def test_a_family_is_a_process_and_all_that_descend_from_it() -> None:
    assert family(2, {2: 1, 3: 2, 4: 3, 5: 1, 6: 5, 7: 2}) == {2, 3, 4, 7}


def test_memory_is_the_share_of_a_process_and_none_of_one_that_ended() -> None:
    rollup = "5583 [rollup]\nRss:  900 kB\nPss:              120 kB\nPss_Anon:  70 kB\n"
    assert (proportional(rollup), proportional("")) == (120 * 1024, 0)


def test_two_commands_take_the_time_of_both_and_the_memory_of_the_larger() -> None:
    assert Run(1, 2, 300).then(Run(3, 4, 200)) == Run(4, 6, 300)


def test_stages_are_summed_by_name_in_seconds() -> None:
    events = [{"name": name, "dur": dur} for name, dur in (("read", 5e5), ("pages", 1e6))]
    trace = json.dumps({"traceEvents": [*events, {"name": "pages", "dur": 2e6}]})
    assert stages(trace.encode()) == {"read": 0.5, "pages": 3.0}


def test_a_search_fetches_the_whole_of_some_files_and_of_others_the_largest(tmp_path: Path) -> None:
    sizes = {"manifest.json": 30, "lengths-0.json": 9, "terms/a.json": 5, "terms/b.json": 7}
    for name, size in {**sizes, "columns/c.json": 3}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(range(size)))
    found = search_bytes(tmp_path)
    expected = {"manifest": 30, "lengths": 9, "largest of terms": 7, "largest of columns": 3}
    assert found == expected


@pytest.mark.parametrize(
    ("name", "lines"), [("a word", 1), ("a skill", 1), ("a date", 1), ("nothing", 0)]
)
def test_a_change_is_of_one_line_and_each_time_another(name: str, lines: int) -> None:
    texts = [PROFILE]
    for number in range(6):
        texts.append(CHANGES[name](texts[-1], number))
        pairs = zip(texts[-1].splitlines(), texts[-2].splitlines(), strict=True)
        assert sum(one != other for one, other in pairs) == lines


def test_skills_that_are_put_in_are_of_the_vocabulary() -> None:
    text = (ROOT / "content/vocabulary/skills.yml").read_text("utf-8")
    assert {*SKILLS} <= {*re.findall(r"(?m)^  - id: (\S+)$", text)}


def test_the_peer_gets_the_same_text_and_fields(tmp_path: Path) -> None:
    path = tmp_path / "profiles" / "ada-example.md"
    path.parent.mkdir()
    path.write_text(PROFILE, "utf-8")
    write_page(path, tmp_path / "hugo")
    written = (tmp_path / "hugo/content/profiles/ada-example.md").read_text("utf-8")
    _, head, body = written.split("---\n")
    fields: dict[str, Any] = yaml.safe_load(head)
    assert body == "A text.\n"
    assert fields["skills"] == ["insolvency", "closing-well"]
    assert (fields["languages"], fields["countries"]) == (["no"], ["NO"])
    assert fields["params"]["claims"][0] == {"skill": "insolvency", "level": "2"}


def site(people: int, wall: float, cpu: float) -> Site:
    cost = Cost(wall=wall, cpu=cpu, peak=100 + people / 10)
    size = 10**5 * people + 10**7
    changes = dict.fromkeys(CHANGES, cost)
    return Site(cold=cost, files=9 * people + 500, size=size, changes=changes)


def size(people: int, peer: bool) -> Size:
    """On a machine that others use as well: all stages last twice as long as they work."""
    alone = dict.fromkeys(("decide", "follow", "write"), people / 1000)
    reading = dict.fromkeys(("read", "check"), people / 1000)
    shared = {**reading, "match": people**2 / 10 / 10**6, "render": people / 100}
    cpu = (sum(alone.values()) + 2 * sum(shared.values())) / 2
    return Size(
        people=people,
        postings=people // 10,
        day="2026-11-26",
        load=0.1,
        rounds=5,
        ours=site(people, people / 50, cpu),
        peer=site(people, people / 100, cpu / 2) if peer else None,
        ended="" if peer else "Pagefind was ended at 9.1 GB",
        stages={**alone, **shared, "search": people / 2000, "compare": 0, "exports": 0},
        search={"manifest": 100 + people},
    )


def measured(peer: bool = True) -> Measured:
    return Measured(machine="m", versions="v", jobs=2, sizes=(size(1000, True), size(10_000, peer)))


def test_a_line_goes_through_the_two_largest_and_never_falls() -> None:
    assert Line.through([(3, 10), (1, 99), (2, 8)]) == Line(4, 2)
    assert Line.through([(1, 9), (2, 8)]).at(100) == 8


def test_the_model_shares_matching_and_pages_and_not_what_one_process_does() -> None:
    model = Model(measured())
    alone, reading, matching, pages, index = 3, 4, 0.4, 20, 0.5
    assert model.seconds(2000, 1) == pytest.approx(alone + reading + matching + pages)
    assert model.seconds(2000, 4) == pytest.approx(alone + (reading + matching + pages) / 4)
    assert model.seconds(2000, 1000) == pytest.approx(alone + (reading + matching) / 1000 + index)
    assert model.most_people("size", 1e9) == pytest.approx(9900)
    rows = dict(tables(measured()))["The site"]
    assert rows[2] == ("100,000", "900,500", "10,010")


def test_the_page_says_ratios_and_what_is_missed_and_what_a_peer_could_not() -> None:
    page = markdown(measured())
    assert "| 10,000 | ratio | 2.00 | 2.00 | 1.00 | 1.00 | 1.00 |" in page
    assert "2.0 times their time at 1,000" in page
    assert "| time / the peer's at 10,000 | 2.00 | 0.60 | **missed** |" in page
    ended = markdown(measured(peer=False))
    assert "At 10,000: Pagefind was ended at 9.1 GB." in ended
    assert "| 10,000 | ratio" not in ended
    assert {one.name for one in targets(measured(peer=False))} < {
        one.name for one in targets(measured())
    }


def test_figures_are_kept_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "growth.json").write_text(dump(measured()), "utf-8")
    assert kept(tmp_path / "growth.json") == measured()


def test_the_picture_has_a_point_for_each_figure_and_its_text_in_words() -> None:
    drawn = picture(measured())
    assert drawn == picture(measured())
    assert drawn.count("<circle") == 8
    assert re.findall(r'middle">([\d,]+)<', drawn) == ["1,000", "10,000"] * 2
    assert "sitegen: from 20.0 s and 200 MB at 1,000 people to 200.0 s and 1,100 MB" in drawn
    alone = Measured(machine="m", versions="v", jobs=2, sizes=(size(1000, False),))
    assert "Pagefind" not in picture(alone)
