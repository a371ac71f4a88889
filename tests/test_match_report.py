"""The report of `sitegen match` for programs is what its published schema says."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from sitegen.cli import cli
from sitegen.schema.report import report_text
from tests.conftest import ROOT

KEPT = ROOT / "docs" / "schemas" / "match.json"
ONE = "exit-plan-dairy-cooperatives"
REPORTS: Mapping[str, tuple[str, ...]] = {
    "everything": (),
    "one assignment": (ONE,),
    "the guides alone": ("--guides",),
    "everything with the private folder": ("--private", str(ROOT / "tests" / "overlay")),
}


@cache
def report(*arguments: str) -> Any:
    options = ("--content", str(ROOT / "content"), "--format", "json")
    result = CliRunner().invoke(cli, ["match", *options, *arguments])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def wrong(value: Any) -> list[str]:
    """Where a report is not what the schema in the repository says."""
    schema = json.loads(KEPT.read_text("utf-8"))
    checker = Draft202012Validator.FORMAT_CHECKER
    found = Draft202012Validator(schema, format_checker=checker).iter_errors(value)
    return [error.json_path for error in found]


def test_the_schema_in_the_repository_is_current_and_one_of_2020_12() -> None:
    text = KEPT.read_text("utf-8")
    assert text == report_text(), "run: make docs"
    Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("case", REPORTS)
def test_what_the_command_prints_is_what_the_schema_says(case: str) -> None:
    assert wrong(report(*REPORTS[case])) == []


def test_the_reports_checked_hold_everything_that_the_schema_describes() -> None:
    whole = report()
    postings = [*whole["assignments"].values()]
    found = {
        name: [row for one in postings for row in one[name]]
        for name in ("ranking", "nearly", "teams")
    }
    found["guides"] = [row for rows in whole["guides"].values() for row in rows]
    assert all(found.values())
    changes = [row["change"] for row in found["ranking"]]
    assert None in changes and any(changes)
    alone = {frozenset(one) for team in found["teams"] for one in team["single"]}
    assert alone == {frozenset({"skill", "profile"}), frozenset({"language", "profile"})}
    private = report(*REPORTS["everything with the private folder"])
    assert len(private["guides"]) > len(whole["guides"])


def test_the_private_folder_is_laid_over_and_no_canary_is_printed() -> None:
    plain, laid = report(), report(*REPORTS["everything with the private folder"])
    assert laid != plain
    printed = json.dumps(laid, ensure_ascii=False)
    assert [secret for secret in ("CANARY", "187301") if secret in printed] == []


@pytest.mark.parametrize(
    ("case", "parts"),
    [
        ("everything", ["as_of", "assignments", "guides", "version"]),
        ("one assignment", ["as_of", "assignments", "version"]),
        ("the guides alone", ["as_of", "guides", "version"]),
    ],
)
def test_a_part_that_was_not_asked_for_is_left_out(case: str, parts: Sequence[str]) -> None:
    found = report(*REPORTS[case])
    assert list(found) == parts
    assert found["version"] == 1


WRONG: Mapping[str, tuple[tuple[str | int, ...], Any]] = {
    "a score in words": (("score",), "71"),
    "a band that is none": (("band",), "excellent"),
    "a state that is none": (("checks", 0, "state"), "maybe"),
    "a reason without words": (("reasons", 0), {"code": "x", "params": {}}),
    "a change that is text": (("change",), "With French B2"),
    "a field that is not known": (("email",), "x"),
}


@pytest.mark.parametrize("case", WRONG)
def test_the_schema_refuses_what_the_command_never_prints(case: str) -> None:
    where, value = WRONG[case]
    found = copy.deepcopy(report(ONE))
    at = found["assignments"][ONE]["nearly"][0]
    for step in where[:-1]:
        at = at[step]
    at[where[-1]] = value
    assert wrong(found) != []
