"""What holds of every match, whatever the people and the assignments are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.directory import Confirmation, Directory, Person, Posting, Taken
from sitegen.matching import Match, PostingMatches, Reason
from sitegen.matching.as_json import as_json
from sitegen.matching.evidence import can_be_checked, unproven
from sitegen.matching.exposure import BAND, SHOWN, gini, spread, times_shown
from sitegen.matching.matcher import match
from sitegen.matching.report import as_text
from sitegen.prose import Phrases, sentences
from sitegen.terms import fold_words
from tests.test_matching import (
    ENGLISH,
    TODAY,
    claim,
    directory,
    matched,
    need,
    person,
    posting,
    rate,
    text,
    vocabulary,
    written_by,
)

laws = settings(max_examples=15, derandomize=True, deadline=None)
SKILLS = ("succession", "cooperatives", "assemblies", "dairy", "savings")
BODIES = (
    "Forty villages and their milk.",
    "We held dairy value chains together for nine years in Safi.",
    "I have never seen savings groups.",
    "The network of villages elected its own successor, and outvoted me twice.",
)
claims = st.lists(
    st.tuples(st.sampled_from(SKILLS), st.integers(1, 4), st.booleans()),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0],
).map(
    lambda found: [
        claim(skill, level, again="yes" if again else "no", evidence=f"Led {skill} in 2014.")
        for skill, level, again in found
    ]
)
fields = st.fixed_dictionaries(
    {"skills": claims},
    optional={
        "languages": st.sampled_from([{"fr": "B1"}, {"fr": "B2"}, {"de": "C1"}]),
        "sectors": st.sampled_from([["milk"], ["fish"], ["tobacco"]]),
        "silos": st.sampled_from([{}, {"ngo": "9"}, {"ngo": "1", "community": "4"}]),
        "availability": st.sampled_from(
            [
                {"status": "open"},
                {"status": "limited", "from": "2027-04-10", "days_per_month": 8},
                {"status": "open", "from": "2027-03-20", "days_per_month": 4},
            ]
        ),
        "engagement": st.sampled_from(
            [{}, rate(600)["engagement"], {"contracts_as": ["umbrella"]}]
        ),
        "works": st.sampled_from(
            [{"modes": ["remote"], "travel": ["maghreb"]}, {"modes": ["hybrid"], "travel": ["SN"]}]
        ),
    },
)
people = st.lists(st.tuples(fields, st.sampled_from(BODIES)), min_size=1, max_size=6).map(
    lambda found: [
        person(f"p{number}", {"body": body}, **given_)
        for number, (given_, body) in enumerate(found)
    ]
)
needs = st.lists(
    st.tuples(st.sampled_from(SKILLS), st.integers(1, 4)),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0],
).map(lambda found: {"required": [need(skill, level) for skill, level in found]})


def everybody(found: PostingMatches) -> Iterable[Match]:
    return (*found.ranking, *found.nearly)


def of(who: Person, *entries: Person | Posting) -> Match | None:
    found = everybody(matched(who, *entries))
    return next((one for one in found if one.profile == who.slug), None)


def with_skills(who: Person, skills: Iterable[dict[str, Any]]) -> Person:
    data = who.profile.model_dump(by_alias=True)
    return replace(who, profile=type(who.profile).model_validate(plain(data | {"skills": skills})))


def plain(value: Any) -> Any:
    """Models take what a file holds: texts, not the values made of them."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if one not in (None, (), [], {})}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | str) else str(value)


@laws
@given(people, needs)
def test_scores_are_the_sum_of_their_parts_and_a_hard_failure_never_ranks(
    found: list[Person], skills: dict[str, Any]
) -> None:
    matches = matched(*found, posting(skills=skills))
    for one in everybody(matches):
        assert sum(one.parts.values()) == one.score
        assert 0 <= one.score <= 100
        assert min(one.parts.values()) >= 0
    assert not any(check.state == "no" for one in matches.ranking for check in one.checks)
    for one in matches.nearly:
        assert [check.relaxed for check in one.checks if check.state == "no"] == [True]


@laws
@given(people, needs)
def test_every_quote_and_every_cited_skill_stands_in_the_source(
    found: list[Person], skills: dict[str, Any]
) -> None:
    for one in everybody(matched(*found, posting(skills=skills))):
        who = next(p for p in found if p.slug == one.profile)
        written = written_by(who)
        listed = {c.skill for c in who.profile.skills if c.again}
        for reason in one.strengths:
            where = str(reason.params.get("where", "evidence"))
            assert str(reason.params.get("quote", "")).removesuffix("…") in written[where]
            if reason.code.startswith(("required-", "desirable-", "partial-")):
                assert reason.params["skill"] in listed
            if reason.code.startswith("close-"):
                assert reason.params["other_skill"] in listed


@laws
@given(people, needs)
def test_without_a_cited_skill_the_score_is_another(
    found: list[Person], skills: dict[str, Any]
) -> None:
    asked = posting(skills=skills)
    for one in everybody(matched(*found, asked)):
        who = next(p for p in found if p.slug == one.profile)
        others = [p for p in found if p is not who]
        for reason in one.strengths:
            cited = reason.params.get("other_skill", reason.params.get("skill"))
            kept = [c.model_dump() for c in who.profile.skills if c.skill != cited]
            if cited is None or not kept or len(kept) == len(who.profile.skills):
                continue
            less = of(with_skills(who, kept), *others, asked)
            assert less is None or less.parts["required"] < one.parts["required"]


@laws
@given(people, needs, st.integers(1, 4))
def test_another_required_skill_never_lowers_a_score(
    found: list[Person], skills: dict[str, Any], level: int
) -> None:
    asked, who, others = posting(skills=skills), found[0], found[1:]
    held = {c.skill for c in who.profile.skills}
    lacking = [n.skill for n in asked.assignment.skills.required if n.skill not in held]
    assume(lacking)
    before = of(who, *others, asked)
    assume(before)
    assert before is not None
    more = [
        *(c.model_dump() for c in who.profile.skills),
        claim(lacking[0], level, evidence="Led it in 2011."),
    ]
    after = of(with_skills(who, more), *others, asked)
    assert after is not None
    assert after.parts["required"] >= before.parts["required"]
    assert after.missing <= before.missing


@laws
@given(people, needs, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(
    found: list[Person], skills: dict[str, Any], chance: Any
) -> None:
    entries: list[Person | Posting] = [*found, posting("one", skills=skills), posting("two")]
    shuffled = list(entries)
    chance.shuffle(shuffled)
    first, second = directory(*entries), directory(*shuffled)
    assert as_json(match(first), first, ENGLISH) == as_json(match(second), second, ENGLISH)


@laws
@given(fields, st.permutations("abcdef"))
def test_people_with_equal_data_have_equal_scores_whatever_they_are_called(
    given_: dict[str, Any], slugs: list[str]
) -> None:
    found = matched(*(person(slug, **given_) for slug in slugs), posting())
    assert len({(one.score, one.missing, str(one.change)) for one in found.ranking}) <= 1
    assert found == matched(*(person(slug, **given_) for slug in sorted(slugs)), posting())


def changed(who: Person, what: Posting, change: Reason) -> tuple[Person, Posting]:
    """Make the change that a match names."""
    data, work = plain(who.profile.model_dump(by_alias=True)), what
    kept = [c for c in data["skills"] if c["skill"] != change.params.get("skill")]
    if change.code == "change-language":
        data["languages"][change.params["language"]] = change.params["asked"]
    elif change.code == "change-dates":
        data["availability"]["from"] = change.params["day"]
        who = replace(who, taken=())
    elif change.code == "change-remote":
        mode = what.assignment.work.model_copy(update={"mode": "remote"})
        work = replace(what, assignment=what.assignment.model_copy(update={"work": mode}))
    elif change.code == "change-money":
        assert what.assignment.budget
        data["engagement"]["day_rate"] = {
            "min": what.assignment.budget.max_day_rate,
            "currency": what.assignment.budget.currency,
        }
    elif change.code == "change-contract":
        data["engagement"]["contracts_as"] = str(change.params["forms"]).split(",")
    else:
        level = change.params.get("level") or who.level(str(change.params["skill"]))
        evidence = "Led it in Safi in 2011."
        data["skills"] = [*kept, claim(str(change.params["skill"]), int(level), evidence=evidence)]
    return replace(who, profile=type(who.profile).model_validate(data)), work


def full(found: Match) -> int:
    return sum(reason.code.startswith("required-") for reason in found.gaps)


@laws
@given(people, needs)
def test_the_one_change_that_is_named_does_what_it_says(
    found: list[Person], skills: dict[str, Any]
) -> None:
    asked = posting(skills=skills)
    before = matched(*found, asked)
    for one in everybody(before):
        who = next(p for p in found if p.slug == one.profile)
        if one.change is None:
            assert full(one) == 0 or not all(c.again for c in who.profile.skills)
            continue
        others = [p for p in found if p is not who]
        after = matched(*others, *changed(who, asked, one.change))
        (new,) = (m for m in after.ranking if m.profile == who.slug) if one in before.nearly else (
            m for m in everybody(after) if m.profile == who.slug
        )  # fmt: skip
        assert full(new) == full(one) - (one not in before.nearly)


@pytest.mark.parametrize(
    ("derived", "given_", "expected"),
    [
        ({}, {"languages": {"fr": "B1"}}, "With French B2, no condition would stand in the way"),
        (
            {"taken": (Taken(TODAY, TODAY.replace(year=2027, month=4, day=10), 8),)},
            {},
            "If free from 1 March 2027, no condition would stand in the way",
        ),
        (
            {},
            {"works": {"modes": ["remote"]}},
            "If the work were done remotely, no condition would stand in the way",
        ),
        (
            {},
            {"engagement": {"contracts_as": ["cooperative"]}},
            "With a contract as an individual or through a company, no condition would stand in the"
            " way",
        ),
        ({}, rate(600), "With a rate within the budget, no condition would stand in the way"),
        (
            {},
            {"skills": [claim("succession", 3)]},
            "With cooperative governance at level 3, one more required skill would be met",
        ),
        ({}, {}, None),
        (
            {"confirmed": {"succession": Confirmation(1, "Vetting circle", TODAY)}},
            {},
            None,
        ),
    ],
    ids=[
        "language", "taken days", "place", "contract", "money", "skill", "nothing is short",
        "others confirmed less",
    ],
)  # fmt: skip
def test_one_change_is_named_at_most(
    derived: dict[str, Any], given_: dict[str, Any], expected: str | None
) -> None:
    (found,) = everybody(matched(person("ada", derived, **given_), posting()))
    assert (text(found.change) if found.change else None) == expected


BARE = [claim(skill, 4, evidence="Extensive experience.") for skill in SKILLS[:3]]


def test_claims_with_nothing_to_check_count_for_half_of_a_level_two() -> None:
    asked = {"required": [need("succession", 2)]}
    proven = person("ada", skills=[claim(s, 4, evidence="Led it in 2014.") for s in SKILLS[:3]])
    found = matched(person("ben", skills=BARE), proven, posting(skills=asked)).ranking
    assert [(one.profile, one.parts["required"]) for one in found] == [("ada", 50), ("ben", 25)]
    assert text(found[1].gaps[0]) == (
        "Succession planning at level 4, with no number or year in the evidence"
    )
    assert text(found[1].change or Reason("open-yes")) == (
        "With a number or a year in the evidence of succession planning, one more required skill"
        " would be met"
    )


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("41 villages.", True),
        ("Twice, with a bank.", True),
        ("Onze villages.", True),
        ("The bank of Kigali has them.", True),
        ("قدنا القرى إلى انتخاب مجلسها.", True),
        ("Extensive experience. Proven results.", False),
        ("I led hundreds of workshops.", False),
        ("", False),
    ],
)
def test_evidence_can_be_checked_by_a_number_a_year_or_a_name(
    evidence: str, expected: bool
) -> None:
    assert can_be_checked(evidence) is expected


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        ("Führender Berater im deutschsprachigen Raum.", 3),
        ("Zwölf Häuser mit Garten übergeben.", 0),
        ("Trained by Anna von Bergen, who still leads the Institute of Kassel with others.", 0),
    ],
)
def test_where_every_noun_has_a_capital_none_is_taken_for_a_name(evidence: str, found: int) -> None:
    skills = [claim(skill, 3, evidence=evidence) for skill in SKILLS[:3]]
    assert len(unproven(person(skills=skills).profile, frozenset())) == found


@pytest.mark.parametrize(("bare", "found"), [(2, 0), (3, 3)])
def test_two_sentences_without_a_fact_are_chance_and_three_are_a_habit(
    bare: int, found: int
) -> None:
    skills = [claim(s, 3, evidence="Good results.") for s in SKILLS[:bare]]
    assert len(unproven(person(skills=skills).profile, frozenset())) == found
    assert not unproven(person(skills=skills).profile, frozenset(SKILLS))


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        ("Renowned for it in the field.", True),
        ("Built an expert panel of growers familiar with frost.", False),
        ("Expertise reconnue de la gouvernance.", True),
        ("Frameworks deployed globally.", True),
        ("Recognised by the bank of Kigali.", False),
        ("Expert in the keys of 12 depots.", False),
        ("The store-keeper's enemy, who had known.", False),
        ("Ran the audit committee through a receivership.", False),
    ],
)
def test_praise_in_place_of_a_fact_counts_for_less_even_once(evidence: str, found: bool) -> None:
    claims = [claim(SKILLS[0], 3, evidence=evidence), *(claim(s, 2) for s in SKILLS[1:3])]
    assert unproven(person(skills=claims).profile, frozenset()) == ({SKILLS[0]} if found else set())


def test_a_skill_that_is_told_counts_less_than_one_that_is_listed_and_is_quoted() -> None:
    told = "We held member assemblies each spring. Nine years of dairy value chains, then rest."
    skills = {"required": [need("dairy", 2), need("succession", 3)]}
    listed = person("ben", skills=[claim("succession", 3), claim("dairy", 2)])
    teller = person("ada", {"body": told}, skills=[claim("succession", 3)])
    silent = person("eve", skills=[claim("succession", 3)])
    found = matched(teller, listed, silent, posting(skills=skills)).ranking
    assert [one.profile for one in found] == ["ben", "ada", "eve"]
    assert [one.missing for one in found] == [0, 0, 1]
    assert text(found[1].strengths[1]) == (
        "Names dairy value chains without listing it, in the text:"
        " “Nine years of dairy value chains, then rest.”"
    )
    # Prose alone never makes a match strong.
    assert found[1].band == "good"


def test_words_buy_no_place_however_often_they_are_said() -> None:
    brief = "Rotating treasurers for nine herders' councils, and dairy value chains."
    asked = posting(body=brief, skills={"required": [need("dairy", 2), need("succession", 2)]})
    once, often = person("ada", {"body": brief}), person("ben", {"body": f"{brief} " * 40})
    lister = person("zoe", skills=[claim("dairy", 2), claim("succession", 2)])
    # Enough others that each of these words is rare.
    others = [person(f"o{n}", {"body": f"Other work {n}."}) for n in range(12)]
    found = matched(once, often, lister, *others, asked).ranking
    ranked = {one.profile: one for one in found}
    assert found[0].profile == "zoe"
    told = [ranked[slug].parts["required"] for slug in ("ada", "ben")]
    assert told[0] == told[1] < ranked["zoe"].parts["required"]


def test_small_words_of_a_language_that_few_write_make_no_text_near() -> None:
    asked = posting(
        body="La semilla que se reparte entre los pueblos cuando lo dice la asamblea.",
        skills={"required": [need("dairy", 2)]},
    )
    near = person("ada", {"body": "Fue la asamblea, entre todos los pueblos, la que lo dice."})
    far = person("ben", {"body": "Fue la que se cae cuando llueve, entre los puentes, y lo sabe."})
    others = [person(f"o{n}", {"body": f"Other work {n}."}) for n in range(12)]
    (found,) = matched(near, far, *others, asked).ranking
    assert found.profile == "ada"
    (reason,) = (one for one in found.strengths if one.code == "text-near")
    assert {*str(reason.params["common"]).split(", ")} == {"asamblea", "pueblos", "dice"}


def test_who_lists_nothing_that_is_required_ranks_by_what_they_tell() -> None:
    teller = person(
        "ada", {"body": "Dairy value chains, for nine years."}, skills=[claim("savings", 3)]
    )
    (found,) = matched(teller, posting(skills={"required": [need("dairy", 2)]})).ranking
    assert [gap.code for gap in found.gaps] == ["required-told"]


def test_whom_only_a_near_text_speaks_for_is_shown_behind_and_not_left_out() -> None:
    brief = "Rotating treasurers for nine herders' councils, and their quarrels."
    asked = posting(body=brief, skills={"required": [need("dairy", 4)]})
    lister = person("ben", skills=[claim("dairy", 2)], sectors=[], silos={})
    teller = person("ada", {"body": brief})
    others = [person(f"o{n}", {"body": f"Other work {n}."}) for n in range(12)]
    found = matched(lister, teller, *others, asked).ranking
    assert found[0].score < found[1].score
    assert [(one.profile, one.missing, one.band) for one in found] == [
        ("ben", 0, "possible"),
        ("ada", 1, "possible"),
    ]
    assert "text-near" in [reason.code for reason in found[1].strengths]


def test_a_completed_passage_shows_a_skill_and_one_that_goes_on_does_not() -> None:
    asked = posting(skills={"required": [need("savings", 2)]})
    lived = {"passage": "to-board", "since": 2015, "state": "through-it"}
    found = matched(person(transitions=[lived]), asked).ranking[0]
    assert text(found.strengths[0]) == "Savings groups, lived: “Stepped to the board”, 2015"
    still = person(transitions=[lived | {"state": "in-it"}])
    assert matched(still, asked) == PostingMatches((), ())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I ran Dairy-value chains.", {"dairy"}),
        ("**Savings** groups in [Safi](https://x.example/succession-planning).", {"savings"}),
        ("- **Savings groups** in nine villages", {"savings"}),
        ("I have never run savings groups.", set()),
        ("I would like to learn succession planning.", set()),
        ("The assemblies of members were held.", set()),
    ],
    ids=[
        "folded",
        "markup, and a word of an address",
        "markup around",
        "denied",
        "wished",
        "other words",
    ],
)
def test_a_skill_is_told_by_its_name_as_whole_words(body: str, expected: set[str]) -> None:
    profile = person().profile.model_copy(update={"headline": "…", "skills": ()})
    written = sentences(profile, body)
    folded = [fold_words(sentence.text).split() for sentence in written]
    assert {*Phrases(vocabulary()).told(written, folded)} == expected


def row(profile: str, score: int, missing: int = 0, slug: str = "one") -> Match:
    return Match(profile, slug, score, "good", {}, (), (), (), missing)


def test_near_equals_take_turns_and_nobody_leaves_their_band() -> None:
    lists = {
        slug: PostingMatches(
            tuple(sorted((row(f"p{n}", 80 - n, slug=slug) for n in range(9)), key=Match.rank)), ()
        )
        for slug in "abcdef"
    }
    turned = spread(lists)
    for found in turned.values():
        names = [one.profile for one in found.ranking]
        assert sorted(names) == [f"p{n}" for n in range(9)]
        scores = [one.score for one in found.ranking]
        assert all(later - earlier < BAND for earlier, later in pairwise(scores))
    firsts = {found.ranking[SHOWN - 2].profile for found in turned.values()}
    assert len(firsts) > 1


def test_nobody_passes_a_person_with_fewer_gaps() -> None:
    rows = (row("p0", 80, 1), row("p1", 79, 0), row("p2", 78, 2))
    found = spread({"one": PostingMatches(rows, ())})["one"].ranking
    assert [one.missing for one in found] == [0, 1, 2]


def test_the_report_says_who_is_shown_and_who_never_is() -> None:
    folder: Directory = directory(*(person(f"p{n}") for n in range(7)), posting())
    matches = match(folder)
    assert sorted(times_shown(matches).values()) == [0, 0, 1, 1, 1, 1, 1]
    said = as_text(matches, folder, ENGLISH, None)
    never = [who for who, count in sorted(times_shown(matches).items()) if not count]
    assert f"eligible and never: {', '.join(never)}" in said
    assert "unevenness (Gini, 0 to 100): 28" in said


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([], 0), ([0, 0], 0), ([2, 2, 2], 0), ([3, 1, 2], 22), ([0, 4, 0, 0], 75)],
)
def test_gini_in_hundredths(counts: list[int], expected: int) -> None:
    assert gini({str(n): count for n, count in enumerate(counts)}) == expected
