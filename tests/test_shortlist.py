"""What the shortlist is made of: the files of the build, and its script away from the page."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import check_commit
from sitegen.directory import Directory
from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.search.records import record_files
from sitegen.unmade import made
from sitegen.urls import Urls
from tests.factories import assignment, directory, profile, site_files
from tests.scripts import run_module
from tests.test_cli import content, run

__all__ = ["content"]

URLS = Urls("https://commonweave.example/directory/")
MARK = {"label": "skills-confirmed", "by": {"name": "Example Circle"}, "on": date(2026, 5, 3)}


def files(found: Directory) -> Mapping[str, Any]:
    raw = made(record_files(words_for(found, Translator(), URLS)))
    return {path: json.loads(content) for path, content in raw.items()}


def person(**changes: Any) -> Mapping[str, Any]:
    """Ada's file."""
    found = files(directory({"ada": profile(**changes)}))
    record: Mapping[str, Any] = found["search/people/ada.json"]
    return record


def test_a_person_is_said_line_by_line_as_their_page_says_it() -> None:
    record = person(
        name_native="أدا",
        silos={"ngo": 9, "foundation": "yes"},
        regions=["SN"],
        works={"modes": ["remote", "hybrid"], "travel": ["west-africa"], "days_away": 5},
        engagement={"kinds": ["advisory"], "pro_bono": "some", "contracts_as": ["company"]},
        availability={"status": "open", "days_per_month": 8, "notice_weeks": 4},
        ventures=[
            {"name": "Caisse", "role": "founder", "from": 1998, "to": 2014, "outcome": "left"}
        ],
        guidance={"offers": ["stepping-down"], "capacity": 2},
    )
    assert (record["slug"], record["name"], record["native"]) == ("ada", "Ada Example", "أدا")
    assert record["url"] == "/directory/profiles/ada/"
    assert record["address"] == "https://commonweave.example/directory/profiles/ada/"
    assert record["lines"] == {
        "worlds": ["NGO 9 years", "Foundation"],
        "sectors": ["Agriculture and food"],
        "languages": ["Arabic native", "French C2"],
        "based": ["Rabat, Morocco"],
        "regions": ["Senegal"],
        "free": ["Now, 8 days a month", "Notice: 4 weeks"],
        "works": ["Remote or partly on site; travels in West Africa; up to 5 days away a month"],
        "kinds": ["Advisory"],
        "contracts": ["Through a company"],
        "pro-bono": ["Some pro bono"],
        "ventures": ["Caisse, founder, 1998–2014: left"],
        "record": [],
        "marks": [],
        "guidance": ["Stepping down", "Takes 2 people at a time"],
        "confirmed": ["12 October 2026"],
    }
    assert record["skills"][0] == {
        "id": "succession-planning",
        "label": "Succession planning",
        "level": "others learn it from them",
        "notes": [],
        "evidence": "Prepared three successors.",
    }


def test_what_is_not_stated_is_an_empty_line() -> None:
    lines = person()["lines"]
    empty = {key for key, items in lines.items() if not items}
    assert empty == {
        "worlds", "regions", "works", "kinds", "contracts", "pro-bono", "ventures", "record",
        "marks", "guidance",
    }  # fmt: skip


def test_the_dormant_say_when_they_said_it() -> None:
    record = person(confirmed={"on": date(2025, 1, 1)})
    assert record["notice"] == "Not confirmed since January 2025"
    assert record["lines"]["free"] == ["Said in January 2025: now"]


@pytest.mark.parametrize(
    ("people", "postings", "secret"),
    [
        pytest.param({"ada": profile(name="Zyxa", listed=False)}, {}, "zyxa", id="unlisted"),
        pytest.param({"ada": profile(declines={"note": "zyxa"})}, {}, "zyxa", id="declined"),
        pytest.param({"ada": profile(interests=[{"name": "Zyxa"}])}, {}, "zyxa", id="interest"),
        pytest.param(
            {"ada": profile(engagement={"day_rate": {"min": 98765, "currency": "EUR"}})},
            {},
            "98765",
            id="day rate",
        ),
        pytest.param(
            {"ada": profile(guidance={"privately": ["burnout"]})},
            {},
            "burnout",
            id="guidance offered in private",
        ),
        pytest.param(
            {"ada": profile(based_in={"region": "levant"})}, {}, "lebanon", id="country of a region"
        ),
        pytest.param(
            {},
            {
                "plan": assignment(
                    client={"anonymous": True, "silo": "foundation"}, excludes=[{"name": "Zyxa"}]
                )
            },
            "zyxa",
            id="excluded by an anonymous client",
        ),
        pytest.param(
            {}, {"plan": assignment(title="Zyxa", deadline=date(2026, 11, 15))}, "zyxa", id="closed"
        ),
    ],
)
def test_what_no_page_shows_stands_in_no_file(
    people: Mapping[str, Any], postings: Mapping[str, Any], secret: str
) -> None:
    assert secret not in json.dumps(files(directory(people, postings))).lower()


def test_an_anonymous_client_stays_so() -> None:
    plan = assignment(client={"anonymous": True, "silo": "foundation", "country": "NL"})
    record = files(directory(postings={"plan": plan}))["search/assignments/plan.json"]
    assert record["client"] == "Foundation or philanthropy, name not published"


def test_an_assignment_says_what_a_panel_needs() -> None:
    plan = assignment(
        skills={
            "required": [{"skill": "succession-planning", "level": 3}],
            "desirable": [{"skill": "dairy-value-chains", "level": 2}],
        },
        selection={
            "criteria": [{"text": "Has done it", "weight": 70}, {"text": "Comes soon"}],
            "decided_by": date(2027, 2, 1),
        },
    )
    record = files(directory(postings={"plan": plan}))["search/assignments/plan.json"]
    assert record["required"] == [
        {"id": "succession-planning", "label": "Succession planning", "level": "has led it"}
    ]
    assert record["desirable"][0]["level"] == "has done it alone"
    assert record["criteria"] == [["Has done it", 70], ["Comes soon", None]]
    assert record["decided"] == "The client decides by 1 February 2027."


def test_every_listed_person_and_open_assignment_has_a_file(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    people = {f"search/people/{person.slug}.json" for person in sample.listed}
    postings = {f"search/assignments/{posting.slug}.json" for posting in sample.open_postings}
    found = {p for p in site if p.startswith(("search/people/", "search/assignments/"))}
    assert found == people | postings


COMMIT = "1f3c9abdeadbeef"


def test_the_commit_stands_where_people_select_and_nowhere_else() -> None:
    found = directory({"ada": profile()})
    named, unnamed = (site_files(found, URLS, commit=commit) for commit in (COMMIT, ""))
    assert f"commit {COMMIT}." in named["shortlist/index.html"].decode()
    assert "commit not stated." in unnamed["shortlist/index.html"].decode()
    assert [path for path in named if named[path] != unnamed[path]] == ["shortlist/index.html"]


@pytest.mark.parametrize("commit", ["", "1f3c9ab", "0" * 40, "f" * 64])
def test_a_commit_is_seven_to_sixty_four_digits_or_none(commit: str) -> None:
    check_commit(commit)


@pytest.mark.parametrize(
    "commit", ["1f3c9a", "f" * 65, "main", "1F3C9AB", "1f3c9ab\n", "1f3c9ab<b>", "-1f3c9ab"]
)
def test_what_is_no_commit_is_refused(commit: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        check_commit(commit)
    assert refusal.value.code == "S040"


def test_a_build_with_a_wrong_commit_writes_nothing(content: Path) -> None:
    result = run("build", "--jobs", "1", "--commit", "main")
    assert (result.exit_code, "S040 `main` is no commit" in result.output) == (2, True)
    assert not (content.parent / "_site").exists()


KEPT = """
import { parse } from "./js/shortlist/kept.js";
export default (texts) => texts.map(parse);
"""


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        pytest.param('["ada", "bo-2"]', ["ada", "bo-2"], id="slugs"),
        pytest.param('["ada", "bo", "ada"]', ["ada", "bo"], id="each once"),
        pytest.param('["../ada", "Ada", "a--b", "", 3, null, ["ada"], "x"]', ["x"], id="no slugs"),
        pytest.param(json.dumps(["a" * 64, "a" * 65]), ["a" * 64], id="too long"),
        pytest.param(None, [], id="nothing kept"),
        pytest.param("{", [], id="cut off"),
        pytest.param('{"0": "ada"}', [], id="something else"),
        pytest.param('"ada"', [], id="a text"),
    ],
)
def test_whatever_was_kept_only_slugs_are_read(text: str | None, slugs: list[str]) -> None:
    assert run_module(KEPT, [text]) == [slugs]


def test_a_list_holds_fifty() -> None:
    many = [f"p{number}" for number in range(60)]
    assert run_module(KEPT, [json.dumps(many)]) == [many[:50]]


ORDER = """
import { neighbour, swapped } from "./js/shortlist/order.js";
export default ([slugs, shown, slug, by]) => [
  swapped(slugs, shown, slug, by),
  neighbour(shown, slug),
];
"""


@pytest.mark.parametrize(
    ("slug", "by", "slugs", "next_to"),
    [
        pytest.param("b", -1, ["b", "gone", "a", "c"], "c", id="up, past who is gone"),
        pytest.param("b", 1, ["a", "gone", "c", "b"], "c", id="down"),
        pytest.param("c", 1, ["a", "gone", "b", "c"], "b", id="nowhere to go"),
    ],
)
def test_people_trade_places_with_whom_is_shown(
    slug: str, by: int, slugs: list[str], next_to: str
) -> None:
    kept = ["a", "gone", "b", "c"]
    assert run_module(ORDER, [kept, ["a", "b", "c"], slug, by]) == [slugs, next_to]


def test_a_slug_may_be_a_name_of_the_language() -> None:
    kept = ["constructor", "a", "b"]
    assert run_module(ORDER, [kept, kept, "b", -1])[0] == ["constructor", "b", "a"]


LINES = [
    {"key": "worlds", "label": "Worlds", "isSkills": False},
    {"key": "skills", "label": "Skills", "isSkills": True},
]


def skill(id: str, level: str, evidence: str = "", *notes: str) -> Mapping[str, Any]:
    return {"id": id, "label": id.title(), "level": level, "notes": notes, "evidence": evidence}


def someone(name: str, worlds: list[str], *skills: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"name": name, "lines": {"worlds": worlds}, "skills": skills}


COMPARE = """
import { comparisonRows } from "./js/shortlist/comparison.js";
export default ({ people, lines, asked }) =>
  comparisonRows(people, lines, { asked, others: "Others" });
"""


def compared(people: list[Mapping[str, Any]], asked: Sequence[Mapping[str, Any]]) -> Any:
    """Of each row the label, the note, whether people differ, and the words of the cells."""
    rows = run_module(COMPARE, {"people": people, "lines": LINES, "asked": asked})
    return [
        (
            row["label"],
            row["note"],
            row["differs"],
            *([item["text"] for item in items] for items in row["cells"]),
        )
        for row in rows
    ]


def test_skills_of_several_people_stand_in_rows_of_their_own() -> None:
    ada = someone("Ada", ["NGO", "Bank"], skill("water", "led"), skill("law", "alone"))
    bo = someone("Bo", ["Bank", "NGO"], skill("law", "alone", "Two."), skill("milk", "led"))
    assert compared([ada, bo], []) == [
        ("Worlds", "", False, ["NGO", "Bank"], ["Bank", "NGO"]),
        ("Law", "", False, ["alone"], ["alone"]),
        ("Others", "", True, ["Water: led"], ["Milk: led"]),
    ]


def test_skills_asked_for_come_first_whoever_has_them() -> None:
    ada = someone("Ada", [], skill("water", "led"))
    asked = [{"id": name, "label": name.title(), "note": "asked"} for name in ("tax", "water")]
    assert compared([ada, someone("Bo", [])], asked) == [
        ("Worlds", "", False, [], []),
        ("Tax", "asked", False, [], []),
        ("Water", "asked", True, ["led"], []),
    ]


def test_without_a_common_skill_all_stand_together() -> None:
    rows = compared([someone("Ada", [], skill("water", "led"))], [])
    assert rows[1:] == [("Skills", "", False, ["Water: led"])]


WORDS = {
    "lang": "en", "name": "Name", "native": "Native", "headline": "Headline", "notice": "Notice",
    "address": "Page", "quoted": "“{text}”",
    "foundQ": "Words: {value}", "foundShow": "Assignments", "foundFilter": "{label}: {value}",
    "foundSkillLevel": "Skills: {value}", "foundLanguageLevel": "Languages: {value}",
    "foundFreeBy": "Free by {value}", "foundDays": "{value} days", "foundSome": "Some words",
    "level-2": "alone", "level-3": "led", "level-4": "teaches",
}  # fmt: skip
CSV = """
import { csv } from "./js/shortlist/csv.js";
export default ({ people, lines, words }) => csv(people, lines, words);
"""
# What spreadsheets take for the beginning of a formula, in one width or another.
SIGNS = r"=+\-@\t\r＝＋－＠﹢﹣﹦﹫"
HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\u202e=1",
    "\ufeff@x",
    '"=1"',
    "'=1",
    "“=1”",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "harmless;=1+1",
    "harmless\t=1+1",
    "harmless,@x",
    "harmless|=1",
    "harmless\n=1",
    'quote",=1,"',
    '";=1;"',
    "<img src=x onerror=alert(1)>",
]


def table(people: list[Mapping[str, Any]]) -> str:
    made = run_module(CSV, {"people": people, "lines": LINES, "words": WORDS})
    assert isinstance(made, str)
    return made


def record(**changes: Any) -> Mapping[str, Any]:
    empty = {"slug": "ada", "name": "Ada", "native": "", "headline": "", "notice": ""}
    return {**empty, "address": "https://x.example/", "skills": [], "lines": {}, **changes}


def test_a_table_opens_as_it_was_written() -> None:
    skills = [
        skill("law", "led", "Said “no”, twice.", "9 years", "Used here"),
        skill("tax", "alone"),
    ]
    ada = record(name='Ada "the" Én', skills=skills, lines={"worlds": ["NGO, 9 years", "Bank"]})
    made = table([ada, record(name="بو")])
    assert made.startswith("\ufeff") and made.count("\r\n") == 3 and made.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
    assert rows == [
        ["Name", "Native", "Headline", "Notice", "Worlds", "Skills", "Page"],
        [
            'Ada "the" Én',
            "",
            "",
            "",
            "NGO, 9 years\nBank",
            "Law: led (9 years; Used here) “Said “no”, twice.”\nTax: alone",
            "https://x.example/",
        ],
        ["بو", "", "", "", "", "", "https://x.example/"],
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_no_cell_is_a_formula_whatever_a_program_splits_at(separator: str) -> None:
    made = table([record(name=text, headline=f"{text} and {text}") for text in HOSTILE])
    source = io.StringIO(made.removeprefix("\ufeff"), newline="")
    cells = [cell for row in csv.reader(source, delimiter=separator) for cell in row]
    assert len(cells) > len(HOSTILE)
    formulas = [cell for cell in cells if re.match(rf"[\s\"“”\u200b\u202e\ufeff]*[{SIGNS}]", cell)]
    assert formulas == []


def test_only_an_apostrophe_comes_to_a_cell_and_the_rest_is_whole() -> None:
    made = table([record(name=text) for text in HOSTILE])
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))[1:]
    assert [row[0].replace("'", "") for row in rows] == [text.replace("'", "") for text in HOSTILE]
    assert rows[-1][0] == HOSTILE[-1]


def test_common_texts_get_no_apostrophe() -> None:
    texts = ["Co-founder, 1998–2014", "a@b", "C++ and C#", "1 + 1 = 2", "well-being; e-health"]
    made = table([record(name=text) for text in texts])
    assert [line.split('","')[0] for line in made.splitlines()[1:]] == [f'"{t}' for t in texts]


FOUND = """
import { foundWith, searchOf } from "./js/shortlist/found.js";
export default ({ searches, filters, words }) =>
  searches.map((search) => [
    searchOf(`?from=${encodeURIComponent(search)}`),
    foundWith(search, filters, words),
  ]);
"""
FILTERS = {
    "skill": {"label": "Skills", "values": {"law": "Law reform", "tax": "Tax"}},
    "language": {"label": "Languages", "values": {"fr": "French"}},
}


SEARCHES: Mapping[str, tuple[str, list[str]]] = {
    "nothing": ("", []),
    "words": ("q=+water+%2Bfees+", ["Words: water +fees"]),
    "values": ("skill=law&skill=tax&skill=law", ["Skills: Law reform or Tax"]),
    "unknown": ("skill=golf&colour=red&q=", []),
    "names of the language": ("skill=constructor&__proto__=x", []),
    "kind": ("show=assignments&language=fr", ["Assignments", "Languages: French"]),
    "levels": ("skill-level=3&language-level=B2", ["Skills: led", "Languages: B2"]),
    "no levels": ("skill-level=1&language-level=Z9", []),
    "time": ("free-by=2027-03-01&days=8", ["Free by 1 March 2027", "8 days"]),
    "no time": ("free-by=2027-13-01&free-by=x&days=-1", []),
    "a day that no calendar has": ("free-by=2027-02-30", []),
    "some of the words": ("q=a&words=some&sort=name", ["Words: a", "Some words"]),
    "markup is text": ("q=<b>&page=2", ["Words: <b>"]),
}


def test_a_search_is_said_in_words() -> None:
    searches = [search for search, _ in SEARCHES.values()]
    found = run_module(FOUND, {"searches": searches, "filters": FILTERS, "words": WORDS})
    expected = {name: [search, lines] for name, (search, lines) in SEARCHES.items()}
    assert dict(zip(SEARCHES, found, strict=True)) == expected


PAPER = """
import { parts } from "./js/shortlist/paper.js";
import { fileName, today } from "./js/shortlist/save.js";
export default ({ counts, names }) => [
  counts.map((count) => parts(Array.from({ length: count })).map(({ part }) => part.length)),
  names.map(fileName),
  today(new Date(2027, 0, 5)),
];
"""


def test_people_are_spread_evenly_over_sheets_and_files_are_named_plainly() -> None:
    counts = {1: [1], 4: [4], 5: [3, 2], 9: [3, 3, 3], 50: [4] * 11 + [3] * 2}
    names = {
        ("selection", "water-fees", "2027-01-05"): "selection-water-fees-2027-01-05",
        ("../a", "", "B\u202ec?"): "a-b-c",
        ("التقييم", "x"): "التقييم-x",
    }
    assert run_module(PAPER, {"counts": list(counts), "names": [list(n) for n in names]}) == [
        list(counts.values()),
        list(names.values()),
        "2027-01-05",
    ]
