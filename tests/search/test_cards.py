"""What a row of the results shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.directory import Directory
from tests.factories import assignment, directory, profile
from tests.search.opened import Opened, search_of


def test_documents_are_people_then_the_dormant_then_assignments(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    opened = Opened(site)
    assert [card["slug"] for card in opened.documents("cards")] == [
        *(person.slug for person in sample.listed),
        *(posting.slug for posting in sample.open_postings),
    ]
    dormant = [person for person in sample.listed if person.freshness == "dormant"]
    assert opened.manifest["documents"] == {
        "people": len(sample.listed) - len(dormant),
        "dormant": len(dormant),
        "assignments": len(sample.open_postings),
    }
    assert list(sample.listed[-len(dormant) :]) == dormant


def test_every_result_leads_to_a_page(site: Mapping[str, bytes]) -> None:
    cards = Opened(site).documents("cards")
    assert {card["url"].removeprefix("/directory/") + "index.html" for card in cards} <= set(site)


def test_a_person_is_shown_in_words() -> None:
    ada = profile(
        name_native="أدا",
        silos={"ngo": 9, "foundation": True},
        availability={"status": "limited", "from": date(2027, 3, 1), "days_per_month": 8},
    )
    assert search_of(directory({"ada": ada})).documents("cards") == [
        {
            "slug": "ada",
            "url": "/directory/profiles/ada/",
            "title": "Ada Example",
            "native": "أدا",
            "line": "Took a credit union from 200 to 90,000 members and handed it over",
            "tags": ["Succession planning", "Cooperative governance", "Dairy value chains"],
            "side": [
                "Rabat, Morocco",
                "From 1 March, 8 days a month, ask first",
                "Arabic, French",
            ],
            "notice": "",
            "signature": {
                "label": "Worlds: NGO 9 years, Foundation",
                "paths": [
                    ["held", "M16 13v22"],
                    ["said", "M68 18v12"],
                    ["span", "M16 24H68"],
                ],
            },
        }
    ]


def test_an_assignment_is_shown_in_words() -> None:
    plan = assignment(silos=["community"], work={"mode": "hybrid", "country": "MA", "city": "Fès"})
    found = directory(
        postings={"plan": plan}, bodies={"plan": "We *stop* paying. " + "More. " * 40}
    )
    (shown,) = search_of(found).documents("cards")
    assert shown["line"].startswith("We stop paying. More.")
    assert len(shown["line"]) <= 200
    assert shown["side"] == [
        "Example Foundation",
        "Fès, Morocco, partly on site",
        "One person",
        "Closes 15 January",
    ]
    assert shown["signature"]["label"] == (
        "Worlds: Client: Foundation or philanthropy; bridges to Community organisation"
    )


def test_the_dormant_stand_after_the_others_and_say_since_when() -> None:
    asleep = profile(name="Bo Example", confirmed={"on": date(2025, 1, 1)})
    cards = search_of(directory({"bo": asleep, "cy": profile(name="Cy")})).documents("cards")
    assert [card["slug"] for card in cards] == ["cy", "bo"]
    assert cards[1]["notice"] == "Not confirmed since January 2025"
