"""The steps of a builder ask for every field of the model, in words of people."""

from __future__ import annotations

import pytest

from sitegen.forms import of_assignments, of_profiles
from sitegen.forms.asks import AS_WRITTEN, NAMED, ask, paths_in, words_of
from sitegen.forms.fields import LEFT_OUT, groups_of
from sitegen.forms.steps import NOT_ASKED, STEPS, steps_of
from sitegen.forms.told import nodes_in
from sitegen.i18n import Translator
from sitegen.matching.conditions import CONDITIONS as JUDGED
from sitegen.pages.joining import CONDITIONS
from sitegen.schema import COLLECTIONS, KINDS

ASKED = {"profile": of_profiles, "assignment": of_assignments}
# Not offered by any form: what is prepared belongs into the private folder.
PRIVATE = {"preparing"}
of_each_kind = pytest.mark.parametrize("kind", COLLECTIONS)


@of_each_kind
def test_every_field_is_asked_for_in_exactly_one_step(kind: str) -> None:
    asked = [name for step in steps_of(kind, Translator()) for name in step.fields]
    assert len(asked) == len(set(asked))
    assert {*asked} & {*NOT_ASKED[kind]} == set()
    assert {*asked, *NOT_ASKED[kind]} == {*KINDS[kind].model_fields}
    assert {*LEFT_OUT[kind]} <= {*NOT_ASKED[kind]}


@of_each_kind
def test_a_field_that_no_step_names_is_asked_for_in_the_last(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    first, *others = STEPS[kind]
    monkeypatch.setattr("sitegen.forms.steps.STEPS", {kind: tuple(others)})
    *_, last = steps_of(kind, Translator())
    assert {*others[-1].fields, *first.fields} < {*last.fields}


@of_each_kind
def test_no_step_has_the_name_of_a_field_which_stands_in_the_same_page(kind: str) -> None:
    assert {step.id for step in STEPS[kind]} & {*KINDS[kind].model_fields, "body"} == set()


@of_each_kind
def test_every_field_is_asked_for_in_words_or_knowingly_as_it_is_described(kind: str) -> None:
    paths = {path for path, _ in paths_in(groups_of(kind, Translator()), KINDS[kind].__name__)}
    asked, described = {*ASKED[kind].ASKS}, ASKED[kind].AS_DESCRIBED
    assert {path for path in paths if path.split(".")[0] not in NOT_ASKED[kind]} == (
        asked | described
    )
    assert asked & described == set()


def test_a_group_that_stands_at_two_paths_asks_the_same_at_both() -> None:
    groups = groups_of("assignment", Translator())
    ask(groups, "assignment", Translator())
    for path, field in paths_in(groups, "Assignment"):
        question, note = of_assignments.ASKS.get(path, ("", ""))
        assert (field.get("asks", ""), field.get("note", "")) == (question, note)
        assert ("says" in field) == (not question)
        assert ("unfolded" in field) == (path in of_assignments.UNFOLDED)


def test_every_value_has_a_name_or_is_knowingly_not_offered() -> None:
    written = {
        word
        for kind in COLLECTIONS
        for group in groups_of(kind, Translator()).values()
        for field in group["fields"].values()
        for node in nodes_in(field["is"])
        for word in node.get("words", ())
    }
    assert written == {*NAMED, *AS_WRITTEN, *PRIVATE}
    assert all(words_of(Translator()).values())


def test_every_condition_that_can_keep_people_out_of_a_count_has_a_name() -> None:
    # Who is not open takes no part, and is counted nowhere.
    assert [*CONDITIONS, "open"] == [condition.name for condition in JUDGED]
