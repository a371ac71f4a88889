"""The issue forms ask exactly what the program reads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.issue_forms import FORMS, Form
from tests.conftest import ROOT

TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
CHECKER = Path(sys.executable).with_name("check-jsonschema")


def template(name: str) -> dict[str, Any]:
    found = yaml.safe_load((TEMPLATES / name).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def asked(form: Form) -> list[Mapping[str, Any]]:
    return [row for row in template(form.template)["body"] if row["type"] != "markdown"]


def labels(row: Mapping[str, Any]) -> list[str]:
    options = row["attributes"].get("options", [])
    return [o["label"] if isinstance(o, dict) else o for o in options]


def is_required(row: Mapping[str, Any]) -> bool:
    if row["type"] == "checkboxes":
        return all(option.get("required", False) for option in row["attributes"]["options"])
    return bool(row.get("validations", {}).get("required", False))


def test_every_template_has_its_form() -> None:
    names = {path.name for path in TEMPLATES.iterdir()}
    assert names == {form.template for form in FORMS.values()} | {"config.yml"}


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_a_template_asks_what_the_program_reads(kind: str) -> None:
    form = FORMS[kind]
    assert [
        (
            row["id"],
            row["attributes"]["label"],
            row["type"],
            is_required(row),
            labels(row),
        )
        for row in asked(form)
    ] == [
        (field.id, field.label, field.shape, field.required, list(field.options or ()))
        for field in form.fields
    ]


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_a_template_sets_the_label_that_names_its_kind(kind: str) -> None:
    assert template(FORMS[kind].template)["labels"] == ["intake", f"intake:{kind}"]


@pytest.mark.parametrize("kind", [kind for kind, form in FORMS.items() if form.block])
def test_a_whole_file_is_the_last_thing_asked_and_shown_as_code(kind: str) -> None:
    form = FORMS[kind]
    assert form.fields[-1].id == form.block
    assert asked(form)[-1]["attributes"]["render"] == "yaml"


def test_the_forms_are_what_github_takes() -> None:
    forms = [str(TEMPLATES / form.template) for form in FORMS.values()]
    for schema, paths in (("forms", forms), ("config", [str(TEMPLATES / "config.yml")])):
        done = subprocess.run(
            [str(CHECKER), "--builtin-schema", f"vendor.github-issue-{schema}", *paths],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_blank_issues_are_off_and_the_other_doors_exist() -> None:
    config = template("config.yml")
    assert config["blank_issues_enabled"] is False
    site = yaml.safe_load((ROOT / "content/site.yml").read_text("utf-8"))["url"]
    for link in config["contact_links"]:
        page = link["url"].removeprefix(site).strip("/")
        assert link["url"].startswith(site)
        assert (ROOT / f"content/pages/{page}.md").is_file()


def test_whoever_fills_in_the_form_reads_what_they_agree_to() -> None:
    site = yaml.safe_load((ROOT / "content/site.yml").read_text("utf-8"))
    name, wording = list(site["consent"].items())[-1]
    (told,) = [
        row["attributes"]["value"]
        for row in template(FORMS["profile"].template)["body"]
        if row["type"] == "markdown"
    ]
    assert f"> {wording}\n" in told
    assert f"wording: {name}}}" in told
