"""The search index and what results show. The page's script is tested in tests/browser/."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lunr.index import Index
from lunr.stop_word_filter import WORDS

from sitegen.directory import Directory
from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.search import search_files
from sitegen.search.documents import FILTERS
from sitegen.search.fields import BOOSTS
from sitegen.search.lunr_js import LICENCE, lunr_js
from sitegen.search.words import words
from sitegen.stems import stem
from sitegen.urls import Urls
from tests.factories import assignment, directory, profile

URLS = Urls("https://commonweave.example/directory/")


def files(found: Directory) -> Mapping[str, bytes]:
    return search_files(words_for(found, Translator(), URLS))


def documents(found: Directory) -> Any:
    return json.loads(files(found)["search/documents.json"])


def index(found: Directory) -> Any:
    return Index.load(files(found)["search/index.json"].decode())


def refs(found: Directory, word: str) -> list[str]:
    """What lunr finds for one word as typed, the best first."""
    return hits(index(found), word)


def hits(loaded: Any, word: str) -> list[str]:
    query = loaded.create_query()
    query.term(stem(words(word)[0]), use_pipeline=False)
    return [str(hit["ref"]) for hit in loaded.query(query)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Renée's café", ["renee", "s", "cafe"], id="accents and apostrophes"),
        pytest.param("Łódź Straße", ["łodz", "strasse"], id="letters that only look accented"),
        pytest.param("90,000 members", ["90", "000", "members"], id="numbers"),
        pytest.param("last-mile_delivery", ["last", "mile", "delivery"], id="joined words"),
        pytest.param("قُرْآن", ["قران"], id="Arabic vowel marks"),
        pytest.param("कृषि नीति", ["कृषि", "नीति"], id="Indic vowel signs stay"),
        pytest.param("می\u200cخواهم", ["میخواهم"], id="joiners go"),
        pytest.param("清洁能源", ["清洁", "洁能", "能源"], id="Han in pairs"),
        pytest.param("水", ["水"], id="one Han character"),
        pytest.param("COVID疫情", ["covid", "疫情"], id="two scripts"),
        pytest.param("𠮷野家", ["野家"], id="nothing above U+FFFF"),
        pytest.param("℡", ["tel"], id="capitals that folding makes"),
        pytest.param("😀 ❤\ufe0f — !", [], id="no words"),
    ],
)
def test_text_becomes_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # As lunr.stemmer of lunr.js 2.3.9 answers; lunr.py differs in the first four.
        ("survey", "survey"),
        ("day", "day"),
        ("employed", "employ"),
        ("cry", "cri"),
        ("my", "my"),
        ("communities", "commun"),
        ("cooperative", "cooper"),
        ("organisations", "organis"),
        ("能源", "能源"),
        ("кооператив", "кооператив"),
    ],
)
def test_stems_are_those_of_the_browser(word: str, expected: str) -> None:
    assert stem(word) == expected


SAMPLE = ("search/documents.json", "search/index.json")


def test_the_same_directory_gives_the_same_bytes(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    turned = replace(
        sample,
        people=dict(reversed(list(sample.people.items()))),
        postings=dict(reversed(list(sample.postings.items()))),
    )
    assert files(turned) == {path: site[path] for path in SAMPLE}


def test_the_files_are_compact_sorted_and_normal(site: Mapping[str, bytes]) -> None:
    found = {path: site[path] for path in SAMPLE}
    for raw in found.values():
        text = raw.decode()
        loaded = json.loads(text)
        assert unicodedata.is_normalized("NFC", text)
        assert text == json.dumps(loaded, separators=(",", ":"), ensure_ascii=False)
    text = found["search/index.json"].decode()
    again = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert text == again


def test_the_terms_are_in_the_order_of_both_lunrs() -> None:
    strange = profile(name="𠮷野家 𝔄da 😀", in_my_words=["ﬀ", "\uffee", "𞤀𞤣𞤤𞤢𞤥"])
    raw = json.loads(files(directory({"ada": strange}))["search/index.json"])
    terms = [term for term, _ in raw["invertedIndex"]]
    assert max(map(max, terms)) <= "\uffff"
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))


def test_water_finds_the_people_who_work_with_it(site: Mapping[str, bytes]) -> None:
    shown = json.loads(site["search/documents.json"])["documents"]
    found = [shown[ref] for ref in hits(Index.load(site["search/index.json"].decode()), "water")]
    assert {document["kind"] for document in found} == {"person", "assignment"}
    assert all("water-and-sanitation" in document["facets"]["sector"] for document in found[:3])


def test_index_and_documents_know_the_same_entries(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    shown = list(json.loads(site["search/documents.json"])["documents"])
    vectors = json.loads(site["search/index.json"])["fieldVectors"]
    assert [ref for ref, _ in vectors] == [f"{field}/{ref}" for ref in shown for field in BOOSTS]
    assert shown == [
        *(f"p:{person.slug}" for person in sample.listed),
        *(f"a:{posting.slug}" for posting in sample.open_postings),
    ]


def test_every_result_leads_to_a_page(site: Mapping[str, bytes]) -> None:
    shown = json.loads(site["search/documents.json"])["documents"].values()
    pages = {document["url"].removeprefix("/directory/") + "index.html" for document in shown}
    assert pages <= set(site)


def test_every_value_of_a_result_is_a_filter_with_a_label(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    found = json.loads(site["search/documents.json"])
    assert tuple(found["facets"]) == FILTERS
    for key in FILTERS:
        used = {v for document in found["documents"].values() for v in document["facets"][key]}
        assert used == set(found["facets"][key]["values"])
    silos = list(found["facets"]["silo"]["values"])
    assert silos == [silo for silo in sample.vocabulary.silos if silo in silos]


def test_a_person_is_shown_in_words() -> None:
    ada = profile(
        name_native="أدا",
        silos={"ngo": 9, "foundation": True},
        availability={"status": "limited", "from": date(2027, 3, 1), "days_per_month": 8},
    )
    assert documents(directory({"ada": ada}))["documents"]["p:ada"] == {
        "kind": "person",
        "url": "/directory/profiles/ada/",
        "title": "Ada Example",
        "native": "أدا",
        "line": "Took a credit union from 200 to 90,000 members and handed it over",
        "tags": ["Succession planning", "Cooperative governance", "Dairy value chains"],
        "side": ["Rabat, Morocco", "From 1 March, 8 days a month, ask first", "Arabic, French"],
        "notice": "",
        "signature": {
            "width": 84,
            "height": 48,
            "label": "Worlds: NGO 9 years, Foundation",
            "paths": [
                ["world", "M6 3v42M16 3v42M27 3v42M37 3v42M47 3v42M57 3v42M68 3v42M78 3v42"],
                ["held", "M16 13v22"],
                ["said", "M68 18v12"],
                ["span", "M16 24H68"],
            ],
        },
        "facets": {
            "silo": ["ngo", "foundation"],
            "sector": ["agriculture"],
            "language": ["ar", "fr"],
            "country": ["MA"],
        },
    }


def test_an_assignment_is_shown_in_words() -> None:
    plan = assignment(silos=["community"], work={"mode": "hybrid", "country": "MA", "city": "Fès"})
    found = directory(
        postings={"plan": plan}, bodies={"plan": "We *stop* paying. " + "More. " * 40}
    )
    shown = documents(found)["documents"]["a:plan"]
    assert shown["line"].startswith("We stop paying. More.")
    assert len(shown["line"]) <= 200
    assert shown["side"] == [
        "Assignment",
        "Example Foundation",
        "Fès, Morocco, partly on site",
        "One person",
        "Closes 15 January",
    ]
    assert shown["signature"]["label"] == (
        "Worlds: Client: Foundation or philanthropy; bridges to Community organisation"
    )


@pytest.mark.parametrize(
    ("people", "postings", "secret"),
    [
        pytest.param({"ada": profile(name="Zyxa", listed=False)}, {}, "zyxa", id="unlisted"),
        pytest.param({"ada": profile(declines={"note": "zyxa"})}, {}, "zyxa", id="declined"),
        pytest.param(
            {"ada": profile(interests=[{"name": "Zyxa"}])}, {}, "zyxa", id="interest declared"
        ),
        pytest.param(
            {"ada": profile(engagement={"day_rate": {"min": 98765, "currency": "EUR"}})},
            {},
            "98765",
            id="day rate",
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
            {}, {"plan": assignment(title="Zyxa", status="withdrawn")}, "zyxa", id="withdrawn"
        ),
        pytest.param(
            {},
            {"plan": assignment(title="Zyxa", deadline=date(2026, 11, 15))},
            "zyxa",
            id="deadline passed",
        ),
    ],
)
def test_what_is_not_for_searching_stands_in_no_file(
    people: Mapping[str, Any], postings: Mapping[str, Any], secret: str
) -> None:
    for raw in files(directory(people, postings)).values():
        assert secret not in raw.decode().lower()


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("Zyxa", id="name"),
        pytest.param("أدا", id="name in its own script"),
        pytest.param("passé", id="headline in another language"),
        pytest.param("sucesión", id="alias of a skill in another language"),
        pytest.param("farming", id="alias of a sector"),
        pytest.param("divestment", id="a company's name for the family"),
        pytest.param("maghreb", id="region of the country"),
        pytest.param("Senegal", id="country worked in"),
        pytest.param("Rabat", id="city"),
        pytest.param("assemblies", id="own words"),
        pytest.param("Tizwa", id="venture"),
        pytest.param("French", id="language"),
        pytest.param("charity", id="body"),
    ],
)
def test_people_are_found_by(word: str) -> None:
    ada = profile(
        name="Zyxa",
        name_native="أدا",
        regions=["SN"],
        in_my_words=["village assemblies"],
        ventures=[{"name": "Caisse Tizwa", "role": "founder", "from": 1998, "outcome": "left"}],
    )
    body = "A **charity**, and what became of it after the third year of rain."
    translations = {("ada", "fr"): "J'ai passé la main"}
    found = directory({"ada": ada}, bodies={"ada": body}, translations=translations)
    assert refs(found, word) == ["p:ada"]


def test_the_client_who_is_named_finds_the_assignment() -> None:
    assert refs(directory(postings={"plan": assignment()}), "Example") == ["a:plan"]


def test_a_half_typed_word_begins_a_term() -> None:
    found = directory({"ada": profile(in_my_words=["generously"])})
    terms = [term for term, _ in json.loads(files(found)["search/index.json"])["invertedIndex"]]
    assert [term for term in terms if term.startswith("gener")] == ["gener", "generously"]


def test_a_name_may_be_a_stop_word_and_a_text_has_none() -> None:
    people = {"may": profile(name="May Will"), "ada": profile(headline="What may be, will be done")}
    found = directory(people)
    assert refs(found, "May") == ["p:may"]
    assert refs(found, "be") == []


def test_a_word_weighs_by_how_many_have_it_not_by_how_often_they_say_it() -> None:
    said = profile(headline="Beta and beta", in_my_words=["alpha beta"])
    loaded = index(directory(dict.fromkeys(("ada", "bob", "eve"), said)))
    elements = loaded.field_vectors["words/p:ada"].elements
    weights = dict(zip(elements[::2], elements[1::2], strict=True))
    alpha, beta = (weights[loaded.inverted_index[word]["_index"]] for word in ("alpha", "beta"))
    assert alpha == beta > 0


def test_the_dormant_sink() -> None:
    asleep = profile(name="Bo Example", confirmed={"on": date(2025, 1, 1)})
    found = directory(
        {"bo": asleep, "cy": profile(name="Cy Example"), "di": profile(name="Di Example")}
    )
    assert list(documents(found)["documents"])[-1] == "p:bo"
    assert refs(found, "Example")[-1] == "p:bo"
    assert documents(found)["documents"]["p:bo"]["notice"] == "Not confirmed since January 2025"


def test_an_empty_directory_has_an_index_that_loads() -> None:
    found = directory()
    assert refs(found, "water") == []
    shown = documents(found)
    assert shown["documents"] == {}
    assert [facet["values"] for facet in shown["facets"].values()] == [{}, {}, {}, {}]


def test_lunr_js_keeps_its_licence_and_fits_the_index() -> None:
    script = lunr_js().decode()
    assert script.startswith("/**\n * lunr - http://lunrjs.com")
    assert "Copyright (C) 2020 Oliver Nightingale\n * @license MIT\n */" in script
    assert "Oliver Nightingale" in LICENCE
    assert len(script) < 45_000
    version = re.search(r'lunr\.version="([^"]+)"', script)
    raw = json.loads(files(directory())["search/index.json"])
    assert version is not None and version[1] == raw["version"]
    assert raw["pipeline"] == ["stemmer"]


def test_both_lunrs_have_the_same_stop_words() -> None:
    found = re.search(
        r"lunr\.stopWordFilter=lunr\.generateStopWordFilter\(\[([^]]*)\]", lunr_js().decode()
    )
    assert found is not None
    assert set(re.findall(r"'([^']+)'", found[1])) == WORDS


def test_another_lunr_js_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.search.lunr_js.SHA256", "0" * 64)
    with pytest.raises(SettingsError) as refusal:
        lunr_js()
    assert refusal.value.code == "S006"
    expected = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"
    assert refusal.value.params == {"detail": f"SHA-256 {expected}"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("PACKAGE", "no_such_package"), ("PATH", "no-such-file.js")],
    ids=["no package", "no file"],
)
def test_a_missing_lunr_js_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr(f"sitegen.search.lunr_js.{name}", value)
    with pytest.raises(SettingsError) as refusal:
        lunr_js()
    assert refusal.value.code == "S006"
    assert value in refusal.value.params["detail"]
