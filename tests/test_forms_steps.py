"""The steps of a builder ask for every field of the model, in words of people."""

from __future__ import annotations

import pytest

from sitegen.forms.asks import AS_DESCRIBED, AS_WRITTEN, ASKS, NAMED, paths_in, words_of
from sitegen.forms.fields import LEFT_OUT, groups_of
from sitegen.forms.steps import STEPS, TICKED, steps_of
from sitegen.forms.told import nodes_in
from sitegen.i18n import Translator
from sitegen.models import Profile
from sitegen.schema import COLLECTIONS

PROFILE = groups_of("profile", Translator())
PATHS = [path for path, _ in paths_in(PROFILE, "Profile")]
# Not offered by any form: what is prepared belongs into the private folder.
PRIVATE = {"preparing"}


def test_every_field_of_a_profile_is_asked_for_in_exactly_one_step() -> None:
    asked = [name for step in steps_of("profile", Translator()) for name in step.fields]
    assert len(asked) == len(set(asked))
    assert {*asked, *TICKED["profile"]} == {*Profile.model_fields}
    assert {*LEFT_OUT["profile"]} <= {*TICKED["profile"]}


def test_a_field_that_no_step_names_is_asked_for_in_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without = tuple(step for step in STEPS["profile"] if step.id != "who")
    monkeypatch.setattr("sitegen.forms.steps.STEPS", {"profile": without})
    *_, last = steps_of("profile", Translator())
    assert {"listed", "name", "headline"} <= {*last.fields}


def test_no_step_has_the_name_of_a_field_which_stands_in_the_same_page() -> None:
    assert {step.id for step in STEPS["profile"]} & {*Profile.model_fields, "body"} == set()


def test_every_field_is_asked_for_in_words_or_knowingly_as_it_is_described() -> None:
    ticked = {path for path in PATHS if path.split(".")[0] in TICKED["profile"]}
    assert {*PATHS} - ticked == {*ASKS, *AS_DESCRIBED}
    assert {*ASKS} & AS_DESCRIBED == set()


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
