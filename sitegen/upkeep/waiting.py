"""Submissions that wait: a saved list of issues, as GitHub's API gives it, and not trusted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.errors import SettingsError
from sitegen.i18n import Translator
from sitegen.issue_forms import FORMS
from sitegen.messages import phrase
from sitegen.models.fields import is_public_url
from sitegen.read import raw_of, shown
from sitegen.text import printable

LIMIT = 8 * 1024 * 1024
KINDS = {form.label: form.kind for form in FORMS.values()}
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One submission: `kind` is a word of ours; the title is somebody's, on one line."""

    number: int
    title: str
    kind: str
    days: int
    url: str | None


def waiting(path: Path, today: date) -> tuple[Waiting, ...]:
    """The open submissions, the oldest first. Raises SettingsError S009 or S033.

    `days` are whole days since the day of sending, in UTC; a day to come counts as today.
    """
    raw = raw_of(path, LIMIT)
    if len(raw) > LIMIT:
        raise _unusable(path, phrase("it is larger than 8 MB"))
    try:
        issues = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _unusable(path, phrase("it is not JSON")) from error
    if not isinstance(issues, list):
        raise _unusable(path, phrase("it does not start with ["))
    found = [_read(issue, index, path, today) for index, issue in enumerate(issues, 1)]
    return tuple(sorted(found, key=lambda one: (-one.days, one.number)))


def _read(issue: Any, index: int, path: Path, today: date) -> Waiting:
    fields = issue if isinstance(issue, dict) else {}
    number, title, day = fields.get("number"), fields.get("title"), _day(fields.get("created_at"))
    if type(number) is not int or not isinstance(title, str) or day is None:
        text = Translator().gettext("entry {index} has no number, title or created_at")
        raise _unusable(path, text.format(index=index))
    url = fields.get("html_url")
    is_plain = isinstance(url, str) and url.isascii() and is_public_url(url)
    days = max((today - day).days, 0)
    return Waiting(number, printable(title, 120), _kind(fields), days, url if is_plain else None)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _kind(fields: Mapping[str, Any]) -> str:
    """The kind of the form that it came by; `other` without a label that we know."""
    labels = fields.get("labels")
    for label in labels if isinstance(labels, list) else ():
        name = label.get("name") if isinstance(label, dict) else label
        if isinstance(name, str) and name in KINDS:
            return KINDS[name]
    return OTHER


def _unusable(path: Path, detail: str) -> SettingsError:
    return SettingsError("S033", path=shown(path), detail=detail)
