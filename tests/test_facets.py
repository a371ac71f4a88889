"""By what people and assignments can be found, and the page of each value."""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from sitegen import urls
from sitegen.directory import Directory
from sitegen.facets import FACETS, Free, facet_values, free_from
from sitegen.i18n import Translator
from sitegen.urls import SECTIONS, Urls, output_path
from tests.factories import TODAY, assignment, directory, profile, site_files, vocabulary

FACET = {facet.key: facet for facet in FACETS}
LONG_AGO = {"on": TODAY - timedelta(days=500)}


def of_person(key: str, vetting: list[Mapping[str, Any]] | None = None, **changes: Any) -> Any:
    found = directory({"ada": profile(**changes)}, vetting={"ada": vetting} if vetting else None)
    return FACET[key].of_person(found.people["ada"], vocabulary())


def of_posting(key: str, **changes: Any) -> Any:
    held = FACET[key].of_posting
    assert held
    found = directory(postings={"plan": assignment(**changes)})
    return held(found.postings["plan"], vocabulary())


def mark(label: str, on: date, **fields: Any) -> Mapping[str, Any]:
    return {"label": label, "by": "the circle", "on": on, **fields}


def skill(name: str, level: int = 2, **fields: Any) -> Mapping[str, Any]:
    return {"skill": name, "level": level, "evidence": "Did it.", **fields}


CLAIMS = [skill("member-dues"), skill("cold-chain", 3), skill("founder-exit", 1)]
CHECKED = [mark("references", TODAY, skills=[{"skill": "member-dues", "level": 4}])]


@pytest.mark.parametrize(
    ("key", "changes", "expected"),
    [
        pytest.param(
            "skill",
            {"skills": CLAIMS},
            {"member-dues": 2, "cold-chain": 3, "founder-exit": 1},
            id="skills with the level claimed",
        ),
        pytest.param(
            "skill",
            {"skills": CLAIMS, "vetting": CHECKED},
            {"member-dues": 4, "cold-chain": 3, "founder-exit": 1},
            id="a level that somebody else confirmed counts",
        ),
        pytest.param(
            "skill",
            {"skills": [*CLAIMS[:2], skill("founder-exit", 4, again=False)]},
            {"member-dues": 2, "cold-chain": 3},
            id="nothing that they would rather not do again",
        ),
        pytest.param(
            "family",
            {"skills": [*CLAIMS[:1], skill("member-assemblies"), skill("cold-chain", again=False)]},
            {"community-organising": 0},
            id="families of those skills only",
        ),
        pytest.param("sector", {"sectors": ["dairy"]}, {"dairy": 0, "agriculture": 0}, id="sector"),
        pytest.param(
            "sector",
            {"sectors": ["dairy", "energy"], "declines": {"sectors": ["agriculture"]}},
            {"energy": 0},
            id="no sector below one that they decline",
        ),
        pytest.param(
            "silo",
            {"silos": {"ngo": 3, "corporate": True}, "declines": {"silos": ["corporate"]}},
            {"ngo": 0, "corporate": 0},
            id="a world they know from inside, though they decline its clients",
        ),
        pytest.param(
            "country",
            {"regions": ["SN", "west-africa"]},
            {"MA": 0, "SN": 0},
            id="countries lived and worked in",
        ),
        pytest.param(
            "country",
            {"based_in": {"region": "levant"}, "regions": ["LB"]},
            {},
            id="no country of somebody who says a region",
        ),
        pytest.param(
            "region",
            {"based_in": {"region": "levant"}},
            dict.fromkeys(("levant", "middle-east", "mena", "asia"), 0),
            id="the region that they say, and what holds all of it",
        ),
        pytest.param(
            "region",
            {"based_in": {"country": "KE"}, "regions": ["maghreb"]},
            {"east-africa": 0, "africa": 0, "great-lakes": 0, "maghreb": 0},
            id="regions of the country, and of where they worked",
        ),
        pytest.param("language", {}, {"ar": 7, "fr": 6}, id="languages with levels"),
        pytest.param(
            "mode",
            {"works": {"modes": ["remote", "hybrid"]}},
            {"remote": 0, "hybrid": 0},
            id="modes",
        ),
        pytest.param(
            "travel",
            {"works": {"travel": ["KE"]}},
            {"east-africa": 0, "africa": 0, "great-lakes": 0},
            id="travels to a country: to a part of its regions",
        ),
        pytest.param(
            "travel",
            {"works": {"travel": ["horn-of-africa"]}},
            {"horn-of-africa": 0, "east-africa": 0, "africa": 0},
            id="travels to a region: to a part of wider ones",
        ),
        pytest.param(
            "travel", {"works": {"travel": ["anywhere"]}}, {"anywhere": 0}, id="travels anywhere"
        ),
        pytest.param(
            "travel", {"works": {"travel": ["none"]}}, {}, id="no value for not travelling"
        ),
        pytest.param(
            "kind",
            {"engagement": {"kinds": ["board", "coaching"]}},
            {"board": 0, "coaching": 0},
            id="kinds of work",
        ),
        pytest.param("pro-bono", {"engagement": {"pro_bono": "some"}}, {"some": 0}, id="pro bono"),
        pytest.param("pro-bono", {"engagement": {"pro_bono": "no"}}, {}, id="no value for a fee"),
        pytest.param(
            "guidance",
            {"guidance": {"offers": ["burnout"], "privately": ["grief"]}},
            {"burnout": 0},
            id="guidance offered in public",
        ),
        pytest.param(
            "guidance",
            {"guidance": {"offers": ["burnout"], "paused": True}},
            {},
            id="no guidance while it is paused",
        ),
        pytest.param(
            "guidance",
            {"guidance": {"offers": ["burnout"]}, "confirmed": LONG_AGO},
            {},
            id="no guidance of the dormant",
        ),
        pytest.param(
            "vetting",
            {"vetting": [mark("identity", TODAY), mark("method", date(2020, 1, 1))]},
            {"identity": 0},
            id="marks that still hold",
        ),
    ],
)
def test_a_person_is_found_by_what_their_page_offers(
    key: str, changes: Mapping[str, Any], expected: Mapping[str, int]
) -> None:
    assert of_person(key, **changes) == expected


@pytest.mark.parametrize(
    ("key", "changes", "expected"),
    [
        pytest.param(
            "skill",
            {
                "skills": {
                    "required": [{"skill": "cold-chain", "level": 3}],
                    "desirable": [{"skill": "member-dues", "level": 1}],
                }
            },
            {"cold-chain": 3, "member-dues": 1},
            id="skills at the level asked for",
        ),
        pytest.param("silo", {"silos": ["ngo"]}, {"foundation": 0, "ngo": 0}, id="worlds"),
        pytest.param(
            "region",
            {"work": {"mode": "onsite", "country": "KE"}},
            {"east-africa": 0, "africa": 0, "great-lakes": 0},
            id="regions of the country of the work",
        ),
        pytest.param("country", {}, {}, id="not the country of the client"),
        pytest.param(
            "mode", {"work": {"mode": "hybrid", "country": "KE"}}, {"hybrid": 0}, id="mode"
        ),
        pytest.param(
            "language",
            {
                "languages": {
                    "everyone": {"fr": "B2"},
                    "in_team": {"fr": "C1", "wo": "B1"},
                    "useful": {"en": "A2"},
                }
            },
            {"fr": 5, "wo": 3},
            id="languages at the highest level asked for",
        ),
        pytest.param(
            "pro-bono",
            {"budget": {"pro_bono": True, "reason": "A school."}},
            {"yes": 0},
            id="no fee",
        ),
        pytest.param("kind", {"kinds": ["board"]}, {"board": 0}, id="kind"),
    ],
)
def test_an_assignment_is_found_by_what_it_asks_for(
    key: str, changes: Mapping[str, Any], expected: Mapping[str, int]
) -> None:
    assert of_posting(key, **changes) == expected


@pytest.mark.parametrize(
    ("availability", "confirmed", "expected"),
    [
        pytest.param({"status": "open"}, TODAY, Free(TODAY, None, None), id="now"),
        pytest.param(
            {"status": "open", "from": date(2026, 3, 1), "until": date(2027, 3, 1)},
            TODAY,
            Free(TODAY, date(2027, 3, 1), None),
            id="since long",
        ),
        pytest.param(
            {"status": "limited", "from": date(2027, 3, 1), "days_per_month": 8},
            TODAY,
            Free(date(2027, 3, 1), None, 8),
            id="later, and asks first",
        ),
        pytest.param({"status": "paused", "days_per_month": 8}, TODAY, None, id="paused"),
        pytest.param({"status": "open", "until": date(2026, 11, 1)}, TODAY, None, id="no more"),
        pytest.param({"status": "open"}, LONG_AGO["on"], None, id="not confirmed for long"),
    ],
)
def test_when_somebody_is_free(
    availability: Mapping[str, Any], confirmed: date, expected: Free | None
) -> None:
    ada = profile(availability=availability, confirmed={"on": confirmed})
    assert free_from(directory({"ada": ada}).people["ada"], TODAY) == expected


def test_what_follows_for_a_person_follows_from_one_vocabulary() -> None:
    found = directory({"ada": profile()})
    ada, words, others = found.people["ada"], found.vocabulary, replace(found.vocabulary)
    assert [ada.once("n", words, partial(int, n)) for n in (1, 2)] == [1, 1]
    assert ada.once("n", others, lambda: 3) == 3
    assert ada == directory({"ada": profile()}).people["ada"], "and is nothing of the person"
    copy = pickle.loads(pickle.dumps(ada))  # noqa: S301  # our own
    assert copy == ada
    assert copy.once("n", others, lambda: 4) == 4


def test_who_is_not_listed_is_under_no_value() -> None:
    found = directory({"ada": profile(listed=False)})
    assert not any(facet_values(found, Translator()).values())


def test_values_stand_in_the_order_of_the_vocabulary_or_by_label() -> None:
    ada = profile(silos={"academia": 2, "community": 3}, works={"travel": ["anywhere"]})
    bo = profile(works={"travel": ["sahel", "andes"]})
    found = facet_values(directory({"ada": ada, "bo": bo}), Translator())
    assert [value.id for value in found["silo"]] == ["community", "academia"]
    assert [value.label for value in found["language"]] == ["Arabic", "French"]
    assert [value.label for value in found["travel"]][:2] == ["Anywhere", "Africa"]
    beyond = {value.id: value.beyond for value in found["travel"]}
    assert (beyond["anywhere"], beyond["sahel"]) == (0, 1)


def test_every_folder_of_a_facet_is_a_section_of_the_site() -> None:
    assert {facet.collection for facet in FACETS} <= SECTIONS


def linked(raw: bytes) -> set[str]:
    found = re.findall(rb'href="/directory/([^"#]*)"', raw)
    return {output_path("/" + address.decode()) for address in found}


def test_every_page_of_a_facet_is_reached_from_the_front_page(site: Mapping[str, bytes]) -> None:
    seen: set[str] = set()
    ahead = {"index.html"}
    while ahead:
        seen |= ahead
        ahead = {to for path in ahead for to in linked(site[path]) if to.endswith(".html")} - seen
    folders = tuple(f"{facet.collection}/" for facet in FACETS)
    pages = {path for path in site if path.startswith(folders) and path.endswith(".html")}
    assert len(pages) > 300
    assert pages <= seen


def test_everybody_stands_on_the_page_of_each_value_they_have(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    for facet in FACETS:
        lists = whole_lists(facet.collection, site)
        for person in sample.listed:
            for value in facet.of_person(person, sample.vocabulary):
                listed = lists[urls.facet(facet.collection, value).strip("/")]
                assert f"profiles/{person.slug}/index.html" in listed


def whole_lists(collection: str, site: Mapping[str, bytes]) -> Mapping[str, set[str]]:
    """The addresses that each value's pages link to, all pages of a value together."""
    found: dict[str, set[str]] = {}
    for path, raw in site.items():
        match = re.fullmatch(rf"({collection}/[^/]+)/(page/\d+/)?index\.html", path)
        if match:
            found.setdefault(match[1], set()).update(linked(raw))
    return found


def pages_of(found: Directory) -> Mapping[str, str]:
    files = site_files(found, Urls("https://directory.example/"))
    return {path: raw.decode() for path, raw in files.items() if path.endswith(".html")}


def test_a_long_list_of_a_value_has_pages_of_twenty() -> None:
    people = {f"p{n:02}": profile(name=f"Person {n:02}") for n in range(23)}
    postings = {"plan": assignment(sectors=["agriculture"])}
    pages = pages_of(directory(people, postings))
    first = pages["sectors/agriculture/index.html"]
    second = pages["sectors/agriculture/page/2/index.html"]
    assert "<h2>23 people</h2>" in first
    assert re.findall(r"<h3><a href=\"/profiles/(\w+)/", second) == ["p20", "p21", "p22"]
    assert "Exit plan for a dairy network" in first
    assert "Exit plan for a dairy network" not in second
    assert "sectors/agriculture/page/3/index.html" not in pages


def test_a_very_long_list_is_brief_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.pages.facets.LONGEST_FULL", 4)
    monkeypatch.setattr("sitegen.pages.facets.BRIEF_SIZE", 3)
    people = {f"p{n}": profile(name=f"Person {n}") for n in range(5)}
    people["ada"] = profile(name="Ada", sectors=["energy"])
    pages = pages_of(directory(people))
    first = pages["sectors/agriculture/index.html"]
    second = pages["sectors/agriculture/page/2/index.html"]
    named = r'<li class="brief" data-slug="(\w+)" data-kind="people">'
    assert re.findall(named, first) == ["p0", "p1", "p2"]
    assert re.findall(named, second) == ["p3", "p4"]
    assert 'class="row"' not in first + second
    assert 'class="note">Rabat, Morocco<' in second
    assert 'class="row"' in pages["sectors/energy/index.html"]


def test_the_page_of_a_place_says_that_people_live_or_have_worked_there() -> None:
    pages = pages_of(directory({"ada": profile()}))
    for address in ("countries/ma/index.html", "regions/maghreb/index.html"):
        assert '<p class="lede">People who live here or have worked here.</p>' in pages[address]
    assert "or have worked here" not in pages["languages/fr/index.html"]


def test_the_people_of_a_country_are_told_apart_by_sector() -> None:
    people = {f"p{n}": profile(name=f"Person {n}") for n in range(5)}
    people["w"] = profile(name="Water Person", sectors=["water-and-sanitation"])
    people["old"] = profile(name="Old Person", sectors=["energy"], confirmed=LONG_AGO)
    page = pages_of(directory(people))["countries/ma/index.html"]
    beside = page[page.index("<aside") : page.index("</aside>")]
    groups = [re.findall(r">([^<>\n]+)</(?:a|bdi)>", part) for part in beside.split("<div>")[1:]]
    assert groups[-1] == ["Water and sanitation", "Water Person"]
    assert "Old Person" not in beside
    assert "Old Person" in page


def test_who_travels_anywhere_is_told_beside_each_region() -> None:
    people = {
        "ada": profile(works={"travel": ["anywhere"]}),
        "bo": profile(name="Bo Example", works={"travel": ["sahel"]}),
    }
    page = pages_of(directory(people))["travel/sahel/index.html"]
    assert re.search(r'Besides these: <a href="/travel/anywhere/">Anywhere</a>', page)
    assert "Bo Example" in page
    assert "Ada Example" not in page
