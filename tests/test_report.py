"""What has aged, waits or is missing; and what of it may be said in public."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.cli import cli
from sitegen.upkeep.forms import as_markdown, as_text
from sitegen.upkeep.sections import Line, Section
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
OVERLAY = ROOT / "tests" / "overlay"
SAMPLE = str(ROOT / "content")
ISSUE = {
    "number": 7,
    "title": "I want to be listed",
    "created_at": "2026-11-04T23:59:59Z",
    "labels": [{"name": "intake"}, {"name": "intake:profile"}],
    "html_url": "https://git.example/commonweave/directory/issues/7",
}


@pytest.fixture(name="folder")
def site_and_private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site and a private folder with one row, in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    (tmp_path / "private").mkdir()
    row = "{profile: tom-baker, assignment: dairy-exit-plan, on: 2026-11-12, state: asked}"
    (tmp_path / "private" / "log.yml").write_text(f"introductions:\n  - {row}\n", "utf-8")
    return tmp_path


def report(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["report", *arguments])


@cache
def of_sample(*arguments: str) -> str:
    """What the report says of the sample: people and work are matched for each."""
    found = report("--content", SAMPLE, *arguments)
    assert found.exit_code == 0, found.output
    return found.output


def issues(*changes: dict[str, Any]) -> str:
    Path("issues.json").write_text(json.dumps([{**ISSUE, **change} for change in changes]), "utf-8")
    return "issues.json"


def test_who_agreed_to_an_older_wording_is_named_and_in_public_counted(folder: Path) -> None:
    settings = folder / "content" / "site.yml"
    assert "older wording" not in report().output
    text = settings.read_text("utf-8").replace("  v1:", "  v0: I agreed.\n  v1:")
    settings.write_text(text, "utf-8")
    tom = folder / "content" / "profiles" / "tom-baker.md"
    tom.write_text(tom.read_text("utf-8").replace("wording: v1", "wording: v0"), "utf-8")
    title = "Consent to an older wording\n"
    assert f"{title}- tom-baker: agreed to v0 on 2 May 2026\n" in report().output
    assert f"{title}- 1 person\n" in report("--public").output
    found = json.loads(report("--format", "json").output)
    assert found["outdated_consent"] == {"count": 1, "people": ["tom-baker"]}
    public = json.loads(report("--public", "--format", "json").output)
    assert public["outdated_consent"] == {"count": 1}


@pytest.mark.usefixtures("folder")
def test_the_local_report_names_everything() -> None:
    waiting = issues({}, {"number": 9, "labels": [], "created_at": "2026-11-16T08:00:00Z"})
    result = report("--waiting", waiting, "--private", "private")
    assert (result.exit_code, result.output) == (
        0,
        "Upkeep, 16 November 2026\n\n"
        "Submissions that wait\n"
        "- 7: I want to be listed (profile), 12 days ago\n"
        "- 9: I want to be listed (other), today\n\n"
        "Introductions\n"
        "- tom-baker: asked about dairy-exit-plan on 12 November 2026, 4 days ago\n\n"
        "Pages to confirm\n"
        "- mariama-sow: dormant since 1 March 2026, confirmed 625 days ago\n\n"
        "Marks that end\n  No mark ends soon.\n\n"
        "Assignments past their deadline\n  None is open still.\n\n"
        "Talks with a guide that began\n  None yet.\n\n"
        "Words that the vocabulary lacks\n- village assemblies: 1 person\n\n"
        "Never shown with an assignment\n- tom-baker: Tom Baker\n\n"
        "Who stands among the first five\n"
        "- unevenness (Gini, 0 to 100): 0\n"
        "- 1 person is eligible for something\n"
        "- never there: 0\n"
        "- leila-haddad: 1 time\n",
    )


@pytest.mark.usefixtures("folder")
def test_a_row_about_nobody_is_told_to_whoever_keeps_the_folder() -> None:
    row = "{profile: jo-gone, assignment: dairy-exit-plan, on: 2026-11-12, state: asked}"
    Path("private/log.yml").write_text(f"introductions:\n  - {row}\n", "utf-8")
    assert (
        "Introductions\n  Nobody waits.\n\n"
        "To mend in the private folder\n"
        "- private/log.yml, line 2: `jo-gone` is in the log, but not in the content; correct the "
        "name; when the person or the assignment is gone for good, delete the row\n"
    ) in report("--private", "private").output


@pytest.mark.usefixtures("folder")
def test_the_public_report_counts_where_the_local_one_names() -> None:
    waiting = issues({}, {"created_at": "2026-11-06T00:00:00Z"}, {"labels": ["intake:remove"]})
    result = report("--waiting", waiting, "--public", "--format", "markdown")
    assert (result.exit_code, result.output) == (
        0,
        "# Upkeep, 16 November 2026\n\n"
        "## Submissions that wait\n\n"
        "- profile: 2, the oldest 12 days ago\n"
        "- remove: 1, the oldest 12 days ago\n\n"
        "## Pages to confirm\n\n"
        "- [mariama-sow](<https://minimal.example/profiles/mariama-sow/>): dormant since "
        "1 March 2026, confirmed 625 days ago\n\n"
        "## Marks that end\n\nNo mark ends soon.\n\n"
        "## Assignments past their deadline\n\nNone is open still.\n\n"
        "## Words that the vocabulary lacks\n\n"
        "It has every word that several people write.\n\n"
        "## Never shown with an assignment\n\n- 1 person\n\n"
        "## Who stands among the first five\n\n"
        "- unevenness (Gini, 0 to 100): 0\n"
        "- 1 person is eligible for something\n"
        "- never there: 0\n",
    )


@pytest.mark.usefixtures("folder")
def test_json_is_versioned_and_public_json_counts_too() -> None:
    waiting = issues({})
    local = json.loads(
        report("--format", "json", "--waiting", waiting, "--private", "private").output
    )
    public = json.loads(report("--format", "json", "--waiting", waiting, "--public").output)
    kinds = {"profile": {"count": 1, "oldest_days": 12}}
    item = {
        "number": 7,
        "title": "I want to be listed",
        "kind": "profile",
        "days": 12,
        "url": ISSUE["html_url"],
    }
    assert local["waiting"] == {"count": 1, "kinds": kinds, "items": [item]}
    assert public["waiting"] == {"count": 1, "kinds": kinds}
    assert (local["unseen"], public["unseen"]) == (
        {"count": 1, "people": ["tom-baker"]},
        {"count": 1},
    )
    assert (local["words"], public["words"]) == ([{"word": "village assemblies", "people": 1}], [])
    assert [row["days"] for row in local["introductions"]] == [4]
    assert "introductions" not in public
    assert (public["version"], public["as_of"], public["public"]) == (1, "2026-11-16", True)
    assert set(public) == set(local) - {"introductions", "talks"}


@pytest.mark.usefixtures("folder")
def test_stale_leaves_out_what_has_not_aged() -> None:
    waiting = issues({}, {"number": 8, "created_at": "2026-11-11T00:00:00Z"})
    found = json.loads(
        report("--stale", "--format", "json", "--waiting", waiting, "--private", "private").output
    )
    assert [item["number"] for item in found["waiting"]["items"]] == [7]
    assert found["introductions"] == []
    assert set(found) & {"words", "unseen", "exposure"} == set()
    assert "Never shown" not in (output := report("--stale").output)
    assert "first five" not in output


@pytest.mark.usefixtures("folder")
def test_what_was_not_given_is_not_spoken_of() -> None:
    output = report().output
    assert "Submissions" not in output and "Introductions" not in output
    assert "waiting" not in json.loads(report("--format", "json").output)


@pytest.mark.usefixtures("folder")
def test_people_who_are_not_listed_are_in_no_public_report() -> None:
    path = Path("content/profiles/mariama-sow.md")
    path.write_text(path.read_text("utf-8").replace("consent:", "listed: no\nconsent:"), "utf-8")
    assert "mariama-sow" in report().output
    for form in ("text", "json", "markdown"):
        assert "mariama" not in report("--public", "--format", form).output


@pytest.mark.usefixtures("folder")
def test_a_public_report_takes_no_private_folder() -> None:
    result = report("--public", "--private", "private")
    assert (result.exit_code, result.output) == (
        2,
        "sitegen: S034 the options do not fit together: --public takes no --private\n",
    )


@pytest.mark.usefixtures("folder")
def test_an_open_assignment_past_its_deadline_is_told() -> None:
    found = report("--today", "2027-01-16").output
    assert (
        "- dairy-exit-plan: Exit plan for a dairy cooperative, deadline 15 January 2027, 1 day ago"
    ) in found
    assert "- dairy-exit-plan" not in report("--today", "2027-01-15").output


@pytest.mark.usefixtures("folder")
def test_words_are_counted_by_people_and_known_ones_left_out() -> None:
    for name, words in {
        "mariama-sow": '["Village  Assemblies", "village assemblies", Succession planning]',
        "tom-baker": '["VILLAGE-assemblies", "…"]',
    }.items():
        path = Path(f"content/profiles/{name}.md")
        text = path.read_text("utf-8").replace("consent:", f"in_my_words: {words}\nconsent:", 1)
        path.write_text(text, "utf-8")
    assert json.loads(report("--format", "json").output)["words"] == [
        {"word": "village assemblies", "people": 3}
    ]
    public = json.loads(report("--format", "json", "--public").output)["words"]
    assert public == [{"word": "village assemblies", "people": 3}]


@pytest.mark.slow
def test_no_private_value_of_the_sample_is_in_a_public_report(tmp_path: Path) -> None:
    path = tmp_path / "issues.json"
    path.write_text(json.dumps([{**ISSUE, "title": "CANARY wants to be listed"}]), "utf-8")
    options = ("--content", SAMPLE, "--waiting", str(path), "--format")
    for form in ("text", "json", "markdown"):
        found = report(*options, form, "--public")
        assert found.exit_code == 0, found.output
        assert "CANARY" not in found.output and "187301" not in found.output
    local = report(*options, "markdown", "--private", str(OVERLAY)).output
    assert "CANARY" in local, "the canary is alive"


@pytest.mark.slow
def test_no_name_of_who_is_never_shown_is_in_a_public_report() -> None:
    people = json.loads(of_sample("--format", "json"))["unseen"]["people"]
    public = json.loads(of_sample("--format", "json", "--public"))
    told = {page["slug"] for page in public["pages"]} | {mark["slug"] for mark in public["marks"]}
    quiet = set(people) - told
    assert len(quiet) > 5
    text = of_sample("--format", "markdown", "--public")
    assert [slug for slug in quiet if slug in text] == []


def test_the_local_report_names_who_is_shown_most_and_who_never_is() -> None:
    exposure = json.loads(of_sample("--format", "json"))["exposure"]
    never = exposure["never"]["people"]
    assert exposure["never"]["count"] == len(never) > 5
    assert exposure["eligible"] == len(exposure["shown"]) + len(never)
    times = [row["times"] for row in exposure["shown"]]
    assert times == sorted(times, reverse=True)
    assert times[-1] > 0
    lines = of_sample().partition("first five\n")[2].splitlines()
    assert lines[0] == f"- unevenness (Gini, 0 to 100): {exposure['gini']}"
    assert lines[3] == f"- {exposure['shown'][0]['slug']}: {times[0]} times"
    assert lines[13:] == [f"- {slug}: never" for slug in never], "ten are named, then the others"


def test_the_public_report_counts_who_is_shown_and_names_nobody() -> None:
    found = json.loads(of_sample("--format", "json"))["exposure"]
    public = json.loads(of_sample("--format", "json", "--public"))
    assert public["exposure"] == {
        "gini": found["gini"],
        "eligible": found["eligible"],
        "never": {"count": found["never"]["count"]},
    }
    text = of_sample("--format", "markdown", "--public")
    assert text.partition("first five\n\n")[2].splitlines() == [
        f"- unevenness (Gini, 0 to 100): {found['gini']}",
        f"- {found['eligible']} people are eligible for something",
        f"- never there: {found['never']['count']}",
    ]


@pytest.mark.usefixtures("folder")
def test_where_nobody_is_eligible_the_report_says_so() -> None:
    for path in Path("content/assignments").glob("*.md"):
        path.unlink()
    assert (
        "Who stands among the first five\n  Nobody is eligible for an open assignment.\n"
    ) in report().output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("raw", "detail"),
    [
        (b"", "it is not JSON"),
        (b"\xff\xfe", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[" + b"1" * 5_000 + b"]", "it is not JSON"),
        (b'{"message": "Not Found"}', "it does not start with ["),
        (b"[1]", "entry 1 has no number, title or created_at"),
        (b'[{"number": true, "title": "x", "created_at": "2026-11-01"}]', "entry 1 has no number"),
        (b'[{"number": 1, "title": [], "created_at": "2026-11-01"}]', "entry 1 has no number"),
        (b'[{"number": 1, "title": "x", "created_at": "yesterday"}]', "entry 1 has no number"),
    ],
    ids=[
        "empty", "no text", "nested", "a number of 5,000 digits", "an error of the API", "a number",
        "yes for a number", "a list for a title", "a day in words",
    ],
)  # fmt: skip
def test_a_list_that_is_none_is_told_in_words(raw: bytes, detail: str) -> None:
    Path("issues.json").write_bytes(raw)
    result = report("--waiting", "issues.json")
    assert result.exit_code == 2
    assert f"S033 issues.json is not a list of issues: {detail}" in result.output
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("folder")
def test_a_list_that_is_not_there_is_told_in_words() -> None:
    assert "S009 none.json cannot be read" in report("--waiting", "none.json").output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "labels",
    [None, "intake:profile", 5, [None, 5, {}, {"name": 5}], [{"name": "intake:nothing"}]],
)
def test_labels_that_we_do_not_know_make_another_kind(labels: Any) -> None:
    output = report("--waiting", issues({"labels": labels})).output
    assert "- 7: I want to be listed (other), 12 days ago" in output


HOSTILE = (
    "@nadia look ![x](https://evil.example/x) <img src=x> [a](javascript:x)",
    "`` ` ``` @nadia",
    "::error file=x::y",
    "x\n::set-output name=a::b",
    "##[error]x",
    "x\u202ey\u0007\x1b[31m",
    "\ud800",
    "{0.__class__} {slug}",
    "| a | b |\n# heading",
    "",
)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_shown_and_does_nothing(title: str) -> None:
    waiting = issues({"title": title, "html_url": "javascript:alert(1)"})
    for form in ("text", "markdown", "json"):
        result = report("--waiting", waiting, "--format", form)
        assert result.exit_code == 0
        lines = result.output.splitlines()
        assert not any(line.lstrip().startswith("::") for line in lines)
        assert "javascript:alert" not in result.output
        assert result.output.replace("\n", "").isprintable()
        assert "##[" not in result.output


@settings(max_examples=150, deadline=None)
@given(value=st.text(max_size=60) | st.sampled_from(HOSTILE))
def test_what_somebody_wrote_is_code_in_markdown_and_one_line_of_text(value: str) -> None:
    line = Line("{slug}: {title} ({ago})", {"slug": "a", "ago": "today"}, {"title": value})
    section = Section("Title", "Nothing.", (line,))
    html = str(markup.render(as_markdown("Upkeep", [section]).split("\n\n")[-1], str, top=2))
    before, _, rest = html.replace("\n", "").partition("<code>")
    inside, _, after = rest.rpartition("</code>")
    assert (before, after) == ("<ul><li>a: ", " (today)</li></ul>")
    assert "<" not in inside
    assert len(as_text("Upkeep", [section]).split("\n")) == 4


@pytest.mark.usefixtures("folder")
def test_talks_with_a_guide_are_counted_by_year_and_published_when_it_is_over() -> None:
    rows = [
        *(("introduced", f"2025-0{n}-01", f"Jo {n}") for n in range(1, 5)),
        *(("introduced", f"2024-0{n}-01", f"Al {n}") for n in range(1, 3)),
        ("introduced", "2026-01-01", "Vi"),
        ("declined", "2025-05-01", "Bo"),
    ]
    written = [
        f"  - {{profile: leila-haddad, for: guidance, seeker: {who}, on: {on}, state: {state}}}\n"
        for state, on, who in rows
    ]
    other = "profile: tom-baker, assignment: dairy-exit-plan, on: 2025-11-12, state: introduced"
    log = "".join(["introductions:\n", *written, f"  - {{{other}}}\n"])
    Path("private/log.yml").write_text(log, "utf-8")
    assert (
        "Talks with a guide that began\n"
        "- 2026: 1 so far; publish it when the year is over\n"
        "- 2025: 4; for site.yml: guidance_given: {2025: 4}\n"
        "- 2024: 2; too few to be published\n"
    ) in report("--private", "private").output
    assert "Talks" not in report().output
    found = json.loads(report("--format", "json", "--private", "private").output)
    assert found["talks"][1] == {"year": 2025, "count": 4}
