"""The sample is worth reading, and the vocabulary is whole."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from sitegen import markup
from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.matching import say
from sitegen.matching.matcher import match


def test_fourteen_families_with_four_levels_of_two_behaviours(sample: Directory) -> None:
    families = sample.vocabulary.families
    assert len(families) == 14
    for family in families.values():
        assert sorted(family.levels) == [1, 2, 3, 4]
        assert all(len(texts) == 2 for texts in family.levels.values())


def test_two_to_three_hundred_skills_with_at_least_four_aliases(sample: Directory) -> None:
    skills = sample.vocabulary.skills
    assert 200 <= len(skills) <= 300
    for skill in skills.values():
        assert sum(map(len, skill.aliases.values())) >= 4, skill.id
        assert set(skill.aliases) - {"en"}, skill.id
    by_family = Counter(skill.family for skill in skills.values())
    assert set(by_family) == set(sample.vocabulary.families)


def test_sixty_people_from_every_continent_in_several_scripts(sample: Directory) -> None:
    people = sample.people.values()
    assert len(people) == 60
    africa, asia, europe = (
        set(sample.vocabulary.regions[r].countries) for r in ("africa", "asia", "europe")
    )
    based = [p.profile.based_in.country for p in people]
    for continent in (africa, asia, europe):
        assert sum(country in continent for country in based) >= 10
    assert {"US", "BR", "WS"} <= set(based)
    names = "".join(p.profile.name_native or p.profile.name for p in people)
    scripts = {unicodedata.name(c).split()[0] for c in names if c.isalpha()}
    assert {"LATIN", "ARABIC", "CJK", "CYRILLIC", "GREEK", "HANGUL", "DEVANAGARI"} <= scripts


def test_bios_are_of_a_length_to_be_read_and_uneven(sample: Directory) -> None:
    lengths = [len(markup.plain(p.body).split()) for p in sample.people.values()]
    assert sum(120 <= length <= 260 for length in lengths) >= 54
    assert min(lengths) >= 50
    openings = {p.body.strip()[:40] for p in sample.people.values()}
    assert len(openings) == 60


def test_all_states_are_there(sample: Directory) -> None:
    people = sample.people.values()
    stages = {p.profile.stage for p in people}
    assert {"leading", "stepping-back", "between", "serial", "post-venture"} <= stages
    assert Counter(p.freshness for p in people)["dormant"] >= 3
    assert {"open", "limited", "paused"} == {p.profile.availability.status for p in people}
    assert any(not p.profile.listed for p in people)
    assert any(not p.profile.matched for p in people)
    assert sum(bool(p.profile.guidance.offers) for p in people) >= 15
    assert any(p.profile.guidance.seeking_in_public for p in people)
    assert any(p.photo for p in people) and any(not p.photo for p in people)


def test_assignments_of_every_kind(sample: Directory) -> None:
    postings = sample.postings.values()
    states = Counter(p.assignment.status for p in postings)
    assert len(sample.open_postings) == 12
    assert sum(p.assignment.team.max > 1 for p in sample.open_postings) >= 4
    assert (states["completed"], states["ended-early"]) == (5, 1)
    assert states["staffed"] and states["withdrawn"]
    assert any(p.closed for p in postings)
    for posting in postings:
        if posting.assignment.status == "completed":
            assert posting.assignment.outcome and posting.assignment.outcome.client_words


def test_every_open_assignment_has_somebody_to_show(sample: Directory) -> None:
    found = match(sample)
    for posting in sample.open_postings:
        assert found.postings[posting.slug].ranking, posting.slug


@pytest.mark.parametrize("word", ["%", "{", "}", "None", "nan"])
def test_no_reason_holds_a_piece_of_machinery(sample: Directory, word: str) -> None:
    translator = Translator()
    for posting in match(sample).postings.values():
        for pair in (*posting.ranking, *posting.nearly):
            for reason in (*pair.strengths, *pair.gaps):
                own = say(reason, sample.vocabulary, translator)
                quote = str(reason.params.get("quote", ""))
                assert word not in own.replace(quote, "").split()
