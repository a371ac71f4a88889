"""Circles: their laws, whom they leave out, the words, and that no site ever sees them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.cli import cli
from sitegen.directory import Person
from sitegen.i18n import CEFR, Translator
from sitegen.matching.circles.forming import Circle, circles, order, passages_of
from sitegen.matching.circles.hours import hours_of, local_minutes, spans
from sitegen.matching.circles.report import circles_text
from sitegen.matching.guides.people import Both, both_sides
from sitegen.matching.guides.terms import Terms
from sitegen.models.log import Log
from sitegen.overlay import CIRCLES
from tests.conftest import ROOT
from tests.factories import TODAY, vocabulary
from tests.test_guides import LED, LEFT, directory, guide, seeker

LAWS = settings(max_examples=40, deadline=None, derandomize=True)
OVERLAY = ROOT / "tests" / "overlay"
ZONES = ("Europe/London", "Asia/Kathmandu", "America/Lima", "Pacific/Auckland", "")
# The last two are near to each other.
PASSAGES = ("sold", "merged", "closed")
LANGUAGES = ("en", "fr", "sw")
# Names that are not near to each other.
HOUSES = ("Ibis", "Plover", "Curlew", "Egret", "Stork", "Avocet", "Marabou", "Gannet", "Lapwing")


def based(zone: str) -> Mapping[str, str]:
    return {"country": "MA", **({"timezone": zone} if zone else {})}


def asking(slug: str, passage: str = "sold", zone: str = "Europe/London", **more: Any) -> Person:
    """Somebody in a passage who asks for nothing by name."""
    fields: dict[str, Any] = {
        "based_in": based(zone),
        "languages": {"en": "C1"},
        "ventures": [{**LED, "name": slug * 4, "outcome": "running"}],
        "transitions": [{"passage": passage, "state": "in-it"}],
        "guidance": {"seeks": ["grief"]},
    }
    return seeker(slug, **{**fields, **more})


def guiding(slug: str, passage: str = "sold", zone: str = "Europe/London", **more: Any) -> Person:
    """Somebody who has been through a passage."""
    fields: dict[str, Any] = {
        "based_in": based(zone),
        "languages": {"en": "C1"},
        "ventures": [{**LEFT, "name": slug * 4}],
        "transitions": [{"passage": passage, "state": "through-it", "since": 2014}],
        "guidance": {"offers": ["grief"], "capacity": 1},
    }
    return guide(slug, **{**fields, **more})


def sides_of(people: Sequence[Person], log: Log | None = None) -> Both:
    return both_sides(directory(*people), {}, log or Log(), private=True)


def formed(*people: Person, log: Log | None = None) -> tuple[Circle, ...]:
    return circles(sides_of(people, log), Terms(vocabulary()), TODAY)


def slugs(*people: Person, **more: Any) -> list[set[str]]:
    return [{*circle.slugs} for circle in formed(*people, **more)]


@st.composite
def crowds(draw: st.DrawFn) -> list[Person]:
    """People on both sides, some of one house, some without a time zone."""
    found = []
    for number in range(draw(st.integers(2, 14))):
        make = draw(st.sampled_from([asking, asking, asking, guiding]))
        levels = st.sampled_from(["A2", "B1", "C1", "native"])
        languages = draw(st.dictionaries(st.sampled_from(LANGUAGES), levels, min_size=1))
        house = draw(st.sampled_from(HOUSES))
        base = LED if make is asking else LEFT
        made = make(
            f"p{number}",
            draw(st.sampled_from(PASSAGES)),
            draw(st.sampled_from(ZONES)),
            languages=languages,
            ventures=[{"outcome": "running", **base, "name": house}],
        )
        found.append(made)
    return found


def speaks(person: Person, language: str) -> bool:
    levels = person.profile.languages
    return any(t.split("-")[0] == language and CEFR.index(v) >= 2 for t, v in levels.items())


def houses(person: Person) -> set[str]:
    return {venture.name for venture in person.profile.ventures}


def near(passage: str) -> set[str]:
    passages = vocabulary().passages
    return {passage, *passages[passage].near, *(p for p in passages if passage in passages[p].near)}


def could_meet(people: Sequence[Person]) -> bool:
    """Whether a guide, who stands first, and seekers could be a circle, by every rule."""
    first, *others = people
    passed = {t.passage for t in first.profile.transitions}
    zones = [person.profile.based_in.timezone for person in people]
    shared = [set(hours_of(zone, TODAY)) if zone else set() for zone in zones]
    return (
        any(
            all(passage in {t.passage for t in p.profile.transitions} for p in others)
            for passage in PASSAGES
            if near(passage) & passed
        )
        and any(all(speaks(person, language) for person in people) for language in LANGUAGES)
        and bool(set.intersection(*shared))
        and not any(houses(one) & houses(other) for one, other in combinations(people, 2))
    )


@given(crowds())
@LAWS
def test_every_circle_is_one(people: list[Person]) -> None:
    for circle in formed(*people):
        members = [circle.guide.person, *(seeker.person for seeker in circle.seekers)]
        assert 3 <= len(members) <= 6
        assert could_meet(members)
        assert all(circle.passage in passages_of(seeker) for seeker in circle.seekers)
        assert {*circle.guide.passed} & near(circle.passage)
        assert all(speaks(person, circle.language) for person in members)
        assert circle.hours
        for person in members:
            assert {*circle.hours} <= hours_of(person.profile.based_in.timezone or "", TODAY)


@given(crowds())
@LAWS
def test_nobody_is_in_two_and_nobody_is_left_who_could_still_be_in_one(
    people: list[Person],
) -> None:
    found = [slug for circle in formed(*people) for slug in circle.slugs]
    assert len(found) == len({*found})
    left = [person for person in people if person.slug not in found]
    guides = [person for person in left if person.profile.guidance.offers]
    others = [person for person in left if person.profile.guidance.seeks]
    for one in guides:
        for two in combinations(others, 2):
            assert not could_meet([one, *two])


@given(crowds(), st.randoms(use_true_random=False))
@LAWS
def test_the_same_people_make_the_same_circles(people: list[Person], chance: random.Random) -> None:
    mixed = [*people]
    chance.shuffle(mixed)
    assert formed(*mixed) == formed(*people)


def test_who_was_asked_before_is_not_put_together_with_that_guide() -> None:
    people = [asking("ana"), asking("bea"), guiding("gil")]
    assert slugs(*people) == [{"ana", "bea", "gil"}]
    row = {"profile": "gil", "for": "guidance", "seeker": "ana", "on": TODAY, "state": "declined"}
    assert slugs(*people, log=Log.model_validate({"introductions": [row]})) == []


def test_six_with_two_guides_are_two_circles_and_with_one_guide_one_of_six() -> None:
    people = [asking(slug) for slug in ("ana", "bea", "cid", "dov", "eva", "fay")]
    assert [len(found) for found in slugs(*people, guiding("gil"))] == [6]
    both = slugs(*people, guiding("gil"), guiding("gus"))
    assert sorted(map(len, both)) == [3, 5]
    assert len(set.union(*both)) == 8


def test_who_stood_between_two_others_and_has_a_circle_elsewhere_leaves_them_one() -> None:
    between, *others = sorted(("ana", "bea", "cid"), key=lambda slug: order("sold", slug))
    led = [{**LED, "outcome": "running", "name": slug * 4} for slug in (between, *others)]
    both = [{"passage": passage, "state": "in-it"} for passage in ("sold", "merged")]
    found = slugs(
        asking(between, transitions=both, ventures=led),
        *(asking(slug) for slug in others),
        asking("mia", "merged"),
        guiding("gil", "merged"),
        guiding("gus", "sold"),
    )
    assert found == [{between, "mia", "gil"}, {*others, "gus"}]


def test_a_guide_of_the_same_passage_comes_before_one_of_a_near_one() -> None:
    people = [asking("ana", "merged"), asking("bea", "merged")]
    for slug in ("gil", "gor", "gaia", "giles"):
        (circle,) = formed(*people, guiding(slug, "closed"), guiding("gus", "merged"))
        assert (circle.guide.slug, circle.is_near) == ("gus", False)
    (circle,) = formed(*people, guiding("gil", "closed"))
    assert (circle.guide.slug, circle.is_near) == ("gil", True)


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [("Europe/London", 8, 19), ("America/Lima", 13, 0), ("Asia/Kathmandu", 3, 13)],
)
def test_hours_are_those_of_a_waking_day_there(zone: str, first: int, last: int) -> None:
    hours = hours_of(zone, TODAY)
    assert {first, last} <= hours
    assert {(first - 1) % 24, (last + 1) % 24}.isdisjoint(hours)
    assert all(8 * 60 <= local_minutes(zone, hour, TODAY) <= 19 * 60 for hour in hours)


def test_hours_follow_the_clock_of_the_season() -> None:
    assert 7 in hours_of("Europe/London", date(2026, 7, 1))
    assert 7 not in hours_of("Europe/London", date(2026, 12, 1))


def test_hours_in_a_row_are_one_span() -> None:
    assert [*spans((9, 8, 12, 20, 21))] == [(8, 9), (12, 12), (20, 21)]
    assert [*spans(())] == []


def test_the_report_says_why_each_is_there_and_what_the_others_lack() -> None:
    quiet = {"passage": "sold", "state": "preparing"}
    people = [
        asking("ana", guidance={"seeks": ["money"]}),
        asking("bea", zone="America/Lima", transitions=[quiet], guidance={}),
        guiding("gil", zone="Asia/Kathmandu", guidance={"offers": ["grief"]}),
        asking("cid", zone=""),
        asking("dan", transitions=[]),
        asking("eve", languages={"sw": "native"}),
    ]
    sides = sides_of(people)
    made = circles(sides, Terms(vocabulary()), TODAY)
    said = circles_text(made, sides, directory(*people), Translator())
    assert said.split("\n") == [
        "  1. Sold, in English; to begin at 13:00–13:00 UTC",
        "     * Gil (gil), guide: Has been through “Sold” in 2014; English C1; from 18:45 there",
        "     - Bea (bea): prepares it; English C1; from 08:00 there",
        "     - Ana (ana): is in the middle of it; asks about Money of my own; English C1; "
        "from 13:00 there",
        "",
        "In no circle:",
        "     - Cid (cid): their time zone is not stated",
        "     - Dan (dan): which way out it is about is not stated",
        "     - Eve (eve): too few who share the passage, a language and the hours, or no guide",
    ]


def run(*arguments: str) -> str:
    done = CliRunner().invoke(cli, ["circles", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_prints_or_writes_into_the_private_folder_and_nowhere_else(
    tmp_path: Path,
) -> None:
    private = tmp_path / "private"
    shutil.copytree(OVERLAY, private)
    content = ["--content", str(ROOT / "content"), "--private", str(private)]
    before = sorted(path.name for path in private.iterdir())
    assert "1 circle in" in run(*content, "--keep")
    assert sorted(path.name for path in private.iterdir()) == sorted([*before, CIRCLES])
    assert (private / CIRCLES).stat().st_mode & 0o777 == 0o600
    # What lies there now is no problem for the next command.
    printed = run(*content)
    assert "Zainab Bello (zainab-bello)" in printed
    assert (private / CIRCLES).read_text("utf-8") == printed


def test_circles_are_not_written_where_a_build_would_publish_them(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "sites" / "minimal" / "content", content)
    (content / "private").mkdir()
    arguments = ["--content", str(content), "--private", str(content / "private"), "--keep"]
    done = CliRunner().invoke(cli, ["circles", *arguments])
    assert (done.exit_code, (content / "private" / CIRCLES).exists()) == (2, False)
    assert "S032" in done.output
