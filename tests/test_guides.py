"""Guides: who may be proposed, the points, the words, and the laws of sharing their room."""

from __future__ import annotations

import functools
import itertools
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.cli import cli
from sitegen.directory import Directory, Person
from sitegen.i18n import CEFR, Translator
from sitegen.local import local
from sitegen.matching import GuideMatch, Reason, say
from sitegen.matching.guides import preferences as preferences_module
from sitegen.matching.guides.compare import Pair
from sitegen.matching.guides.pairing import TURNS, one_round, share_rest
from sitegen.matching.guides.people import both_sides
from sitegen.matching.guides.preferences import Fit, Index, Preferences, tie
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.guides.score import first_parts, text_part
from sitegen.matching.guides.sentences import guide_sentence
from sitegen.matching.guides.texts import Texts
from sitegen.matching.reasoning import cut
from sitegen.matching.words import LISTS
from sitegen.memo import ONCE, Memo
from sitegen.models import Profile
from sitegen.models.log import Log
from sitegen.overlay import PrivateFacts
from tests.conftest import ROOT
from tests.factories import TODAY, profile, site, vocabulary

OVERLAY = ROOT / "tests" / "overlay"
ENGLISH = Translator()
LAWS = settings(max_examples=30, deadline=None, derandomize=True)

LED: Mapping[str, Any] = {"name": "Caisse", "role": "founder and director", "from": 2008}
LEFT: Mapping[str, Any] = {
    "name": "Coop", "role": "founder and director", "from": 2000, "to": 2016,
    "outcome": "handed-over", "sectors": ["agriculture"],
}  # fmt: skip
THROUGH: Mapping[str, Any] = {
    "passage": "handed-to-members", "state": "through-it", "since": 2014, "venture": "Coop",
}  # fmt: skip


def seeker(slug: str = "sia", **changes: Any) -> Person:
    """Somebody in the middle of handing over to the members, who says so in public."""
    fields: dict[str, Any] = {
        "name": slug.title(),
        "languages": {"fr": "native", "en": "B2"},
        "ventures": [{**LED, "outcome": "running", "sectors": ["agriculture"]}],
        "silos": {"community": 16, "ngo": 3},
        "transitions": [{"passage": "handed-to-members", "state": "in-it", "since": 2026}],
        "guidance": {"seeks": ["community-ownership"], "seeking_in_public": True},
    }
    return person(slug, fields | changes)


def guide(slug: str = "gil", **changes: Any) -> Person:
    """Somebody who has been through the same and offers to talk about it with two people."""
    fields: dict[str, Any] = {
        "name": slug.title(),
        "headline": slug,
        "languages": {"fr": "C1", "sw": "native"},
        "ventures": [LEFT],
        "silos": {"community": 12},
        "transitions": [THROUGH],
        "guidance": {"offers": ["community-ownership"], "capacity": 2},
    }
    return person(slug, fields | changes)


def person(slug: str, fields: Mapping[str, Any]) -> Person:
    body, fresh = fields.get("body", "Nothing."), fields.get("freshness", "fresh")
    stated = {name: v for name, v in fields.items() if name not in ("body", "freshness")}
    return Person(slug, profile(**stated), body, fresh)


@functools.cache
def words_and_settings() -> tuple[Any, Any]:
    return site(), vocabulary()


def directory(*people: Person) -> Directory:
    found = {one.slug: one for one in people}
    return Directory(TODAY, *words_and_settings(), found, {}, {})


def proposed(*people: Person, **more: Any) -> dict[str, list[str]]:
    found = guides_for(directory(*people), **more)
    return {slug: [match.profile for match in matches] for slug, matches in found.items()}


def only(*people: Person, **more: Any) -> GuideMatch:
    ((match,),) = guides_for(directory(*people), **more).values()
    return match


def text(reason: Reason) -> str:
    return say(reason, vocabulary(), ENGLISH)


def offering(**changes: Any) -> dict[str, Any]:
    return {"guidance": {"offers": ["community-ownership"], "capacity": 2} | changes}


def lived(passage: str, state: str = "through-it") -> dict[str, Any]:
    return {"transitions": [{"passage": passage, "state": state, "since": 2014}]}


NOT_PROPOSED: Mapping[str, dict[str, Any]] = {
    "still in it": lived("handed-to-members", "in-it"),
    "through something else": lived("sold"),
    "through nothing": {"transitions": []},
    "offers nothing": {"guidance": {"capacity": 2}},
    "offers it in private only": {"guidance": {"privately": ["grief"], "capacity": 2}},
    "takes a pause": offering(paused=True),
    "has no room": offering(capacity=0),
    "through something near, and offers none of what is sought": {
        **lived("passed-to-staff"),
        **offering(offers=["grief"]),
    },
    "no language in common": {"languages": {"sw": "native"}},
    "a language in common below B1": {"languages": {"fr": "A2"}},
    "another script": {"languages": {"zh-Hans": "native"}},
    "not listed": {"listed": False},
    "not matched": {"matched": False},
    "works with nobody now": {"availability": {"status": "paused"}},
    "page long unconfirmed": {"freshness": "dormant"},
    "led the same organisation": {"ventures": [LEFT, {**LED, "outcome": "left", "to": 2010}]},
    "a trustee there": {"interests": [{"name": "Caisse", "role": "trustee"}]},
}


@pytest.mark.parametrize("why", NOT_PROPOSED)
def test_nobody_is_proposed_who_cannot_be_a_guide(why: str) -> None:
    assert proposed(seeker(), guide(**NOT_PROPOSED[why])) == {"sia": []}


PROPOSED: Mapping[str, dict[str, Any]] = {
    "as they are": {},
    "through something near": lived("handed-to-community"),
    "near it": lived("passed-to-staff"),
    "a language at B1": {"languages": {"fr": "B1"}},
    "a variety of the language": {"languages": {"fr-CA": "C1"}},
    "offers other topics": offering(offers=["grief"]),
    "does not say for how many": {"guidance": {"offers": ["grief"]}},
    "takes on little work": {"availability": {"status": "limited"}},
    "page ageing": {"freshness": "ageing"},
}


@pytest.mark.parametrize("why", PROPOSED)
def test_whoever_can_be_a_guide_is_proposed(why: str) -> None:
    assert proposed(seeker(), guide(**PROPOSED[why])) == {"sia": ["gil"]}


def test_near_holds_both_ways_whichever_of_the_two_says_so() -> None:
    known = vocabulary().passages
    one, other = "handed-over-to-successor", "handed-to-members"
    assert other not in known[one].near and one in known[other].near
    assert proposed(seeker(**lived(one, "in-it")), guide(**lived(other))) == {"sia": ["gil"]}
    assert proposed(seeker(**lived(other, "in-it")), guide(**lived(one))) == {"sia": ["gil"]}


def test_what_a_guide_is_still_in_the_middle_of_counts_for_nothing() -> None:
    midway = {"passage": "handed-to-members", "state": "in-it"}
    done = {"passage": "retiring", "state": "through-it"}
    assert proposed(seeker(), guide(transitions=[midway, done])) == {"sia": []}


def test_nobody_guides_themselves() -> None:
    fields = {"offers": ["grief"], "seeks": ["grief"], "seeking_in_public": True, "capacity": 1}
    both = seeker(transitions=[THROUGH, {"passage": "merged", "state": "in-it"}], guidance=fields)
    assert proposed(both) == {"sia": []}


NOT_SEEKING: Mapping[str, dict[str, Any]] = {
    "seeks quietly": {"guidance": {"seeks": ["money"]}},
    "prepares to leave": {**lived("merged", "preparing"), "guidance": {}},
    "is in it and asks for nothing": {"guidance": {}},
    "not listed": {"listed": False},
    "not matched": {"matched": False},
    "page long unconfirmed": {"freshness": "dormant"},
}


@pytest.mark.parametrize("why", NOT_SEEKING)
def test_in_public_only_who_chose_so_seeks(why: str) -> None:
    assert proposed(seeker(**NOT_SEEKING[why]), guide()) == {}


def test_what_somebody_prepares_in_private_counts_for_nothing_in_public() -> None:
    quiet = {**THROUGH, "passage": "sold", "state": "preparing"}
    known = seeker(transitions=[quiet])
    assert proposed(known, guide(**lived("sold"))) == {"sia": []}
    assert proposed(known, guide(**lived("sold")), private=True) == {"sia": ["gil"]}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (NOT_SEEKING["seeks quietly"], {"sia": ["gil"]}),
        (
            {**lived("handed-to-members", "preparing"), "guidance": {}},
            {"sia": ["gil"]},
        ),
        ({"listed": False}, {"sia": ["gil"]}),
        (NOT_SEEKING["is in it and asks for nothing"], {}),
    ],
    ids=["seeks quietly", "prepares to leave", "not listed", "asks for nothing"],
)
def test_a_coordinator_sees_everybody_who_seeks(
    fields: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    assert proposed(seeker(**fields), guide(), private=True) == expected


def test_a_topic_offered_in_private_counts_for_a_coordinator_only() -> None:
    quiet = guide(guidance={"privately": ["community-ownership"], "capacity": 1})
    assert proposed(seeker(), quiet) == {"sia": []}
    found = [text(reason) for reason in only(seeker(), quiet, private=True).reasons]
    assert found[2] == ("Guides on what is sought when the directory asks: community ownership")


def test_no_private_topic_is_named_in_public() -> None:
    both = guide(guidance={"offers": ["grief"], "privately": ["community-ownership"]})
    match = only(seeker(), both)
    assert not [reason for reason in match.reasons if "topics" in reason.params]
    assert [text(c.reason) for c in match.checks if c.condition == "topics"] == [
        "Offers guidance on other topics: grief"
    ]


ROOM: Mapping[str, tuple[PrivateFacts, Sequence[Mapping[str, str]], int]] = {
    "all of it": (PrivateFacts(), (), 2),
    "less the real load": (PrivateFacts(guidance_load=1), (), 1),
    "full": (PrivateFacts(guidance_load=2), (), 0),
    "less who is being asked about": (PrivateFacts(), ({"seeker": "Jo", "state": "asked"},), 1),
    "a no takes no room": (PrivateFacts(), ({"seeker": "Jo", "state": "declined"},), 2),
    "a talk begun is in the load": (PrivateFacts(), ({"seeker": "Jo", "state": "introduced"},), 2),
}


@pytest.mark.parametrize("why", ROOM)
def test_room_is_what_a_guide_offers_less_what_is_taken(why: str) -> None:
    facts, rows, expected = ROOM[why]
    log = asked(*({"profile": "gil", **row} for row in rows))
    people = [seeker(f"s{n}") for n in range(4)]
    found = proposed(*people, guide(), facts={"gil": facts}, log=log, private=True)
    assert sum(len(guides) for guides in found.values()) == expected


def asked(*rows: Mapping[str, str]) -> Log:
    common = {"for": "guidance", "on": "2026-11-09"}
    return Log.model_validate({"introductions": [{**common, **row} for row in rows]})


@pytest.mark.parametrize("seeker_as", ["sia", "Sia"], ids=["by slug", "by name"])
@pytest.mark.parametrize("state", ["asked", "agreed", "declined", "introduced"])
def test_whom_the_log_names_for_a_seeker_is_not_proposed_again(state: str, seeker_as: str) -> None:
    log = asked({"profile": "gil", "seeker": seeker_as, "state": state})
    people = (seeker(), seeker("sam"), guide())
    assert proposed(*people, log=log, private=True) == {"sam": ["gil"], "sia": []}


def test_a_guide_who_does_not_say_for_how_many_is_proposed_once_and_asked() -> None:
    unsaid = guide(guidance={"offers": ["grief"]})
    found = guides_for(directory(seeker("s1"), seeker("s2"), unsaid))
    (match,) = itertools.chain(*found.values())
    (check,) = (check for check in match.checks if check.condition == "capacity")
    assert check.state == "not-stated"
    assert text(check.reason) == "For how many people there is room is not stated"


# What changes of guide and seeker, and the points of one part.
POINTS: Mapping[str, tuple[dict[str, Any], dict[str, Any], str, int]] = {
    "the same passage": ({}, {}, "passage", 28),
    "one near it": (lived("handed-to-community"), {}, "passage", 16),
    "one of two": (
        {},
        {"transitions": [{"passage": "handed-to-members", "state": "in-it"},
                         {"passage": "merged", "state": "in-it"}]},
        "passage",
        24,
    ),
    "a topic lived": (lived("merged"), {"transitions": [], "guidance": {
        "seeks": ["merging"], "seeking_in_public": True}}, "passage", 22),
    "a topic of every passage": (
        offering(offers=["grief"]),
        {"transitions": [], "guidance": {"seeks": ["grief"], "seeking_in_public": True}},
        "passage",
        12,
    ),
    "the topic sought": ({}, {}, "topics", 17),
    "none of the topics": (offering(offers=["grief"]), {}, "topics", 0),
    "a topic not lived": (
        offering(offers=["merging"]),
        {"guidance": {"seeks": ["merging"], "seeking_in_public": True}},
        "topics",
        8,
    ),
    "one topic of three": (
        {},
        {"guidance": {"seeks": ["community-ownership", "grief", "money"],
                      "seeking_in_public": True}},
        "topics",
        9,
    ),
    "a language at C1, the seeker's own": ({}, {}, "language", 10),
    "a language at C1": ({}, {"languages": {"fr": "C1"}}, "language", 8),
    "B2 on one side": ({"languages": {"fr": "B2"}}, {"languages": {"fr": "C2"}}, "language", 6),
    "B1 on one side": ({"languages": {"fr": "B1"}}, {}, "language", 3),
    "years, role, world, some time ago": ({}, {}, "circumstances", 15),
    "another role": ({"ventures": [{**LEFT, "role": "chair"}]}, {}, "circumstances", 11),
    "half the years": ({"ventures": [{**LEFT, "to": 2009}]}, {}, "circumstances", 11),
    "no world in common": ({"silos": {"public": 9}}, {}, "circumstances", 11),
    "a world that is not the seeker's first": ({"silos": {"ngo": 9}}, {}, "circumstances", 13),
    "the same field of the work": ({}, {}, "sectors", 9),
    "the same field of the profile": ({"ventures": []}, {}, "sectors", 6),
    "a field below": ({"ventures": [], "sectors": ["dairy"]}, {}, "sectors", 3),
    "two fields below one": (
        {"ventures": [], "sectors": ["fisheries"]}, {"sectors": ["dairy"]}, "sectors", 0,
    ),
    "lives in the same country": ({}, {}, "region", 6),
    "has worked there": ({"based_in": {"country": "NL"}, "regions": ["MA"]}, {}, "region", 6),
    "has worked in the region": (
        {"based_in": {"country": "NL"}, "regions": ["maghreb"]}, {}, "region", 4,
    ),
    "lives in the region": ({"based_in": {"country": "TN"}}, {}, "region", 3),
    "lives far away": ({"based_in": {"country": "NL"}}, {}, "region", 0),
}  # fmt: skip


@pytest.mark.parametrize("name", POINTS)
def test_a_part_brings_points_for_what_both_wrote(name: str) -> None:
    of_guide, of_seeker, part, points = POINTS[name]
    assert only(seeker(**of_seeker), guide(**of_guide)).parts[part] == points


def test_words_of_both_texts_bring_points() -> None:
    told = "Forty looms, a debt and the river."
    alike = only(seeker(body=told), guide(body=told))
    apart = only(seeker(body=told), guide(body="Elsewhere, otherwise."))
    assert 0 == apart.parts["text"] < alike.parts["text"]
    small = guide(body="Fue entre nosotros la que se cae.")
    assert only(seeker(body="Queda entre nosotros la semilla."), small).parts["text"] == 0


def test_who_begins_with_fewer_points_may_come_first_in_the_end() -> None:
    far = {"ventures": [], "silos": {}, "sectors": ["energy"], "based_in": {"country": "NL"}}
    same = guide("same", **far, languages={"fr": "B1"}, body="Elsewhere.")
    near = guide("near", transitions=[{**THROUGH, "passage": "passed-to-staff"}])
    assert wished(seeker(), same, near) == ["near", "same"]


def test_texts_may_turn_an_order_round() -> None:
    told = "Forty looms, a debt and the river."
    there = guide("there", body="Elsewhere.")
    told_alike = guide("told", body=told, based_in={"country": "TN"})
    assert wished(seeker(body=told), there, told_alike) == ["told", "there"]


def wished(*people: Person) -> list[str]:
    """The guides in the order in which the only seeker asks them."""
    (wish,) = everybody(directory(*people))[0].values()
    fits = itertools.takewhile(bool, (wish[place] for place in itertools.count()))
    return [fit.guide for fit in fits if fit]


def test_words_that_many_use_bring_none() -> None:
    told = "Forty looms, a debt and the river."
    crowd = [seeker(f"s{n}", body=told, guidance={}) for n in range(2)]
    assert only(seeker(body=told), guide(body=told), *crowd).parts["text"] == 0


def test_words_are_counted_of_those_who_are_there_now() -> None:
    told, memo = "Forty looms, a debt and the river.", Memo()
    two, other = (seeker(body=told), guide(body=told)), "Elsewhere, otherwise."
    for bodies in ((told, told), (told, other), (), (other, told), (told,), (told, told, told)):
        crowd = [seeker(f"s{n}", body=body, guidance={}) for n, body in enumerate(bodies)]
        found = guides_for(directory(*two, *crowd), memo=memo)
        assert found == guides_for(directory(*two, *crowd)), bodies
        ((match,),) = found.values()
        assert bool(match.parts["text"]) is ([*bodies].count(told) == 0), bodies


# What changes of guide and seeker, and the sentence that says why.
SENTENCES: Mapping[str, tuple[dict[str, Any], str]] = {
    "left the lead": (
        {},
        "Has been through “Handed to its members” in 2014; left the lead of Coop after 16 years as"
        " founder and director (handed over); speaks French C1.",
    ),
    "left it at once": (
        {"ventures": [{**LEFT, "to": 2000, "outcome": "left"}]},
        "Has been through “Handed to its members” in 2014; left the lead of Coop within a year, as"
        " founder and director; speaks French C1.",
    ),
    "still leads it": (
        {"ventures": [{**LED, "name": "Coop", "outcome": "running"}]},
        "Has been through “Handed to its members” with Coop in 2014; speaks French C1.",
    ),
    "a venture that is told of nowhere else": (
        {"ventures": []},
        "Has been through “Handed to its members” with Coop in 2014; speaks French C1.",
    ),
    "something near, no year": (
        {"transitions": [{"passage": "handed-to-community", "state": "through-it"}]},
        "Has been through “Handed to the community”, which is near to “Handed to its members”;"
        " speaks French C1.",
    ),
    "near, with a venture that runs": (
        {
            "transitions": [{**THROUGH, "passage": "passed-to-staff"}],
            "ventures": [{**LED, "name": "Coop", "outcome": "running"}],
        },
        "Has been through “Passed to the staff” with Coop in 2014, which is near to “Handed to its"
        " members”; speaks French C1.",
    ),
    "a second language": (
        {"languages": {"en": "C2", "fr": "native"}},
        "Has been through “Handed to its members” in 2014; left the lead of Coop after 16 years as"
        " founder and director (handed over); speaks French (native) and English C2.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_says_what_was_lived_how_it_was_left_and_the_language(name: str) -> None:
    changes, expected = SENTENCES[name]
    match = only(seeker(), guide(**changes))
    assert guide_sentence(match, vocabulary(), ENGLISH) == expected


def test_every_reason_stands_in_its_order() -> None:
    wish = {"wish_i_had_known": "Drink tea with them first."}
    match = only(seeker(), guide(regions=["MA"], **offering(**wish)))
    assert [text(reason) for reason in match.reasons] == [
        "Has been through “Handed to its members” in 2014",
        "Left the lead of Coop after 16 years as founder and director (handed over)",
        "Offers guidance on what is sought: community ownership",
        "Speaks French C1",
        "Much the same time in the lead: 18 and 16 years",
        "Had the same role: founder and director",
        "Has worked in the same world: community",
        "Knows the same sector: agriculture and food",
        "Lives in the same country (Morocco)",
        "In their own words: “Drink tea with them first.”",
    ]


def test_the_conditions_say_yes_and_what_is_to_be_asked() -> None:
    unsure = guide(
        languages={"fr": "B1"}, freshness="ageing", guidance={"offers": ["community-ownership"]},
        ventures=[{**LEFT, "name": "Caisse Example"}, {**LEFT, "name": "The Caisse"}],
        **lived("passed-to-staff"),
    )  # fmt: skip
    known = seeker(ventures=[{**LED, "name": "Caisse Exemple", "outcome": "running"}])
    checks = {c.condition: (c.state, text(c.reason)) for c in only(known, unsure).checks}
    assert checks == {
        "passage": (
            "partly",
            "Has been through “Passed to the staff” in 2014, which is near to “Handed to its"
            " members”",
        ),
        "topics": ("yes", "Offers guidance on what is sought: community ownership"),
        "capacity": ("not-stated", "For how many people there is room is not stated"),
        "language": ("partly", "The language of both is French, at B1 on one side"),
        "conflict": ("not-stated", "Caisse Example may be the same organisation: ask"),
        "open": ("partly", "Page last confirmed on 12 October 2026"),
    }
    assert {check.state for check in only(seeker(), guide()).checks} == {"yes"}


def test_what_a_seeker_does_not_state_is_a_question() -> None:
    topic_only = seeker(
        transitions=[], guidance={"seeks": ["community-ownership"], "seeking_in_public": True}
    )
    checks = {c.condition: text(c.reason) for c in only(topic_only, guide()).checks}
    assert checks["passage"] == "Which way out it is about is not stated"
    preparing = seeker(**lived("handed-to-members", "preparing"), guidance={})
    match = only(preparing, guide(), private=True)
    assert {c.condition: c.state for c in match.checks}["topics"] == "not-stated"
    assert "Offers guidance on community ownership" in [text(r) for r in match.reasons]


def test_a_guide_goes_to_the_seeker_who_needs_them_most() -> None:
    near, same = seeker("ann", **lived("passed-to-staff", "in-it")), seeker("zoe")
    one = guide(**offering(capacity=1))
    assert proposed(near, same, one) == {"ann": [], "zoe": ["gil"]}


def test_nobody_gets_a_second_guide_before_everybody_had_a_first() -> None:
    close = seeker("zoe")
    far = seeker("ann", **lived("passed-to-staff", "in-it"))
    guides = [guide("g1", **offering(capacity=1)), guide("g2", **offering(capacity=1))]
    found = proposed(close, far, *guides)
    assert [len(found["ann"]), len(found["zoe"])] == [1, 1]


def test_room_left_when_everybody_had_three_turns_goes_where_it_fits_best() -> None:
    close, far = seeker("zoe"), seeker("ann", **lived("passed-to-staff", "in-it"))
    for_both = [guide(f"g{n}") for n in range(3)]
    for_one = [guide(slug, **offering(capacity=1), languages={"fr": "B1"}) for slug in ("x", "y")]
    found = proposed(close, far, *for_both, *for_one)
    assert sorted(found["zoe"]) == ["g0", "g1", "g2", "x", "y"]
    assert sorted(found["ann"]) == ["g0", "g1", "g2"]


def test_whoever_names_no_topic_may_hear_from_somebody_near() -> None:
    preparing = seeker(**lived("handed-to-members", "preparing"), guidance={})
    near = guide(**lived("passed-to-staff"), **offering(offers=["grief"]))
    assert proposed(preparing, near, private=True) == {"sia": ["gil"]}


def test_between_people_with_equal_data_the_hash_of_both_decides() -> None:
    slugs = [f"g{n}" for n in range(8)]
    people = [
        seeker("sia"),
        seeker("sam"),
        *(guide(slug, **offering(capacity=5)) for slug in slugs),
    ]
    found = proposed(*people)
    for who in ("sia", "sam"):
        assert found[who] == sorted(slugs, key=lambda slug: tie(who, slug))
    assert found["sia"] != found["sam"]


# Small worlds: passages of which some are near each other, and who may be on either side.
PASSAGES = ("handed-to-members", "passed-to-staff", "sold", "closed")
TOPICS = ("community-ownership", "selling", "grief")
some = functools.partial(st.lists, unique=True, max_size=2)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Person, ...]:
    languages = st.dictionaries(
        st.sampled_from(["fr", "en"]), st.sampled_from(["A2", "B1", "C1", "native"]), min_size=1
    )
    seekers = [
        seeker(
            f"s{number}",
            languages=draw(languages),
            transitions=[
                {"passage": p, "state": "in-it"} for p in draw(some(st.sampled_from(PASSAGES)))
            ],
            guidance={
                "seeks": draw(some(st.sampled_from(TOPICS), min_size=1)),
                "seeking_in_public": True,
            },
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    guides = [
        guide(
            f"g{number}",
            languages=draw(languages),
            transitions=[
                {"passage": p, "state": draw(st.sampled_from(["through-it", "in-it"]))}
                for p in draw(some(st.sampled_from(PASSAGES)))
            ],
            ventures=draw(st.sampled_from([[LEFT], []])),
            based_in={"country": draw(st.sampled_from(["MA", "TN", "NL"]))},
            silos=draw(st.sampled_from([{"community": 9}, {"ngo": 9}, {}])),
            guidance={
                "offers": draw(some(st.sampled_from(TOPICS))),
                "capacity": draw(st.integers(0, 2)),
            },
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    return (*seekers, *guides)


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Person, ...]:
    """Everybody could guide everybody, so that room is what is missing."""
    passages = st.sampled_from(["handed-to-members", "passed-to-staff"])
    seekers = [seeker(f"s{n}", **lived(draw(passages), "in-it")) for n in range(draw(COUNTS))]
    guides = [
        guide(
            f"g{number}",
            **lived(draw(passages)),
            **offering(capacity=draw(st.integers(1, 2))),
            based_in={"country": draw(st.sampled_from(["MA", "TN", "NL"]))},
            silos=draw(st.sampled_from([{"community": 9}, {"ngo": 9}, {}])),
        )
        for number in range(draw(COUNTS))
    ]
    return (*seekers, *guides)


COUNTS = st.integers(2, 5)
WORLDS = st.one_of(worlds(), crowds())


@LAWS
@given(WORLDS)
def test_no_guide_is_proposed_beyond_their_room(people: tuple[Person, ...]) -> None:
    found = guides_for(directory(*people))
    counts = Counter(match.profile for matches in found.values() for match in matches)
    for one in people:
        assert counts[one.slug] <= (one.profile.guidance.capacity or 0)


@LAWS
@given(WORLDS)
def test_nobody_is_proposed_who_has_not_been_through_it(people: tuple[Person, ...]) -> None:
    by_slug = {one.slug: one.profile for one in people}
    for slug, matches in guides_for(directory(*people)).items():
        wanted = {t.passage for t in by_slug[slug].transitions}
        for match in matches:
            theirs = by_slug[match.profile]
            done = {t.passage for t in theirs.transitions if t.state == "through-it"}
            near = {n for p in wanted for n in nearby(p)}
            assert done & (wanted | near) if wanted else done
            assert comfortable(by_slug[slug], theirs)


def nearby(passage: str) -> set[str]:
    terms = vocabulary().passages
    return {*terms[passage].near, *(p.id for p in terms.values() if passage in p.near)}


def comfortable(one: Profile, other: Profile) -> bool:
    ranks = {tag: CEFR.index(level) for tag, level in one.languages.items()}
    return any(
        min(ranks.get(tag, 0), CEFR.index(level)) >= CEFR.index("B1")
        for tag, level in other.languages.items()
    )


@LAWS
@given(WORLDS)
def test_in_no_round_would_two_rather_have_each_other(people: tuple[Person, ...]) -> None:
    wishes, left = everybody(directory(*people))
    given_: dict[str, list[Fit]] = {slug: [] for slug in wishes}
    for _ in range(TURNS):
        fits = one_round(wishes, left, given_)
        assert blocking(wishes, left, given_, fits) == []
        for fit in fits:
            left[fit.guide] -= 1
            given_[fit.pair.seeker.slug].append(fit)
    for slug, matches in guides_for(directory(*people)).items():
        assert {m.profile for m in matches} >= {fit.guide for fit in given_[slug]}


@LAWS
@given(WORLDS, st.integers(0, 2))
def test_of_the_rest_no_two_would_rather_have_each_other(
    people: tuple[Person, ...], turns: int
) -> None:
    wishes, left = everybody(directory(*people))
    given_: dict[str, list[Fit]] = {slug: [] for slug in wishes}
    for _ in range(turns):
        for fit in one_round(wishes, left, given_):
            left[fit.guide] -= 1
            given_[fit.pair.seeker.slug].append(fit)
    before = {slug: {fit.guide for fit in fits} for slug, fits in given_.items()}
    unshared = dict(left)
    share_rest(wishes, left, given_)
    rest = [f for slug, fits in given_.items() for f in fits if f.guide not in before[slug]]
    for slug, fits in given_.items():
        for fit in every(Preferences(wishes[slug].seeker, index_of(people), unshared)):
            if fit.guide not in {other.guide for other in fits}:
                kept = [other for other in rest if other.guide == fit.guide]
                assert len(kept) == unshared[fit.guide]
                assert all(other.rank < fit.rank for other in kept)


def every(wish: Preferences) -> list[Fit]:
    """All of a list."""
    found = (wish[place] for place in itertools.count())
    return [fit for fit in itertools.takewhile(bool, found) if fit]


def index_of(people: tuple[Person, ...]) -> Index:
    found = directory(*people)
    return Index(both_sides(found, {}, Log(), private=False).guides, found, ONCE)


def everybody(found: Directory) -> tuple[dict[str, Preferences], dict[str, int]]:
    sides = both_sides(found, {}, Log(), private=False)
    index = Index(sides.guides, found, ONCE)
    left = {one.slug: one.room for one in sides.guides}
    return {one.slug: Preferences(one, index, left) for one in sides.seekers}, left


def blocking(
    wishes: Mapping[str, Preferences],
    left: Mapping[str, int],
    before: Mapping[str, Sequence[Fit]],
    fits: Sequence[Fit],
) -> list[Fit]:
    """Pairs that both sides would rather have than what this round gave them, by brute force."""
    of_seeker = {fit.pair.seeker.slug: fit for fit in fits}
    found = []
    for slug, wish in wishes.items():
        had = {fit.guide for fit in before[slug]}
        for fit in itertools.takewhile(bool, (wish[place] for place in itertools.count())):
            assert fit is not None
            if fit.guide in had or left[fit.guide] < 1:
                continue
            wanted = slug not in of_seeker or fit.rank < of_seeker[slug].rank
            kept = [other for other in fits if other.guide == fit.guide]
            welcome = len(kept) < left[fit.guide] or any(fit.rank < k.rank for k in kept)
            if wanted and welcome:
                found.append(fit)
    return found


@LAWS
@given(WORLDS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(people: tuple[Person, ...], random: Any) -> None:
    shuffled = random.sample(people, len(people))
    assert guides_for(directory(*people)) == guides_for(directory(*shuffled))


@LAWS
@given(WORLDS)
def test_a_list_stands_best_first_and_each_score_is_the_sum_of_its_parts(
    people: tuple[Person, ...],
) -> None:
    for slug, matches in guides_for(directory(*people)).items():
        ranks = [(-match.score, tie(slug, match.profile)) for match in matches]
        assert ranks == sorted(ranks)
        for match in matches:
            assert match.score == sum(match.parts.values()) <= 100


@LAWS
@given(WORLDS)
def test_looking_only_as_far_as_needed_finds_what_looking_at_all_finds(
    people: tuple[Person, ...],
) -> None:
    wishes, _ = everybody(directory(*people))
    for wish in wishes.values():
        fits = list(itertools.takewhile(bool, (wish[place] for place in itertools.count())))
        assert fits == sorted(fits, key=lambda fit: fit.rank if fit else (0, ""))


@pytest.fixture(scope="module", name="sample_pairs")
def every_pair_of_the_sample() -> list[tuple[Directory, bool, GuideMatch]]:
    """Public pairs, and those that a coordinator sees."""
    found = []
    for private in (None, OVERLAY):
        laid = local(ROOT / "content", private, None, date(2026, 11, 16))
        matches = guides_for(laid.directory, laid.facts, laid.log, private=private is not None)
        found += [(laid.directory, private is not None, m) for ms in matches.values() for m in ms]
    assert len(found) > 20
    return found


def test_every_fact_of_a_reason_stands_in_the_guides_own_file(
    sample_pairs: list[tuple[Directory, bool, GuideMatch]],
) -> None:
    for found, _, match in sample_pairs:
        profile_ = found.people[match.profile].profile
        for reason in match.reasons:
            for name, value in facts_of(reason).items():
                assert value in facts_in(profile_, name), (match.profile, reason)


def facts_of(reason: Reason) -> dict[str, Any]:
    """What a reason cites of the guide, one value a key."""
    ours = {k: v for k, v in reason.params.items() if k not in ("other_passage", "other_sector")}
    if reason.code == "guide-years":
        return {"led": ours["count"]}
    if reason.code.startswith("guide-left"):
        return {"left": tuple(ours.get(k) for k in ("name", "role", "count", "outcome"))}
    ours.pop("count", None)
    return {
        f"{name} {number}": one
        for name, value in ours.items()
        for number, one in enumerate(str(value).split(",") if name in LISTS else [value])
    }  # fmt: skip


def facts_in(profile_: Profile, name: str) -> Sequence[Any]:
    """Everything of a kind that a file says."""
    ended = [v for v in profile_.ventures if v.end is not None]
    done = [t for t in profile_.transitions if t.state == "through-it"]
    guidance = profile_.guidance
    known: Mapping[str, Sequence[Any]] = {
        "led": [(v.end or 0) - v.start for v in ended],
        "left": [
            (
                v.name,
                v.role,
                ((v.end or 0) - v.start) or None,
                None if v.outcome == "left" else v.outcome,
            )
            for v in ended
        ],
        "passage": [t.passage for t in done],
        "year": [t.since for t in done],
        "name": [t.venture for t in done],
        "topics": [*guidance.offers, *guidance.privately],
        "spoken": [f"{tag} {level}" for tag, level in profile_.languages.items()],
        "role": [v.role for v in profile_.ventures],
        "silos": [*profile_.silos],
        "sectors": [*profile_.sectors, *(s for v in profile_.ventures for s in v.sectors)],
        "sector": [*profile_.sectors],
        "country": [profile_.based_in.country, *profile_.regions],
        "region": [*profile_.regions, *regions_of(profile_)],
        "quote": [guidance.wish_i_had_known, cut(guidance.wish_i_had_known or "")],
    }
    return known[name.split(" ")[0]]


def regions_of(profile_: Profile) -> Sequence[str]:
    return vocabulary().regions_of_country.get(profile_.based_in.country or "", ())


# What is taken away of a guide, by the beginning of the reason's code.
TAKEN: Mapping[str, Mapping[str, Any]] = {
    "guide-passed": {"transitions": ()},
    "guide-near": {"transitions": ()},
    "guide-also": {"transitions": ()},
    "guide-left": {"ventures": ()},
    "guide-years": {"ventures": ()},
    "guide-role": {"ventures": ()},
    "guide-sectors": {"ventures": (), "sectors": ()},
    "guide-sector-near": {"ventures": (), "sectors": ()},
    "guide-topics": {"offers": (), "privately": ()},
    "guide-offers": {"offers": (), "privately": ()},
    "spoken": {"languages": {}},
    "guide-silos": {"silos": {}},
    "guide-home": {"regions": (), "country": None},
    "guide-country": {"regions": (), "country": None},
    "guide-region": {"regions": (), "country": None},
    "guide-neighbour": {"regions": (), "country": None},
    "guide-wish": {"wish_i_had_known": None},
}


def without(person_: Person, code: str) -> Person:
    taken = next(fields for start, fields in TAKEN.items() if code.startswith(start))
    changes: dict[str, Any] = {k: v for k, v in taken.items() if k in Profile.model_fields}
    inside = {k: v for k, v in taken.items() if k not in changes}
    for group, names in (("guidance", ("offers", "privately", "wish_i_had_known")),
                         ("based_in", ("country",))):  # fmt: skip
        update = {k: inside[k] for k in names if k in inside}
        if update:
            changes[group] = getattr(person_.profile, group).model_copy(update=update)
    changed = person_.profile.model_copy(update=changes)
    return Person(person_.slug, changed, person_.body, person_.freshness)


def test_a_cited_fact_that_is_taken_away_changes_the_score_or_the_reasons(
    sample_pairs: list[tuple[Directory, bool, GuideMatch]],
) -> None:
    seen = set()
    for found, private, match in sample_pairs:
        for reason in match.reasons:
            pair = (found.people[match.seeker], without(found.people[match.profile], reason.code))
            after = guides_for(directory(*pair), private=private)[match.seeker]
            assert all(reason not in other.reasons for other in after), reason
            seen.add(next(start for start in TAKEN if reason.code.startswith(start)))
    unseen = {"guide-also", "guide-offers", "guide-home", "guide-neighbour", "guide-region"}
    assert seen >= {*TAKEN} - unseen


def test_a_guide_scores_the_same_for_the_public_and_for_a_coordinator(
    sample_pairs: list[tuple[Directory, bool, GuideMatch]],
) -> None:
    scores = [
        {(m.seeker, m.profile): m.score for _, private, m in sample_pairs if private is wanted}
        for wanted in (False, True)
    ]
    assert scores[0].items() <= scores[1].items()


def test_people_with_nothing_in_common_are_not_even_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A hundred worlds of five seekers and five guides: 250,000 pairs that could be."""
    looked = Counter[str]()

    def counted(pair: Pair) -> dict[str, int]:
        looked["pairs"] += 1
        return first_parts(pair)

    def counted_text(pair: Pair, texts: Texts) -> dict[str, int]:
        looked["texts"] += 1
        return text_part(pair, texts)

    monkeypatch.setattr(preferences_module, "first_parts", counted)
    monkeypatch.setattr(preferences_module, "text_part", counted_text)
    tags = ["fr", "en", "sw", "ar", "es", "pt", "ru", "hi", "de", "ja"]
    passages = ["sold", "closed", "retiring", "into-academia", "exile-or-displacement",
                "adopted-by-government", "second-venture", "co-founder-split", "handed-to-members",
                "stepped-to-board"]  # fmt: skip
    people = [
        make(
            f"{kind}{tag}-{passage}-{number}",
            languages={tag: "native"},
            transitions=[{"passage": passage, "state": state}],
        )
        for tag in tags
        for passage in passages
        for number in range(5)
        for kind, make, state in (("s", seeker, "in-it"), ("g", guide, "through-it"))
    ]
    found = guides_for(directory(*people))
    # 2,500 of the same passage and language; of ten passages some are near each other.
    assert 2500 <= looked["pairs"] <= 3 * 2500
    assert looked["texts"] <= looked["pairs"]
    assert sum(map(len, found.values())) > 500


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["match", "--content", str(ROOT / "content"), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_prints_who_seeks_and_who_could_guide_them() -> None:
    lines = run("--guides").splitlines()
    assert lines[0] == "Sofía Andrade (sofia-andrade)"
    assert lines[1].startswith("  1. ")
    assert any(line.startswith("     + Has been through “Handed over to a succ") for line in lines)
    assert any(line.startswith("     = passage 28, topics ") for line in lines)
    assert len({line for line in lines if not line.startswith(" ") and line}) == 1


def test_a_coordinator_gets_those_who_seek_quietly_too_as_json() -> None:
    said = run("--guides", "--private", str(OVERLAY), "--format", "json")
    report = json.loads(said)
    assert report.keys() == {"version", "as_of", "guides"}
    assert list(report["guides"]) == ["dao-thi-huong", "sofia-andrade", "zainab-bello"]
    first = report["guides"]["sofia-andrade"][0]
    assert first.keys() == {"profile", "score", "reasons", "parts", "checks"}
    assert first["score"] == sum(first["parts"].values())
    assert first["reasons"][0].keys() == {"code", "params", "text"}
    assert first["checks"][0].keys() == {"condition", "state", "code", "params", "text"}
    for canary in ("CANARY", "187301"):
        assert canary not in said


def test_guides_of_one_assignment_are_no_question() -> None:
    result = CliRunner().invoke(cli, ["match", "some-work", "--guides"])
    assert result.exit_code == 2
    assert "ASSIGNMENT, --guides: give one of them." in result.output


def test_nobody_who_seeks_is_said_in_words(tmp_path: Path) -> None:
    minimal = str(ROOT / "tests" / "sites" / "minimal" / "content")
    result = CliRunner().invoke(cli, ["match", "--content", minimal, "--guides"])
    assert result.output == "Nobody seeks guidance.\n"


def test_the_page_of_a_public_seeker_shows_three_guides_and_why(
    site: Mapping[str, bytes],
) -> None:
    page = site["profiles/sofia-andrade/index.html"].decode()
    shown = page.split("Guides who could fit")[1].split("</section>")[0]
    assert shown.count('<li class="fit">') == 3
    assert "Has been through “Handed over to a successor” in 20" in shown
    assert "They offer it in public. Ask from their page: the directory passes it on." in shown


def test_no_other_page_shows_who_seeks_and_whom_they_could_ask(site: Mapping[str, bytes]) -> None:
    pages = [path for path, raw in site.items() if b"Guides who could fit" in raw]
    assert pages == ["profiles/sofia-andrade/index.html"]
    api = json.loads(site["api/v1/matches.json"])
    assert list(api["guides"]) == ["sofia-andrade"]
    assert [row.keys() for row in api["guides"]["sofia-andrade"]] == [
        {"profile", "name", "url", "reasons"}
    ] * 3
