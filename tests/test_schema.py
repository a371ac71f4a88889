"""The JSON Schemas that editors use say what `check` says, and docs/fields.md says it in words."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from pydantic import TypeAdapter, ValidationError

from sitegen.cli import cli
from sitegen.described import description, lines_below_fields
from sitegen.errors import ContentError
from sitegen.frontmatter import Node, Source, read_markdown, read_yaml, read_yaml_list
from sitegen.i18n import template
from sitegen.models import Profile, fields, reach, site
from sitegen.models.kind import one_of, text, whole
from sitegen.read import MARKDOWN_LIMIT, YAML_LIMIT
from sitegen.resources import templates_dir
from sitegen.schema import KINDS, outline, schema_of, schema_text, tables_text, vocabulary_of
from tests.conftest import ROOT
from tests.factories import ASSIGNMENT, PROFILE, SITE, vocabulary, written

SITES = ROOT / "tests" / "sites"
BROKEN = SITES / "broken"
FOLDERS = {"profile": "profiles/*.md", "assignment": "assignments/*.md", "vetting": "vetting/*.yml"}
FOLDERS["site"] = "site.yml"


@cache
def validator(kind: str, *, ids: bool = True) -> Draft202012Validator:
    schema = schema_of(kind, vocabulary() if ids else None)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def said(kind: str, value: Any, *, ids: bool = True) -> list[str]:
    """Where a value is wrong."""
    return [error.json_path for error in validator(kind, ids=ids).iter_errors(value)]


def read(path: Path, kind: str) -> Source:
    raw = path.read_bytes()
    if kind == "vetting":
        return read_yaml_list(path.name, raw, YAML_LIMIT, "marks")
    if kind == "site":
        return read_yaml(path.name, raw, YAML_LIMIT)
    return read_markdown(path.name, raw, MARKDOWN_LIMIT)


def as_text(path: Path, kind: str) -> Node:
    """The file as our reader gives it: every value is text."""
    data = read(path, kind).data
    return data["marks"] if kind == "vetting" else dict(data)


class _OneOne(yaml.SafeLoader):
    """YAML 1.1 as most programs read it, but for the names of fields, which JSON keeps as text."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


class _OneTwo(_OneOne):
    """YAML 1.2, the other kind of reader: only true and false are yes and no."""

    yaml_implicit_resolvers: dict[Any, Any] = {
        first: [
            (tag, pattern)
            for tag, pattern in found
            if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
        ]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@cache
def typed(path: Path, kind: str, loader: type[yaml.SafeLoader]) -> Any:
    """The file as another program reads it: numbers are numbers, and dates are written out."""
    front = path.read_text("utf-8")
    if path.suffix == ".md":
        front = front.split("\n---\n")[0]
    value = yaml.load(front, loader)  # noqa: S506 (a safe loader)
    return json.loads(json.dumps(value, default=date.isoformat))


def sample(kind: str) -> list[Path]:
    return sorted((ROOT / "content").glob(FOLDERS[kind]))


@pytest.mark.parametrize("ids", [True, False], ids=["with ids", "without ids"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_the_sample_passes_however_it_is_read(kind: str, ids: bool) -> None:
    assert sample(kind)
    for path in sample(kind):
        found = (as_text(path, kind), typed(path, kind, _OneOne), typed(path, kind, _OneTwo))
        assert [said(kind, value, ids=ids) for value in found] == [[], [], []], path.name


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_2020_12(kind: str) -> None:
    for ids in (True, False):
        schema = schema_of(kind, vocabulary() if ids else None)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


GOOD: Mapping[str, Any] = {
    "profile": written(PROFILE),
    "assignment": written(
        {**ASSIGNMENT, "client": {"anonymous": True, "silo": "foundation", "country": "NL"}}
    ),
    "site": written(SITE),
    "vetting": [{"label": "identity", "by": "Vetting circle", "on": "2026-11-01"}],
}


def changed(kind: str, where: str, value: Any) -> Any:
    """A good file with one value changed; `…` in its place takes the field out."""
    made = copy.deepcopy(GOOD[kind])
    *before, last = [int(part) if part.isdigit() else part for part in where.split(".")]
    at = made
    for part in before:
        at = at.setdefault(part, {}) if isinstance(at, dict) else at[part]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return made


@pytest.mark.parametrize("kind", GOOD)
def test_the_files_that_are_changed_below_pass(kind: str) -> None:
    assert said(kind, GOOD[kind]) == []


@pytest.mark.parametrize(
    ("kind", "where", "value"),
    [
        pytest.param("profile", "skills.0.level", 4, id="a level, plain"),
        pytest.param("profile", "skills.0.level", "4", id="a level, quoted"),
        pytest.param("profile", "skills.0.again", "yes", id="yes as text"),
        pytest.param("profile", "skills.0.again", True, id="yes as an older YAML reads it"),
        pytest.param("profile", "based_in.country", "NO", id="Norway"),
        pytest.param("profile", "based_in.country", False, id="Norway as an older YAML reads it"),
        pytest.param("profile", "based_in.city", "", id="a field left empty"),
        pytest.param("profile", "based_in.city", None, id="nothing behind a field"),
        pytest.param("profile", "pronouns", 7, id="a text that looks like a number"),
        pytest.param("profile", "github_id", "999999999", id="the largest number"),
        pytest.param("profile", "github_id", "007", id="zeros in front"),
        pytest.param("profile", "languages", {"zh-Hant": "C1"}, id="a language with a script"),
        pytest.param("profile", "silos", {"ngo": 9, "foundation": "yes"}, id="years or yes"),
        pytest.param("profile", "silos", {"ngo": True}, id="yes for years, as read by YAML 1.1"),
        pytest.param("profile", "regions", ["MA", "west-africa"], id="countries and regions"),
        pytest.param("profile", "links", [{"label": "x", "url": "https://a.example"}], id="https"),
        pytest.param("assignment", "excludes", ["Example Dairy"], id="an organisation by name"),
        pytest.param(
            "assignment",
            "excludes",
            [{"name": "Example Dairy", "url": "https://dairy.example/"}],
            id="an organisation with its site",
        ),
        pytest.param("vetting", "0.by", {"name": "Vetting circle"}, id="by whom, as a group"),
        pytest.param(
            "site",
            "currencies",
            {"on": "2026-11-01", "base": "EUR", "rates": {"USD": 1.08, "MAD": "10.8"}},
            id="rates",
        ),
    ],
)
def test_what_our_reader_takes_passes(kind: str, where: str, value: Any) -> None:
    assert said(kind, changed(kind, where, value)) == []


@pytest.mark.parametrize(
    ("kind", "where", "value", "at"),
    [
        pytest.param("profile", "name", ..., "$", id="no name"),
        pytest.param("profile", "name", "", "$.name", id="an empty name"),
        pytest.param("profile", "name", "x" * 81, "$.name", id="a name that is too long"),
        pytest.param("profile", "nmae", "Ada", "$", id="a field that is none"),
        pytest.param("profile", "skills.0.level", 5, "$.skills[0].level", id="level five"),
        pytest.param("profile", "skills.0.level", "0", "$.skills[0].level", id="level 0, quoted"),
        pytest.param(
            "profile", "skills.0.level", "high", "$.skills[0].level", id="a level in words"
        ),
        pytest.param("profile", "skills.0.evidence", ..., "$.skills[0]", id="level 4 unproven"),
        pytest.param("profile", "skills.0.evidence", "", "$.skills[0].evidence", id="empty proof"),
        pytest.param("profile", "skills.0.skill", "plumbing", "$.skills[0].skill", id="no skill"),
        pytest.param("profile", "skills", "succession", "$.skills", id="a sentence for a list"),
        pytest.param("profile", "sectors", [], "$.sectors", id="no sector"),
        pytest.param("profile", "sectors", ["health"] * 2, "$.sectors", id="a sector twice"),
        pytest.param("profile", "based_in.country", "Morocco", "$.based_in.country", id="a name"),
        pytest.param(
            "profile", "based_in.region", "northern-africa", "$.based_in", id="country and region"
        ),
        pytest.param("profile", "languages", {"french": "C2"}, "$.languages", id="no language"),
        pytest.param("profile", "languages", {"fr": "good"}, "$.languages.fr", id="no level"),
        pytest.param("profile", "confirmed.on", "12.10.2026", "$.confirmed.on", id="a date turned"),
        pytest.param("profile", "confirmed.on", "2026-02-30", "$.confirmed.on", id="no such day"),
        pytest.param("profile", "confirmed.on", "2200-01-01", "$.confirmed.on", id="too far a day"),
        pytest.param("profile", "availability.status", "free", "$.availability.status", id="free"),
        pytest.param("profile", "listed", "maybe", "$.listed", id="neither yes nor no"),
        pytest.param("profile", "github_id", "1000000000", "$.github_id", id="a number too large"),
        pytest.param("profile", "guidance.seeks", ["money"], "$.guidance", id="seeks by accident"),
        pytest.param(
            "profile",
            "links",
            [{"label": "x", "url": "http://a.example"}],
            "$.links[0].url",
            id="an address without s",
        ),
        pytest.param("assignment", "status", "completed", "$", id="completed without outcome"),
        pytest.param("assignment", "client.name", "Example", "$.client", id="named and anonymous"),
        pytest.param("assignment", "budget.max_day_rate", 600, "$.budget", id="no currency"),
        pytest.param(
            "assignment", "work.mode", "remotely", "$.work.mode", id="a mode that is none"
        ),
        pytest.param("vetting", "0.label", "trusted", "$[0].label", id="a label that is none"),
        pytest.param("site", "relay", {}, "$.relay", id="no mailbox"),
        pytest.param("site", "theme.light.accent", "red", "$.theme.light.accent", id="a colour"),
    ],
)
def test_what_is_wrong_fails_where_it_stands(kind: str, where: str, value: Any, at: str) -> None:
    found = best_match(validator(kind).iter_errors(changed(kind, where, value)))
    assert found is not None
    assert found.json_path == at


# Codes whose every case a schema can see. Others need a second file, a sum, or an order.
SEEN = {
    "P010", "P011", "P012", "P016", "P019", "P020", "P021", "P022", "P023", "P024", "P025", "P026",
    "P027", "P028", "P030", "P031", "P032", "P033", "P034", "P035", "P039", "P040", "P041", "P042",
    "P043", "P044", "P045", "P048", "P049", "P115",
}  # fmt: skip
# A locale of the site is any that Babel knows.
UNSEEN = {("settings-out-of-order", "site.yml")}
FINDING = re.compile(r"(?m)^content/(\S+?):\d+:\d+: error (P\d{3}) ")


def broken_files() -> Iterator[tuple[str, str, str, set[str]]]:
    """Case, file, kind of file and the codes that `check` gives it, for what can be parsed."""
    for case in sorted(BROKEN.iterdir()):
        if (case / "vocabulary").exists():
            continue
        told = FINDING.findall((case / "expected.txt").read_text("utf-8"))
        for kind, pattern in FOLDERS.items():
            for path in sorted(case.glob(pattern)):
                name = path.relative_to(case).as_posix()
                if len(path.name.split(".")) == 2:
                    yield case.name, name, kind, {code for file, code in told if file == name}


def test_a_schema_agrees_with_check_on_every_broken_site() -> None:
    minimal = vocabulary_of(SITES / "minimal" / "content")
    schemas = {kind: Draft202012Validator(schema_of(kind, minimal)) for kind in KINDS}
    judged = 0
    for case, name, kind, codes in broken_files():
        try:
            value = as_text(BROKEN / case / name, kind)
        except ContentError:
            continue
        wrong = not schemas[kind].is_valid(value)
        judged += 1
        assert not wrong or codes, (case, name, "the schema refuses what check takes")
        if (case, name) not in UNSEEN:
            assert wrong or not codes & SEEN, (case, name, "the schema takes what check refuses")
    assert judged > 80


VALUES: Mapping[str, Any] = {
    "text": Annotated[str, text(8)],
    "words": Annotated[str, one_of("yes", "some", "no")],
    "number": Annotated[int, whole(0, 120)],
    "rate": fields.Rate,
    "yes or no": fields.YesNo,
    "day": fields.Day,
    "country": fields.Country,
    "currency": fields.Currency,
    "time zone": fields.TimeZone,
    "language": fields.Language,
    "name of a file": fields.Slug,
    "address": fields.Url,
    "years": fields.Years,
    "colour": site.Colour,
    "mailbox": reach.Mailbox,
}
# Pieces of what people write; a sign in front of a number is nobody's meaning.
PIECES = [
    "yes", "no", "NO", "fr", "zh-Hant", "-BR", "EUR", "Africa/Lagos", "0", "00", "7", "12", "120",
    "70", "2026-11-0", "1", "-02", "29", "1.08", "1e3", "_000", ".5", "https://", "HTTPS://",
    "a.example", ":443", ":", "/x?y=z", "#", "@", "é", "ا", "9c3a16", "fff", "a-b", "--", " ",
    "x" * 9,
]  # fmt: skip


@cache
def both(name: str) -> tuple[TypeAdapter[Any], Draft202012Validator]:
    adapter = TypeAdapter(VALUES[name])
    return adapter, Draft202012Validator(adapter.json_schema())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(VALUES)), st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
def test_whatever_is_read_passes_the_schema(name: str, pieces: list[str]) -> None:
    value = "".join(pieces).strip()
    adapter, schema = both(name)
    try:
        adapter.validate_python(value)
    except ValidationError:
        return
    assert schema.is_valid(value), (name, value)


def test_without_a_vocabulary_ids_are_only_of_a_form() -> None:
    assert said("profile", changed("profile", "skills.0.skill", "plumbing"), ids=False) == []
    found = said("profile", changed("profile", "skills.0.skill", "Plumbing!"), ids=False)
    assert found == ["$.skills[0].skill"]


def test_ids_come_with_their_labels() -> None:
    skills = schema_of("profile", vocabulary())["$defs"]["skill"]
    labels = dict(zip(skills["enum"], skills["enumDescriptions"], strict=True))
    assert labels["succession-planning"] == vocabulary().skills["succession-planning"].label
    phases = schema_of("assignment", vocabulary())["$defs"]["phase"]
    assert "listen" in phases["enum"]


def properties(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for group, node in (("", schema), *schema["$defs"].items()):
        for name, found in node.get("properties", {}).items():
            yield f"{group}.{name}", found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_closed_described_and_has_an_example_that_passes(kind: str) -> None:
    schema = schema_of(kind, vocabulary())
    for name, node in properties(schema):
        assert node["description"][0].isupper(), name
        assert not node["description"].endswith("."), name
        assert "default" not in node, name
        # One skill shows the form; a profile needs three.
        example = {**node, "$defs": schema["$defs"], "minItems": 0}
        assert Draft202012Validator(example).is_valid(node["examples"][0]), name
    for name, node in schema["$defs"].items():
        if "properties" in node:
            assert node["additionalProperties"] is False, name


def test_a_field_that_is_added_to_a_model_is_in_its_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    class More(Profile):
        hens: Annotated[int, whole(1, 40)] | None = None

    monkeypatch.setitem(outline.KINDS, "profile", More)
    schema = schema_of("profile", None)
    assert schema["properties"]["hens"]["anyOf"][0]["maximum"] == 40
    assert "hens" not in schema["required"]
    value = {**GOOD["profile"], "hens": "41"}
    assert not Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize(
    ("least", "most"), [(1, 4), (0, 20), (1, 25), (0, 100), (1940, 2100), (97, 1003), (1, 70)]
)
def test_a_quoted_number_is_held_to_the_same_range(least: int, most: int) -> None:
    pattern = re.compile(whole(least, most).written()["pattern"])
    taken = [number for number in range(most * 2 + 50) if pattern.match(str(number))]
    assert taken == list(range(least, most + 1))


def test_a_line_belongs_to_the_field_above_it() -> None:
    source = 'class A:\n  """A."""\n  x: int\n  """X"""\n  y: int\n  z = 1\n  """Z"""\n'
    assert lines_below_fields(source) == {("A", "x"): "X"}
    assert description(Profile, "name") == "How you wish to be known, in any script"
    assert description(Profile, "nothing") == ""


@cache
def message_ids() -> frozenset[str]:
    return frozenset(str(message.id) for message in template(ROOT / "sitegen", templates_dir()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_below_a_field_can_be_translated(kind: str) -> None:
    said = {
        f.description for m, group in outline.groups(kind).items() for f in outline.fields(m, group)
    }
    assert said <= message_ids()


def test_validation_itself_knows_nothing_of_schemas() -> None:
    kind = text(5)
    assert kind.read("  a \n b ") == "a b"


# What is made from the models and kept in the repository.


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_in_the_repository_are_current(kind: str) -> None:
    kept = (ROOT / "docs" / "schemas" / f"{kind}.json").read_text("utf-8")
    assert kept == schema_text(kind, None), "run: make docs"


def test_the_page_of_fields_is_current() -> None:
    assert (ROOT / "docs" / "fields.md").read_text("utf-8") == tables_text(), "run: make docs"


def test_every_row_of_the_page_of_fields_is_whole() -> None:
    rows = [line for line in tables_text().splitlines() if line.startswith("| `")]
    assert len(rows) > 200
    for row in rows:
        field, holds, allowed, required, example = (
            row.strip("| ").replace("|  |", "| - |").split(" | ")
        )
        assert all((field, holds, allowed, example)), row
        assert required in ("yes", "-"), row
    assert (
        "| `skills.level` | How well: 1 I have taken part, 2 on my own, 3 I have led it, 4 others "
        "learn it from me | a whole number from 1 to 4 | yes | `level: 3` |" in rows
    )


def test_a_field_that_may_stand_empty_is_described_by_what_belongs_into_it() -> None:
    rows = [line.split(" | ") for line in tables_text().splitlines() if line.startswith("| `")]
    allowed = {row[0].strip("| `"): row[2] for row in rows}

    assert allowed["pronouns"] == "text, up to 30 characters"
    assert allowed["regions"] == (
        "a list of up to 30: a country (two capital letters) or an id of vocabulary/regions.yml"
    )
    assert "or a group of fields" not in allowed["ventures"]


def test_editors_find_the_schemas() -> None:
    editor = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    for schema, files in editor["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files)), files


# The command.


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["schema", *arguments])


def test_the_command_prints_a_schema() -> None:
    result = run("vetting")
    assert (result.exit_code, result.stdout) == (0, schema_text("vetting", None))


def test_the_command_takes_ids_from_a_content_folder(tmp_path: Path) -> None:
    content, file = SITES / "minimal" / "content", tmp_path / "profile.json"
    result = run("profile", "--content", str(content), "--output", str(file))
    assert (result.exit_code, result.output) == (0, "")
    assert "closing-well" in json.loads(file.read_text("utf-8"))["$defs"]["skill"]["enum"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(
            ["profile", "--content", "nowhere"], "S001 there is no folder", id="no folder"
        ),
        pytest.param(
            ["vetting", "--output", "no/s.json"], "S018 there is no folder no", id="no place"
        ),
        pytest.param(["recipe"], "is not one of", id="no such kind"),
    ],
)
def test_what_the_command_cannot_do_is_said(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_a_broken_vocabulary_is_told_not_used(tmp_path: Path) -> None:
    for path in (SITES / "minimal" / "content").rglob("*.yml"):
        target = tmp_path / path.relative_to(SITES / "minimal" / "content")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    (tmp_path / "vocabulary" / "silos.yml").unlink()
    result = run("profile", "--content", str(tmp_path))
    assert result.exit_code == 1
    assert "P070" in result.output
