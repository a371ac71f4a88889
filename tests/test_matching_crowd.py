"""Everybody at once gives what one after the other gives: groups, names, processes."""

from __future__ import annotations

import pickle
import random
import string
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.judged import judged_set
from sitegen.directory import Directory, Person, Posting, Taken
from sitegen.matching import ranking, reading
from sitegen.matching.conditions import CONDITIONS, Condition
from sitegen.matching.eligible import NO, YES, Gate, code_of
from sitegen.matching.groups import Crowd
from sitegen.matching.matcher import NAME, match
from sitegen.matching.names import Names
from sitegen.matching.organisations import conflict, parties_of, party
from sitegen.matching.results import Matches
from sitegen.memo import Memo
from sitegen.workers import Alone, Item, Processes, Result, Shared
from tests.factories import BODY
from tests.test_matching import TODAY, claim, directory, person, posting

SEED = 5
WORDS = ("water", "of", "kenya", "foundation", "foundatoin", "trust", "example", "ashoka", "die")


class Packing(Alone):
    """Hands on what is shared as where processes inherit nothing."""

    def each(
        self, call: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item]
    ) -> Generator[tuple[Item, Result], None, None]:
        assert pickle.dumps((call, shared))
        return super().each(call, shared, items)


def varied(chosen: random.Random, number: int) -> Person:
    """Somebody who differs in whatever conditions read, often like others in some of it."""
    pick = chosen.choice
    tags = pick((("fr",), ("fr", "en"), ("ar",)))
    opens = TODAY + timedelta(pick((0, 30, 120, 160, 200)))
    fields: dict[str, Any] = {
        "languages": {tag: pick(("A2", "B1", "B2", "C1")) for tag in tags},
        "availability": {
            "status": pick(("open", "limited")),
            "from": opens.isoformat(),
            **pick(({}, {"days_per_month": pick((2, 4, 8))})),
            **pick(({}, {"until": (opens + timedelta(90)).isoformat()})),
        },
        "based_in": pick(
            ({"country": "FR", "city": "Lyon"}, {"country": "MA"}, {"region": "maghreb"})
        ),
        "works": pick(({}, {"modes": ["remote"]}, {"modes": ["hybrid"], "travel": ["maghreb"]})),
        "engagement": {
            "kinds": pick(([], ["project"], ["interim", "board"])),
            "contracts_as": pick(([], ["individual"], ["company"])),
            **pick(({}, {"day_rate": {"min": pick((300, 600, 660, 900)), "currency": "EUR"}})),
        },
        "declines": pick(({}, {"sectors": ["agriculture"]}, {"silos": ["ngo"]})),
        "interests": pick(
            ([], [{"name": "Weidegrond"}], [{"name": "Weidegrund"}], [{"name": "Akt"}])
        ),
    }
    return person(f"p{number}", **fields)


def asked(chosen: random.Random, number: int) -> Posting:
    pick = chosen.choice
    return posting(
        f"a{number}",
        languages=pick(({"everyone": {"fr": "B2"}}, {"any_of": [{"fr": "B1"}, {"ar": "B1"}]})),
        starts=(TODAY + timedelta(pick((60, 150)))).isoformat(),
        work={
            "mode": pick(("remote", "hybrid")),
            "country": "MA",
            "days_per_month": pick((3, 8)),
            "onsite_days_per_month": 2,
            "months": pick((1, 6)),
        },
        kinds=pick((["project"], ["interim"])),
        budget={"max_day_rate": pick((500, 600)), "currency": "EUR"},
        contract={"with": pick((["individual"], ["company"]))},
    )


@pytest.fixture(scope="module")
def everybody() -> Directory:
    chosen = random.Random(SEED)  # noqa: S311  # no secret hangs on it
    return directory(
        *(varied(chosen, number) for number in range(120)),
        *(asked(chosen, number) for number in range(12)),
    )


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda found: found.name)
def test_a_condition_is_judged_of_a_group_as_of_each_person(
    everybody: Directory, condition: Condition
) -> None:
    crowd = Crowd([one for _, one in sorted(everybody.people.items())])
    gate, codes = Gate(crowd, everybody, {}), set[int]()
    for work in everybody.open_postings:
        alone = [code_of(condition.judge(one, work, everybody)) for one in crowd.people]
        assert gate.codes(condition, work, np.arange(len(crowd.people))).tolist() == alone
        codes |= {*alone}
    assert len(codes) > 1 or condition.name in ("open", "team language")


def test_the_judged_set_is_judged_alike() -> None:
    with judged_set("first") as judged:
        found = judged.directory
    crowd = Crowd([one for _, one in sorted(found.people.items())])
    gate, everybody = Gate(crowd, found, {}), np.arange(len(crowd.people))
    for condition in CONDITIONS:
        for work in found.open_postings:
            alone = [code_of(condition.judge(one, work, found)) for one in crowd.people]
            assert gate.codes(condition, work, everybody).tolist() == alone


def test_two_processes_give_what_one_gives(
    everybody: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "WORTH_SHARING", 0)
    monkeypatch.setattr(ranking, "AT_ONCE", 5)
    alone = match(everybody)
    monkeypatch.setattr(reading, "AT_ONCE", 1)
    assert match(everybody, crew=Processes(2)) == alone
    assert match(everybody, crew=Packing()) == alone
    assert any(found.ranking for found in alone.postings.values())


def claiming(one: Person, **fields: Any) -> Person:
    claims = tuple(claim.model_copy(update=fields) for claim in one.profile.skills)
    return replace(one, profile=one.profile.model_copy(update={"skills": claims}))


def sized(one: Posting, most: int) -> Posting:
    team = one.assignment.team.model_copy(update={"min": 1, "max": most})
    return replace(one, assignment=one.assignment.model_copy(update={"team": team}))


def changed(found: Directory, before: Matches, chosen: random.Random, number: int) -> Directory:
    """The same with one thing changed, for the most part of those who were matched."""
    people, postings, kind = dict(found.people), found.postings, number % 8
    matched = {m.profile for one in before.postings.values() for m in one.ranking}
    slug = chosen.choice(sorted(matched) if matched and number % 3 else [*people])
    if kind == 0:
        people[slug] = replace(varied(chosen, number), slug=slug)
    elif kind == 1:
        people[slug] = claiming(people[slug], evidence=f"Ran it for {number} towns from 2012 on.")
    elif kind == 2:
        del people[slug]
    elif kind == 3:
        postings = {work: sized(one, 1 + number % 4) for work, one in postings.items()}
    elif kind == 4:
        return replace(found, today=found.today + timedelta(20))
    elif kind == 5:
        people[f"n{number}"] = replace(varied(chosen, number), slug=f"n{number}", body=BODY * 3)
    elif kind == 6:
        slug = chosen.choice(sorted(postings))
        work = replace(postings[slug], body=f"{postings[slug].body}\n\nOxcarts, looms, {BODY}")
        postings = {**postings, slug: work}
        people["only"] = replace(varied(chosen, number), slug="only", body="Looms and oxcarts.")
    else:
        # What the others write makes the words of those who are matched rare, or common.
        body = BODY if number % 4 == 1 else "Nothing of it."
        others = {slug: one for slug, one in people.items() if slug not in matched}
        people |= {slug: replace(one, body=body) for slug, one in others.items()}
    return replace(found, people=people, postings=postings)


@pytest.mark.parametrize("steps", [24, pytest.param(48, marks=pytest.mark.slow)])
def test_what_is_kept_of_earlier_matches_changes_nothing(everybody: Directory, steps: int) -> None:
    chosen, memo, found = random.Random(SEED), Memo(), everybody  # noqa: S311
    now, held = match(found, memo=memo), 0
    for number in range(steps):
        before = memo.last(NAME).found
        found = changed(found, now, chosen, number)
        now = match(found, memo=memo)
        assert now == match(found), number
        held += sum(before.get(slug) is one for slug, one in memo.last(NAME).found.items())
    assert held > 100


def elsewhere(text: str, number: int) -> list[Person]:
    """People who speak no French: they count, and are never shown."""
    spoken: dict[str, Any] = {"languages": {"en": "C1"}, "skills": []}
    return [person(f"other{n:02}", {"body": text}, **spoken) for n in range(number)]


def test_who_changed_before_is_asked_no_more() -> None:
    held = [person(f"held{n}") for n in range(9)]
    others, memo, work = elsewhere("Looms.", 9), Memo(), posting()
    match(directory(*held, *others, work), memo=memo)
    held[0] = replace(held[0], body="Forty villages and their cheese.")
    match(directory(*held, *others, work), memo=memo)
    before = memo.last(NAME).found
    others[0] = claiming(person("other00", {"body": "Looms."}, languages={"en": "C2"}, skills=[]))
    match(directory(*held, *others, work), memo=memo)
    assert memo.last(NAME).found[work.slug] is before[work.slug]


def test_who_leaves_or_falls_back_makes_room_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "MOST_RANKED", 2)
    monkeypatch.setattr(ranking, "MOST_NEARLY", 1)
    late: dict[str, Any] = {"availability": {"status": "open", "from": "2027-05-01"}}
    people = [
        *(person(f"held{n}") for n in range(4)),
        *(person(f"late{n}", **late) for n in range(2)),
    ]
    works, memo = (posting("one"), posting("two")), Memo()
    shown = match(directory(*people, *works), memo=memo).postings["one"]
    assert [len(shown.ranking), len(shown.nearly)] == [2, 1]
    best, near = shown.ranking[0].profile, shown.nearly[0].profile
    people = [one for one in people if one.slug != near]
    people = [claiming(one, level=1) if one.slug == best else one for one in people]
    fewer = directory(*people, *works)
    assert match(fewer, memo=memo) == match(fewer)
    found = memo.last(NAME).found["one"].matches
    assert [len(found.ranking), len(found.nearly)] == [2, 1]
    assert not {best, near} & {one.profile for one in (*found.ranking, *found.nearly)}


def test_of_whoever_did_not_change_the_same_is_said_without_asking_again() -> None:
    people, memo, work = [person(f"held{n}") for n in range(5)], Memo(), posting()
    match(directory(*people, work), memo=memo)
    before = memo.last(NAME).found[work.slug].said
    people[0] = claiming(people[0], level=3)
    match(directory(*people, work), memo=memo)
    now = memo.last(NAME).found[work.slug].said
    assert [slug for slug in sorted(now) if now[slug] is not before[slug]] == ["held0"]


def test_whoever_is_again_as_before_is_shown_again() -> None:
    people, memo, work = [person(f"held{n}") for n in range(3)], Memo(), posting()
    before = match(directory(*people, work), memo=memo)
    silent = person("held0", languages={"en": "C1"})
    assert match(directory(silent, *people[1:], work), memo=memo) != before
    assert match(directory(*people, work), memo=memo) == before


def test_by_another_average_every_word_says_more_or_less() -> None:
    held = [person(f"held{n}", {"body": "Spindles. " * (n + 1)}) for n in range(9)]
    rare = " ".join(f"{first}{second}ork" for first in "bdf" for second in "aeiou")
    work, memo = posting(body=f"Spindles, {rare}."), Memo()
    before = match(directory(*held, *elsewhere("Looms.", 40), work), memo=memo)
    long = directory(*held, *elsewhere("Looms. " * 200, 40), work)
    assert match(long, memo=memo) == match(long) != before


def test_a_word_that_nobody_uses_weighs_more_among_more_people() -> None:
    bodies = ["Spindles by the river."] * 6 + ["Nothing."] * 56
    held = [person(f"p{n:02}", {"body": body}) for n, body in enumerate(bodies)]
    work, memo = posting(body="Spindles, river, quokka, zeppelin, marzipan."), Memo()
    before = match(directory(*held, work), memo=memo)
    more = directory(*held, *elsewhere("Nothing.", 1), work)
    assert match(more, memo=memo) == match(more) != before


def test_a_word_that_begins_to_weigh_brings_people_in() -> None:
    cloth = "Oxcarts, looms. " * 9
    near = [person(f"near{n}", {"body": cloth}, skills=[]) for n in range(5)]
    work, memo = posting(body="Oxcarts, looms."), Memo()
    before = match(directory(*near, *elsewhere(cloth, 40), work), memo=memo)
    fewer = directory(*near, *elsewhere("Nothing.", 40), work)
    assert match(fewer, memo=memo) == match(fewer) != before


def test_a_skill_that_somebody_else_gives_up_weighs_more() -> None:
    """Whoever gives it up speaks no French: nobody shown has changed."""
    people = [person(f"p{n}", skills=[claim("cooperatives", 4)]) for n in range(6)]
    rare = person("rare", skills=[claim("succession", 2)])
    claims = [claim("succession", 3), claim("cooperatives", 4)]
    one = person("elsewhere", {"body": ""}, languages={"en": "C1"}, skills=claims)
    found, memo = directory(*people, rare, one, posting()), Memo()
    before = match(found, memo=memo)
    said = " ".join((found.vocabulary.skills["succession"].label, "What succession was."))
    gone = person("elsewhere", {"body": said}, languages={"en": "C1"}, skills=claims[1:])
    found = replace(found, people={**found.people, "elsewhere": gone})
    now = match(found, memo=memo)
    assert now == match(found) != before


def names() -> st.SearchStrategy[str]:
    """Names of one to four words, some of them misspelt, some in another script."""
    word = st.sampled_from(WORDS) | st.text(string.ascii_lowercase + "éß水", min_size=1, max_size=8)
    return st.lists(word, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=200)
@given(st.lists(names(), min_size=1, max_size=8), names())
def test_nobody_who_may_be_tied_is_passed_over(held: list[str], client: str) -> None:
    people = [person(f"p{n}", interests=[{"name": name}]) for n, name in enumerate(held)]
    wanted = party(client)
    tied = [
        n
        for n, name in enumerate(held)
        if party(name).is_same(wanted) or party(name).is_near(wanted)
    ]
    assert {*tied} <= {*Names(people).like([wanted]).tolist()}


def test_a_website_ties_too_and_whoever_left_is_looked_at() -> None:
    left = {
        "name": "Another Name",
        "role": "founder",
        "from": "2001",
        "to": "2009",
        "outcome": "left",
        "url": "https://www.weide.example/",
    }
    people = [person("far"), person("left", ventures=[left])]
    work = posting(
        client={"name": "Weidegrond", "silo": "ngo", "url": "https://weide.example/about"}
    )
    assert Names(people).like(parties_of(work)).tolist() == [1]
    found = directory(*people, work)
    gate = Gate(Crowd(people), found, {})
    (rule,) = (one for one in CONDITIONS if one.judge is conflict)
    codes = gate.codes(rule, work, np.arange(2)).tolist()
    assert codes == [code_of(conflict(one, work, found)) for one in people]
    assert codes[0] != codes[1]


def test_who_has_days_taken_is_in_another_group() -> None:
    one = person("one")
    busy = replace(one, slug="busy", taken=(Taken(TODAY, TODAY + timedelta(400), 8),))
    work = posting()
    found = directory(one, busy, work)
    gate = Gate(Crowd([one, busy]), found, {})
    (rule,) = (one for one in CONDITIONS if one.name == "dates")
    assert gate.codes(rule, work, np.arange(2)).tolist() == [YES, NO]
