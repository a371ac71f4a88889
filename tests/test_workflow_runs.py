"""The workflows at work: their own `run:` steps, in a scratch clone, on recorded events.

See tests/actions_runner.py for what is real and what stands in.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.actions_runner import Job, Runner, git, payload
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
CODE = ("sitegen", "templates", "assets", ".github", "requirements.lock", "pyproject.toml")
LEILA = "content/profiles/leila-haddad.md"
TOM = "content/profiles/tom-baker.md"
PWN = "import pathlib\npathlib.Path(__file__).with_name('pwned').touch()\n"

pytestmark = pytest.mark.skipif(
    shutil.which("jq") is None and os.environ.get("CI") != "true",
    reason="runners of GitHub have jq, this machine has not",
)


@dataclass(frozen=True)
class Scratch:
    """A bare repository with `main`, and a clone of it in which proposals are made."""

    origin: Path
    clone: Path

    @property
    def main(self) -> str:
        return git(self.origin, "rev-parse", "main")

    def propose(self, changes: Mapping[str, str | None], number: int) -> tuple[str, str]:
        """Ids of a proposal and of its merge, under the names that GitHub gives them."""
        git(self.clone, "checkout", "--quiet", "--detach", self.main)
        for name, text in changes.items():
            path = self.clone / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8")
        git(self.clone, "add", "--all")
        git(self.clone, "commit", "--quiet", "--message", "A proposal")
        return self.merged(git(self.clone, "rev-parse", "HEAD"), number)

    def merged(self, head: str, number: int) -> tuple[str, str]:
        """The same for a commit that is in the repository."""
        git(self.clone, "fetch", "--quiet", "origin")
        git(self.clone, "checkout", "--quiet", "--detach", self.main)
        git(self.clone, "merge", "--quiet", "--no-ff", "--message", "Merge", head)
        merge = git(self.clone, "rev-parse", "HEAD")
        refs = (f"{head}:refs/pull/{number}/head", f"{merge}:refs/pull/{number}/merge")
        git(self.clone, "push", "--quiet", "--force", "origin", *refs)
        return head, merge


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """The program as it stands here, with the small site as its content."""
    folder = tmp_path_factory.mktemp("scratch")
    origin, clone = folder / "origin.git", folder / "clone"
    git(folder, "init", "--quiet", "--bare", str(origin))
    git(folder, "clone", "--quiet", str(origin), str(clone))
    for name in CODE:
        source, target = ROOT / name, clone / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    shutil.copytree(MINIMAL, clone / "content")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "The base")
    git(clone, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    return Scratch(origin, clone)


def proposal(
    scratch: Scratch, folder: Path, changes: Mapping[str, str | None], **user: Any
) -> tuple[Job, Runner]:
    """Run content.yml on a proposal with these changes, made by leila-haddad-sample."""
    event = payload("pull_request")
    head, merge = scratch.propose(changes, event["number"])
    return judged(scratch, folder, event, head, merge, **user)


def judged(
    scratch: Scratch,
    folder: Path,
    event: dict[str, Any],
    head: str,
    merge: str,
    last: str = "",
    **user: Any,
) -> tuple[Job, Runner]:
    event["pull_request"]["base"]["sha"] = scratch.main
    event["pull_request"]["head"]["sha"] = head
    event["pull_request"]["user"].update(user)
    runner = Runner(folder, scratch.origin, "pull_request", event, merge)
    job = runner.run("content", last)["proposal"]
    assert not list(folder.rglob("pwned")), "something of the proposal ran"
    return job, runner


def changed(path: str, old: str, new: str) -> dict[str, str | None]:
    text = (MINIMAL.parent / path).read_text("utf-8")
    assert old in text
    return {path: text.replace(old, new)}


def hub(runner: Runner) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(runner.hub.read_text("utf-8"))
    return found


BOT: dict[str, Any] = {"login": "github-actions[bot]", "id": 41898282}
GUARD = "May its author change this?"
CHECK = "Is the content sound?"
BUILD = "Build what changes"
WITHOUT = "Say why there is no preview"


def test_a_good_proposal_passes_and_shows_its_pages(scratch: Scratch, tmp_path: Path) -> None:
    job, runner = proposal(scratch, tmp_path, changed(LEILA, "headline: ", "headline: Once more, "))
    assert job.result == "success", {n: s.said for n, s in job.steps.items()}
    assert job.steps[CHECK].said == ""
    assert "### Everything is in order" in job.summary
    assert "[Preview of the changed pages](https://git.example/preview)" in job.summary
    assert job.outcome(WITHOUT) == "skipped"
    preview = runner.artifacts["preview"]
    assert 'href="site/profiles/leila-haddad/index.html"' in (preview / "index.html").read_text()
    page = (preview / "site" / "profiles" / "leila-haddad" / "index.html").read_text("utf-8")
    assert "Once more, " in page
    assert not (preview / "site" / "profiles" / "tom-baker").exists()


def test_taking_over_a_page_is_refused(scratch: Scratch, tmp_path: Path) -> None:
    claim = changed(LEILA, "leila-haddad-sample", "mallory-sample")
    job, runner = proposal(scratch, tmp_path, claim, login="mallory-sample", id=666)
    assert job.result == "failure"
    assert job.steps[GUARD].code == 1
    assert f"::error file={LEILA}" in job.steps[GUARD].said
    assert job.outcome(CHECK) == "success"
    assert job.outcome(BUILD) == "skipped"
    assert runner.artifacts == {}
    assert "There is no preview yet" in job.summary


def test_broken_yaml_is_said_beside_its_line(scratch: Scratch, tmp_path: Path) -> None:
    broken = changed(LEILA, "headline: ", "headline: a union: ")
    job, runner = proposal(scratch, tmp_path, broken)
    assert job.steps[CHECK].code == 1
    assert f"::error file={LEILA},line=" in job.steps[CHECK].said
    assert f"`{LEILA}`" in job.summary
    assert "There is no preview yet" in job.summary
    assert runner.artifacts == {}


def test_nothing_of_a_proposal_runs(scratch: Scratch, tmp_path: Path) -> None:
    """Modules that Python would find in the current folder, the judge itself, a hostile name."""
    changes: dict[str, str | None] = {
        "sitecustomize.py": PWN,
        "yaml.py": PWN,
        "click/__init__.py": PWN,
        "sitegen/cli.py": PWN,
        "sitegen/guard.py": PWN,
        ".github/install.sh": "touch pwned\n",
        ".github/CODEOWNERS": "* @mallory-sample\n",
        "content/profiles/::error::$(touch pwned).md": "---\n---\n",
    }
    job, _ = proposal(scratch, tmp_path, changes, login="mallory-sample", id=666)
    assert job.steps[GUARD].code == 1
    assert job.steps[CHECK].code == 1
    lines = (job.steps[GUARD].said + job.steps[CHECK].said).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert commands
    assert [
        line for line in commands if not line.startswith(("::error file=", "::warning file="))
    ] == []


def test_a_proposal_without_content_ends_at_once(scratch: Scratch, tmp_path: Path) -> None:
    job, _ = proposal(scratch, tmp_path, {"README.md": "More words\n"}, login="mallory-sample")
    assert job.result == "success"
    assert {job.outcome(name) for name in ("Install", GUARD, CHECK, BUILD)} == {"skipped"}
    assert "there is nothing to check here" in job.summary


@pytest.mark.parametrize(
    ("event_name", "path", "said"),
    [
        pytest.param("pull_request", TOM, [], id="content alone"),
        pytest.param("pull_request", "README.md", ["lint", "sbom", "test"], id="more"),
        pytest.param("push", TOM, ["lint", "sbom", "test"], id="main"),
    ],
)
def test_the_program_is_tested_where_it_is_touched(
    scratch: Scratch, tmp_path: Path, event_name: str, path: str, said: list[str]
) -> None:
    event = payload("pull_request")
    _, merge = scratch.propose({path: "Other words\n"}, event["number"])
    jobs = Runner(tmp_path / "run", scratch.origin, event_name, event, merge).run("quality")
    job, long = jobs["quality"], jobs["long"]
    steps = [job.steps[name] for name in ("Lint and types", "Bill of materials", "Tests")]
    made = [step.said for step in steps if step.outcome == "success"]
    assert made == [f"make {target}\n" for target in said]
    assert job.result == "success"
    assert ("there is nothing to test here" in job.summary) == (not said)
    last = [step.said for step in long.steps.values() if step.outcome == "success" and step.said]
    assert last == (["make slow\n", "make trust\n"] if event_name == "push" else [])


def site(scratch: Scratch, folder: Path, changes: Mapping[str, str | None]) -> Runner:
    """Run site.yml on main with these changes."""
    _, sha = scratch.propose(changes, number=99)
    event = {"ref": "refs/heads/main", "repository": payload("issues")["repository"]}
    runner = Runner(folder / "run", scratch.origin, "push", event, sha)
    runner.run("site")
    return runner


@pytest.mark.slow
def test_the_site_is_built_twice_signed_and_deployed(scratch: Scratch, tmp_path: Path) -> None:
    runner = site(scratch, tmp_path, {"README.md": "More words\n"})
    assert [job.result for job in runner.jobs.values()] == ["success"] * 4, runner.jobs
    assert "the same bytes" in runner.jobs["build"].summary
    artifact = runner.artifacts["github-pages"] / "artifact.tar"
    assert artifact.stat().st_size > 100_000
    with tarfile.open(artifact) as built:
        page = next(name for name in built.getnames() if name.endswith("shortlist/index.html"))
        shown = built.extractfile(page)
        assert shown is not None and f"commit {runner.sha}".encode() in shown.read()
    assert [path.name for path in runner.artifacts["materials"].iterdir()] == ["sitegen.cdx.json"]
    assert runner.jobs["attest"].outcome("Verify the signatures") == "success"


def test_a_broken_main_publishes_nothing(scratch: Scratch, tmp_path: Path) -> None:
    runner = site(scratch, tmp_path, changed(TOM, "health", "helth"))
    assert [job.result for job in runner.jobs.values()] == ["failure", *["skipped"] * 3]
    assert f"::error file={TOM},line=10," in runner.jobs["build"].steps["Build"].said
    assert runner.artifacts == {}


@pytest.mark.slow
def test_the_report_is_kept_in_one_issue(scratch: Scratch, tmp_path: Path) -> None:
    event = {"repository": payload("issues")["repository"]}
    for week in ("first", "second"):
        runner = Runner(tmp_path / week, scratch.origin, "schedule", event, scratch.main)
        if week == "first":
            waits = {**payload("issues")["issue"], "created_at": "2026-11-02T08:00:00Z"}
            runner.hub.write_text(json.dumps({**hub(runner), "issues": [waits]}))
        assert runner.run("upkeep")["report"].result == "success", runner.jobs
    _, issue = hub(runner)["issues"]
    assert issue["labels"] == [{"name": "upkeep"}]
    assert issue["body"] == runner.jobs["report"].summary
    assert "profile: 1" in issue["body"]
    assert "List me" not in issue["body"], "what somebody wrote is not repeated in public"


PAGE = """---
name: Amara Diallo
headline: Built a cooperative of river fishers and left it to them
based_in: {region: west-africa}
languages: {fr: native}
skills:
  - {skill: handover-files, level: 2}
  - {skill: board-development, level: 1}
  - {skill: public-hearings, level: 2}
sectors: [health]
availability: {status: limited}
consent: {on: 2026-05-02, wording: v1}
---
Nine years on the river: what a net costs, what a quarrel costs. $(touch pwned) `touch pwned`
"""


def filled(template: str, **answers: str) -> str:
    """The body that GitHub makes of a form: a heading for each field, the boxes ticked."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / template).read_text("utf-8"))
    sections = []
    for field in form["body"]:
        said = field["attributes"]
        if field["type"] == "markdown":
            continue
        answer = answers.get(field["id"], "_No response_")
        if field["type"] == "checkboxes":
            answer = "\n".join(f"- [X] {option['label']}" for option in said["options"])
        elif field["type"] == "dropdown":
            answer = answers.get(field["id"], said["options"][0])
        elif "render" in said:
            answer = f"```{said['render']}\n{answer}\n```"
        sections.append(f"### {said['label']}\n\n{answer}\n")
    # As it comes from a text area in a browser.
    return "\n".join(sections).replace("\n", "\r\n")


def sent(
    scratch: Scratch,
    folder: Path,
    number: int,
    template: str = "profile.yml",
    login: str = "amara-diallo-sample",
    **answers: str,
) -> Runner:
    """Run intake.yml for an issue with this form."""
    event = payload("issues")
    event["issue"].update(
        number=number, labels=labels_of(template), body=filled(template, **answers)
    )
    event["issue"]["user"]["login"] = login
    return taken_in(scratch, folder, event)


def labels_of(template: str) -> list[dict[str, str]]:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / template).read_text("utf-8"))
    return [{"name": name} for name in form["labels"]]


def taken_in(scratch: Scratch, folder: Path, event: Mapping[str, Any]) -> Runner:
    runner = Runner(folder, scratch.origin, "issues", event, scratch.main)
    runner.run("intake")
    assert not list(folder.rglob("pwned")), "something of the text ran"
    return runner


# Somebody opened it from a fork, whose branch has the name of ours.
FOREIGN = {"number": 5, "head": "intake/12", "isCrossRepository": True, "title": "Mine"}


@dataclass(frozen=True)
class Arrived:
    """A page that was sent as issue 12: the run, what it left on the host, its commit and merge."""

    runner: Runner
    state: dict[str, Any]
    head: str
    merge: str


@pytest.fixture(scope="module")
def arrived(scratch: Scratch, tmp_path_factory: pytest.TempPathFactory) -> Arrived:
    folder = tmp_path_factory.mktemp("arrived")
    before = Runner(folder / "before", scratch.origin, "issues", payload("issues"), scratch.main)
    before.hub.write_text(json.dumps({**hub(before), "pulls": [FOREIGN]}), "utf-8")
    runner = sent(scratch, folder / "run", 12, block=PAGE)
    assert [job.result for job in runner.jobs.values()] == ["success"] * 2, runner.jobs
    commits = scratch.merged(git(scratch.origin, "rev-parse", "intake/12"), 12)
    return Arrived(runner, hub(runner), *commits)


def test_a_sent_page_becomes_a_draft_with_one_file(scratch: Scratch, arrived: Arrived) -> None:
    files = git(scratch.origin, "diff", "--name-status", "main", arrived.head)
    assert files == "A\tcontent/profiles/amara-diallo.md"
    message = git(scratch.origin, "log", "-1", "--format=%B", arrived.head)
    assert message.splitlines()[-3:] == [
        "Intake-Kind: profile",
        "Intake-Author: amara-diallo-sample",
        "Intake-Author-Id: 9100002",
    ]
    foreign, pull = arrived.state["pulls"]
    assert foreign == FOREIGN
    assert (pull["head"], pull["title"]) == ("intake/12", "Intake of amara-diallo (#12)")
    assert pull["draft"] and pull["body"].startswith("Closes #12.")
    assert len(arrived.state["comments"]) == 1
    # Somebody new waits until they have answered from their own address.
    assert arrived.state["on_issue"] == ["waits"]
    assert not [call for call in arrived.state["calls"] if call[:2] == ["pr", "merge"]]


@pytest.mark.slow
def test_an_edit_renews_the_branch_and_the_one_comment(
    scratch: Scratch, arrived: Arrived, tmp_path: Path
) -> None:
    shutil.copy(arrived.runner.hub, tmp_path)
    text = PAGE.replace("west-africa", "western-europe")
    state = hub(sent(scratch, tmp_path / "run", 12, block=text))
    assert (len(state["comments"]), len(state["pulls"]), state["pulls"][1]["draft"]) == (1, 2, True)
    page = git(scratch.origin, "show", "intake/12:content/profiles/amara-diallo.md")
    assert "western-europe" in page
    assert git(scratch.origin, "rev-list", "--count", "main..intake/12") == "1"


@pytest.mark.slow
def test_the_draft_is_judged_by_who_sent_it(
    scratch: Scratch, arrived: Arrived, tmp_path: Path
) -> None:
    event = payload("pull_request")
    event["pull_request"]["head"]["ref"] = "intake/12"
    job, runner = judged(scratch, tmp_path, event, arrived.head, arrived.merge, **BOT)
    assert job.result == "success", job.steps[GUARD].said + job.steps[CHECK].said
    assert "site/profiles/amara-diallo/" in (runner.artifacts["preview"] / "index.html").read_text()


def test_a_text_that_needs_changes_is_answered(scratch: Scratch, tmp_path: Path) -> None:
    text = PAGE.replace("handover-files", "handover-fils")
    state = hub(sent(scratch, tmp_path / "run", 13, block=text))
    assert "handover-files" in state["comments"][0]["body"]
    assert (state["on_issue"], state["pulls"]) == (["needs-you"], [])
    assert "intake/13" not in git(scratch.origin, "branch", "--list")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "answers", "changed"),
    [
        pytest.param(
            "remove.yml",
            {"slug": "leila-haddad", "login": "leila-haddad-sample"},
            "content/profiles/leila-haddad.md",
            id="remove",
        ),
        pytest.param(
            "propose-skill.yml",
            {
                "label": "Mending nets",
                "family": "Governance",
                "aliases": "net repair",
                "why": "Fishers who hand over a boat",
            },
            "content/vocabulary/skills.yml",
            id="propose-skill",
        ),
    ],
)
def test_what_touches_other_files_comes_through_too(
    scratch: Scratch, tmp_path: Path, template: str, answers: dict[str, str], changed: str
) -> None:
    runner = sent(scratch, tmp_path / "run", 14, template, **answers)
    assert [job.result for job in runner.jobs.values()] == ["success"] * 2, runner.jobs
    state = hub(runner)
    assert state["on_issue"] == ["in-review"]
    assert changed in git(scratch.origin, "diff", "--name-only", "main", "intake/14").splitlines()
    # The commit says which form it came by, so the guard lets pass what that form is for.
    commits = scratch.merged(git(scratch.origin, "rev-parse", "intake/14"), 7)
    event = payload("pull_request")
    job, _ = judged(scratch, tmp_path / "judged", event, *commits, last=GUARD, **BOT)
    assert job.outcome(GUARD) == "success", job.steps[GUARD].said


@pytest.mark.slow
def test_a_branch_that_cannot_be_written_is_no_silence(scratch: Scratch, tmp_path: Path) -> None:
    git(scratch.origin, "branch", "intake/20/in-the-way", "main")
    runner = sent(scratch, tmp_path / "run", 20, block=PAGE)
    assert [job.result for job in runner.jobs.values()] == ["success", "failure"]
    state = hub(runner)
    assert "a maintainer will look at it" in state["comments"][0]["body"]
    assert (state["on_issue"], state["pulls"]) == (["waits"], [])


def test_nobody_sends_something_and_hears_nothing(scratch: Scratch, tmp_path: Path) -> None:
    event = payload("issues")
    event["issue"]["labels"] = [{"name": "intake"}, {"name": "intake:nonsense"}]
    runner = taken_in(scratch, tmp_path / "run", event)
    assert [job.result for job in runner.jobs.values()] == ["failure", "success"]
    state = hub(runner)
    assert "Your text has arrived" in state["comments"][0]["body"]
    assert state["on_issue"] == ["waits"]


def new_file(path: str, mode: str = "100644") -> str:
    return (
        f"diff --git a/{path} b/{path}\nnew file mode {mode}\n"
        f"--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+$(touch pwned)\n"
    )


AMARA = "content/profiles/amara-diallo.md"


@pytest.mark.parametrize(
    ("slug", "patch", "outcome"),
    [
        pytest.param("amara-diallo", new_file(AMARA), "success", id="what it may"),
        pytest.param("amara-diallo", new_file(AMARA, "120000"), "failure", id="a link"),
        pytest.param("amara-diallo", new_file(AMARA, "100755"), "failure", id="a program"),
        pytest.param(
            "amara-diallo", new_file(AMARA) + new_file("b.md"), "failure", id="one file more"
        ),
        pytest.param(".*", new_file("content/profiles/tom.md"), "failure", id="a pattern as slug"),
        pytest.param("ada", new_file(AMARA), "failure", id="somebody else's page"),
        pytest.param("ada", new_file(".github/workflows/x.yml"), "failure", id="a workflow"),
        pytest.param("ada", new_file("content/vetting/ada.yml"), "failure", id="a mark"),
        pytest.param("ada", new_file("content/profiles/../../x"), "failure", id="up and out"),
        pytest.param("ada", new_file(".git/hooks/pre-commit", "100755"), "failure", id="a hook"),
        pytest.param("ada", "", "failure", id="nothing"),
    ],
)
def test_the_job_that_writes_does_not_trust_the_one_that_read(
    scratch: Scratch, tmp_path: Path, slug: str, patch: str, outcome: str
) -> None:
    """As if a text had taken over the job that reads it."""
    handed = tmp_path / "handed"
    handed.mkdir()
    (handed / "change.patch").write_text(patch, "utf-8")
    (handed / "report.md").write_text("$(touch pwned)\n", "utf-8")
    event = payload("issues")
    event["issue"]["number"] = 15
    runner = Runner(tmp_path / "run", scratch.origin, "issues", event, scratch.main)
    runner.artifacts["intake"] = handed
    runner.jobs["read"] = Job("success", outputs={"state": "ready", "slug": slug, "waits": "no"})
    before = git(scratch.origin, "for-each-ref", "--format=%(objectname)", "refs/heads/intake")
    assert runner.run("intake")["answer"].outcome("Write the branch") == outcome
    after = git(scratch.origin, "for-each-ref", "--format=%(objectname)", "refs/heads/intake")
    assert (before == after) == (outcome == "failure")
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize(
    ("issue", "event"),
    [
        pytest.param({"labels": [{"name": "question"}]}, {}, id="no form"),
        pytest.param({"state": "closed"}, {}, id="closed"),
        pytest.param(
            {},
            {"action": "edited", "changes": {"title": {"from": "Before"}}},
            id="a new title alone",
        ),
    ],
)
def test_other_issues_start_nothing(
    scratch: Scratch, tmp_path: Path, issue: dict[str, Any], event: dict[str, Any]
) -> None:
    found = {**payload("issues"), **event}
    found["issue"].update(issue)
    runner = taken_in(scratch, tmp_path / "run", found)
    assert [job.result for job in runner.jobs.values()] == ["skipped", "skipped"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("inputs", "result", "said"),
    [
        pytest.param({}, "success", "", id="check"),
        pytest.param({"command": "build", "output": "out dir"}, "success", "Built ", id="build"),
        pytest.param(
            {"command": "build", "output": "out dir", "commit": "1f3c9ab"},
            "success",
            "Built ",
            id="build of a commit that is named",
        ),
        pytest.param({"command": "$(touch pwned)"}, "failure", "is check or build", id="another"),
        pytest.param({"content": "nowhere; touch pwned"}, "failure", "S001", id="no folder"),
    ],
)
def test_other_repositories_use_the_action(
    scratch: Scratch, tmp_path: Path, inputs: dict[str, str], result: str, said: str
) -> None:
    event = {"repository": payload("issues")["repository"]}
    runner = Runner(tmp_path / "run", scratch.origin, "push", event, scratch.main)
    job = runner.run_action(inputs, ROOT)
    assert (job.result, said in job.steps["Run"].said) == (result, True), job.steps["Run"].said
    assert not list(tmp_path.rglob("pwned"))
    if inputs.get("command") == "build":
        built = tmp_path / "run" / "action" / "workspace" / "out dir"
        named = inputs.get("commit", scratch.main)
        assert f"commit {named}." in (built / "shortlist" / "index.html").read_text("utf-8")


def test_the_installation_takes_only_what_the_lock_names(tmp_path: Path) -> None:
    """Its pip is the only part of the workflows that is not run here: what it is asked for."""
    said = tmp_path / "said"
    python = tmp_path / "python"
    python.write_text(
        f'#!/bin/sh\necho "$*" >> {said}\n'
        'if [ "$3" = venv ]; then mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; fi\n'
    )
    python.chmod(0o755)
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path)}
    script = ["bash", str(ROOT / ".github" / "install.sh"), "/code"]
    subprocess.run(script, env=env, check=True)
    pip = "-I -m pip --disable-pip-version-check --no-cache-dir --quiet install"
    assert said.read_text().splitlines() == [
        f"-I -m venv {tmp_path}/sitegen",
        f"{pip} --require-hashes --requirement /code/requirements.lock",
        f"{pip} --no-deps --no-build-isolation /code",
    ]
