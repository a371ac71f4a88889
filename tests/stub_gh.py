"""Stands for `gh` in the tests of workflows: keeps issues and pull requests in one JSON file.

It answers `--jq` by the real jq, so that the filters of the workflows are what is tested.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"


def main(arguments: list[str]) -> None:
    """One call; the state is in the file that GH_STUB names, with every call in it."""
    assert os.environ.get("GH_TOKEN"), "gh needs its token in the step"
    file = Path(os.environ["GH_STUB"])
    state = json.loads(file.read_text("utf-8"))
    state["calls"].append(arguments)
    words, options = split(arguments)
    name = "_".join(words[: 1 if words[0] == "api" else 2]).replace("-", "_")
    answer = globals()[f"do_{name}"](state, words, options)
    file.write_text(json.dumps(state), "utf-8")
    if answer is not None:
        text = json.dumps(answer)
        if "jq" in options:
            jq = ["jq", "--raw-output", options["jq"][0]]
            text = subprocess.run(jq, input=text, capture_output=True, check=True, text=True).stdout
        print(text, end="")


def split(arguments: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Words, and options with their values."""
    alone = {"--paginate", "--silent", "--force", "--draft", "--undo"}
    words: list[str] = []
    options: dict[str, list[str]] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument.startswith("--"):
            value = "" if argument in alone else next(rest)
            options.setdefault(argument[2:], []).append(value)
        else:
            words.append(argument)
    return words, options


def do_auth_setup_git(*_: Any) -> None:
    """Nothing to set up: the remote is a folder."""


def do_attestation_verify(_: Any, words: list[str], __: Any) -> None:
    assert Path(words[2]).is_file(), "there is nothing to verify"


def do_api(state: Any, words: list[str], options: dict[str, list[str]]) -> Any:
    """Comments of the issue, and the list of issues."""
    method = options.get("method", ["GET"])[0]
    fields = dict(field.split("=", 1) for field in options.get("field", ()))
    if words[1].endswith("/issues"):
        return labelled(state, fields["labels"])
    if method == "GET":
        return state["comments"]
    body = Path(fields["body"].removeprefix("@")).read_text("utf-8")
    if method == "POST":
        state["comments"].append(
            {"id": 100 + len(state["comments"]), "user": {"login": BOT}, "body": body}
        )
    else:
        number = int(words[1].rpartition("/")[2])
        next(c for c in state["comments"] if c["id"] == number)["body"] = body
    return None


def do_pr_list(state: Any, _: Any, options: dict[str, list[str]]) -> Any:
    return [pull for pull in state["pulls"] if pull["head"] == options["head"][0]]


def do_pr_create(state: Any, _: Any, options: dict[str, list[str]]) -> None:
    body = Path(options["body-file"][0]).read_text("utf-8")
    state["pulls"].append(
        {
            "number": 50 + len(state["pulls"]),
            "isCrossRepository": False,
            "head": options["head"][0],
            "title": options["title"][0],
            "body": body,
            "draft": "draft" in options,
        }
    )


def do_pr_edit(state: Any, words: list[str], options: dict[str, list[str]]) -> None:
    pull = next(pull for pull in state["pulls"] if pull["number"] == int(words[2]))
    pull["title"] = options["title"][0]
    pull["body"] = Path(options["body-file"][0]).read_text("utf-8")


def do_pr_ready(state: Any, words: list[str], options: dict[str, list[str]]) -> None:
    pull = next(pull for pull in state["pulls"] if pull["number"] == int(words[2]))
    pull["draft"] = "undo" in options


def do_label_create(state: Any, words: list[str], options: dict[str, list[str]]) -> None:
    assert "force" in options, "a label that exists must not stop the workflow"
    state["labels"].append(words[2])


def do_issue_list(state: Any, _: Any, options: dict[str, list[str]]) -> Any:
    return labelled(state, options["label"][0])


def labelled(state: Any, label: str) -> list[Any]:
    return [i for i in state["issues"] if label in [found["name"] for found in i["labels"]]]


def do_issue_create(state: Any, _: Any, options: dict[str, list[str]]) -> None:
    body = Path(options["body-file"][0]).read_text("utf-8")
    number = 70 + len(state["issues"])
    labels = [{"name": name} for name in options["label"]]
    state["issues"].append({"number": number, "labels": labels, "body": body})


def do_issue_edit(state: Any, words: list[str], options: dict[str, list[str]]) -> None:
    if "body-file" in options:
        issue = next(i for i in state["issues"] if i["number"] == int(words[2]))
        issue["body"] = Path(options["body-file"][0]).read_text("utf-8")
    for name in options.get("add-label", ()):
        state["on_issue"] = sorted({*state["on_issue"], *name.split(",")})
    for name in options.get("remove-label", ()):
        assert set(name.split(",")) <= set(state["labels"]), "gh refuses labels it does not know"
        state["on_issue"] = sorted({*state["on_issue"]} - {*name.split(",")})


if __name__ == "__main__":
    main(sys.argv[1:])
