"""Findings as SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sitegen import __version__
from sitegen.errors import Problem
from sitegen.findings.words import words
from sitegen.i18n import Translator
from sitegen.inert import json_text
from sitegen.messages import MESSAGES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(
    problems: Sequence[Problem], translator: Translator, elsewhere: Sequence[Problem] = ()
) -> str:
    """One run; a problem in a file that the change does not touch is `unchanged`, others `new`."""
    codes = sorted({problem.code for problem in (*problems, *elsewhere)})
    states = [(problem, "new") for problem in problems]
    states += [(problem, "unchanged") for problem in elsewhere]
    run = {
        "tool": {
            "driver": {
                "name": "sitegen",
                "semanticVersion": __version__,
                "rules": [_rule(code, translator) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(problem, state, codes.index(problem.code), translator)
            for problem, state in states
        ],
    }
    report = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(json.dumps(report, ensure_ascii=False, indent=2))


def _rule(code: str, translator: Translator) -> dict[str, Any]:
    message = MESSAGES[code]
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": translator.gettext(message.text)},
    }
    return rule | ({"help": {"text": translator.gettext(message.hint)}} if message.hint else {})


def _result(problem: Problem, state: str, index: int, translator: Translator) -> dict[str, Any]:
    text, hint = words(problem, translator)
    place = {
        "artifactLocation": {
            "uri": quote(problem.path, errors="surrogateescape"),
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": f"{text}: {hint}" if hint else text},
        "locations": [{"physicalLocation": place}],
        "baselineState": state,
    }
