"""Facets in the browser: columns, sets of documents, and what a state selects and counts."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from benchmarks.columns import synthetic
from sitegen.directory import Directory, Person
from sitegen.facets import FACETS, free_from
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.search.columns import column_files
from sitegen.urls import Urls
from tests.conftest import sample_directory
from tests.factories import TODAY, assignment, directory, profile
from tests.scripts import run_module

State = Mapping[str, Any]
SEED, STATES = 20261126, 2000
LEVELS = {facet.key: facet.levels for facet in FACETS if facet.levels}


def columns(found: Directory) -> Mapping[str, Any]:
    words = words_for(found, Translator(), Urls("https://directory.example/"))
    return {name: json.loads(raw) for name, raw in column_files(words).items()}


def test_a_column_tells_documents_by_their_place_in_the_list() -> None:
    ada = profile(works={"modes": ["remote"], "travel": ["sahel"]})
    bo = profile(name="Bo Example", works={"modes": ["remote", "onsite"], "travel": ["anywhere"]})
    old = profile(name="Aa Old", confirmed={"on": date(2024, 1, 1)}, works={"modes": ["onsite"]})
    people = {"bo": bo, "ada": ada, "old": old, "out": profile(listed=False)}
    plan = assignment(work={"mode": "onsite", "country": "KE"})
    found = columns(directory(people, {"plan": plan}))
    # Ada 0, Bo 1, the dormant 2, the assignment 3.
    assert found["mode"] == {"facet": "mode", "values": {"onsite": "$$$", "remote": "#$"}}
    assert found["travel"]["people"] == 1
    assert found["travel"]["whole"] == "anywhere"
    assert found["travel"]["values"]["sahel"] == "#"


def test_skills_are_columns_by_family_and_have_levels() -> None:
    found = columns(directory({"ada": profile()}))
    assert found["skill-ending-and-handing-on"] == {
        "facet": "skill",
        "levels": ["1", "2", "3", "4"],
        "values": {"succession-planning": ["#", "4"]},
    }
    assert found["language"]["values"] == {"ar": ["#", "7"], "fr": ["#", "6"]}


def test_days_are_counted_from_the_day_of_the_site() -> None:
    people = {
        "ada": profile(availability={"status": "open", "from": date(2026, 1, 1)}),
        "bo": profile(
            name="Bo Example",
            confirmed={"on": date(2026, 11, 1)},
            availability={
                "status": "limited",
                "from": TODAY + timedelta(days=3),
                "until": TODAY + timedelta(days=90),
                "days_per_month": 8,
            },
        ),
        "cy": profile(name="Cy Example", availability={"status": "paused", "days_per_month": 9}),
    }
    plan = assignment(starts=TODAY + timedelta(days=40))
    found = columns(directory(people, {"plan": plan}))
    assert found["availability"] == {
        "since": "2026-11-16",
        "from": [0, 3, -1, 40],
        "until": [-1, 90, -1, -1],
        "days": [-1, 8, -1, -1],
    }
    assert found["confirmed"] == {"since": "2026-10-12", "on": [0, 20, 0, 20]}


def test_the_same_directory_gives_the_same_columns() -> None:
    found = sample_directory()
    turned = replace(found, people=dict(reversed(list(found.people.items()))))
    assert columns(turned) == columns(found)


BITS = """
import { Bits } from "./js/search/bits.js";
const sorted = (set) => [...set].sort((a, b) => a - b);
export default ({ size, pairs }) => pairs.map(([a, b]) => {
  const one = Bits.of(size, a), other = Bits.of(size, b);
  return {
    and: [...one.clone().and(other)], or: [...one.clone().or(other)],
    not: [...one.clone().andNot(other)], count: one.count(), both: one.countAnd(other),
    kept: [...one], has: a.every((n) => one.has(n)) && b.every((n) => one.has(n) === a.includes(n)),
    range: [...Bits.range(size, a[0] ?? 0, size)].length,
  };
});
"""


def test_sets_of_documents_agree_with_sets() -> None:
    chance = random.Random(SEED)  # noqa: S311
    size = 97

    def drawn() -> list[int]:
        return sorted(chance.sample(range(size), chance.randint(0, size)))

    pairs = [(drawn(), drawn()) for _ in range(300)]
    for (a, b), told in zip(pairs, run_module(BITS, {"size": size, "pairs": pairs}), strict=True):
        one, other = set(a), set(b)
        assert told == {
            "and": sorted(one & other),
            "or": sorted(one | other),
            "not": sorted(one - other),
            "count": len(one),
            "both": len(one & other),
            "kept": a,
            "has": True,
            "range": size - (a[0] if a else 0),
        }


@cache
def crowd() -> Directory:
    """The sample with a hundred more people."""
    found = sample_directory()
    return replace(found, people={**found.people, **synthetic(100).people})


@cache
def listed() -> Sequence[Person]:
    return crowd().listed


@cache
def held() -> Sequence[Mapping[str, Mapping[str, int]]]:
    """For each document what it has by facet, with the values of who has all of them."""
    found = crowd()
    regions = ("anywhere", *found.vocabulary.regions)
    rows = [
        *({f.key: f.of_person(p, found.vocabulary) for f in FACETS} for p in found.listed),
        *(
            {f.key: f.of_posting(p, found.vocabulary) if f.of_posting else {} for f in FACETS}
            for p in found.open_postings
        ),
    ]
    anywhere = dict.fromkeys(regions, 0)
    return [
        {**row, "travel": anywhere if "anywhere" in row["travel"] else row["travel"]}
        for row in rows
    ]


@cache
def values_of(key: str) -> Sequence[str]:
    return sorted({value for row in held() for value in row[key]})


def states(count: int) -> Iterator[State]:
    chance = random.Random(SEED)  # noqa: S311
    size = len(held())
    values = {facet.key: values_of(facet.key) for facet in FACETS}
    for _ in range(count):
        used = chance.sample(sorted(values), chance.choice((0, 1, 1, 2, 2, 3)))
        filters = {
            key: chance.sample(values[key], min(len(values[key]), chance.randint(1, 4)))
            for key in used
        }
        found = chance.sample(range(size), chance.randint(0, size))
        yield {
            "found": sorted(found) if chance.random() < 0.5 else None,
            "show": chance.choice(("people", "people", "assignments")),
            "filters": filters,
            "levels": {
                key: chance.choice(names) for key, names in LEVELS.items() if chance.random() < 0.5
            },
            "freeBy": (TODAY + timedelta(days=chance.randint(-20, 500))).isoformat()
            if chance.random() < 0.2
            else "",
            "days": chance.choice((0, 0, 0, 4, 8)),
            "asked": chance.sample(sorted(values), 2),
        }


def passes(number: int, state: State, show: str, without: str = "") -> bool:
    """Whether a document is selected, one card at a time."""
    people = listed()
    if (number < len(people)) != (show == "people"):
        return False
    if show == "people" and not is_free(people[number], state):
        return False
    for facet in FACETS:
        wanted = state["filters"].get(facet.key)
        if not wanted or facet.key == without or (show != "people" and not facet.of_posting):
            continue
        if not any(has(number, facet.key, value, state) for value in wanted):
            return False
    return True


def is_free(person: Person, state: State) -> bool:
    free = free_from(person, crowd().today)
    if state["days"] and not (free and (free.days or 0) >= state["days"]):
        return False
    if not state["freeBy"]:
        return True
    day = date.fromisoformat(state["freeBy"])
    late = free is not None and free.until is not None and free.until < day
    return free is not None and free.start <= max(day, crowd().today) and not late


def has(number: int, key: str, value: str, state: State) -> bool:
    level = held()[number][key].get(value)
    least = state["levels"].get(key)
    return level is not None and (not least or level > LEVELS[key].index(least))


def expected(state: State) -> Mapping[str, Any]:
    size = range(len(held())) if state["found"] is None else state["found"]
    counts = {}
    for key in state["asked"]:
        counts[key] = dict.fromkeys(values_of(key), 0)
        for number in size:
            if passes(number, state, state["show"], key):
                for value in held()[number][key]:
                    counts[key][value] += has(number, key, value, state)
    shown = {
        show: [n for n in size if passes(n, state, show)] for show in ("people", "assignments")
    }
    return {
        "docs": shown[state["show"]],
        "kinds": {show: len(documents) for show, documents in shown.items()},
        "counts": counts,
    }


SELECT = """
import { Bits } from "./js/search/bits.js";
import { Columns } from "./js/search/columns.js";
import { select } from "./js/search/select.js";
const plain = (map) => Object.fromEntries(map);
export default async ({ ranges, raw, states, names }) => {
  const columns = new Columns(ranges, async (name) => raw[name]);
  await columns.fetch(Object.keys(raw));
  return states.map(({ found, filters, asked, ...state }) => {
    const sets = new Map(Object.entries(filters).map(([key, values]) => [key, new Set(values)]));
    const words = found && Bits.of(columns.size, found);
    const groups = asked.flatMap((key) => names[key]);
    const { bits, counts, kinds } = select(words, { ...state, filters: sets }, columns, groups);
    const told = [...counts].map(([key, values]) => [key, plain(values)]);
    return { docs: [...bits], kinds, counts: Object.fromEntries(told) };
  });
};
"""


def test_what_a_state_selects_and_counts_is_what_a_look_at_each_card_gives() -> None:
    found = crowd()
    drawn = list(states(STATES))
    raw = columns(found)
    names = {
        facet.key: sorted({facet.column(v, found.vocabulary) for v in values_of(facet.key)})
        for facet in FACETS
    }
    dormant = sum(person.freshness == "dormant" for person in found.listed)
    ranges = {
        "people": len(found.listed) - dormant,
        "dormant": dormant,
        "assignments": len(found.open_postings),
    }
    told = run_module(SELECT, {"ranges": ranges, "raw": raw, "states": drawn, "names": names})
    assert sum(bool(answer["docs"]) for answer in told) > STATES / 4
    for state, answer in zip(drawn, told, strict=True):
        assert answer == expected(state), state


ORDER = """
import { Columns } from "./js/search/columns.js";
import { inOrder, columnOfOrder } from "./js/search/select.js";
export default async ({ ranges, raw, sorts }) => {
  const columns = new Columns(ranges, async (name) => raw[name]);
  await columns.fetch(sorts.map(columnOfOrder).filter(Boolean));
  return sorts.map((sort) => inOrder(columns.kind("people"), sort, columns));
};
"""


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        pytest.param("available", ["now", "soon", "late", "away", "old"], id="soonest free"),
        pytest.param("confirmed", ["late", "away", "now", "soon", "old"], id="latest confirmed"),
        pytest.param("name", ["away", "late", "now", "soon", "old"], id="by name"),
    ],
)
def test_people_stand_in_order(sort: str, expected: list[str]) -> None:
    def person(name: str, days: int, **availability: Any) -> Any:
        offered = {"status": "open", **availability}
        on = TODAY - timedelta(days=days)
        return profile(name=name, availability=offered, confirmed={"on": on})

    people = {
        "away": person("Abe", 3, status="paused"),
        "late": person("Bea", 2, **{"from": TODAY + timedelta(days=90)}),
        "now": person("Cyd", 4),
        "soon": person("Dee", 5, **{"from": TODAY + timedelta(days=9)}),
        "old": person("Aaa", 800),
    }
    found = directory(people)
    ranges = {"people": 4, "dormant": 1, "assignments": 0}
    told = run_module(ORDER, {"ranges": ranges, "raw": columns(found), "sorts": [sort]})
    assert [found.listed[number].slug for number in told[0]] == expected


def test_a_column_that_was_not_fetched_is_never_counted_as_empty() -> None:
    module = """
        import { Columns } from "./js/search/columns.js";
        export default async () => {
          let asked = 0;
          const columns = new Columns({ people: 1, dormant: 0, assignments: 0 }, async () => {
            asked += 1;
            if (asked === 1) throw new Error("no network");
            return { facet: "mode", values: { remote: "#" } };
          });
          const said = [];
          try { columns.get("mode"); } catch ({ message }) { said.push(message); }
          try { await columns.fetch(["mode"]); } catch ({ message }) { said.push(message); }
          await columns.fetch(["mode", "mode"]);
          await columns.fetch(["mode"]);
          return [...said, columns.get("mode").bits("remote").count(), asked];
        };
    """
    assert run_module(module) == ["the column mode was not fetched", "no network", 1, 2]


def test_the_address_of_a_search_knows_every_facet_and_level() -> None:
    module = """
        import { GROUPS, LEVELS } from "./js/search/state.js";
        export default () => [GROUPS, LEVELS];
    """
    groups, levels = run_module(module)
    assert groups == [facet.key for facet in FACETS]
    assert levels == {facet.key: list(facet.least) for facet in FACETS if facet.least}
