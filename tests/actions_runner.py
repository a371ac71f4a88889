"""Runs a workflow as a runner of GitHub would, in a scratch folder, without a network.

What is real: the `run:` steps, taken from the YAML and given to `bash -e -o pipefail`; their
environment and files; the order, the conditions and the outputs of steps and jobs; git; jq.
What stands in: `actions/checkout` clones from a local bare repository; artifacts are folders; `gh`
is tests/stub_gh.py; `make` only says what it was asked, and leaves the file of SBOM= empty; the
other actions do nothing. The step named `Install` needs a registry and minutes: in its place comes
an environment whose only sitegen is the one of the checkout that the step names, made of links.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.expressions import holds, interpolate

WORKFLOWS = ROOT / ".github" / "workflows"
PAYLOADS = ROOT / "tests" / "payloads"
BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")


@cache
def loaded(path: Path) -> dict[str, Any]:
    """The YAML with every value as text, so that `on` stays a word."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


def payload(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"))
    return found


_NOBODY = {
    "HOME": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (
            ("NAME", "Sample"),
            ("EMAIL", "somebody@sample.example"),
            ("DATE", "2026-11-20T12:00:00Z"),
        )
    },
}


def git(folder: Path, *arguments: str) -> str:
    """What one call of git says; it reads no setting of this machine."""
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    env = {"PATH": os.environ["PATH"], **_NOBODY}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout.strip()


@dataclass
class Step:
    """What became of one step: success, failure or skipped."""

    outcome: str
    code: int = 0
    said: str = ""
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass
class Job:
    """What became of one job."""

    result: str
    steps: dict[str, Step] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""

    def outcome(self, name: str) -> str:
        return self.steps[name].outcome


@dataclass
class Runner:
    """One run of one workflow in `folder`, for an event that `origin` (a bare repository) had."""

    folder: Path
    origin: Path
    event_name: str
    event: Mapping[str, Any]
    sha: str
    artifacts: dict[str, Path] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)

    @property
    def hub(self) -> Path:
        """What tests/stub_gh.py keeps; beside the folder, so that a second run finds it."""
        return self.folder.parent / "hub.json"

    def __post_init__(self) -> None:
        if not self.hub.exists():
            lists = ("calls", "comments", "issues", "labels", "on_issue", "pulls")
            self.hub.write_text(json.dumps({name: [] for name in lists}), "utf-8")

    def run(self, name: str, last: str = "") -> dict[str, Job]:
        """Every job of the workflow that is not done, in order; each on a machine of its own.

        A job ends behind the step `last`, for those who ask about nothing that follows.
        """
        workflow = loaded(WORKFLOWS / f"{name}.yml")
        assert self.event_name in workflow["on"]
        waiting = {k: job for k, job in workflow["jobs"].items() if k not in self.jobs}
        for key, job in waiting.items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            context = self._context(needs)
            if holds(job.get("if", ""), context):
                self.jobs[key] = _Machine(self, key, context).run(job, last)
            else:
                self.jobs[key] = Job("skipped")
        return self.jobs

    def run_action(self, inputs: Mapping[str, str], action_path: Path) -> Job:
        """The steps of action.yml in a checkout, as a job of another repository uses them."""
        action = loaded(action_path / "action.yml")
        defaults = {name: said["default"] for name, said in action["inputs"].items()}
        options = {"persist-credentials": "false"}
        checkout = {"name": "Check out", "uses": "actions/checkout", "with": options}
        context = {**self._context([]), "inputs": {**defaults, **inputs}}
        steps = [checkout, *action["runs"]["steps"]]
        return _Machine(self, "action", context, action_path).run({"steps": steps})

    def _context(self, needs: list[str]) -> dict[str, Any]:
        repository = self.event["repository"]["full_name"]
        done = {need: self.jobs[need] for need in needs}
        return {
            "github": {
                "event": self.event,
                "event_name": self.event_name,
                "repository": repository,
                "token": "token-of-the-run",
            },
            "needs": {need: {"result": j.result, "outputs": j.outputs} for need, j in done.items()},
            "failed": any(job.result != "success" for job in done.values()),
        }


class _Machine:
    """One job: a workspace, a folder for temporary files, and what its steps left."""

    def __init__(
        self, runner: Runner, key: str, context: dict[str, Any], action_path: Path | None = None
    ) -> None:
        self.runner, self.action_path = runner, action_path
        self.home = runner.folder / key
        self.workspace, self.temp = self.home / "workspace", self.home / "temp"
        for folder in (self.workspace, self.temp, self.home / "bin"):
            folder.mkdir(parents=True)
        (self.home / "event.json").write_text(json.dumps(runner.event), "utf-8")
        gh = f'exec "{sys.executable}" -I -S "{ROOT / "tests" / "stub_gh.py"}" "$@"'
        make = 'echo "make $*"; for word; do case $word in SBOM=*) : > "${word#SBOM=}";; esac; done'
        for name, script in (("gh", gh), ("make", make)):
            program = self.home / "bin" / name
            program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
            program.chmod(0o755)
        self.job = Job("success")
        self.steps: dict[str, Any] = {}
        # A job starts well, whatever came before it.
        self.context = {
            **context,
            "failed": False,
            "job": {"status": "success"},
            "runner": {"temp": str(self.temp)},
            "steps": self.steps,
        }

    def run(self, job: Mapping[str, Any], last: str = "") -> Job:
        self.context["env"] = {k: self._value(v) for k, v in job.get("env", {}).items()}
        for step in job["steps"]:
            done = self._step(step) if holds(step.get("if", ""), self.context) else Step("skipped")
            self.job.steps[step["name"]] = done
            if "id" in step:
                self.steps[step["id"]] = {"outcome": done.outcome, "outputs": done.outputs}
            if done.outcome == "failure":
                self.context["failed"], self.job.result = True, "failure"
                self.context["job"] = {"status": "failure"}
            if step["name"] == last:
                break
        self.job.outputs = {k: self._value(v) for k, v in job.get("outputs", {}).items()}
        summary = self.home / "summary"
        self.job.summary = summary.read_text("utf-8") if summary.exists() else ""
        return self.job

    def _value(self, value: Any) -> str:
        return interpolate(value, self.context)

    def _step(self, step: Mapping[str, Any]) -> Step:
        if step["name"] == "Install":
            return self._install(step["run"])
        if "run" in step:
            return self._bash(step)
        options = {k: self._value(v) for k, v in step.get("with", {}).items()}
        action = step["uses"].partition("@")[0]
        if action == "actions/checkout":
            self._checkout(options)
        elif action == "actions/upload-artifact":
            kept = self.runner.folder / "artifacts" / options["name"]
            shutil.copytree(options["path"], kept)
            self.runner.artifacts[options["name"]] = kept
            return Step("success", outputs={"artifact-url": f"https://git.example/{kept.name}"})
        elif action == "actions/upload-pages-artifact":
            kept = self.runner.folder / "artifacts" / "github-pages"
            shutil.make_archive(str(kept / "artifact"), "tar", self.workspace / options["path"])
            self.runner.artifacts["github-pages"] = kept
        elif action == "actions/download-artifact":
            shutil.copytree(
                self.runner.artifacts[options["name"]], self.workspace / options["path"]
            )
        return Step("success")

    def _checkout(self, options: Mapping[str, str]) -> None:
        assert options["persist-credentials"] == "false"
        folder = self.workspace / options.get("path", "")
        git(self.home, "clone", "--quiet", "--no-checkout", str(self.runner.origin), str(folder))
        git(folder, "fetch", "--quiet", "origin", "+refs/*:refs/remotes/all/*")
        git(folder, "checkout", "--quiet", "--detach", options.get("ref", self.runner.sha))

    def _install(self, run: str) -> Step:
        for name, folder in (
            ("GITHUB_WORKSPACE", self.workspace), ("GITHUB_ACTION_PATH", self.action_path)
        ):  # fmt: skip
            run = run.replace(f"${name}", str(folder))
        _, script, code = shlex.split(run)
        folder = Path(code)
        assert (self.workspace / script) == folder / ".github" / "install.sh"
        prepared_environment(self.temp / "sitegen", folder)
        return Step("success")

    def _bash(self, step: Mapping[str, Any]) -> Step:
        output = self.home / f"output-{len(self.job.steps)}"
        output.touch()
        env = {
            "PATH": f"{self.home / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": self.runner.event_name,
            "GITHUB_EVENT_PATH": str(self.home / "event.json"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_REPOSITORY": self.context["github"]["repository"],
            "GITHUB_SHA": self.runner.sha,
            "GITHUB_STEP_SUMMARY": str(self.home / "summary"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
            "GH_STUB": str(self.runner.hub),
            **self.context["env"],
            **{k: self._value(v) for k, v in step.get("env", {}).items()},
        }
        script = self.home / "script.sh"
        script.write_text(self._value(step["run"]), "utf-8")
        done = subprocess.run(
            [*BASH, str(script)], cwd=self.workspace / step.get("working-directory", ""), env=env,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False,
        )  # fmt: skip
        outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
        outcome = "failure" if done.returncode else "success"
        return Step(outcome, done.returncode, done.stdout, outputs)


def prepared_environment(folder: Path, code: Path) -> None:
    """An environment as .github/install.sh makes it, with the packages of this one."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = folder / "lib" / version / "site-packages"
    packages.mkdir(parents=True)
    (folder / "bin").mkdir()
    python = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    (folder / "bin" / "python").symlink_to(python)
    (folder / "pyvenv.cfg").write_text(f"home = {python.parent}\n", "utf-8")
    # In this order, and no line of a .pth file of those packages is read.
    (packages / "code.pth").write_text(f"{code}\n{sysconfig.get_path('purelib')}\n", "utf-8")
    # Into a scratch checkout, not into this one.
    if code != ROOT:
        for path, raw in bytecode().items():
            (code / path).parent.mkdir(exist_ok=True)
            (code / path).write_bytes(raw)


@cache
def bytecode() -> Mapping[Path, bytes]:
    """What pip compiles as it installs, by path; where a checkout has other source, that counts."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "sitegen", folder / "sitegen", ignore=ignored)
        checked = PycInvalidationMode.CHECKED_HASH
        assert compileall.compile_dir(folder, stripdir=folder, quiet=1, invalidation_mode=checked)
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.pyc")}


def scripts(document: Mapping[str, Any]) -> list[str]:
    """Every `run:` of a workflow or a composite action."""
    if "runs" in document:
        return [step["run"] for step in document["runs"]["steps"] if "run" in step]
    jobs = document["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def uses(path: Path) -> list[str]:
    """Every line that names an action, with its comment."""
    return re.findall(r"(?m)^\s*(?:- )?uses: (.*)$", path.read_text("utf-8"))
