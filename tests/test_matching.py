"""Matching: every row of the table of conditions, the points, the order, the words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check import directory_of
from sitegen.directory import Confirmation, Directory, Person, Posting, Taken
from sitegen.i18n import Translator
from sitegen.markup import plain
from sitegen.matching import Check, Match, PersonMatches, PostingMatches, Reason, say, sentence
from sitegen.matching.as_json import as_json
from sitegen.matching.conditions import CONDITIONS
from sitegen.matching.matcher import match
from sitegen.matching.reasoning import cut
from sitegen.matching.report import as_text
from sitegen.matching.score import band_of, rounded
from sitegen.matching.words import KINDS, LISTS, SAYS
from sitegen.models import Assignment, Method, Profile, Site
from sitegen.models.site import BandLimits, Weights
from sitegen.models.terms import Kind, Passage, Region, Sector, Silo, Skill, Topic
from sitegen.overlay import PrivateFacts
from sitegen.read import read
from sitegen.reasons import REASONS
from sitegen.vocabulary import Vocabulary

CONTENT = Path(__file__).parents[1] / "content"
TODAY = date(2026, 11, 16)
ENGLISH = Translator()
NONE: Mapping[str, Any] = MappingProxyType({})


def vocabulary() -> Vocabulary:
    def skill(id_: str, label: str, *related: str) -> Skill:
        return Skill(id=id_, label=label, family="governance", related=related)

    skills = (
        skill("succession", "Succession planning"),
        skill("cooperatives", "Cooperative governance", "assemblies"),
        skill("assemblies", "Holding member assemblies"),
        skill("dairy", "Dairy value chains"),
        skill("savings", "Savings groups"),
    )
    sectors = (
        Sector(id="agriculture", label="Agriculture and food"),
        Sector(id="milk", label="Dairy", parent="agriculture"),
        Sector(id="fish", label="Fisheries", parent="agriculture"),
        Sector(id="tobacco", label="Tobacco"),
    )
    silos = tuple(
        Silo(id=id_, label=label, short=label, summary="…")
        for id_, label in (("ngo", "NGO"), ("community", "Community"), ("public", "Public sector"))
    )
    regions = (Region(id="maghreb", label="Maghreb", countries=("MA", "TN")),)
    kinds = tuple(Kind(id=k, label=k.title(), summary="…") for k in ("project", "interim", "board"))
    passages = (
        Passage(id="sold", label="Sold", summary="…"),
        Passage(id="merged", label="Merged", summary="…"),
        Passage(id="to-board", label="Stepped to the board", summary="…", shows=("savings",)),
    )
    topics = tuple(Topic(id=id_, label=id_.title(), question="…") for id_ in ("board", "money"))
    method = Method(version="1", authors=(), summary="…", roles=(), phases=())
    return Vocabulary(
        {},
        {term.id: term for term in skills},
        {term.id: term for term in sectors},
        {term.id: term for term in silos},
        {term.id: term for term in regions},
        {term.id: term for term in passages},
        {term.id: term for term in topics},
        {term.id: term for term in kinds},
        {},
        method,
    )


def site() -> Site:
    return Site.model_validate(
        {
            "title": "A directory",
            "tagline": "…",
            "url": "https://directory.example/",
            "relay": {"form": "https://directory.example/relay"},
            "consent": {},
            "currencies": {"on": "2026-11-01", "base": "EUR", "rates": {"MAD": "10"}},
        }
    )


def person(slug: str = "ada", derived: Mapping[str, Any] = NONE, **fields: Any) -> Person:
    """Somebody who fits the posting below in everything; `fields` change the profile."""
    data: dict[str, Any] = {
        "name": slug.title(),
        "headline": "…",
        "based_in": {"country": "FR", "city": "Lyon"},
        "languages": {"ar": "native", "fr": "C1", "en": "B1"},
        "skills": [claim("succession", 3), claim("cooperatives", 4)],
        "sectors": ["milk"],
        "silos": {"ngo": "9", "community": "16"},
        "availability": {"status": "open", "from": "2027-01-01", "days_per_month": 8},
        "works": {"modes": ["remote", "hybrid"], "travel": ["maghreb"], "days_away": 5},
        "engagement": {
            "kinds": ["project"],
            "day_rate": {"min": 450, "currency": "EUR"},
            "contracts_as": ["individual"],
        },
        "consent": {"on": "2026-01-01", "wording": "v1"},
        "confirmed": {"on": "2026-10-01"},
    }
    profile = Profile.model_validate(data | fields)
    known = {"body": "Forty villages and their milk.", "freshness": "fresh", **derived}
    return Person(slug, profile, **known)


def claim(skill: str, level: int, **more: Any) -> dict[str, Any]:
    return {"skill": skill, "level": level, "evidence": f"What {skill} was, in one line.", **more}


def posting(
    slug: str = "dairy-exit", body: str = "A network of villages.", **fields: Any
) -> Posting:
    data: dict[str, Any] = {
        "title": "Exit plan",
        "client": {"name": "Weidegrond", "silo": "ngo", "country": "NL"},
        "posted": "2026-11-01",
        "starts": "2027-03-01",
        "status": "open",
        "skills": {"required": [need("succession", 3), need("cooperatives", 3)]},
        "sectors": ["agriculture", "milk"],
        "silos": ["ngo", "community"],
        "languages": {"everyone": {"fr": "B2"}},
        "work": {
            "mode": "hybrid",
            "country": "MA",
            "city": "Meknès",
            "days_per_month": 6,
            "onsite_days_per_month": 4,
            "months": 5,
        },
        "kinds": ["project"],
        "budget": {"max_day_rate": 500, "currency": "EUR"},
        "contract": {"with": ["individual", "company"]},
    }
    assignment = Assignment.model_validate(data | fields)
    return Posting(slug, assignment, body, is_open=assignment.status == "open", closed=False)


def need(skill: str, level: int) -> dict[str, Any]:
    return {"skill": skill, "level": level}


def directory(*entries: Person | Posting) -> Directory:
    people = {e.slug: e for e in entries if isinstance(e, Person)}
    postings = {e.slug: e for e in entries if isinstance(e, Posting)}
    return Directory(TODAY, site(), vocabulary(), people, postings, {})


def matched(*entries: Person | Posting, **private: PrivateFacts) -> PostingMatches:
    (found,) = match(directory(*entries), private).postings.values()
    return found


def only(*entries: Person | Posting) -> Match:
    (found,) = matched(*entries).ranking
    return found


def text(reason: Reason) -> str:
    return say(reason, vocabulary(), ENGLISH)


def said(found: Match, *, strengths_only: bool = False) -> str:
    return sentence(found, vocabulary(), ENGLISH, strengths_only=strengths_only)


def work(**fields: Any) -> dict[str, Any]:
    base = {"mode": "hybrid", "country": "MA", "days_per_month": 6, "months": 5}
    return {"work": base | fields}


def free(**fields: Any) -> dict[str, Any]:
    return {"availability": {"status": "open", **fields}}


def place(modes: list[str], travel: list[str], away: int | None = 5, **home: str) -> dict[str, Any]:
    works = {"modes": modes, "travel": travel} | ({} if away is None else {"days_away": away})
    return {"works": works} | ({"based_in": home} if home else {})


def rate(amount: int, currency: str = "EUR") -> dict[str, Any]:
    return {"engagement": {"day_rate": {"min": amount, "currency": currency}}}


def held(name: str, **more: Any) -> dict[str, Any]:
    venture = {"name": name, "role": "founder", "from": 1998, "outcome": "running"} | more
    return {"ventures": [venture]}


ANONYMOUS: dict[str, Any] = {"client": {"anonymous": "yes", "silo": "ngo"}}
UNPAID: dict[str, Any] = {"budget": {"pro_bono": "yes", "reason": "No money"}}
CITY = {"country": "MA", "city": "Meknes"}

# A row: name, profile, assignment, state and reason; `near` is a `no` that a talk may settle.
Row: TypeAlias = tuple[str, dict[str, Any], dict[str, Any], str]
CASES: Mapping[str, tuple[Row, ...]] = {
    "languages": (
        ("at the level", {}, {}, "yes: Speaks French C1"),
        ("none is asked", {}, {"languages": {}}, "yes: No language is asked of everybody"),
        ("one step below", {"languages": {"fr": "B1"}}, {}, "near: French B1, where B2 is asked"),
        ("two steps below", {"languages": {"fr": "A2"}}, {}, "no: French A2, where B2 is asked"),
        (
            "missing from the list",
            {"languages": {"de": "C2"}},
            {},
            "no: French B2 is asked and not on the page",
        ),
        (
            "two languages one step below",
            {"languages": {"fr": "B1", "en": "B1"}},
            {"languages": {"everyone": {"fr": "B2", "en": "B2"}}},
            "no: French B1, where B2 is asked",
        ),
        (
            "one of several choices",
            {},
            {"languages": {"any_of": [{"ber": "B1"}, {"ar": "C2"}]}},
            "yes: Speaks Arabic (native)",
        ),
        (
            "the nearest choice is a step away",
            {},
            {"languages": {"any_of": [{"ber": "B1"}, {"en": "B2"}]}},
            "near: English B1, where B2 is asked",
        ),
        (
            "a variety serves its language",
            {"languages": {"fr-CA": "C1"}},
            {},
            "yes: Speaks French C1",
        ),
        (
            "another script does not",
            {"languages": {"zh-Hans": "C1"}},
            {"languages": {"everyone": {"zh-Hant": "B1"}}},
            "no: Traditional Chinese B1 is asked and not on the page",
        ),
    ),
    "team language": (
        (
            "the person has it",
            {},
            {"languages": {"in_team": {"ar": "C2"}}, "team": {"max": 3}},
            "yes: Speaks what somebody in the team needs: Arabic (native)",
        ),
        (
            "somebody else may have it",
            {},
            {"languages": {"in_team": {"en": "B2"}}, "team": {"max": 3}},
            "not-stated: Somebody in the team needs English B2",
        ),
        (
            "a team of one",
            {},
            {"languages": {"in_team": {"en": "B2"}}},
            "no: English B2 is needed, and there is nobody else in the team",
        ),
    ),
    "dates": (
        ("free in time", {}, {}, "yes: Free in time"),
        ("free on the day", free(**{"from": "2027-03-01"}), {}, "yes: Free in time"),
        (
            "free a day late",
            free(**{"from": "2027-03-02"}),
            {},
            "partly: Free from 2 March 2027, 1 day after the start",
        ),
        (
            "free 31 days late",
            free(**{"from": "2027-04-01"}),
            work(months=2),
            "partly: Free from 1 April 2027, 31 days after the start",
        ),
        (
            "free 32 days late",
            free(**{"from": "2027-04-02"}),
            work(months=2),
            "near: Free from 2 April 2027, 32 days after the start",
        ),
        (
            "free 62 days late",
            free(**{"from": "2027-05-02"}),
            {},
            "near: Free from 2 May 2027, 62 days after the start",
        ),
        (
            "free 63 days late",
            free(**{"from": "2027-05-03"}),
            {},
            "no: Free from 3 May 2027, 63 days after the start",
        ),
        (
            "late for work that is over by then",
            free(**{"from": "2027-04-20"}),
            work(months=1),
            "near: Free from 20 April 2027, 50 days after the start",
        ),
        (
            "free for three quarters",
            free(until="2027-06-23"),
            {},
            "partly: Free for 75 per cent of the time",
        ),
        ("free for less", free(until="2027-06-22"), {}, "no: Free for 74 per cent of the time"),
        ("nothing is said of dates", free(), {}, "not-stated: From when is not stated"),
        ("the start is open", {}, {"starts": None}, "not-stated: The start is not stated"),
    ),
    "days": (
        ("as many as asked", {}, {}, "yes: Has the 6 days a month"),
        (
            "60 per cent",
            free(days_per_month=3),
            work(days_per_month=5),
            "partly: 3 days a month, where 5 are asked",
        ),
        (
            "less than 60 per cent",
            free(days_per_month=3),
            {},
            "no: 3 days a month, where 6 are asked",
        ),
        ("nothing is said of days", free(), {}, "not-stated: The days a month are not stated"),
        ("no days are asked", {}, {"work": {"mode": "remote"}}, "yes: No number of days is asked"),
    ),
    "place": (
        (
            "travels elsewhere, modes not stated",
            place([], ["SN"]),
            {},
            "no: Does not travel there (Morocco)",
        ),
        ("remote", {}, {"work": {"mode": "remote"}}, "yes: Works remotely"),
        (
            "never remote",
            place(["onsite"], []),
            {"work": {"mode": "remote"}},
            "no: Does not offer to work remotely",
        ),
        (
            "modes not stated",
            place([], ["maghreb"]),
            {},
            "not-stated: Whether remotely or on site is not stated",
        ),
        ("travels to the region", {}, {}, "yes: Travels there (Morocco)"),
        (
            "travels anywhere",
            place(["onsite"], ["anywhere"]),
            work(mode="onsite"),
            "partly: Away from home for 5 days a month, where 6 are asked",
        ),
        ("travels elsewhere", place(["hybrid"], ["SN"]), {}, "no: Does not travel there (Morocco)"),
        (
            "travels elsewhere, works remotely",
            place(["hybrid", "remote"], ["SN"]),
            {},
            "near: Does not travel there (Morocco), but works remotely",
        ),
        (
            "remote only for hybrid work",
            place(["remote"], ["maghreb"]),
            {},
            "near: Works remotely only",
        ),
        (
            "remote only for work on site",
            place(["remote"], ["maghreb"]),
            work(mode="onsite"),
            "no: Does not offer to work on site",
        ),
        (
            "travel not stated",
            place(["hybrid"], []),
            {},
            "not-stated: Whether Morocco is within reach is not stated",
        ),
        (
            "two days away short",
            place(["hybrid"], ["MA"], 2),
            {},
            "partly: Away from home for 2 days a month, where 4 are asked",
        ),
        (
            "three days away short",
            place(["hybrid"], ["MA"], 1),
            {},
            "no: Away from home for 1 day a month, where 4 are asked",
        ),
        (
            "days away not stated",
            place(["hybrid"], ["MA"], None),
            {},
            "not-stated: How many days a month away from home is not stated",
        ),
        (
            "at home, never travels",
            place(["hybrid"], ["none"], 0, **CITY),
            {},
            "yes: Lives there (Morocco)",
        ),
        (
            "another city, never travels",
            place(["hybrid"], ["none"], 0, country="MA", city="Rabat"),
            {},
            "no: Does not travel there (Morocco)",
        ),
        (
            "city not stated, never travels",
            place(["hybrid"], ["none"], 0, country="MA"),
            {},
            "not-stated: Lives in the country (Morocco), how near is not stated",
        ),
        (
            "only the region is said",
            place(["hybrid"], ["none"], 0, region="maghreb"),
            {},
            "not-stated: Lives in the region Maghreb, the country is not stated",
        ),
    ),
    "money": (
        ("within the budget", rate(500), {}, "yes: The rate is within the budget"),
        ("10 per cent above", rate(550), {}, "partly: The rate is a little above the budget"),
        ("25 per cent above", rate(625), {}, "near: The rate is above the budget"),
        ("further above", rate(626), {}, "no: The rate is above the budget"),
        ("another currency", rate(5000, "MAD"), {}, "yes: The rate is within the budget"),
        (
            "a currency without a rate",
            rate(50, "JPY"),
            {},
            "not-stated: The currencies cannot be compared",
        ),
        ("no rate stated", {"engagement": {}}, {}, "not-stated: The rate is not stated"),
        ("no budget stated", {}, {"budget": None}, "not-stated: The budget is not stated"),
        (
            "some pro bono",
            {"engagement": {"pro_bono": "some"}},
            UNPAID,
            "yes: Does some work pro bono",
        ),
        ("no pro bono", {"engagement": {"pro_bono": "no"}}, UNPAID, "no: Does no work pro bono"),
        ("pro bono not stated", {}, UNPAID, "not-stated: Whether to work pro bono is not stated"),
    ),
    "kind": (
        (
            "a project asks for no kind",
            {"engagement": {"kinds": ["board"]}},
            {},
            "yes: The kind of work is no condition here",
        ),
        (
            "interim is offered",
            {"engagement": {"kinds": ["interim"]}},
            {"kinds": ["interim"]},
            "yes: Offers this kind of work: interim",
        ),
        (
            "interim is not offered",
            {},
            {"kinds": ["interim", "project"]},
            "no: Does not list this kind of work: interim",
        ),
        (
            "kinds not stated",
            {"engagement": {}},
            {"kinds": ["board"]},
            "not-stated: The kinds of work are not stated",
        ),
    ),
    "contract": (
        ("one form in common", {}, {}, "yes: Can sign as an individual"),
        (
            "no form in common",
            {"engagement": {"contracts_as": ["umbrella"]}},
            {},
            "near: Cannot sign as an individual or through a company",
        ),
        (
            "forms not stated",
            {"engagement": {}},
            {},
            "not-stated: The form of contract is not stated",
        ),
        ("no form is asked", {}, {"contract": {}}, "yes: No form of contract is asked"),
    ),
    "declines": (
        (
            "nothing declined",
            {"declines": {"sectors": ["tobacco"]}},
            {},
            "yes: Nothing declined stands in the way",
        ),
        (
            "the sector above is declined",
            {"declines": {"sectors": ["agriculture"]}},
            {"sectors": ["milk"]},
            "no: Declines work in this sector: agriculture and food",
        ),
        (
            "only a part of the sector is declined",
            {"declines": {"sectors": ["fish"]}},
            {"sectors": ["agriculture"]},
            "yes: Nothing declined stands in the way",
        ),
        (
            "the client's world is declined",
            {"declines": {"silos": ["ngo"]}},
            {},
            "no: Declines clients of this world: NGO",
        ),
    ),
    "conflict": (
        (
            "a venture left, nobody says when",
            held("Weidegrond", outcome="left"),
            {},
            "partly: Led Weidegrond before",
        ),
        (
            "no tie",
            {"interests": [{"name": "Another Board"}]},
            {},
            "yes: No tie to the client is stated",
        ),
        (
            "an interest in the client",
            {"interests": [{"name": "WEIDEGROND"}]},
            {},
            "no: Has a tie today: WEIDEGROND",
        ),
        (
            "the same domain",
            {"interests": [{"name": "The Pasture", "url": "https://www.weide.example/us"}]},
            {"client": {"name": "Weidegrond", "silo": "ngo", "url": "https://weide.example/"}},
            "no: Has a tie today: The Pasture",
        ),
        (
            "a venture still held is excluded",
            held("Laiteries"),
            {"excludes": ["Laiteries"]},
            "no: Has a tie today: Laiteries",
        ),
        (
            "a venture left",
            held("Weidegrond", outcome="handed-over", to=2014),
            {},
            "partly: Led Weidegrond until 2014",
        ),
        (
            "a near name",
            {"interests": [{"name": "Stichting Weidegrond Utrecht"}]},
            {"client": {"name": "Stichting Weidegrond", "silo": "ngo"}},
            "not-stated: Stichting Weidegrond Utrecht may be the same organisation: ask",
        ),
        (
            "a near spelling",
            {"interests": [{"name": "Wejdegrond"}]},
            {},
            "not-stated: Wejdegrond may be the same organisation: ask",
        ),
        (
            "an anonymous client",
            {},
            ANONYMOUS,
            "not-stated: The client is not named: ask about ties",
        ),
        (
            "excluded by an anonymous client",
            held("Laiteries"),
            {**ANONYMOUS, "excludes": ["Laiteries"]},
            "no: Has a tie today that stands in the way",
        ),
    ),
    "open": (
        ("open", {}, {}, "yes: Open to work"),
        (
            "limited",
            {"availability": {"status": "limited"}},
            {},
            "partly: Takes on little: ask first",
        ),
        ("paused", {"availability": {"status": "paused"}}, {}, "no: Takes a pause"),
        ("not matched", {"matched": "no"}, {}, "no: Does not take part in matching"),
        ("not listed", {"listed": "no"}, {}, "no: Is not listed"),
    ),
}


def state_of(found: Check) -> str:
    state = "near" if found.relaxed else found.state
    return f"{state}: {text(found.reason)}"


def checked(condition: str, who: Person, what: Posting) -> Check:
    rule = next(rule for rule in CONDITIONS if rule.name == condition)
    return rule.judge(who, what, directory(who, what))


@pytest.mark.parametrize(
    ("condition", "profile", "assignment", "expected"),
    [
        pytest.param(condition, profile, assignment, expected, id=f"{condition}: {name}")
        for condition, rows in CASES.items()
        for name, profile, assignment, expected in rows
    ],
)
def test_a_condition_judges_fields_and_says_why(
    condition: str, profile: dict[str, Any], assignment: dict[str, Any], expected: str
) -> None:
    found = checked(condition, person(**profile), posting(**assignment))
    assert state_of(found) == expected
    assert found.condition == condition


def test_every_condition_has_cases_and_only_the_relaxable_ones_are_near() -> None:
    near = {name for name, rows in CASES.items() if any(r[3].startswith("near") for r in rows)}
    assert list(CASES) == [rule.name for rule in CONDITIONS]
    assert near == {rule.name for rule in CONDITIONS if rule.relaxable}


@pytest.mark.parametrize(
    ("until", "days", "expected"),
    [
        (date(2027, 3, 15), 5, "partly: Free from 15 March 2027, 14 days after the start"),
        (date(2027, 6, 1), 5, "no: Free from 1 June 2027, 92 days after the start"),
        (date(2027, 6, 1), 2, "yes: Free in time"),
    ],
    ids=["too much is taken at first", "too much is taken for long", "enough is left beside it"],
)
def test_days_already_taken_make_a_person_free_later(until: date, days: int, expected: str) -> None:
    who = person(derived={"taken": (Taken(date(2026, 6, 1), until, days),)})
    assert state_of(checked("dates", who, posting())) == expected


def test_days_already_taken_count_as_long_as_they_leave_enough() -> None:
    who = person(derived={"taken": (Taken(date(2026, 6, 1), date(2027, 6, 1), 4),)})
    assert state_of(checked("days", who, posting())) == "partly: 4 days a month, where 6 are asked"


@pytest.mark.parametrize(
    ("freshness", "expected"),
    [
        ("ageing", "partly: Page last confirmed on 1 October 2026"),
        ("dormant", "no: The page has not been confirmed for long"),
    ],
)
def test_an_old_page_is_said_and_a_dormant_one_is_out(freshness: str, expected: str) -> None:
    who = person(derived={"freshness": freshness})
    assert state_of(checked("open", who, posting())) == expected


def test_a_client_declined_in_private_is_out_and_is_not_named() -> None:
    facts = PrivateFacts(declines_clients=("WEIDEGROND",))
    assert matched(person("ada"), posting(), ada=facts) == PostingMatches((), ())
    near = PrivateFacts(declines_clients=("Weidegronds",))
    (found,) = matched(person("ada"), posting(), ada=near).ranking
    reasons = [c.reason for c in found.checks if c.condition == "declines"]
    assert reasons == [Reason("declines-near")]


def test_an_anonymous_client_is_a_question_to_who_declines_clients() -> None:
    facts = PrivateFacts(declines_clients=("Weidegrond",))
    (found,) = matched(person("ada"), posting(**ANONYMOUS), ada=facts).ranking
    assert found.checks[8].reason == Reason("declines-anonymous")
    assert found.checks[8].state == "not-stated"


def test_a_full_fit_has_all_points_of_what_it_meets() -> None:
    found = only(person(), posting(body="Villages, milk."))
    assert found.parts == {
        "required": 50,
        "desirable": 12,
        "text": 13,
        "sectors": 8,
        "silos": 8,
        "availability": 5,
        "rest": 3,
    }
    assert (found.score, found.band, found.missing) == (99, "strong", 0)
    assert list(found.parts) == list(Weights.model_fields)


@pytest.mark.parametrize(("level", "points"), [(4, 50), (3, 50), (2, 32.5), (1, 15)])
def test_a_level_below_counts_for_part_and_above_brings_nothing(level: int, points: float) -> None:
    skills = {"required": [need("succession", 3)]}
    found = only(person(skills=[claim("succession", level)]), posting(skills=skills))
    assert abs(found.parts["required"] - points) < 1


def test_a_rare_skill_weighs_more_and_never_more_than_twice() -> None:
    rare = person("ada", skills=[claim("succession", 3), claim("dairy", 1)])
    crowd = [person(f"p{n}", skills=[claim("cooperatives", 3)]) for n in range(9)]
    found = {m.profile: m.parts["required"] for m in matched(rare, *crowd, posting()).ranking}
    assert found["ada"] > found["p0"]
    assert found["ada"] <= 2 * found["p0"]


def test_a_skill_that_is_never_wanted_again_does_not_count() -> None:
    skills = [claim("succession", 4, again="no"), claim("cooperatives", 4)]
    found = only(person(skills=skills), posting())
    assert found.missing == 1
    assert [text(gap) for gap in found.gaps] == [
        "Succession planning is on the page, but never again"
    ]
    assert found.parts["required"] < 30


@pytest.mark.parametrize(("level", "missing"), [(4, 0), (1, 0)])
def test_a_confirmed_level_replaces_the_claimed_one(level: int, missing: int) -> None:
    confirmed = {"succession": Confirmation(level, "Vetting circle", TODAY)}
    found = only(person(derived={"confirmed": confirmed}), posting())
    assert found.missing == missing
    codes = [reason.code for reason in (*found.strengths, *found.gaps)]
    expected = "required-skill-confirmed-quoted" if level == 4 else "required-below"
    assert expected in codes


def test_a_close_skill_counts_half_and_the_reason_names_the_step() -> None:
    skills = [claim("succession", 3), claim("assemblies", 3)]
    found = only(person(skills=skills), posting())
    assert found.missing == 0
    # Nobody has the second skill itself, so it weighs a quarter more: (1 + 1¼ · ½) of 2¼.
    assert found.parts["required"] == 36
    assert text(found.strengths[1]) == (
        "Holding member assemblies, close to cooperative governance: "
        "“What assemblies was, in one line.”"
    )


def test_a_close_skill_far_below_the_level_is_as_good_as_missing() -> None:
    # Two levels below counts 0.3, a step away half of that: less than what is missing.
    skills = [claim("succession", 3), claim("assemblies", 1)]
    found = only(person(skills=skills), posting())
    assert found.missing == 1
    assert [reason.code for reason in found.gaps] == ["required-missing"]
    assert said(found).endswith("Missing: cooperative governance.")


def test_a_skill_asked_for_itself_stands_in_for_no_other() -> None:
    skills = {"required": [need("assemblies", 3), need("cooperatives", 3)]}
    found = only(person(skills=[claim("assemblies", 3)]), posting(skills=skills))
    assert found.missing == 1
    assert [reason.code for reason in found.gaps] == ["required-missing"]


def test_who_has_none_of_the_required_skills_is_no_match() -> None:
    assert matched(person(skills=[claim("savings", 4)]), posting()) == PostingMatches((), ())


def test_a_part_that_is_not_asked_counts_like_the_required_skills() -> None:
    bare = posting(body="", sectors=[], silos=[])
    found = only(person(skills=[claim("succession", 3)]), bare)
    share = found.parts["required"] / 50
    for name, most in (("desirable", 12), ("text", 13), ("sectors", 8), ("silos", 8)):
        assert abs(found.parts[name] - share * most) < 1


@pytest.mark.parametrize(
    ("sectors", "points"),
    [(["milk"], 8), (["agriculture"], 6), (["fish"], 6), (["tobacco"], 0)],
    ids=["the part covers the whole", "the whole is half the part", "a sister is half", "another"],
)
def test_a_related_sector_counts_half(sectors: list[str], points: int) -> None:
    assert only(person(sectors=sectors), posting()).parts["sectors"] == points


@pytest.mark.parametrize(
    ("silos", "points"),
    [
        ({"ngo": "2", "community": "9"}, 8),
        ({"ngo": "9"}, 3),
        ({"ngo": "yes"}, 1.5),
        ({"ngo": "1"}, 1.5),
        ({}, 0),
    ],
)
def test_worlds_count_from_two_years_on_and_bridging_counts_extra(
    silos: dict[str, str], points: float
) -> None:
    found = only(person(silos=silos), posting())
    assert abs(found.parts["silos"] - points) < 1


@pytest.mark.parametrize(
    ("availability", "points"),
    [
        ({"from": "2027-01-01", "days_per_month": 6}, 5),
        ({"from": "2027-01-01", "days_per_month": 4}, 3),
        ({}, 3),
    ],
    ids=["all of it", "two thirds of the days", "not stated"],
)
def test_time_counts_by_its_share(availability: dict[str, Any], points: int) -> None:
    found = only(person(**free(**availability)), posting())
    assert abs(found.parts["availability"] - points) <= 1


@given(st.lists(st.tuples(*7 * [st.integers(0, 50_000)]), min_size=1))
def test_parts_add_up_to_the_rounded_sum_whatever_they_are(exact: list[tuple[int, ...]]) -> None:
    points = rounded(np.array(exact).T)
    assert points.sum(axis=0).tolist() == [(sum(column) + 500) // 1000 for column in exact]
    for column, whole in zip(exact, points.T.tolist(), strict=True):
        assert all(0 <= n - value // 1000 <= 1 for n, value in zip(whole, column, strict=True))


@pytest.mark.parametrize(
    ("score", "missing", "band"),
    [
        (70, 0, "strong"),
        (69, 0, "good"),
        (50, 0, "good"),
        (49, 0, "possible"),
        (99, 1, "good"),
        (99, 2, "possible"),
    ],
)
def test_bands_follow_the_limits_and_what_is_missing(score: int, missing: int, band: str) -> None:
    assert band_of(score, missing, BandLimits()) == band


def test_two_missing_skills_rank_below_one_whatever_the_sum() -> None:
    skills = {"required": [need(s, 3) for s in ("succession", "cooperatives", "dairy")]}
    worn = {"sectors": ["tobacco"], "silos": {}, **free()}
    one = person("one", {"body": ""}, skills=[claim("succession", 2), claim("dairy", 1)], **worn)
    two = person("two", skills=[claim("dairy", 4)])
    found = matched(one, two, posting(skills=skills)).ranking
    assert [(m.profile, m.missing) for m in found] == [("one", 1), ("two", 2)]
    assert found[0].score < found[1].score


def test_equals_stand_in_an_order_of_their_own_for_each_posting() -> None:
    people = [person(slug) for slug in "abcdefgh"]
    found = match(directory(*people, posting("one"), posting("two"))).postings
    orders = [[m.profile for m in found[slug].ranking] for slug in ("one", "two")]
    assert sorted(orders[0]) == sorted(orders[1]) == list("abcdefgh")
    assert list("abcdefgh") not in orders
    assert orders[0] != orders[1]


def test_the_order_of_files_changes_nothing() -> None:
    entries: list[Person | Posting] = [
        *(person(slug) for slug in "abc"),
        posting("one"),
        posting("two"),
    ]
    forward, back = directory(*entries), directory(*reversed(entries))
    assert as_json(match(forward), forward, ENGLISH) == as_json(match(back), back, ENGLISH)


def test_only_open_postings_and_people_who_take_part_are_matched() -> None:
    people = (person("ada"), person("ben", matched="no"), person("eve", listed="no"))
    found = match(directory(*people, posting("one"), posting("two", status="staffed")))
    assert list(found.postings) == ["one"]
    assert [m.profile for m in found.postings["one"].ranking] == ["ada"]


def test_a_person_sees_what_they_are_eligible_for_best_first() -> None:
    hard = posting("hard", skills={"required": [need("succession", 3), need("dairy", 3)]})
    found = match(directory(person("ada"), posting("easy"), hard))
    assert [m.assignment for m in found.for_person("ada").ranking] == ["easy", "hard"]
    assert found.for_person("ada").nearly == ()
    assert found.for_person("nobody") == PersonMatches()


def test_a_person_sees_what_one_condition_stands_in_the_way_of_best_first() -> None:
    every = posting("all", skills={"required": [need("succession", 3), need("dairy", 3)]})
    any_language = posting("any", languages={"everyone": {"en": "B1"}})
    ada = person("ada", languages={"fr": "B1", "en": "C1"})
    found = match(directory(ada, person("ben"), every, posting("easy"), any_language))
    assert [m.assignment for m in found.for_person("ada").nearly] == ["easy", "all"]
    assert [m.assignment for m in found.for_person("ada").ranking] == ["any"]
    assert found.for_person("ben").nearly == ()


@pytest.mark.parametrize(
    ("derived", "fields"),
    [
        ({}, {"availability": {"status": "paused", "from": "2027-01-01"}}),
        ({"freshness": "dormant"}, {}),
        ({}, {"listed": "no"}),
        ({}, {"matched": "no"}),
    ],
    ids=["paused", "dormant", "not listed", "not matched"],
)
def test_whoever_takes_no_part_is_matched_with_nothing_nearly_either(
    derived: Mapping[str, Any], fields: Mapping[str, Any]
) -> None:
    near = {"languages": {"fr": "B1"}}
    assert match(directory(person("ada", {}, **near), posting())).for_person("ada").nearly
    found = match(directory(person("ada", derived, **near, **fields), posting()))
    assert found.for_person("ada") == PersonMatches()


def test_an_assignment_that_is_not_open_nearly_fits_nobody() -> None:
    ada = person("ada", languages={"fr": "B1"})
    found = match(directory(ada, posting("one"), posting("two", status="staffed")))
    assert [m.assignment for m in found.for_person("ada").nearly] == ["one"]


def test_nearly_are_at_most_three_who_fail_one_condition_by_little() -> None:
    near = [person(f"n{n}", languages={"fr": "B1"}) for n in range(4)]
    twice = person("twice", languages={"fr": "B1"}, **rate(600))
    far = person("far", languages={"fr": "A1"})
    found = matched(*near, twice, far, posting())
    assert found.ranking == ()
    assert len(found.nearly) == 3
    assert {m.profile for m in found.nearly} < {"n0", "n1", "n2", "n3"}
    assert [c.condition for c in found.nearly[0].checks if c.state == "no"] == ["languages"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"languages": {"fr": "B1"}}, 1),
        ({"languages": {"fr": "B1"}, **rate(600)}, 0),
        ({"languages": {"fr": "B1"}, "skills": [claim("dairy", 3)]}, 0),
        ({"languages": {"fr": "B1"}, "skills": [claim("dairy", 3), claim("savings", 3)]}, 1),
    ],
    ids=["one condition", "two conditions", "a third of the skills", "two thirds of the skills"],
)
def test_nearly_needs_half_of_the_skills_and_all_conditions_but_one(
    fields: dict[str, Any], found: int
) -> None:
    skills = {"required": [need(s, 3) for s in ("succession", "dairy", "savings")]}
    fields = {"skills": [claim("succession", 3), claim("dairy", 3)]} | fields
    assert len(matched(person(**fields), posting(skills=skills)).nearly) == found


SENTENCES: Mapping[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "both skills, and something missing": (
        {"languages": {"ar": "native", "fr": "C1"}},
        {
            "skills": {
                "required": [need("succession", 3), need("cooperatives", 3)],
                "desirable": [need("dairy", 1)],
            },
            "languages": {"everyone": {"fr": "B2"}, "in_team": {"ar": "B1"}},
            "team": {"max": 2},
        },
        "Both required skills at the level; French and Arabic; free in time.",
        " Missing: dairy value chains.",
    ),
    "one of two, the other missing": (
        {"skills": [claim("succession", 3)]},
        {},
        "Succession planning at the level asked; French; free in time.",
        "1 of 2 required skills at the level: succession planning; French; free in time."
        " Missing: cooperative governance.",
    ),
    "one skill is all that is asked": (
        {},
        {"skills": {"required": [need("succession", 3)]}},
        "The required skill at the level; French; free in time.",
        "",
    ),
    "below the level": (
        {"skills": [claim("succession", 2), claim("cooperatives", 2)]},
        {},
        "Succession planning at level 2; French; free in time.",
        "None of the required skills at the level; French; free in time."
        " Below the level: succession planning and cooperative governance.",
    ),
    "a close skill, late": (
        {"skills": [claim("assemblies", 3)], **free(**{"from": "2027-03-15"})},
        {},
        "Holding member assemblies, close to cooperative governance; French;"
        " knows these worlds from inside: NGO and community.",
        "None of the required skills at the level; holding member assemblies, close to cooperative"
        " governance; French. Missing: succession planning."
        " To settle: free from 15 March 2027, 14 days after the start.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_says_what_fits_and_then_what_does_not(name: str) -> None:
    profile, assignment, strengths, rest = SENTENCES[name]
    found = only(person(**profile), posting(**assignment))
    assert said(found, strengths_only=True) == strengths
    assert said(found) == (rest if rest[:1] != " " and rest else strengths + rest)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Short.", "Short."),
        ("x" * 120, "x" * 120),
        ("word " * 30, "word " * 22 + "word…"),
        ("comma, " * 20, "comma, " * 16 + "comma…"),
    ],
    ids=["short", "just short enough", "cut at a word", "no comma before the dots"],
)
def test_a_quote_is_cut_at_a_word(quote: str, expected: str) -> None:
    assert cut(quote) == expected
    assert len(cut(quote)) <= 120


def test_strengths_are_at_most_five_and_required_skills_come_first() -> None:
    skills = {"required": [need("succession", 3)], "desirable": [need("cooperatives", 1)]}
    found = only(person(), posting(skills=skills))
    assert [reason.code for reason in found.strengths] == [
        "required-skill-quoted",
        "desirable-skill-quoted",
        "silos",
        "sectors",
        "spoken",
    ]


def test_a_rare_skill_is_said_before_a_common_one() -> None:
    crowd = [person(f"p{n}", skills=[claim("succession", 3)]) for n in range(4)]
    found = matched(person(), *crowd, posting()).ranking[0]
    assert [r.params.get("skill") for r in found.strengths[:2]] == ["cooperatives", "succession"]


def test_a_skill_cited_as_close_is_not_said_again_as_helpful() -> None:
    skills = {"required": [need("cooperatives", 3)], "desirable": [need("assemblies", 3)]}
    found = only(person(skills=[claim("assemblies", 3)]), posting(skills=skills))
    codes = [r.code for r in found.strengths if "skill" in r.code]
    assert codes == ["close-skill-quoted"]


def test_words_of_the_brief_count_up_to_what_one_page_can_be_expected_to_say() -> None:
    brief = "alpha beta gamma delta epsilon zeta eta theta iota kappa"
    texts = {"none": "omega", "one": "Alpha!", "two": "ALPHA, bétas", "all": brief}
    people = [person(slug, {"body": text}) for slug, text in texts.items()]
    # Words that every fourth person uses tell nothing: enough others keep these apart.
    others = [person(f"p{n}", {"body": "omega"}) for n in range(36)]
    found = matched(*people, *others, posting(title="Omega", body=brief)).ranking
    points = {m.profile: m.parts["text"] for m in found}
    assert points["none"] == 0
    assert 0 < points["one"] < points["two"] < points["all"] == 13


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (
            Reason("sectors", {"sectors": "milk,agriculture", "count": 2}),
            "Works in these sectors: dairy, agriculture and food",
        ),
        (
            Reason("silos", {"silos": "ngo,community,public", "count": 3}),
            "Knows these worlds from inside: NGO, community and public sector",
        ),
        (Reason("sectors", {"sectors": "milk", "count": 1}), "Works in this sector: dairy"),
    ],
    ids=["an item with an and of its own", "an abbreviation keeps its capitals", "one item"],
)
def test_labels_read_as_words_of_a_sentence(reason: Reason, expected: str) -> None:
    assert text(reason) == expected


def test_no_reason_holds_a_rate() -> None:
    folder = directory(person(**rate(487)), person("ben", **rate(541)), posting())
    assert "487" not in (found := as_json(match(folder), folder, ENGLISH))
    assert "541" not in found


def test_the_report_for_programs_holds_everything_in_words_too() -> None:
    folder = directory(person(skills=[claim("succession", 3)]), posting())
    report = json.loads(as_json(match(folder), folder, ENGLISH))
    assert report["version"] == 1
    assert report["as_of"] == "2026-11-16"
    (entry,) = report["assignments"]["dairy-exit"]["ranking"]
    assert list(entry) == [
        "band", "change", "checks", "gaps", "parts", "profile", "reasons", "score", "sentence",
    ]  # fmt: skip
    assert entry["gaps"] == [
        {
            "code": "required-missing",
            "params": {"skill": "cooperatives"},
            "text": "Cooperative governance is not on the page",
        }
    ]
    assert entry["checks"][2] == {
        "condition": "dates",
        "state": "yes",
        "code": "dates-yes",
        "params": {},
        "text": "Free in time",
    }
    assert sum(entry["parts"].values()) == entry["score"]


def test_the_report_for_a_terminal_reads_from_the_sentence_to_the_points() -> None:
    near = person("ben", languages={"fr": "B1"})
    folder = directory(person(engagement={}), near, posting(), posting("other", starts=None))
    found = as_text(match(folder), folder, ENGLISH, "dairy-exit").splitlines()
    assert found[:3] == [
        "Exit plan (dairy-exit)",
        "  1. Ada (ada): strong, 98",
        "     Both required skills at the level; French; free in time.",
    ]
    assert "     ? money: The rate is not stated" in found
    assert "  Nearly: one condition apart, which a talk may settle" in found
    assert "     - French B1, where B2 is asked" in found
    assert "other" in as_text(match(folder), folder, ENGLISH, None)


def test_the_report_for_programs_can_be_of_one_assignment() -> None:
    folder = directory(person(), posting("one"), posting("two"))
    reports = (as_json(match(folder), folder, ENGLISH, wanted) for wanted in (None, "two"))
    assert [list(json.loads(report)["assignments"]) for report in reports] == [
        ["one", "two"],
        ["two"],
    ]


def test_a_posting_for_nobody_says_so() -> None:
    folder = directory(posting())
    assert as_text(match(folder), folder, ENGLISH, None) == (
        "Exit plan (dairy-exit)\n  Nobody meets every condition.\n\n"
        "Who stands among the first five\n  unevenness (Gini, 0 to 100): 0\n"
        "  most often: nobody\n  eligible and never: nobody"
    )


SAMPLES: Mapping[str, str | int] = {
    "spoken": "fr C1,ar native", "needs": "en B2", "language": "fr", "languages": "fr,ar",
    "asked": "B2", "level": "native", "day": "2027-03-01", "count": 2, "country": "MA",
    "region": "maghreb", "kinds": "interim", "forms": "individual,company", "sector": "milk",
    "sectors": "milk,agriculture", "silo": "ngo", "silos": "ngo,community", "skill": "succession",
    "skills": "succession,dairy", "other_skill": "dairy", "name": "Somebody", "year": 2014,
    "quote": "It was so.", "where": "text", "common": "pump", "text": "this", "required": 3,
    "passage": "sold", "other_passage": "merged", "other_sector": "fish", "topic": "board",
    "topics": "board,money", "role": "founder", "years": 12, "outcome": "handed-over",
}  # fmt: skip


def is_said(sentence: str) -> bool:
    raw = ("{", "succession,", "fr C1", "2027-03-01")
    return sentence[0] == sentence[0].upper() and not any(part in sentence for part in raw)


def test_every_reason_can_be_said_with_the_kinds_of_value_it_names() -> None:
    said = {code: text(Reason(code, SAMPLES)) for code in REASONS}
    assert {code: sentence for code, sentence in said.items() if not is_said(sentence)} == {}


def test_samples_hold_every_kind_of_value_that_words_know() -> None:
    assert {*LISTS, *KINDS, *SAYS} - {"kind", "form"} <= {*SAMPLES}


def sample() -> Directory:
    return directory_of(read(CONTENT), None, TODAY)[0]


def test_the_matches_of_the_sample_quote_only_what_people_wrote() -> None:
    folder = sample()
    found = match(folder)
    quotes = 0
    for posting_matches in found.postings.values():
        for one in (*posting_matches.ranking, *posting_matches.nearly):
            written = written_by(folder.people[one.profile])
            for reason in one.strengths:
                quote = str(reason.params.get("quote", "")).removesuffix("…")
                assert quote in written[str(reason.params.get("where", "evidence"))]
                quotes += bool(quote)
            assert sum(one.parts.values()) == one.score
            assert len(one.strengths) <= 5
            assert sentence(one, folder.vocabulary, ENGLISH, strengths_only=True).endswith(".")
    assert quotes > 20


def written_by(someone: Person) -> Mapping[str, str]:
    """What stands in each part of a profile that may be quoted."""
    profile = someone.profile
    return {
        "headline": profile.headline,
        "evidence": "\n".join(c.evidence or "" for c in profile.skills if c.again),
        "ventures": "\n".join(f"{v.role}\n{v.summary}" for v in profile.ventures),
        "text": plain(someone.body),
    }
