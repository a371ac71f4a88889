"""Teams: who covers what together, what rests on one, which are shown; the laws of the search."""

from __future__ import annotations

import functools
import itertools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.cli import cli
from sitegen.directory import Confirmation, Directory, Person, Posting
from sitegen.i18n import CEFR, Translator
from sitegen.matching import Match, Team, say
from sitegen.matching.matcher import match
from sitegen.matching.pool import pool_of
from sitegen.matching.ranking import MOST_RANKED
from sitegen.matching.results import Alone, Standing
from sitegen.matching.teams.asked import Asked
from sitegen.matching.teams.report import team_records
from sitegen.matching.teams.roster import Roster
from sitegen.matching.teams.search import Sought, best_covering, worth_of
from sitegen.matching.teams.sentences import kept_of, strengths_of, team_sentence
from sitegen.matching.teams.shortlist import MOST, shortlist
from sitegen.models.assignment import Team as TeamSize
from sitegen.urls import Urls
from sitegen.views.teams import team_views
from sitegen.views.words import Words
from tests.conftest import ROOT
from tests.factories import TODAY, assignment, profile, site, vocabulary

ENGLISH = Translator()
LAWS = settings(max_examples=15, deadline=None, derandomize=True)
SKILLS = (
    "succession-planning",
    "cooperative-governance",
    "water-governance",
    "savings-groups",
    "dairy-value-chains",
)
SUCCESSION, GOVERNANCE, WATER, SAVINGS, DAIRY = SKILLS


def claim(skill: str, level: int = 3, **more: Any) -> dict[str, Any]:
    return {"skill": skill, "level": level, "evidence": "What it was, in 2019.", **more}


def person(slug: str, *skills: str | Mapping[str, Any], **changes: Any) -> Person:
    """Somebody who meets every condition of the posting below and has these skills at level 3."""
    confirmed, fresh = changes.pop("confirmed", {}), changes.pop("freshness", "fresh")
    fields: dict[str, Any] = {
        "name": slug.title(),
        "languages": {"fr": "C1"},
        "skills": [claim(one) if isinstance(one, str) else one for one in skills],
        "sectors": ["small-enterprise"],
        "availability": {"status": "open", "from": date(2027, 1, 1), "days_per_month": 8},
        "works": {"modes": ["remote"]},
        "engagement": {"day_rate": {"min": 400, "currency": "EUR"}},
    }
    levels = {s: Confirmation(n, "the circle", TODAY) for s, n in confirmed.items()}
    return Person(slug, profile(**fields | changes), "Nothing.", fresh, confirmed=levels)


def posting(*skills: str, **changes: Any) -> Posting:
    """Work for two or three, that asks for these skills at level 3."""
    fields: dict[str, Any] = {
        "starts": date(2027, 3, 1),
        "skills": {"required": [{"skill": skill, "level": 3} for skill in skills]},
        "work": {"mode": "remote", "days_per_month": 6, "months": 5},
        "budget": {"max_day_rate": 500, "currency": "EUR"},
        "team": {"min": 2, "max": 3},
    }
    return Posting("the-work", assignment(**fields | changes), "The brief.", True, False)


@functools.cache
def words_and_settings() -> tuple[Any, Any]:
    return site(), vocabulary()


def directory(*entries: Person | Posting) -> Directory:
    people = {one.slug: one for one in entries if isinstance(one, Person)}
    postings = {one.slug: one for one in entries if isinstance(one, Posting)}
    return Directory(TODAY, *words_and_settings(), people, postings, {})


def teams(*entries: Person | Posting) -> tuple[Team, ...]:
    (found,) = match(directory(*entries)).postings.values()
    return found.teams


def ranking(*entries: Person | Posting) -> tuple[Match, ...]:
    (found,) = match(directory(*entries)).postings.values()
    return found.ranking


def members(*entries: Person | Posting) -> list[list[str]]:
    return [sorted(team.members) for team in teams(*entries)]


def only(*entries: Person | Posting) -> Team:
    (found,) = teams(*entries)
    return found


def said(team: Team) -> list[str]:
    return [say(reason, vocabulary(), ENGLISH) for reason in team.reasons]


def sentence(team: Team, *, strengths_only: bool = False) -> str:
    return team_sentence(team, vocabulary(), ENGLISH, strengths_only=strengths_only)


ADA = person("ada", SUCCESSION, SAVINGS, silos={"community": 9})
BEN = person(
    "ben", SUCCESSION, GOVERNANCE, silos={"foundation": 4}, languages={"fr": "B2", "en": "C2"}
)
WORK = posting(SUCCESSION, GOVERNANCE, SAVINGS, silos=["community", "foundation"])


def test_a_team_covers_together_what_nobody_covers_alone() -> None:
    team = only(ADA, BEN, WORK)
    assert sorted(team.members) == ["ada", "ben"]
    assert {skill: sorted(who) for skill, who in team.covers.items()} == {
        SUCCESSION: ["ada", "ben"],
        GOVERNANCE: ["ben"],
        SAVINGS: ["ada"],
    }
    assert (team.missing, team.is_complete) == ((), True)
    assert team.overlap == (SUCCESSION,)
    assert team.silos == ("community", "foundation")
    assert team.alone == (Alone("skill", GOVERNANCE, "ben"), Alone("skill", SAVINGS, "ada"))


def test_a_team_is_told_in_words_from_who_brings_what_to_the_cost() -> None:
    zoe = person("zoe", claim(SUCCESSION, 4), silos={"community": 9})
    team = only(zoe, BEN, posting(SUCCESSION, GOVERNANCE, languages={"in_team": {"en": "C1"}}))
    assert sentence(team) == "Both required skills at the level; English."
    assert said(team) == [
        "Zoe brings succession planning",
        "Ben brings cooperative governance",
        "Ben could take over succession planning",
        "Ben speaks English C2",
        "All can work in French",
        "Ben has every required skill: one person may be enough",
        "Rests on Ben alone: cooperative governance",
        "Rests on Ben alone: English",
        "Zoe is in every team: nobody else could come",
        "Ben is in every team: nobody else who could come has cooperative governance",
        "Ben is in every team: nobody else who could come speaks English well enough",
        "Together 16 days a month, where 6 are asked",
        "What they ask together is within the budget",
    ]


LEVELS: Mapping[str, tuple[dict[str, Any], bool]] = {
    "at the level": ({"skills": [claim(SUCCESSION)]}, True),
    "above it": ({"skills": [claim(SUCCESSION, 4)]}, True),
    "below it": ({"skills": [claim(SUCCESSION, 2), claim(DAIRY)]}, False),
    "claimed below, confirmed at": (
        {"skills": [claim(SUCCESSION, 2)], "confirmed": {SUCCESSION: 3}},
        True,
    ),
    "claimed at, confirmed below": (
        {"skills": [claim(SUCCESSION, 4)], "confirmed": {SUCCESSION: 2}},
        False,
    ),
    "confirmed and not claimed": ({"skills": [claim(DAIRY)], "confirmed": {SUCCESSION: 3}}, True),
    "never again": ({"skills": [claim(SUCCESSION, 4, again=False), claim(DAIRY)]}, False),
    "never again though confirmed": (
        {
            "skills": [claim(SUCCESSION, 4, again=False), claim(DAIRY)],
            "confirmed": {SUCCESSION: 4},
        },
        False,
    ),
    "claimed on a page that gives nothing to check": (
        {"skills": [claim(s, 4, evidence="All of it.") for s in (SUCCESSION, WATER, SAVINGS)]},
        False,
    ),
    "only told": ({"skills": [claim(DAIRY)], "in_my_words": ["succession planning"]}, False),
}


@pytest.mark.parametrize("case", LEVELS)
def test_a_skill_is_covered_by_the_level_that_counts(case: str) -> None:
    fields, covered = LEVELS[case]
    work = posting(SUCCESSION, GOVERNANCE, DAIRY)
    team = only(person("ada", **fields), person("ben", GOVERNANCE, DAIRY), work)
    assert (SUCCESSION in team.covers) is covered
    assert (SUCCESSION in team.missing) is not covered


def test_a_skill_that_is_only_told_in_prose_brings_a_team_nothing() -> None:
    told = replace(ADA, body="For nine years I taught cooperative governance in forty villages.")
    work, others = posting(SUCCESSION, GOVERNANCE, SAVINGS), (person("ben", SUCCESSION),)
    (alone,) = (m for m in ranking(told, *others, work) if m.profile == "ada")
    assert "told-skill" in {reason.code for reason in alone.strengths}, "it counts for one alone"
    told_of, silent = only(told, *others, work), only(ADA, *others, work)
    assert told_of.missing == (GOVERNANCE,)
    # How well each fits alone is a part of its own, and the only one that a text may lift.
    lifted = {"members": silent.parts["members"]}
    assert replace(told_of, parts={**told_of.parts, **lifted}) == silent


OUT: Mapping[str, dict[str, Any]] = {
    "does not speak what everyone must": {"languages": {"en": "C2"}},
    "is not free": {"availability": {"status": "open", "until": date(2026, 12, 31)}},
    "takes a pause": {"availability": {"status": "paused"}},
    "asks too much": {"engagement": {"day_rate": {"min": 900, "currency": "EUR"}}},
    "asks a little too much": {"engagement": {"day_rate": {"min": 600, "currency": "EUR"}}},
    "has a tie": {"interests": [{"name": "Example Foundation", "role": "trustee"}]},
    "does not want to be matched": {"matched": False},
    "has not confirmed for long": {"freshness": "dormant"},
}  # fmt: skip


@pytest.mark.parametrize("why", OUT)
def test_nobody_is_in_a_team_who_fails_a_condition(why: str) -> None:
    work = posting(SUCCESSION, SAVINGS, GOVERNANCE, languages={"everyone": {"fr": "B2"}})
    best = person("cleo", SUCCESSION, SAVINGS, GOVERNANCE, **OUT[why])
    assert members(ADA, BEN, best, work) == [["ada", "ben"]]


def test_each_of_a_team_speaks_what_everyone_must_and_one_what_the_team_must() -> None:
    needs = {
        "everyone": {"fr": "B2"},
        "any_of": [{"en": "B1"}, {"ar": "B1"}],
        "in_team": {"ar": "C1"},
    }
    fluent = person("ada", SUCCESSION, languages={"fr": "C1", "ar": "native"})
    english = person("ben", GOVERNANCE, languages={"fr": "B2", "en": "B1"})
    french = person("cleo", GOVERNANCE, SAVINGS, languages={"fr": "native"})
    team = only(fluent, english, french, posting(SUCCESSION, GOVERNANCE, SAVINGS, languages=needs))
    assert sorted(team.members) == ["ada", "ben"]
    assert team.languages == {"ar": ("ada",)}
    assert Alone("language", "ar", "ada") in team.alone


def test_skills_come_before_languages_and_a_missing_language_is_said() -> None:
    work = posting(SUCCESSION, GOVERNANCE, SAVINGS, languages={"in_team": {"en": "C1", "ar": "B1"}})
    arabic = person("cleo", SAVINGS, SUCCESSION, languages={"fr": "C1", "ar": "native"})
    team = only(ADA, BEN, work)
    assert team.languages == {"en": ("ben",), "ar": ()}
    assert not team.is_complete
    assert "Nobody in this team speaks Arabic B1" in said(team)
    first = teams(ADA, BEN, arabic, work)[0]
    assert first.is_complete
    assert {"ben", "cleo"} <= {*first.members}


def test_a_skill_more_is_better_than_a_language_more() -> None:
    work = posting(
        SUCCESSION, GOVERNANCE, languages={"in_team": {"ar": "B1"}}, team={"min": 2, "max": 2}
    )
    arabic = person("cleo", claim(GOVERNANCE, 2), languages={"fr": "C1", "ar": "native"})
    first = teams(person("ada", SUCCESSION), person("ben", GOVERNANCE), arabic, work)[0]
    assert sorted(first.members) == ["ada", "ben"]


def test_work_for_one_person_and_work_that_one_can_come_to_get_no_team() -> None:
    assert teams(ADA, BEN, posting(SUCCESSION, GOVERNANCE, team={"min": 1, "max": 1})) == ()
    assert teams(ADA, WORK) == ()
    assert teams(WORK) == ()


def test_where_one_may_do_it_a_team_is_two_at_least_and_says_who_may_be_enough() -> None:
    work = posting(SUCCESSION, GOVERNANCE, team={"min": 1, "max": 2})
    team = only(ADA, BEN, work)
    assert len(team.members) == 2
    assert "Ben has every required skill: one person may be enough" in said(team)


def test_when_no_team_covers_all_the_best_cover_comes_with_what_is_missing() -> None:
    work = posting(SUCCESSION, GOVERNANCE, SAVINGS, WATER)
    team = only(ADA, BEN, work)
    assert team.missing == (WATER,)
    assert sentence(team) == (
        "3 of 4 required skills at the level: succession planning, cooperative governance and"
        " savings groups. Missing: water governance."
    )
    assert sentence(team, strengths_only=True) == (
        "Succession planning, cooperative governance and savings groups at the level asked."
    )
    assert "Not in this team at the level asked: water governance" in said(team)


def test_a_team_without_any_skill_at_the_level_says_so() -> None:
    low = [person(slug, claim(SUCCESSION, 2)) for slug in ("ada", "ben")]
    team = only(*low, posting(SUCCESSION))
    assert (
        sentence(team) == "None of the required skills at the level. Missing: succession planning."
    )
    assert said(team)[:2] == [f"{name} has succession planning at level 2" for name in names(team)]


def names(team: Team) -> list[str]:
    return [slug.title() for slug in team.members]


def test_a_team_without_a_language_in_common_says_so_and_comes_after_one_with() -> None:
    work = posting(SUCCESSION, GOVERNANCE, team={"min": 2, "max": 2})
    russian = person("ada", SUCCESSION, languages={"ru": "native", "fr": "A2"})
    also = person("cleo", SUCCESSION, languages={"fr": "B1"})
    first, second = teams(russian, BEN, also, work)
    assert sorted(first.members) == ["ben", "cleo"]
    assert "No language in which all can work is stated" in said(second)
    assert "team-no-common" in {reason.code for reason in kept_of(second)}


def test_the_only_holder_of_a_skill_is_in_every_team_and_nobody_else_is() -> None:
    holders = [person(slug, GOVERNANCE) for slug in ("ada", "ben", "cleo")]
    alone = person("dan", SUCCESSION)
    found = teams(*holders, alone, posting(SUCCESSION, GOVERNANCE, team={"min": 2, "max": 2}))
    assert len(found) == 3
    assert all(team.needed == ("dan",) for team in found)
    assert functools.reduce(set.intersection, [{*team.members} for team in found]) == {"dan"}
    assert all(
        "Dan is in every team: nobody else who could come has succession planning" in said(team)
        for team in found
    )


def test_who_is_needed_though_others_have_the_same_is_said_to_be() -> None:
    """Each skill has two holders, and only together do the two have all: others bring less."""
    everybody = [
        person("ada", SUCCESSION, GOVERNANCE),
        person("ben", SAVINGS, WATER),
        person("cleo", SUCCESSION, SAVINGS),
        person("dan", GOVERNANCE, DAIRY),
        person("eve", WATER, DAIRY),
    ]
    work = posting(SUCCESSION, GOVERNANCE, SAVINGS, WATER, team={"min": 2, "max": 2})
    team = only(*everybody, work)
    assert sorted(team.members) == ["ada", "ben"]
    assert "Ada is in every team: without Ada none found covers as much" in said(team)


def test_for_each_member_there_is_a_team_without_them_where_others_could_do_it() -> None:
    everybody = [
        *(person(f"a{n}", SUCCESSION) for n in range(3)),
        *(person(f"b{n}", GOVERNANCE) for n in range(3)),
    ]
    found = teams(*everybody, posting(SUCCESSION, GOVERNANCE, team={"min": 2, "max": 2}))
    assert 3 <= len(found) <= 5
    assert all(team.is_complete and not team.needed for team in found)
    assert not functools.reduce(set.intersection, [{*team.members} for team in found])


def test_where_no_other_team_is_possible_somebody_is_added_to_the_same_one() -> None:
    more = [person(slug, claim(SUCCESSION, 2)) for slug in ("cleo", "dan")]
    found = members(
        person("ada", SUCCESSION), person("ben", GOVERNANCE), *more, posting(SUCCESSION, GOVERNANCE)
    )
    assert found[0] == ["ada", "ben"]
    assert sorted(found[1:]) == [["ada", "ben", "cleo"], ["ada", "ben", "dan"]]


def test_another_team_comes_before_the_same_one_with_somebody_added() -> None:
    worlds = {"silos": {"ngo": 5, "public": 5}}
    work = posting(SUCCESSION, GOVERNANCE, silos=["ngo", "public", "community"])
    found = members(
        person("ada", SUCCESSION),
        person("ben", GOVERNANCE, **worlds),
        person("cleo", GOVERNANCE, **worlds),
        person("dan", GOVERNANCE, availability={"status": "open"}),
        person("eve", claim(SUCCESSION, 2), silos={"community": 9}),
        work,
    )
    assert sorted(found) == [["ada", "ben"], ["ada", "cleo"], ["ada", "dan"]]


UP_TO_500 = {"max_day_rate": 500}
WITHIN = "What they ask together is within the budget"
ABOVE = "What they ask together is above the budget"
COSTS: Mapping[str, tuple[dict[str, Any], tuple[int | None, int | None], str]] = {
    "both below": (UP_TO_500, (400, 450), WITHIN),
    "one above, made up for": (UP_TO_500, (540, 450), WITHIN),
    "above on average": (UP_TO_500, (540, 470), ABOVE),
    "one not stated": (UP_TO_500, (400, None), "What they ask together is not stated by all"),
    "no budget": ({"min_day_rate": 300}, (400, 450), "The budget is not stated"),
    "pro bono": (
        {"pro_bono": True, "reason": "…"},
        (400, 450),
        "Not everybody states whether to work pro bono",
    ),
}


@pytest.mark.parametrize("case", COSTS)
def test_what_all_ask_is_compared_with_the_budget_in_words(case: str) -> None:
    budget, rates, expected = COSTS[case]
    asks = [{"day_rate": {"min": r, "currency": "EUR"}} if r else {} for r in rates]
    both = [
        person(slug, skill, engagement=ask)
        for slug, skill, ask in zip(("ada", "ben"), (SUCCESSION, GOVERNANCE), asks, strict=True)
    ]
    currency = {} if "pro_bono" in budget else {"currency": "EUR"}
    team = only(*both, posting(SUCCESSION, GOVERNANCE, budget={**budget, **currency}))
    assert said(team)[-1] == expected
    assert not any(str(rate) in "".join(said(team)) for rate in rates if rate)


def test_all_who_work_pro_bono_are_said_to() -> None:
    free = [
        person(slug, skill, engagement={"pro_bono": "some"})
        for slug, skill in (("ada", SUCCESSION), ("ben", GOVERNANCE))
    ]
    team = only(*free, posting(SUCCESSION, GOVERNANCE, budget={"pro_bono": True, "reason": "…"}))
    assert (team.cost, said(team)[-1]) == ("yes", "All do some work pro bono")


@pytest.mark.parametrize(
    ("days", "asked", "expected"),
    [
        ((8, 8), 6, ["Together 16 days a month, where 6 are asked"]),
        ((8, None), 6, ["At least 8 days a month, where 6 are asked; not everybody states theirs"]),
        ((None, None), 6, ["Nobody states the days a month"]),
        ((8, 8), None, []),
    ],
    ids=["both state them", "one does", "nobody does", "none are asked"],
)
def test_the_days_of_all_are_added_up(
    days: Sequence[int | None], asked: int | None, expected: list[str]
) -> None:
    both = [
        person(slug, skill, availability={"status": "open", "days_per_month": count})
        if count
        else person(slug, skill, availability={"status": "open"})
        for slug, skill, count in zip(("ada", "ben"), (SUCCESSION, GOVERNANCE), days, strict=True)
    ]
    work = {"mode": "remote"} | ({"days_per_month": asked} if asked else {})
    team = only(*both, posting(SUCCESSION, GOVERNANCE, work=work))
    assert [text for text in said(team) if "day" in text] == expected


def test_whoever_has_the_highest_level_does_it_then_who_is_confirmed_then_the_longest() -> None:
    people = [
        person("ada", claim(SUCCESSION, 4)),
        person("ben", claim(SUCCESSION, 3, years=9)),
        person("cleo", claim(SUCCESSION, 3, years=2), confirmed={SUCCESSION: 3}),
    ]
    team = only(*people, posting(SUCCESSION, team={"min": 3, "max": 3}))
    assert team.covers[SUCCESSION] == ("ada", "cleo", "ben")


def test_what_would_help_and_worlds_decide_between_teams_that_cover_the_same() -> None:
    skills = {"required": [{"skill": SUCCESSION, "level": 3}, {"skill": GOVERNANCE, "level": 3}]}
    skills["desirable"] = [{"skill": DAIRY, "level": 2}]
    pair = {"team": {"min": 2, "max": 2}}
    ada, ben = person("ada", SUCCESSION), person("ben", GOVERNANCE)
    helpful = person("cleo", GOVERNANCE, claim(DAIRY, 2))
    first = teams(ada, ben, helpful, posting(skills=skills, **pair))[0]
    assert sorted(first.members) == ["ada", "cleo"]
    assert "Cleo has what would help: dairy value chains" in said(first)
    bridging = person("dan", GOVERNANCE, silos={"public": 5})
    work = posting(SUCCESSION, GOVERNANCE, silos=["public"], **pair)
    assert members(ada, ben, bridging, work)[0] == ["ada", "dan"]


def test_a_close_skill_is_no_cover_and_is_named_with_the_step() -> None:
    related = vocabulary().skills[SUCCESSION].related
    close = next(skill for skill in related if skill not in SKILLS)
    team = only(person("ada", close), person("ben", GOVERNANCE), posting(SUCCESSION, GOVERNANCE))
    assert team.missing == (SUCCESSION,)
    label = vocabulary().skills[close].label
    assert f"Ada has {label[0].lower()}{label[1:]}, close to succession planning" in said(team)


def test_the_search_stays_within_what_the_model_allows() -> None:
    """A team is four at most, so 24 people make 12,926 teams, and each of them is looked at."""
    with pytest.raises(ValueError, match="max"):
        TeamSize.model_validate({"max": "5"})
    assert sum(math.comb(MOST, size) for size in (2, 3, 4)) == 12_926
    everybody = [person(f"p{number}", SUCCESSION) for number in range(MOST)]
    sought = looked_at(*everybody, posting(SUCCESSION, team={"min": 2, "max": 4}))
    assert len({*best_covering(sought, range(2, 5))}) == 12_926


def standings(found: Directory, slug: str) -> tuple[Standing, ...]:
    """Those who meet every condition of a posting, as teams need to know them."""
    return tuple(
        Standing(m.profile, m.score, m.missing, m.only_text)
        for m in match(found).postings[slug].ranking
    )


def looked_at(*entries: Person | Posting) -> Sought:
    """What the search sees of one posting."""
    found = directory(*entries)
    roster = Roster(pool_of(found))
    (work,) = found.postings.values()
    asked = Asked.of(work)
    ranking = standings(found, work.slug)
    return Sought.of(asked, shortlist(asked, ranking, roster), roster)


def test_the_one_with_a_rare_skill_is_looked_at_however_many_fit_better_alone() -> None:
    many = [person(f"p{number}", SUCCESSION, GOVERNANCE) for number in range(40)]
    rare = person("rare", SAVINGS, silos={})
    found = teams(*many, rare, posting(SUCCESSION, GOVERNANCE, SAVINGS))
    assert all(team.is_complete and team.needed == ("rare",) for team in found)


def test_whoever_alone_has_a_rare_skill_is_found_behind_all_who_are_kept_in_the_ranking() -> None:
    many = [person(f"p{number}", SUCCESSION, GOVERNANCE) for number in range(MOST_RANKED + 5)]
    rare = person("rare", SAVINGS)
    found = match(directory(*many, rare, posting(SUCCESSION, GOVERNANCE, SAVINGS)))
    (matches,) = found.postings.values()
    assert len(matches.ranking) == MOST_RANKED
    assert "rare" not in {one.profile for one in matches.ranking}
    assert matches.teams
    assert all(team.is_complete and "rare" in team.members for team in matches.teams)


def test_who_alone_completes_a_team_is_looked_at_though_many_have_more_skills() -> None:
    many = [person(f"p{n}", SUCCESSION, GOVERNANCE, WATER) for n in range(30)]
    savers = [person(f"s{n}", SUCCESSION, GOVERNANCE, SAVINGS) for n in range(6)]
    dairies = [person(f"d{n}", SUCCESSION, GOVERNANCE, DAIRY) for n in range(6)]
    key = person("key", SAVINGS, DAIRY)
    first = teams(*many, *savers, *dairies, key, posting(*SKILLS, team={"min": 2, "max": 2}))[0]
    assert first.is_complete
    assert "key" in first.members


# --- Laws -----------------------------------------------------------------------------------------


@st.composite
def people(draw: st.DrawFn, most: int = 6) -> tuple[Person, ...]:
    """A few people who differ in everything that a team goes by; some fail a condition."""

    def somebody(slug: str) -> Person:
        skills = draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=3, unique=True))
        again = st.sampled_from([True, True, True, False])
        claims = [claim(s, draw(st.integers(1, 4)), again=draw(again)) for s in skills]
        confirmed = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 4), max_size=1))
        tags = st.sampled_from(["fr", "en", "ar"])
        spoken = draw(st.dictionaries(tags, st.sampled_from(CEFR), min_size=1, max_size=3))
        rate = draw(st.sampled_from([300, 500, 545, 900]))
        return person(
            slug,
            *claims,
            confirmed=confirmed,
            languages=spoken,
            silos=draw(
                st.dictionaries(st.sampled_from(["community", "public"]), st.integers(1, 9))
            ),
            engagement={"day_rate": {"min": rate, "currency": "EUR"}},
            freshness=draw(st.sampled_from(["fresh", "fresh", "fresh", "dormant"])),
        )

    count = draw(st.integers(2, most))
    return tuple(somebody(f"p{number}") for number in range(count))


@st.composite
def works(draw: st.DrawFn) -> Posting:
    """Work for a team that asks for some of the skills and languages."""
    skills = draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=4, unique=True))
    least = draw(st.integers(1, 3))
    return posting(
        skills={
            "required": [{"skill": s, "level": draw(st.integers(1, 4))} for s in skills],
            "desirable": [{"skill": s, "level": 2} for s in SKILLS if s not in skills][:1],
        },
        silos=draw(st.lists(st.sampled_from(["community", "public"]), unique=True)),
        sectors=draw(st.sampled_from([[], ["small-enterprise"]])),
        languages={
            "everyone": draw(st.sampled_from([{}, {"fr": "B1"}])),
            "any_of": draw(st.sampled_from([[], [{"en": "B1"}, {"ar": "B1"}]])),
            "in_team": draw(st.sampled_from([{}, {"en": "C1"}, {"ar": "B2", "fr": "C1"}])),
        },
        team={"min": least, "max": draw(st.integers(max(2, least), 4))},
    )


def holds(who: Person, skill: str) -> int:
    """The level that counts, read straight from the fields."""
    claims = {one.skill: one for one in who.profile.skills}
    if skill in claims and not claims[skill].again:
        return 0
    if skill in who.confirmed:
        return who.confirmed[skill].level
    return claims[skill].level if skill in claims else 0


def covered(group: Sequence[Person], work: Posting) -> tuple[int, int]:
    """How many required skills and languages of the team a group covers, counted by hand."""
    needs = work.assignment
    skills = sum(any(holds(p, n.skill) >= n.level for p in group) for n in needs.skills.required)
    spoken = sum(
        any(t == tag and CEFR.index(has) >= CEFR.index(level) for p in group
            for t, has in p.profile.languages.items())
        for tag, level in needs.languages.in_team.items()
    )  # fmt: skip
    return skills, spoken


def groups(found: Directory, work: Posting) -> list[tuple[Person, ...]]:
    """Every group of an allowed size of those who meet every condition."""
    eligible = [found.people[m.profile] for m in match(found).postings[work.slug].ranking]
    size = work.assignment.team
    return [
        group
        for count in range(max(2, size.min), size.max + 1)
        for group in itertools.combinations(eligible, count)
    ]


@LAWS
@given(people(), works())
def test_no_group_of_people_who_may_come_covers_more_than_the_teams_found(
    everybody: tuple[Person, ...], work: Posting
) -> None:
    found = directory(*everybody, work)
    result, possible = match(found).postings[work.slug].teams, groups(found, work)
    assert bool(result) == bool(possible)
    if result:
        best = max(covered(group, work) for group in possible)
        assert {covered([found.people[s] for s in t.members], work) for t in result} == {best}
        equals = sum(covered(group, work) == best for group in possible)
        assert min(3, equals) <= len(result) <= 5


@LAWS
@given(people(), works())
def test_of_all_that_cover_as_much_the_first_is_worth_most(
    everybody: tuple[Person, ...], work: Posting
) -> None:
    found = directory(*everybody, work)
    result, possible = match(found).postings[work.slug].teams, groups(found, work)
    if result:
        best = max(covered(group, work) for group in possible)
        sought = looked_at(*everybody, work)
        places = {one.person.slug: place for place, one in enumerate(sought.people)}
        values = [
            sum(sought.parts(sum(1 << places[p.slug] for p in group)).values())
            for group in possible
            if covered(group, work) == best
        ]
        assert sum(result[0].parts.values()) == max(values)


@LAWS
@given(people(), works())
def test_everything_said_of_a_team_is_true_by_the_fields(
    everybody: tuple[Person, ...], work: Posting
) -> None:
    found = directory(*everybody, work)
    result = match(found).postings[work.slug]
    may_come = {m.profile for m in result.ranking if all(check.state != "no" for check in m.checks)}
    for team in result.teams:
        assert {*team.members} <= may_come
        for need in work.assignment.skills.required:
            holders = {s for s in team.members if holds(found.people[s], need.skill) >= need.level}
            assert {*team.covers.get(need.skill, ())} == holders
            assert (need.skill in team.missing) == (not holders)
            alone = [one.profile for one in team.alone if one.id == need.skill]
            assert alone == ([*holders] if len(holders) == 1 else [])
        for tag, speakers in team.languages.items():
            assert (len(speakers) == 1) is any(one.id == tag for one in team.alone)


@LAWS
@given(people(), works())
def test_teams_differ_and_nobody_is_in_all_of_them_who_is_not_needed(
    everybody: tuple[Person, ...], work: Posting
) -> None:
    found = directory(*everybody, work)
    result, possible = match(found).postings[work.slug].teams, groups(found, work)
    assert len({frozenset(team.members) for team in result}) == len(result)
    if result:
        best = max(covered(group, work) for group in possible)
        as_good = [{p.slug for p in g} for g in possible if covered(g, work) == best]
        in_all = functools.reduce(set.intersection, [{*team.members} for team in result])
        assert in_all == functools.reduce(set.intersection, as_good)
        assert in_all == {*result[0].needed}


@LAWS
@given(people(), works(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_no_team(
    everybody: tuple[Person, ...], work: Posting, random: Any
) -> None:
    shuffled = random.sample(everybody, len(everybody))
    assert teams(*everybody, work) == teams(*shuffled, work)


@LAWS
@given(people(most=9), works(), st.integers(1, 8))
def test_a_shortlist_that_holds_the_widest_covers_as_much_as_everybody_would(
    everybody: tuple[Person, ...], work: Posting, most: int
) -> None:
    found = directory(*everybody, work)
    roster, asked = Roster(pool_of(found)), Asked.of(work)
    ranking = standings(found, work.slug)
    needs = {one.person.slug: one.needs for one in shortlist(asked, ranking, roster).people}
    widest = {n for n in needs.values() if not any(n != o and n & o == n for o in needs.values())}
    kept = {one.needs for one in shortlist(asked, ranking, roster, most).people}
    assert len(widest) > most or widest <= kept | {0}


@LAWS
@given(people(), works())
def test_the_worth_of_a_team_is_the_sum_of_its_parts(
    everybody: tuple[Person, ...], work: Posting
) -> None:
    sought = looked_at(*everybody, work)
    size = work.assignment.team
    if len(sought.people) >= max(2, size.min):
        for team in best_covering(sought, range(max(2, size.min), size.max + 1)):
            assert worth_of(team) == sum(sought.parts(team).values())


def test_equals_are_ordered_by_a_hash_of_all_ids_and_not_by_the_alphabet() -> None:
    alike = [person(f"p{number}", SUCCESSION, GOVERNANCE) for number in range(6)]
    first = {members(*alike, with_slug(f"work-{number}"))[0][0] for number in range(8)}
    assert len(first) > 1


def with_slug(slug: str) -> Posting:
    work = posting(SUCCESSION, GOVERNANCE, team={"min": 2, "max": 2})
    return Posting(slug, work.assignment, work.body, True, False)


# --- Shown ----------------------------------------------------------------------------------------


def test_the_report_for_programs_has_everything_with_codes_and_words() -> None:
    found = directory(ADA, BEN, WORK)
    (record,) = team_records(match(found).postings["the-work"].teams, found, ENGLISH)
    row = record.model_dump(mode="json", exclude_unset=True)
    assert row.keys() == {
        "members", "sentence", "covers", "missing", "languages", "silos", "sectors", "overlap",
        "single", "needed", "cost", "value", "parts", "reasons",
    }  # fmt: skip
    assert row["single"] == [
        {"skill": GOVERNANCE, "profile": "ben"},
        {"skill": SAVINGS, "profile": "ada"},
    ]
    assert row["cost"] == "yes"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["match", "--content", str(ROOT / "content"), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_prints_teams_below_the_people() -> None:
    lines = run("fair-sourcing-cocoa-growers").splitlines()
    shown = lines[lines.index("  Teams") + 1 :]
    assert sum(line.startswith(f"  {number}. ") for number in (1, 2, 3) for line in shown) == 3
    assert "     All 4 required skills at the level; English and French;" in "\n".join(shown)
    assert "     + What they ask together is within the budget" in shown
    assert "     ? What they ask together is not stated by all" in shown
    assert any(line.startswith("     = required 1000, ") for line in shown)


def test_the_command_gives_teams_as_json_and_none_for_work_of_one_person() -> None:
    report = json.loads(run("--format", "json"))["assignments"]
    assert len(report["fair-sourcing-cocoa-growers"]["teams"]) == 3
    assert report["beside-a-recyclers-union"]["teams"] == []
    for slug, found in report.items():
        for team in found["teams"]:
            assert {*team["members"]} <= {row["profile"] for row in found["ranking"]}, slug


def shown(public: str, *entries: Person | Posting) -> list[Any]:
    found = directory(*entries)
    settings = site(matching={"public": public})
    found = Directory(TODAY, settings, found.vocabulary, found.people, found.postings, {})
    words = Words(found, ENGLISH, Urls("https://directory.example/"), frozenset())
    return list(team_views(match(found).postings["the-work"].teams, words))


def test_in_strengths_form_a_team_has_neither_gaps_nor_cost_nor_points() -> None:
    (team,) = shown("strengths", ADA, BEN, posting(SUCCESSION, GOVERNANCE, WATER))
    assert team.sentence == "Succession planning and cooperative governance at the level asked."
    assert [(c.need.label, c.first, c.others) for c in team.covers][1] == (
        "Cooperative governance", "Ben", "",
    )  # fmt: skip
    assert (team.kept, team.parts) == ((), ())
    assert not any("budget" in text or "Not in this team" in text for text in team.reasons)


def test_in_full_form_a_team_has_everything_and_in_none_there_is_none() -> None:
    work = posting(SUCCESSION, GOVERNANCE, WATER)
    (team,) = shown("full", ADA, BEN, work)
    assert team.kept == (
        "Not in this team at the level asked: water governance",
        "What they ask together is within the budget",
    )
    assert dict(team.parts)["size"] == -160
    assert shown("none", ADA, BEN, work) == []


def test_a_team_has_the_signatures_of_its_members_on_the_same_lines() -> None:
    (team,) = shown("strengths", ADA, BEN, WORK)
    assert team.signature.text == "Community and Foundation"
    assert dict(team.signature.paths)["held"].count("M") == 2
    assert dict(team.signature.paths)["span"].count("M") == 1


def test_strengths_and_what_is_kept_are_all_the_reasons() -> None:
    team = only(ADA, BEN, WORK)
    assert [*strengths_of(team), *kept_of(team)] == sorted(
        team.reasons, key=lambda reason: reason in kept_of(team)
    )


def test_the_page_of_an_assignment_shows_its_teams(site: Mapping[str, bytes]) -> None:
    page = site["assignments/fair-sourcing-cocoa-growers/index.html"].decode()
    section = page.split('<section class="section" id="teams">')[1].split("</section>")[0]
    assert section.count('<li class="fit team">') == 3
    assert "Rests on Kofi Asante Mensah alone: English" in section
    assert "budget" not in section
    alone = site["assignments/beside-a-recyclers-union/index.html"].decode()
    assert 'id="teams"' not in alone


def test_the_api_publishes_teams_without_what_speaks_against_them(
    site: Mapping[str, bytes],
) -> None:
    found = json.loads(site["api/v1/matches.json"])["assignments"]
    assert found["beside-a-recyclers-union"]["teams"] == []
    rows = found["fair-sourcing-cocoa-growers"]["teams"]
    assert len(rows) == 3
    for row in rows:
        assert row.keys() == {
            "members", "covers", "languages", "silos", "sectors", "overlap", "single", "needed",
            "reasons",
        }  # fmt: skip
        assert not any("cost" in reason["code"] for reason in row["reasons"])


def test_matches_of_equal_points_make_the_same_shortlist_whatever_their_order() -> None:
    everybody = [person(f"p{number}", SUCCESSION) for number in range(30)]
    found = directory(*everybody, posting(SUCCESSION))
    roster, asked = Roster(pool_of(found)), Asked.of(found.postings["the-work"])
    ranking = standings(found, "the-work")
    kept = [one.person.slug for one in shortlist(asked, ranking, roster).people]
    assert kept == [found.profile for found in ranking][:MOST]
