"""The workflows as they are written: linted, of the right form, and by the rules of this house.

What they do is in tests/test_workflow_runs.py.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.cli import COMMANDS
from tests.actions_runner import WORKFLOWS, loaded, scripts, uses
from tests.conftest import ROOT

BIN = Path(sys.executable).parent
ACTION = ROOT / "action.yml"
FILES = [*sorted(WORKFLOWS.glob("*.yml")), ACTION]
ALLOWED = {
    "content": {"proposal": {"contents: read"}},
    "intake": {
        "read": {"contents: read"},
        "answer": {"contents: write", "issues: write", "pull-requests: write"},
    },
    "quality": {"quality": {"contents: read"}, "long": {"contents: read"}},
    "site": {
        "build": {"contents: read"},
        "materials": {"contents: read"},
        "attest": {"id-token: write", "attestations: write"},
        "deploy": {"pages: write", "id-token: write"},
    },
    "upkeep": {"report": {"contents: read", "issues: write"}},
}
# The only values of an event that a workflow reads; ids, numbers and states, and the login of
# the author, which reaches a script by the environment.
READ = {
    "github.event.pull_request.number",
    "github.event.pull_request.base.sha",
    "github.event.pull_request.head.sha",
    "github.event.pull_request.user.login",
    "github.event.pull_request.user.id",
    "github.event.issue.number",
    "github.event.issue.user.login",
    "github.event.issue.user.id",
    "github.event.issue.state",
    "github.event.issue.labels.*.name",
    "github.event.action",
    "github.event.changes.body",
    "github.event.repository.default_branch",
}

each_file = pytest.mark.parametrize("path", [pytest.param(p, id=p.stem) for p in FILES])
each_workflow = pytest.mark.parametrize(
    "path", [pytest.param(p, id=p.stem) for p in FILES if p != ACTION]
)


def ran(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def jobs_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from loaded(path)["jobs"].items()


def steps_of(path: Path) -> Iterator[dict[str, Any]]:
    if path == ACTION:
        yield from loaded(path)["runs"]["steps"]
    else:
        for _, job in jobs_of(path):
            yield from job["steps"]


def test_zizmor_finds_nothing() -> None:
    """By the persona that says the most; offline, so without asking whether the pins exist."""
    ran(str(BIN / "zizmor"), "--offline", "--no-progress", "--quiet", "--persona=auditor", ".")


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        pytest.param("vendor.github-workflows", FILES[:-1], id="workflows"),
        pytest.param("custom.github-workflows-require-timeout", FILES[:-1], id="timeouts"),
        pytest.param("vendor.github-actions", [ACTION], id="action"),
        pytest.param("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"], id="dependabot"),
    ],
)
def test_the_files_have_the_form_that_github_reads(schema: str, paths: list[Path]) -> None:
    ran(str(BIN / "check-jsonschema"), "--builtin-schema", schema, *map(str, paths))


@each_workflow
def test_a_workflow_is_allowed_only_what_it_needs(path: Path) -> None:
    assert loaded(path)["permissions"] == {}
    allowed = {
        name: {f"{what}: {how}" for what, how in job["permissions"].items()}
        for name, job in jobs_of(path)
    }
    assert allowed == ALLOWED[path.stem]


@each_workflow
def test_no_trigger_hands_a_stranger_our_rights(path: Path) -> None:
    triggers = set(loaded(path)["on"])
    assert triggers <= {"pull_request", "push", "schedule", "workflow_dispatch", "issues"}
    if "pull_request" in triggers:
        granted = {right for rights in ALLOWED[path.stem].values() for right in rights}
        assert granted == {"contents: read"}


@each_workflow
def test_every_run_ends_and_never_runs_beside_itself(path: Path) -> None:
    assert {"group", "cancel-in-progress"} == set(loaded(path)["concurrency"])
    assert loaded(path)["defaults"] == {"run": {"shell": "bash"}}
    assert all(1 <= int(job["timeout-minutes"]) <= 30 for _, job in jobs_of(path))


@each_file
def test_actions_are_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    pins = uses(path)
    assert pins
    for pin in pins:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), pin


def test_an_action_has_the_same_pin_everywhere() -> None:
    pins = {pin for path in FILES for pin in uses(path)}
    assert len(pins) == len({pin.partition("@")[0] for pin in pins})


@each_file
def test_a_checkout_leaves_no_credentials_and_nothing_is_cached(path: Path) -> None:
    for step in steps_of(path):
        action = step.get("uses", "").partition("@")[0]
        if action == "actions/checkout":
            assert step["with"]["persist-credentials"] == "false", step
        assert action != "actions/cache"
        assert "cache" not in step.get("with", {})


@each_file
def test_no_expression_stands_in_a_script(path: Path) -> None:
    assert [script for script in scripts(loaded(path)) if "${{" in script] == []


@each_file
def test_of_an_event_only_these_values_are_read(path: Path) -> None:
    text = path.read_text("utf-8")
    named = set(re.findall(r"github\.event\.[\w.*]+", text))
    assert named <= READ
    assert "secrets." not in text
    assert "github.head_ref" not in text


@each_file
def test_the_token_is_only_given_to_steps_that_call_gh(path: Path) -> None:
    for step in steps_of(path):
        given = step.get("env", {})
        assert ("GH_TOKEN" in given) == bool(re.search(r"\bgh\b", step.get("run", ""))), step
        if "GH_TOKEN" in given:
            assert "sitegen/bin/python" not in step["run"]
    if path != ACTION:
        assert "github.token" not in str(loaded(path).get("env", {}))
        assert not [name for name, job in jobs_of(path) if "token" in str(job.get("env", {}))]


@each_file
def test_python_never_looks_into_the_current_folder(path: Path) -> None:
    for script in scripts(loaded(path)):
        for call in re.findall(r'(?:bin/python"|"\$python") (.*)', script):
            assert call.startswith(("-I -m sitegen ", "-I -m sitegen.preview ")), call


@each_file
def test_every_command_that_is_called_exists(path: Path) -> None:
    text = "\n".join(scripts(loaded(path)))
    called = set(re.findall(r"-m sitegen ([a-z]+)", text))
    assert called <= set(COMMANDS)
    # What others do with their pages judges no proposal.
    assert "--links" not in text


def test_what_reads_a_proposal_comes_from_the_base() -> None:
    ((_, job),) = jobs_of(WORKFLOWS / "content.yml")
    checkouts = {
        s["with"]["path"]: s["with"] for s in job["steps"] if "checkout" in s.get("uses", "")
    }
    assert checkouts["base"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "ref" not in checkouts["proposal"]
    install = next(step for step in job["steps"] if step["name"] == "Install")
    assert install["run"] == 'bash base/.github/install.sh "$GITHUB_WORKSPACE/base"'


def test_what_may_write_never_runs_the_program() -> None:
    jobs = dict(jobs_of(WORKFLOWS / "intake.yml"))
    assert not any("python" in step.get("run", "") for step in jobs["answer"]["steps"])
    assert any("sitegen intake" in step.get("run", "") for step in jobs["read"]["steps"])


def test_the_deployment_checks_nothing_out_and_runs_nothing() -> None:
    deploy = dict(jobs_of(WORKFLOWS / "site.yml"))["deploy"]
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["environment"]["name"] == "github-pages"
    assert deploy["needs"] == "attest"


def test_the_tests_run_on_the_oldest_and_the_newest_python() -> None:
    job = dict(jobs_of(WORKFLOWS / "quality.yml"))["quality"]
    oldest, newest = job["strategy"]["matrix"]["python"]
    assert f'requires-python = ">={oldest}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    versions = {
        v for path in FILES for v in re.findall(r'python-version: "(.*)"', path.read_text())
    }
    assert versions == {newest}


def test_updates_wait_a_week() -> None:
    updates = loaded(ROOT / ".github" / "dependabot.yml")["updates"]
    assert {u["package-ecosystem"] for u in updates} == {"github-actions", "pip"}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in updates)


def test_other_repositories_find_the_hook() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "description", "entry", "language"} <= hook.keys()
    assert (hook["id"], hook["language"]) == ("sitegen-check", "python")
    program, command = hook["entry"].split()
    assert f"{program} = " in (ROOT / "pyproject.toml").read_text("utf-8")
    assert command in COMMANDS
    assert hook["pass_filenames"] is False
    assert re.match(hook["files"], "content/profiles/ada.md")
